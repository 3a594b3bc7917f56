import type { CaseState } from '../casework/case.ts'
import type { HallService } from '../hall/service.ts'
import type { QueueState } from '../queue/queue.ts'
import type { Asked, RatingState } from './rating.ts'

export interface FinishedService {
  readonly ticketId: string
  readonly counter: number
  readonly at: string
  readonly by: string
  readonly byName: string
  readonly saidEnd?: string
}

/**
 * The ask that follows the end of a service, or `null`: ratings are off, no rating screen stands at that counter, the
 * visit was asked about before (一次一评, 国办发〔2019〕51号), or its end was told afterwards and nobody is there any more.
 * An ask that was withdrawn with the service it was about does not count.
 */
export function toAsk(
  desk: {
    readonly service: HallService
    readonly queues: ReadonlyMap<string, QueueState>
    readonly cases: ReadonlyMap<string, CaseState>
    readonly ratings: ReadonlyMap<string, RatingState>
  },
  finished: FinishedService,
  date: string
): Asked | null {
  const { rating, screens } = desk.service
  const { ticketId, counter, at, by, byName, saidEnd } = finished
  if (!rating.on || saidEnd !== undefined) return null
  if (!screens.some((plan) => plan.role === 'rating' && plan.counter === counter)) return null
  const day = desk.queues.get(date)
  const ticket = day && day.status !== 'unopened' ? day.tickets.get(ticketId) : undefined
  // Finished and taken back before this was looked at.
  if (ticket?.status !== 'finished') return null
  let n = 1
  for (let before = desk.ratings.get(`${ticketId}-1`); before; before = desk.ratings.get(`${ticketId}-${n}`)) {
    if (before.status !== 'notRated' || before.why !== 'closed') return null
    n += 1
  }
  return {
    ratingId: `${ticketId}-${n}`,
    ticketId,
    ticketNo: ticket.no,
    group: ticket.group,
    counter,
    personId: by,
    personName: byName,
    caseNos: caseNosOf(desk.cases.values(), ticket.no, date),
    at,
    on: date,
    until: new Date(Date.parse(at) + rating.timeoutSeconds * 1000).toISOString()
  }
}

/** Cases that were taken in on that day with that number. */
function caseNosOf(cases: Iterable<CaseState>, ticketNo: string, date: string): readonly string[] {
  return [...cases].flatMap((state) =>
    state.status !== 'none' && state.ticketNo === ticketNo && state.receivedOn === date ? [state.caseNo] : []
  )
}
