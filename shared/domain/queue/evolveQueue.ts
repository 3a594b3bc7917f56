import { assertNever } from '../../kernel/assertNever.ts'
import {
  type CounterDay,
  closedCounter,
  emptyDay,
  type LastAct,
  type OpenDay,
  type QueueState,
  type ServiceRun,
  type Ticket,
  type TicketPart,
  type TicketStep
} from './queue.ts'
import type { QueueEvent, UndoableAct } from './queueEvents.ts'

/** The hall screen lists the newest calls; more than this is never shown. */
const CALLS_KEPT = 12
/** More than the voice can have missed between two pushes. */
const SAYINGS_KEPT = 24

const UNPAUSED = { pauseReason: '', pausedAt: null, pausedUntil: null } as const

/** The part of a ticket that acts change; what an undo puts back. */
export function partOf(ticket: Ticket): TicketPart {
  const { ticketId: _t, no: _n, issuedAt: _i, ahead: _a, estimate: _e, source: _s, appointment: _p, ...rest } = ticket
  const { itemId: _item, trail: _trail, ...part } = rest
  return part
}

const withTicket = (day: OpenDay, id: string, change: Partial<Ticket>): OpenDay => {
  const ticket = day.tickets.get(id)
  if (!ticket) return day
  return { ...day, tickets: new Map(day.tickets).set(id, { ...ticket, ...change }) }
}

const withCounter = (day: OpenDay, no: number, change: Partial<CounterDay>): OpenDay => ({
  ...day,
  counters: new Map(day.counters).set(no, { ...(day.counters.get(no) ?? closedCounter), ...change })
})

/** Writes the step into the ticket's trail and changes it. */
function stepped(
  day: OpenDay,
  event: QueueEvent,
  data: { readonly ticketId: string; readonly at: string; readonly counter?: number },
  change: Partial<Ticket>,
  detail = ''
): OpenDay {
  const ticket = day.tickets.get(data.ticketId)
  if (!ticket) return day
  const step: TicketStep = { kind: event.type, at: data.at, counter: data.counter ?? null, detail }
  return withTicket(day, data.ticketId, { ...change, trail: [...ticket.trail, step] })
}

/** Remembers what the counter did, so that it can be taken back. `ticketId`: who is at the counter now. */
function remembered(
  before: OpenDay,
  after: OpenDay,
  act: UndoableAct,
  data: { readonly ticketId: string; readonly counter: number; readonly at: string },
  ticketId: string | null
): OpenDay {
  const ticket = before.tickets.get(data.ticketId)
  if (!ticket) return withCounter(after, data.counter, { ticketId })
  const heldTicketId = before.counters.get(data.counter)?.ticketId ?? null
  const last: LastAct = { act, ticketId: data.ticketId, at: data.at, before: partOf(ticket), heldTicketId }
  return withCounter(after, data.counter, { ticketId, last })
}

function called(day: OpenDay, event: Extract<QueueEvent, { type: 'TicketCalled' | 'TicketRecalled' }>): OpenDay {
  const { callId, no, counter, at, ticketId } = event.data
  const ticket = day.tickets.get(ticketId)
  const calls = (ticket?.calls ?? 0) + 1
  const change: Partial<Ticket> = {
    status: 'called',
    counter,
    calls,
    calledAt: at,
    firstCalledAt: ticket?.firstCalledAt ?? at
  }
  const reason = event.type === 'TicketCalled' ? (event.data.chosen?.reason ?? '') : ''
  const next = stepped(day, event, event.data, change, reason)
  const others = day.lastCalls.filter((call) => call.no !== no)
  const shown: OpenDay = {
    ...next,
    lastCalls: [{ callId, no, counter, at, calls }, ...others].slice(0, CALLS_KEPT),
    sayings: [{ sayId: callId, kind: 'call' as const, no, counter, at }, ...day.sayings].slice(0, SAYINGS_KEPT)
  }
  if (event.type === 'TicketCalled') return remembered(day, shown, 'TicketCalled', event.data, ticketId)
  return withCounter(shown, counter, { ticketId, last: null })
}

const endRun = (services: readonly ServiceRun[], at: string): readonly ServiceRun[] =>
  services.map((run) => (run.endedAt === null ? { ...run, endedAt: at } : run))

const secondsBetween = (from: string, to: string): number =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 1000))

/** Time at counters in seconds: neither the wait after a transfer nor what was held is in it. */
export const serviceSeconds = (services: readonly ServiceRun[]): number =>
  services.reduce((sum, run) => sum + (run.endedAt === null ? 0 : secondsBetween(run.startedAt, run.endedAt)), 0)

const beginRun = (group: string, counter: number, startedAt: string, by: string | undefined): ServiceRun => ({
  ...{ group, counter, startedAt, endedAt: null },
  ...(by === undefined ? {} : { by })
})

