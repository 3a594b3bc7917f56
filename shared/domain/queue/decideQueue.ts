import type { TicketPaper } from '../../documents/papers.ts'
import { assertNever } from '../../kernel/assertNever.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { Counter, HallConfig } from '../hall/hall.ts'
import { paperHall } from '../hall/paperHall.ts'
import { type DocumentIssued, TEMPLATE } from '../printing/printing.ts'
import { evolveQueue, type QueueEvent, type QueueState, type Ticket } from './queue.ts'
import { estimateWait, nextTickets, ticketNumber, waitingIn } from './rules.ts'

type Day = Extract<QueueState, { status: 'open' | 'closed' }>
type Out = QueueEvent | DocumentIssued

/** `at` is an ISO instant, `date` its date in Shanghai; `id` is fresh and becomes the call's. */
interface Given {
  readonly at: string
  readonly date: string
  readonly id: string
  readonly hall: HallConfig
}

interface AtCounter extends Given {
  readonly counter: number | null
  readonly by: string
  readonly byName: string
}

export type QueueCommand =
  | (Given & { readonly type: 'issueTicket'; readonly group: string })
  | (AtCounter & {
      readonly type:
        | 'openCounter'
        | 'pauseCounter'
        | 'closeCounter'
        | 'callNext'
        | 'recall'
        | 'startService'
        | 'markNoShow'
        | 'finishService'
    })
  | (Given & { readonly type: 'closeDay' })

/**
 * The rules of the queue of one hall and day. The first command of a day opens it. Refuses `group-unknown`,
 * `no-counter`, `counter-not-open`, `counter-taken`, `counter-busy {no}`, `nobody-waiting`, `no-current-ticket`,
 * `ticket-not-called`, `ticket-not-serving`, `day-closed`.
 */
export function decideQueue(state: QueueState, command: QueueCommand): Decision<Out> {
  if (state.status !== 'open') {
    if (command.type === 'closeDay') return accept([])
    // A day is closed by the clock. If the clock was wrong and comes back, the hall works on; numbers go on counting.
    const serials = state.status === 'closed' ? { serials: Object.fromEntries(state.serials) } : {}
    const opening: QueueEvent = { type: 'HallDayOpened', v: 1, data: { date: command.date, ...serials } }
    const opened = evolveQueue(state, opening)
    if (opened.status === 'unopened') return refuse('day-closed')
    const first = decideOpen(opened, command)
    if (!first.ok || first.events.length === 0) return first
    return { ...first, events: [opening, ...first.events] }
  }
  return decideOpen(state, command)
}

function decideOpen(day: Day, command: QueueCommand): Decision<Out> {
  switch (command.type) {
    case 'issueTicket':
      return issueTicket(day, command)
    case 'closeDay':
      return closeDay(day, command)
    case 'openCounter':
    case 'pauseCounter':
    case 'closeCounter':
    case 'callNext':
    case 'recall':
    case 'startService':
    case 'markNoShow':
    case 'finishService': {
      const counter = command.hall.counters.find((c) => c.no === command.counter)
      if (!counter) return refuse('no-counter')
      return atCounter(day, counter, command)
    }
    default:
      return assertNever(command, 'queue command')
  }
}

function issueTicket(day: Day, command: Given & { readonly group: string }): Decision<Out> {
  const group = command.hall.groups.find((g) => g.code === command.group)
  if (!group) return refuse('group-unknown', { field: 'group' })
  const serial = (day.serials.get(group.code) ?? 0) + 1
  const no = ticketNumber(group.code, serial)
  const issuedAt = command.at
  // Unique by itself, so that a ticket's paper can never fall together with another one's.
  const ticketId = `${day.date.replaceAll('-', '')}-${no}`
  const ahead = waitingIn(day, group.code)
  const estimate = estimateWait(day, command.hall.counters, group.code)
  const paper: TicketPaper = {
    kind: 'ticket',
    hall: paperHall(command.hall),
    no,
    groupName: group.name,
    ahead,
    estimate,
    counters: command.hall.counters.filter((c) => c.groups.includes(group.code)).map((c) => c.no),
    issuedAt,
    ticketId
  }
  const docId = `t-${ticketId}`
  return accept<Out>(
    [
      { type: 'TicketIssued', v: 1, data: { ticketId, no, group: group.code, serial, issuedAt, ahead, estimate } },
      { type: 'DocumentIssued', v: 1, data: { docId, docNo: no, template: TEMPLATE, caseId: null, paper } }
    ],
    { ticketId, no, docId, ahead, estimate: estimate && { ...estimate } }
  )
}

