import { Button, Dialog } from '../../ui/index.ts'
import type { Leaving } from './state/useVisitors.ts'
import { T } from './texts.ts'

/** Asked once when another visitor meets a form with work in it. `what` says whose form, masked. */
export const LeaveForm = ({ what, leaving }: { readonly what: string; readonly leaving: Leaving }) => (
  <Dialog
    title={T.leaveTitle}
    onClose={leaving.stay}
    foot={
      <>
        <Button kbd="3" onClick={leaving.stay}>
          {T.leaveStay}
        </Button>
        <Button tone="danger" kbd="2" onClick={() => leaving.leave(false)}>
          {T.leaveClear}
        </Button>
        <Button tone="primary" kbd="1" onClick={() => leaving.leave(true)}>
          {T.leaveKeep}
        </Button>
      </>
    }
  >
    <p>{T.leaveText(what)}</p>
  </Dialog>
)
