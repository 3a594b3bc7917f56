import type { DeskView } from '../../../../shared/projections/views.ts'
import { minutesText, TICKET_STATUS } from '../../../texts/index.ts'
import { classes, Light } from '../../../ui/index.ts'
import { minutesBetween } from '../model/minutes.ts'
import { whyCurrent, whyNext } from '../model/queueWhy.ts'
import { useNow } from '../state/useNow.ts'
import { T } from '../texts.ts'
import { Q } from './texts.ts'

type Seen = Pick<DeskView, 'current' | 'waiting' | 'rating'>

/**
 * The number at this counter, large enough to be read out without leaning forward, and why it is this one; without one,
 * who comes next and why. The box keeps its height whatever it holds.
 */
export function CurrentTicket({ desk }: { readonly desk: Seen }) {
  const { current, waiting, rating } = desk
  const next = current === null ? whyNext(waiting) : null
  return (
    <div className={classes('ticket', current && `ticket--${current.status}`)} data-testid="current-ticket">
      {rating !== 'none' && (
        <p className="ticket__rating">
          <Light tone={rating === 'asked' ? 'blue' : 'grey'}>{rating === 'asked' ? Q.ratingAsked : Q.ratingDone}</Light>
        </p>
      )}
      {current ? (
        <>
          <p className="ticket__no">{current.no}</p>
          <p className="ticket__state">
            <span className="ticket__group">{current.groupName}</span>
            <Light tone={current.status === 'serving' ? 'green' : 'blue'}>{TICKET_STATUS[current.status]}</Light>
          </p>
          <Times current={current} />
          <p className="ticket__why" title={whyCurrent(current)}>
            <span className="ui-hidden">{Q.whyTitle}</span>
            {whyCurrent(current)}
          </p>
        </>
      ) : (
        <>
          <p className="ticket__none">{T.nobody}</p>
          {next !== null && (
            <p className="ticket__why">
              {Q.next} {next}
            </p>
          )}
        </>
      )}
    </div>
  )
}

/** How long they waited, and how long it has been since: whole minutes, renewed with the beat. */
function Times({ current }: { readonly current: NonNullable<Seen['current']> }) {
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