function finished(day: OpenDay, event: Extract<QueueEvent, { type: 'ServiceFinished' }>): OpenDay {
  const { data } = event
  const ticket = day.tickets.get(data.ticketId)
  const endedAt = data.saidEnd ?? data.at
  const times = data.saidEnd === undefined ? ('pressed' as const) : ('said' as const)
  const startedAt = ticket?.startedAt ?? endedAt
  const services = endRun(ticket?.services ?? [], endedAt)
  const next = stepped(day, event, data, { status: 'finished', startedAt, endedAt, times, services })
  const seconds = serviceSeconds(services)
  const { count, seconds: sum } = day.served
  // A time that somebody remembered is no measure for those who wait.
  const served = times === 'said' ? day.served : { count: count + 1, seconds: sum + seconds }
  return remembered(day, { ...next, served }, 'ServiceFinished', data, null)
}

function undone(day: OpenDay, event: Extract<QueueEvent, { type: 'ActUndone' }>): OpenDay {
  const { ticketId, counter, act, no, restored, heldTicketId, callId, at } = event.data
  const ticket = day.tickets.get(ticketId)
  let next = stepped(day, event, event.data, restored, act)
  if (act === 'ServiceFinished' && ticket?.times === 'pressed') {
    const { count, seconds } = day.served
    next = { ...next, served: { count: count - 1, seconds: seconds - serviceSeconds(ticket.services) } }
  }
  if (act === 'TicketCalled') {
    const withdrawn = { sayId: callId, kind: 'withdrawn' as const, no, counter, at }
    next = {
      ...next,
      lastCalls: day.lastCalls.filter((call) => call.no !== no),
      sayings: [withdrawn, ...day.sayings].slice(0, SAYINGS_KEPT)
    }
  }
  return withCounter(next, counter, { ticketId: heldTicketId, last: null })
}

function issued(day: OpenDay, event: Extract<QueueEvent, { type: 'TicketIssued' }>): OpenDay {
  const { serial, orderAt, priority, appointment, source, itemId, ...given } = event.data
  const ticket: Ticket = {
    ...given,
    status: 'waiting',
    counter: null,
    calls: 0,
    firstCalledAt: null,
    calledAt: null,
    startedAt: null,
    endedAt: null,
    orderAt: orderAt ?? given.issuedAt,
    priority: priority ?? null,
    rejoins: 0,
    forCounter: null,
    forPerson: null,
    heldReason: '',
    heldAt: null,
    confirmedAt: null,
    times: 'pressed',
    services: [],
    source: source ?? 'counter',
    appointment: appointment ?? null,
    itemId: itemId ?? null,
    trail: [{ kind: 'TicketIssued', at: given.issuedAt, counter: null, detail: '' }]
  }
  return {
    ...day,
    tickets: new Map(day.tickets).set(given.ticketId, ticket),
    // The letter of the number counts, whatever the group is corrected to later.
    serials: new Map(day.serials).set(given.group, serial)
  }
}

