import { ENDED, type KnownCaseState } from '../domain/casework/case.ts'
import type { CaseReading } from '../domain/casework/reading.ts'
import type { Counter, HallConfig } from '../domain/hall/hall.ts'
import type { QueueState, Ticket } from '../domain/queue/queue.ts'
import { nextTickets } from '../domain/queue/rules.ts'
import { caseShown } from './caseShown.ts'
import type { Desk } from './desk.ts'
import { isUnprinted, paperShown } from './paperShown.ts'
import type { CaseShown, CounterShown, DeskView, HallView, TicketShown } from './views.ts'

const WAITING_SHOWN = 60
const TODAY_SHOWN = 20

const isOpenCase = (state: KnownCaseState): boolean =>
  !ENDED.has(state.status) && state.status !== 'enquiry' && state.status !== 'answered'

type Day = Extract<QueueState, { status: 'open' | 'closed' }>

const dayOf = (queue: QueueState | undefined): Day | null => (queue && queue.status !== 'unopened' ? queue : null)

function counterShown(counter: Counter, day: Day | null): CounterShown {
  const held = day?.counters.get(counter.no)
  const ticket = held?.ticketId ? day?.tickets.get(held.ticketId) : undefined
  return {
    no: counter.no,
    name: counter.name,
    status: held?.status ?? 'closed',
    byName: held && held.status !== 'closed' ? held.byName : '',
    ticketNo: ticket?.no ?? null
  }
}

const groupsShown = (hall: HallConfig, day: Day | null) => {
  const waiting = new Map<string, number>()
  for (const ticket of day?.tickets.values() ?? []) {
    if (ticket.status === 'waiting') waiting.set(ticket.group, (waiting.get(ticket.group) ?? 0) + 1)
  }
  return hall.groups.map(({ code, name }) => ({ code, name, waiting: waiting.get(code) ?? 0 }))
}

const sum = (groups: readonly { readonly waiting: number }[]): number => groups.reduce((n, g) => n + g.waiting, 0)

/** What the hall screen shows: numbers, never people. */
export function hallView(hall: HallConfig, queue: QueueState | undefined, date: string): HallView {
  const day = dayOf(queue)
  const groups = groupsShown(hall, day)
  return {
    hallName: hall.name,
    demo: hall.demo,
    date,
    calls: day?.lastCalls ?? [],
    groups,
    counters: hall.counters.map((counter) => {
      const { byName: _byName, ...shown } = counterShown(counter, day)
      return shown
    }),
    waitingAll: sum(groups),
    enquiryPhone: hall.enquiryPhone,
    supervisionPhone: hall.supervisionPhone,
    hours: hall.hours
  }
}

/** What one clerk sees of today. */
export function deskView(
  desk: Desk,
  hall: HallConfig,
  date: string,
  counterNo: number | null,
  reading: (state: KnownCaseState) => CaseReading
): DeskView {
  const day = dayOf(desk.queues.get(date))
  const counter = hall.counters.find((c) => c.no === counterNo)
  const held = counterNo === null ? undefined : day?.counters.get(counterNo)
  const current = held?.ticketId ? day?.tickets.get(held.ticketId) : undefined
  const groupNames = new Map(hall.groups.map((g) => [g.code, g.name]))
  const shown = (t: Ticket): TicketShown => {
    const { ticketId, no, status, issuedAt, calledAt, startedAt, calls } = t
    return { ticketId, no, groupName: groupNames.get(t.group) ?? t.group, status, issuedAt, calledAt, startedAt, calls }
  }
  const mine = day && counter ? nextTickets(day, counter) : []
  const groups = groupsShown(hall, day)
  const cases = [...desk.cases.values()].flatMap((c) => (c.status === 'none' ? [] : [c]))
  const brief = (state: KnownCaseState): CaseShown => caseShown(state, reading)
  // A case that came back and was accepted and completed in one go is today's work too.
  const today = cases.filter((c) => c.receivedOn === date || ('acceptedOn' in c && c.acceptedOn === date))
  return {
    date,
    counter: counterNo,
    counterStatus: held?.status ?? 'closed',
    current: current ? shown(current) : null,
    waiting: mine.slice(0, WAITING_SHOWN).map(shown),
    waitingHere: mine.length,
    waitingAll: sum(groups),
    groups,
    counters: hall.counters.map((c) => counterShown(c, day)),
    unprinted: [...desk.papers.values()].map(paperShown).filter(isUnprinted),
    today: today.slice(-TODAY_SHOWN).reverse().map(brief),
    openCases: cases.filter(isOpenCase).length
  }
}
