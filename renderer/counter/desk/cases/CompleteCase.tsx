import { useState } from 'react'
import { refusalText } from '../../../texts/index.ts'
import { Button, Dialog, Field, Notice, TextArea, toast } from '../../../ui/index.ts'
import { usePress } from '../state/usePress.ts'
import { T } from '../texts.ts'

/** 办结, with a word about it if there is one. */
export function CompleteCase({ caseId, onClose }: { readonly caseId: string; readonly onClose: () => void }) {
  const complete = usePress('casework.complete')
  const [note, setNote] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const press = async (): Promise<void> => {
    const reply = await complete.press({ caseId, note: note.trim() })
    if (reply === null) return
    if (!reply.ok) return setRefused(refusalText(reply.refusal))
    toast(T.completed)
    onClose()
  }
  return (
    <Dialog
      title={T.completeTitle}
      onClose={onClose}
      foot={
        <Button tone="primary" kbd="Ctrl+Enter" busy={complete.busy} onClick={() => void press()}>
          {T.complete}
        </Button>
      }
    >
      {refused !== null && <Notice tone="warn">{refused}</Notice>}
      <Field label={T.completeNote}>
        <TextArea value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      </Field>
    </Dialog>
  )
}
