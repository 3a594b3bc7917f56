import type { DeskView } from '../../../../shared/projections/views.ts'
import { minutesBetween } from '../model/minutes.ts'
import { useNow } from '../state/useNow.ts'
import { T } from '../texts.ts'
import { Mark } from './Mark.tsx'
import { Q } from './texts.ts'

/** Who this counter calls next, in that order, each with what moved it. Numbers only: a ticket knows no name. */
export function WaitingList({ desk }: { readonly desk: DeskView }) {
  const now = useNow()
  const more = desk.waitingHere - desk.waiting.length
  return (
    <div className="waiting">
      <h2 className="desk__heading">
        {T.waitingHere(desk.waitingHere)}
        <span className="desk__headingMore">{T.waitingAll(desk.waitingAll)}</span>
      </h2>
      {desk.waiting.length === 0 ? (
        <p className="desk__quiet">{T.noneWaiting}</p>
      ) : (
        // A list that scrolls must be reachable without a mouse.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: see above
        <ol className="waiting__list" tabIndex={0} aria-label={T.waitingHere(desk.waitingHere)}>
          {desk.waiting.map((ticket) => (
            <li key={ticket.ticketId} className="waiting__row">
              <strong>{ticket.no}</strong>
              <span>{ticket.groupName}</span>
              <Mark ticket={ticket} />
              <span className="waiting__time">{now && Q.waited(minutesBetween(ticket.issuedAt, now))}</span>
            </li>
          ))}
          {more > 0 && <li className="desk__quiet">{T.moreWaiting(more)}</li>}
        </ol>
      )}
    </div>
  )
}
