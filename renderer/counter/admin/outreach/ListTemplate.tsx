import { useState } from 'react'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, toast } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import { G } from './texts.ts'

/** An empty list to be filled in, saved beside the papers. */
export function ListTemplate() {
  const [busy, setBusy] = useState(false)
  const open = async (): Promise<void> => {
    const reply = await answered(ask('papers.openFolder', {}))
    if (!reply.ok) toast(refusalText(reply.refusal), 'warn')
  }
  const save = async (): Promise<void> => {
    setBusy(true)
    const reply = await answered(ask('cards.listTemplate', {}))
    setBusy(false)
    if (!reply.ok) return void toast(refusalText(reply.refusal), 'warn')
    toast(G.templateSaved(reply.value.path), 'success', { label: G.openFolder, run: () => void open() })
  }
  return (
    <div>
      <Button size="small" busy={busy} onClick={() => void save()}>
        {G.template}
      </Button>
    </div>
  )
}
