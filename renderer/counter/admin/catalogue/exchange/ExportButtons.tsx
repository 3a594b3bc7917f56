import { useState } from 'react'
import { ask } from '../../../../bridge/linchuang.ts'
import { refusalText } from '../../../../texts/index.ts'
import { Button, toast } from '../../../../ui/index.ts'
import { answered } from '../../../desk/state/answered.ts'
import { K } from '../texts.ts'

type Format = 'json' | 'xlsx'

/** What is on offer today, as a file beside the papers. */
export function ExportButtons() {
  const [busy, setBusy] = useState<Format | null>(null)
  const open = async (): Promise<void> => {
    const reply = await answered(ask('papers.openFolder', {}))
    if (!reply.ok) toast(refusalText(reply.refusal), 'warn')
  }
  const save = async (format: Format): Promise<void> => {
    setBusy(format)
    const reply = await answered(ask('catalogue.exportFile', { format }))
    setBusy(null)
    if (!reply.ok) return void toast(refusalText(reply.refusal), 'warn')
    toast(K.exported(reply.value.path), 'success', { label: K.openFolder, run: () => void open() })
  }
  return (
    <>
      <Button kbd="Alt+J" kbdGroup={K.title} busy={busy === 'json'} onClick={() => void save('json')}>
        {K.exportJson}
      </Button>
      <Button kbd="Alt+X" kbdGroup={K.title} busy={busy === 'xlsx'} onClick={() => void save('xlsx')}>
        {K.exportExcel}
      </Button>
    </>
  )
}
