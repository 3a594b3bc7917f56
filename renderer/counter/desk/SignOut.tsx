import { useState } from 'react'
import { refusalText } from '../../texts/index.ts'
import { Button, Dialog, toast } from '../../ui/index.ts'
import { usePress } from './state/usePress.ts'
import { T } from './texts.ts'

/**
 * Leaves the desk. Forms without a paper are in memory only and go with the person who typed them, so they are named
 * first.
 */
export function SignOut({ unfinished }: { readonly unfinished: () => number }) {
  const signOut = usePress('staff.signOut')
  const [left, setLeft] = useState<number | null>(null)
  const leave = async (): Promise<void> => {
    const reply = await signOut.press({})
    if (reply && !reply.ok) toast(refusalText(reply.refusal), 'warn')
  }
  const press = (): void => {
    const count = unfinished()
    if (count === 0) void leave()
    else setLeft(count)
  }
  return (
    <>
      <Button size="small" tone="quiet" busy={signOut.busy} onClick={press}>
        {T.signOut}
      </Button>
      {left !== null && (
        <Dialog
          title={T.signOutTitle}
          onClose={() => setLeft(null)}
          foot={
            <>
              <Button tone="danger" kbd="2" busy={signOut.busy} onClick={() => void leave()}>
                {T.signOutLeave}
              </Button>
              <Button tone="primary" kbd="1" onClick={() => setLeft(null)}>
                {T.signOutStay}
              </Button>
            </>
          }
        >
          <p>{T.signOutText(left)}</p>
        </Dialog>
      )}
    </>
  )
}
