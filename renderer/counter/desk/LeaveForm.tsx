import { Button, Dialog } from '../../ui/index.ts'
import { T } from './texts.ts'

export interface LeaveFormProps {
  /** What lies on the desk, in words. */
  readonly what: string
  readonly onKeep: () => void
  readonly onClear: () => void
  /** The form is this visitor's after all. */
  readonly onStay: () => void
}

/** Asked once when another visitor meets a form with work in it. */
export const LeaveForm = ({ what, onKeep, onClear, onStay }: LeaveFormProps) => (
  <Dialog
    title={T.leaveTitle}
    onClose={onStay}
    foot={
      <>
        <Button kbd="3" onClick={onStay}>
          {T.leaveStay}
        </Button>
        <Button tone="danger" kbd="2" onClick={onClear}>
          {T.leaveClear}
        </Button>
        <Button tone="primary" kbd="1" onClick={onKeep}>
          {T.leaveKeep}
        </Button>
      </>
    }
  >
    <p>{T.leaveText(what)}</p>
  </Dialog>
)
