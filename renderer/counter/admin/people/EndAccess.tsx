import { useState } from 'react'
import type { PersonListed } from '../../../../shared/projections/views.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Dialog, toast } from '../../../ui/index.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { A } from '../texts.ts'

export interface EndAccessProps {
  readonly shown: PersonListed
  readonly onEnded: () => Promise<void>
}

/** Takes somebody's access away. It cannot be taken back, so it is asked for once more. */
export function EndAccess({ shown, onEnded }: EndAccessProps) {
  const [asking, setAsking] = useState(false)
  const end = usePress('staff.end')
  const sure = async (): Promise<void> => {
    const reply = await end.press({ personId: shown.personId })
    if (reply === null) return
    setAsking(false)
    if (!reply.ok) {
      toast(refusalText(reply.refusal), 'warn')
      return
    }
    toast(A.endedNow(shown.name))
    await onEnded()
  }
  return (
    <div className="staffOne__end">
      <Button tone="danger" size="small" onClick={() => setAsking(true)}>
        {A.end}
      </Button>
      {asking && (
        <Dialog
          title={A.endTitle}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button tone="danger" kbd="2" busy={end.busy} onClick={() => void sure()}>
                {A.endSure}
              </Button>
              <Button tone="primary" kbd="1" onClick={() => setAsking(false)}>
                {A.endStay}
              </Button>
            </>
          }
        >
          <p>{A.endText(shown.name, shown.login)}</p>
        </Dialog>
      )}
    </div>
  )
}
