import type { DeskView } from '../../../../shared/projections/views.ts'
import { Button } from '../../../ui/index.ts'
import { nextAct } from '../model/queueKeys.ts'
import type { CounterAct, Queue } from '../state/useQueue.ts'
import { T } from '../texts.ts'
import { CounterSwitch } from './CounterSwitch.tsx'
import { CurrentTicket } from './CurrentTicket.tsx'
import { GroupCounts } from './GroupCounts.tsx'
import { QueueKeys } from './QueueKeys.tsx'
import { WaitingList } from './WaitingList.tsx'

export interface QueuePanelProps {
  readonly desk: DeskView | null
  readonly busy: Queue['busy']
  readonly onAct: (act: CounterAct) => void
  readonly onTakeTicket: () => void
}

/** Left: the ticket at this counter, the keys of the queue, and who waits. */
export function QueuePanel({ desk, busy, onAct, onTakeTicket }: QueuePanelProps) {
  return (
    <section className="desk__queue" aria-label={T.queue} data-home={desk ? `queue.${nextAct(desk)}` : undefined}>
      {desk === null ? (
        <p className="desk__wait">{T.loading}</p>
      ) : (
        <>
          {desk.counter !== null && <CounterSwitch desk={desk} busy={busy} onAct={onAct} />}
          <CurrentTicket current={desk.current} />
          {desk.counter === null ? (
            <p className="desk__quiet">{T.noCounter}</p>
          ) : (
            <QueueKeys desk={desk} busy={busy} onAct={onAct} />
          )}
          <Button wide kbd="F2" kbdGroup={T.queue} onClick={onTakeTicket}>
            {T.takeTicket}
          </Button>
          {desk.counter !== null && <WaitingList desk={desk} />}
          <GroupCounts groups={desk.groups} all={desk.waitingAll} />
        </>
      )}
    </section>
  )
}