/** Nothing stays undisposed overnight: whoever still waits or is being served is expired by name of the ticket. */
function closeDay(day: Day, command: Given): Decision<Out> {
  const left = [...day.tickets.values()].filter((t) => ['waiting', 'called', 'serving'].includes(t.status))
  const expired = left.map(
    (t): Out => ({ type: 'TicketExpired', v: 1, data: { ticketId: t.ticketId, at: command.at } })
  )
  const closed: Out = { type: 'HallDayClosed', v: 1, data: { date: day.date, expired: left.map((t) => t.no) } }
  return accept([...expired, closed])
}

const HAS_TICKET = ['called', 'serving']

function atCounter(day: Day, counter: Counter, command: Extract<QueueCommand, AtCounter>): Decision<Out> {
  const held = day.counters.get(counter.no)
  const ticket = held?.ticketId ? (day.tickets.get(held.ticketId) ?? null) : null
  const current = ticket && HAS_TICKET.includes(ticket.status) ? ticket : null
  const { at, id, by, byName } = command
  switch (command.type) {
    case 'openCounter':
      if (held?.status === 'open' && held.by !== by) return refuse('counter-taken', { by: held.byName })
      if (held?.status === 'open') return accept([])
      return accept<Out>([{ type: 'CounterOpened', v: 1, data: { counter: counter.no, by, byName } }])
    case 'pauseCounter':
      if (held?.status !== 'open') return accept([])
      return accept<Out>([{ type: 'CounterPaused', v: 1, data: { counter: counter.no } }])
    case 'closeCounter':
      if (!held || held.status === 'closed') return accept([])
      if (current) return refuse('counter-busy', { no: current.no })
      return accept<Out>([{ type: 'CounterClosed', v: 1, data: { counter: counter.no } }])
    case 'callNext': {
      if (held?.status !== 'open') return refuse('counter-not-open')
      if (current) return refuse('counter-busy', { no: current.no })
      const next = nextTickets(day, counter)[0]
      if (!next) return refuse('nobody-waiting')
      const data = { ticketId: next.ticketId, no: next.no, counter: counter.no, at, callId: id }
      return accept<Out>([{ type: 'TicketCalled', v: 1, data }], { ticketId: next.ticketId, no: next.no })
    }
    case 'recall': {
      if (!current) return refuse('no-current-ticket')
      if (current.status !== 'called') return refuse('ticket-not-called', { no: current.no })
      const data = { ticketId: current.ticketId, no: current.no, counter: counter.no, at, callId: id }
      return accept<Out>([{ type: 'TicketRecalled', v: 1, data }], { ticketId: current.ticketId, no: current.no })
    }
    case 'startService':
      return withCurrent(current, 'called', 'ticket-not-called', 'ServiceStarted', counter.no, at)
    case 'markNoShow':
      return withCurrent(current, 'called', 'ticket-not-called', 'TicketMissed', counter.no, at)
    case 'finishService':
      return withCurrent(current, 'serving', 'ticket-not-serving', 'ServiceFinished', counter.no, at)
    default:
      return assertNever(command.type, 'counter command')
  }
}

function withCurrent(
  current: Ticket | null,
  status: Ticket['status'],
  otherwise: string,
  type: 'ServiceStarted' | 'TicketMissed' | 'ServiceFinished',
  counter: number,
  at: string
): Decision<Out> {
  if (!current) return refuse('no-current-ticket')
  if (current.status !== status) return refuse(otherwise, { no: current.no })
  return accept<Out>([{ type, v: 1, data: { ticketId: current.ticketId, counter, at } }])
}