/** Folds one fact into the day. Total: a fact about a ticket nobody knows changes nothing. */
export function evolveQueue(state: QueueState, event: QueueEvent): QueueState {
  if (event.type === 'HallDayOpened') {
    return emptyDay('open', event.data.date, new Map(Object.entries(event.data.serials ?? {})))
  }
  if (state.status === 'unopened') return state
  switch (event.type) {
    case 'TicketIssued':
      return issued(state, event)
    case 'PriorityGranted': {
      const { priority, orderAt } = event.data
      return stepped(state, event, event.data, { priority, orderAt }, priority.reason)
    }
    case 'CounterOpened': {
      const { counter, by, byName } = event.data
      const open = withCounter(state, counter, { status: 'open', by, byName, ...UNPAUSED })
      // What another person did here is not this one's to take back.
      return state.counters.get(counter)?.by === by ? open : withCounter(open, counter, { last: null })
    }
    case 'CounterPaused': {
      const { counter, at = null, reason = '', until = null } = event.data
      const before = state.counters.get(counter)
      const pausedAt = before?.status === 'paused' ? before.pausedAt : at
      return withCounter(state, counter, { status: 'paused', pauseReason: reason, pausedAt, pausedUntil: until })
    }
    case 'CounterClosed':
      return withCounter(state, event.data.counter, { status: 'closed', ...UNPAUSED, last: null, alarm: null })
    case 'TicketCalled':
    case 'TicketRecalled':
      return called(state, event)
    case 'ServiceStarted': {
      const { ticketId, counter, at, by } = event.data
      const ticket = state.tickets.get(ticketId)
      const services = [...(ticket?.services ?? []), beginRun(ticket?.group ?? '', counter, at, by)]
      const change: Partial<Ticket> = { status: 'serving', counter, startedAt: ticket?.startedAt ?? at, services }
      const next = stepped(state, event, event.data, change)
      // Served without a ticket: taken back, the number would wait in a queue that the visitor never stood in.
      if (ticket?.status === 'waiting') return withCounter(next, counter, { ticketId, last: null })
      return remembered(state, next, 'ServiceStarted', event.data, ticketId)
    }
    case 'TicketMissed': {
      const next = stepped(state, event, event.data, { status: 'missed', endedAt: event.data.at })
      return remembered(state, next, 'TicketMissed', event.data, null)
    }
    case 'TicketRejoined': {
      const { ticketId, orderAt } = event.data
      const rejoins = (state.tickets.get(ticketId)?.rejoins ?? 0) + 1
      const back = { calls: 0, firstCalledAt: null, calledAt: null, endedAt: null, counter: null }
      return stepped(state, event, event.data, { status: 'waiting', orderAt, rejoins, ...back })
    }
    case 'TicketHeld': {
      const { ticketId, at, reason } = event.data
      const services = endRun(state.tickets.get(ticketId)?.services ?? [], at)
      const change: Partial<Ticket> = { status: 'held', heldReason: reason, heldAt: at, services }
      return remembered(state, stepped(state, event, event.data, change, reason), 'TicketHeld', event.data, null)
    }
    case 'TicketTakenBack': {
      const { ticketId, counter, at, by } = event.data
      const ticket = state.tickets.get(ticketId)
      const services = [...(ticket?.services ?? []), beginRun(ticket?.group ?? '', counter, at, by)]
      const change: Partial<Ticket> = { status: 'serving', counter, heldReason: '', heldAt: null, services }
      return withCounter(stepped(state, event, event.data, change), counter, { ticketId, last: null })
    }
    case 'TicketTransferred': {
      const { ticketId, at, group, toCounter, toPerson, toPersonName, reason } = event.data
      const services = endRun(state.tickets.get(ticketId)?.services ?? [], at)
      const change: Partial<Ticket> = {
        status: 'waiting',
        group,
        counter: null,
        forCounter: toCounter,
        forPerson: toPerson,
        calls: 0,
        firstCalledAt: null,
        calledAt: null,
        services
      }
      const to = toPersonName || (toCounter === null ? group : String(toCounter))
      const next = stepped(state, event, event.data, change, reason === '' ? to : `${to} ${reason}`)
      return remembered(state, next, 'TicketTransferred', event.data, null)
    }
    case 'NextServiceBegun': {
      const { ticketId, counter, at, by, group } = event.data
      const ended = endRun(state.tickets.get(ticketId)?.services ?? [], at)
      const services = [...ended, beginRun(group, counter, at, by)]
      const next = stepped(state, event, event.data, { group, services }, group)
      return withCounter(next, counter, { last: null })
    }
    case 'ServiceCorrected': {
      const { ticketId, counter, group } = event.data
      const ticket = state.tickets.get(ticketId)
      const services = (ticket?.services ?? []).map((run) => (run.endedAt === null ? { ...run, group } : run))
      return withCounter(stepped(state, event, event.data, { group, services }, group), counter, { last: null })
    }
    case 'ServiceFinished':
      return finished(state, event)
    case 'ServiceStillRunning':
      return stepped(state, event, event.data, { confirmedAt: event.data.at })
    case 'TicketCancelled': {
      const { ticketId, at, reason } = event.data
      const ticket = state.tickets.get(ticketId)
      const services = endRun(ticket?.services ?? [], at)
      const next = stepped(state, event, event.data, { status: 'cancelled', endedAt: at, services }, reason)
      const held = [...state.counters].find(([, counter]) => counter.ticketId === ticketId)
      return held ? withCounter(next, held[0], { ticketId: null, last: null }) : next
    }
    case 'ActUndone':
      return undone(state, event)
    case 'ColleagueCalled': {
      const { counter, at, byName, reason } = event.data
      return withCounter(state, counter, { alarm: { at, byName, reason } })
    }
    case 'ColleagueAnswered':
      return withCounter(state, event.data.counter, { alarm: null })
    case 'ExtendedServiceBegan':
      return { ...state, extendedSince: event.data.at }
    case 'ExtendedServiceEnded': {
      const { extendedSince, extendedSeconds } = state
      const seconds = extendedSince === null ? 0 : secondsBetween(extendedSince, event.data.at)
      return { ...state, extendedSince: null, extendedSeconds: extendedSeconds + seconds }
    }
    case 'TicketExpired':
      return stepped(state, event, event.data, { status: 'expired', endedAt: event.data.at })
    case 'HallDayClosed':
      return { ...state, status: 'closed' }
    default:
      return assertNever(event, 'queue event')
  }
}
