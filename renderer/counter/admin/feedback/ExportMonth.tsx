import { useState } from 'react'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, toast } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import { R } from './texts.ts'

/** A workbook with the fields of GB/T 39046 table 9. */
export function ExportMonth({ month }: { readonly month: string }) {
  const [busy, setBusy] = useState(false)
  const open = async (): Promise<void> => {
    const reply = await answered(ask('papers.openFolder', {}))
    if (!reply.ok) toast(refusalText(reply.refusal), 'warn')
  }
  const save = async (): Promise<void> => {
    setBusy(true)
    const reply = await answered(ask('ratings.export', { month }))
    setBusy(false)
    if (!reply.ok) return void toast(refusalText(reply.refusal), 'warn')
    const { count, path } = reply.value
    toast(R.exported(count, path), 'success', { label: R.openFolder, run: () => void open() })
  }
  return (
    <Button size="small" kbd="Alt+X" kbdGroup={R.title} busy={busy} onClick={() => void save()}>
      {R.exportMonth}
    </Button>
  )
}
