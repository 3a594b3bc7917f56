import { assertNever } from '../../kernel/assertNever.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { cannotTake, type Decided, type Desk, type Out, secondsSince } from './atCounter.ts'
import { serveWalkIn } from './issueActs.ts'
import { callOrder, mayCall } from './order.ts'
import type { OpenDay, Ticket } from './queue.ts'
import type { CallAct } from './queueCommands.ts'
import { undo } from './undo.ts'

type Of<Type extends CallAct['type']> = Extract<CallAct, { readonly type: Type }>

/** Acts of a counter on who waits for it. Each refuses as its own function says. */
export function callAct(day: OpenDay, desk: Desk, command: CallAct): Decided {
  switch (command.type) {
    case 'callNext':
      return callNext(day, desk, command)
    case 'callChosen':
      return callChosen(day, desk, command)
    case 'recall':
      return recall(desk, command)
    case 'markNoShow':
      return markNoShow(desk, command)
    case 'serveWalkIn':
      return serveWalkIn(day, desk, command)
    case 'undo':
      return undo(day, desk, command)
    default:
      return assertNever(command, 'call act')
  }
}

function called(
  ticket: Ticket,
  desk: Desk,
  { at, id: callId, by }: CallAct,
  chosen?: { readonly reason: string; readonly approvedBy: string }
): Decided {
  const { ticketId, no } = ticket
  const data = { ticketId, no, counter: desk.counter.no, at, callId, by, ...(chosen ? { chosen } : {}) }
  return accept<Out>([{ type: 'TicketCalled', v: 1, data }], { ticketId, no })
}

/** The first of the order. Refuses `counter-not-open`, `counter-busy {no}`, `nobody-waiting`. */
function callNext(day: OpenDay, desk: Desk, command: CallAct): Decided {
  const busy = cannotTake(desk)
  if (busy) return busy
  const next = callOrder(day, desk.counter, command.by)[0]
  return next ? called(next, desk, command) : refuse('nobody-waiting')
}

/**
 * Somebody out of turn, among those this counter calls. Refuses `counter-not-open`, `counter-busy {no}`,
 * `ticket-unknown`, `ticket-not-waiting {no}`, `ticket-not-here {no}`, `reason-missing`, and `choose-needs-lead` where
 * the hall wants a lead's word.
 */
function callChosen(day: OpenDay, desk: Desk, command: Of<'callChosen'>): Decided {
  const busy = cannotTake(desk)
  if (busy) return busy
  const ticket = day.tickets.get(command.ticketId)
  if (!ticket) return refuse('ticket-unknown')
  const { no } = ticket
  if (ticket.status !== 'waiting') return refuse('ticket-not-waiting', { no })
  if (!mayCall(day, ticket, desk.counter, command.by)) return refuse('ticket-not-here', { no })
  const { reason, approvedBy, service } = command
  if (reason.trim() === '') return refuse('reason-missing', { field: 'reason' })
  if (approvedBy === '' && service.queue.chooseBy === 'lead') return refuse('choose-needs-lead')
  return called(ticket, desk, command, { reason, approvedBy })
}

/**
 * The same number once more. Refuses `no-current-ticket`, `ticket-not-called {no}`, and `recall-too-soon {no, seconds}`
 * while a second press is taken for a slip of the finger.
 */
function recall({ counter, current }: Desk, command: CallAct): Decided {
  if (!current) return refuse('no-current-ticket')
  const { ticketId, no, calledAt } = current
  if (current.status !== 'called') return refuse('ticket-not-called', { no })
  const { at, id: callId, by, service } = command
  const passed = calledAt === null ? null : secondsSince(calledAt, at)
  const left = passed === null ? 0 : service.queue.recallLockSeconds - passed
  if (left > 0) return refuse('recall-too-soon', { no, seconds: Math.ceil(left) })
  const data = { ticketId, no, counter: counter.no, at, callId, by }
  return accept<Out>([{ type: 'TicketRecalled', v: 1, data }], { ticketId, no })
}

/**
 * 过号. Refuses `no-current-ticket`, `ticket-not-called {no}`, and `no-show-too-soon {no, calls, needCalls, seconds,
 * needSeconds}` until there were enough calls and enough seconds since the first.
 */
function markNoShow({ counter, current }: Desk, command: CallAct): Decided {
  if (!current) return refuse('no-current-ticket')
  const { ticketId, no, calls, firstCalledAt } = current
  if (current.status !== 'called') return refuse('ticket-not-called', { no })
  const { noShowCalls: needCalls, noShowSeconds: needSeconds } = command.service.queue
  const { at, by } = command
  const seconds = Math.floor((firstCalledAt === null ? null : secondsSince(firstCalledAt, at)) ?? needSeconds)
  if (calls < needCalls || seconds < needSeconds) {
    return refuse('no-show-too-soon', { no, calls, needCalls, seconds, needSeconds })
  }
  return accept<Out>([{ type: 'TicketMissed', v: 1, data: { ticketId, counter: counter.no, at, by } }])
}
