import { useState } from 'react'
import type { DaySheet } from '../../../../shared/projections/daySheet.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Dialog, Notice, toast } from '../../../ui/index.ts'
import { manages } from '../../admin/AdminPage.tsx'
import { useDesk } from '../DeskContext.tsx'
import { usePress } from '../state/usePress.ts'
import { D } from './texts.ts'

/** 关闭大厅, for leads: never while anybody waits or is served, which main says with the numbers (延时服务制). */
export function useCloseHall(sheet: DaySheet | null) {
  const { app, go } = useDesk()
  const close = usePress('queue.closeHall')
  const [asking, setAsking] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const busy = sheet !== null && Object.values(sheet.left).some((numbers) => numbers.length > 0)

  const send = async (): Promise<void> => {
    const reply = await close.press({})
    if (reply === null) return
    setAsking(false)
    setRefused(reply.ok ? null : refusalText(reply.refusal))
    if (reply.ok) {
      toast(D.closeDone)
      go('day.main')
    }
  }

  const lead = app.person !== null && manages(app.person)
  return {
    /** What main said against it, as long as that holds. */
    why: refused !== null && busy && <Notice tone="danger">{refused}</Notice>,
    button:
      sheet === null || sheet.closed ? null : lead ? (
        <Button
          kbd="Alt+G"
          kbdGroup={D.title}
          busy={close.busy}
          data-place="day.close"
          onClick={() => (busy ? void send() : setAsking(true))}
        >
          {D.closeHall}
        </Button>
      ) : (
        <span className="desk__quiet">{D.leadOnly}</span>
      ),
    dialog: asking && (
      <Dialog
        title={D.closeTitle}
        onClose={() => setAsking(false)}
        foot={
          <>
            <Button kbd="2" onClick={() => setAsking(false)}>
              {D.closeStay}
            </Button>
            <Button tone="primary" kbd="1" busy={close.busy} onClick={() => void send()}>
              {D.closeHall}
            </Button>
          </>
        }
      >
        <p>{D.closeText}</p>
      </Dialog>
    )
  }
}
