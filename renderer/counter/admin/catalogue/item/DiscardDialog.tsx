import { refusalText } from '../../../../texts/index.ts'
import { Button, Dialog, toast } from '../../../../ui/index.ts'
import { usePress } from '../../../desk/state/usePress.ts'
import { K } from '../texts.ts'

export interface DiscardDialogProps {
  readonly itemId: string
  readonly by: string
  readonly onClose: () => void
  readonly onDiscarded: () => Promise<void>
}

/** Somebody's work goes away with it, so it is asked for once more. */
export function DiscardDialog({ itemId, by, onClose, onDiscarded }: DiscardDialogProps) {
  const discarding = usePress('catalogue.discardDraft')
  const sure = async (): Promise<void> => {
    const reply = await discarding.press({ itemId })
    if (reply === null) return
    onClose()
    if (!reply.ok) return void toast(refusalText(reply.refusal), 'warn')
    toast(K.discarded)
    await onDiscarded()
  }
  return (
    <Dialog
      title={K.discardTitle}
      onClose={onClose}
      foot={
        <>
          <Button tone="danger" kbd="2" busy={discarding.busy} onClick={() => void sure()}>
            {K.discardSure}
          </Button>
          <Button tone="primary" kbd="1" onClick={onClose}>
            {K.discardStay}
          </Button>
        </>
      }
    >
      <p>{K.discardText(by)}</p>
    </Dialog>
  )
}
