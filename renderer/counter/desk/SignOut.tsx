import { useState } from 'react'
import type { Refusal } from '../../../shared/kernel/result.ts'
import { refusalText } from '../../texts/index.ts'
import { Button, Dialog, toast } from '../../ui/index.ts'
import type { Keeper } from './model/keeper.ts'
import { usePress } from './state/usePress.ts'
import { T } from './texts.ts'

interface SignOutProps {
  readonly unfinished: () => number
  readonly keeper: Keeper
}

/**
 * Leaves the desk. Forms without a paper are kept first and wait for the person who typed them; what could not be kept
 * would be lost, so it is named before.
 */
export function SignOut({ unfinished, keeper }: SignOutProps) {
  const signOut = usePress('staff.signOut')
  const [lost, setLost] = useState<{ readonly forms: number; readonly refusal: Refusal } | null>(null)
  const leave = async (): Promise<void> => {
    const reply = await signOut.press({})
    if (reply && !reply.ok) toast(refusalText(reply.refusal), 'warn')
  }
  const press = async (): Promise<void> => {
    const refusal = await keeper.now()
    const forms = unfinished()
    if (refusal === null || forms === 0) return leave()
    setLost({ forms, refusal })
  }
  return (
    <>
      <Button size="small" tone="quiet" busy={signOut.busy} onClick={() => void press()}>
        {T.signOut}
      </Button>
      {lost !== null && (
        <Dialog
          title={T.signOutTitle}
          onClose={() => setLost(null)}
          foot={
            <>
              <Button tone="danger" kbd="2" busy={signOut.busy} onClick={() => void leave()}>
                {T.signOutLeave}
              </Button>
              <Button tone="primary" kbd="1" onClick={() => setLost(null)}>
                {T.signOutStay}
              </Button>
            </>
          }
        >
          <p>{T.signOutText(lost.forms)}</p>
          <p>{refusalText(lost.refusal)}</p>
        </Dialog>
      )}
    </>
  )
}
