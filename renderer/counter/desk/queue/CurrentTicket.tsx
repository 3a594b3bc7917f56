import type { TicketShown } from '../../../../shared/projections/views.ts'
import { minutesText, TICKET_STATUS } from '../../../texts/index.ts'
import { classes, Light } from '../../../ui/index.ts'
import { minutesBetween } from '../model/minutes.ts'
import { useNow } from '../state/useNow.ts'
import { T } from '../texts.ts'

/** The number at this counter, large enough to be read out without leaning forward. */
export function CurrentTicket({ current }: { readonly current: TicketShown | null }) {
  return (
    <div className={classes('ticket', current && `ticket--${current.status}`)} data-testid="current-ticket">
      {current ? (
        <>
          <p className="ticket__no">{current.no}</p>
          <p className="ticket__group">{current.groupName}</p>
          <p className="ticket__state">
            <Light tone={current.status === 'serving' ? 'green' : 'blue'}>{TICKET_STATUS[current.status]}</Light>
          </p>
          <Times current={current} />
        </>
      ) : (
        <p className="ticket__none">{T.nobody}</p>
      )}
    </div>
  )
}

/** How long they waited, and how long it has been since: whole minutes, renewed with the beat. */
function Times({ current }: { readonly current: TicketShown }) {
  const now = useNow()
  const until = current.calledAt ?? now
  const since = current.startedAt ?? current.calledAt
  return (
    <p className="ticket__times">
      {until !== null && <span>{T.waitedBefore(minutesText(minutesBetween(current.issuedAt, until)))}</span>}
      {now !== null && since !== null && (
        <span>
          {current.startedAt !== null
            ? T.serving(minutesText(minutesBetween(since, now)))
            : T.sinceCall(minutesText(minutesBetween(since, now)), current.calls)}
        </span>
      )}
    </p>
  )
}
