import { assertNever } from '../../kernel/assertNever.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { cannotTake, type Decided, type Desk, type Out } from './atCounter.ts'
import type { OpenDay, Ticket } from './queue.ts'
import type { ServeAct } from './queueCommands.ts'
import { transfer } from './transfer.ts'

type Of<Type extends ServeAct['type']> = Extract<ServeAct, { readonly type: Type }>

/**
 * Acts on the visitor at the counter. Most refuse `no-current-ticket` and, by what they need, `ticket-not-called {no}`
 * or `ticket-not-serving {no}`; more stands at each.
 */
export function serveAct(day: OpenDay, desk: Desk, command: ServeAct): Decided {
  if (command.type === 'takeBack') return takeBack(day, desk, command)
  const { current, counter } = desk
  if (!current) return refuse('no-current-ticket')
  const { ticketId, no, status } = current
  const { at, by, byName } = command
  const facts = { ticketId, counter: counter.no, at, by }
  if (command.type === 'startService') {
    if (status !== 'called') return refuse('ticket-not-called', { no })
    return accept<Out>([{ type: 'ServiceStarted', v: 1, data: { ...facts, byName } }])
  }
  if (command.type === 'transfer') return transfer(day, counter, current, command)
  if (command.type === 'correctService') return correctService(desk, current, command)
  if (status !== 'serving') return refuse('ticket-not-serving', { no })
  switch (command.type) {
    case 'hold':
      return accept<Out>([{ type: 'TicketHeld', v: 1, data: { ...facts, byName, reason: command.reason } }])
    case 'nextService': {
      const refusal = notHere(desk, command)
      if (refusal) return refusal
      return accept<Out>([{ type: 'NextServiceBegun', v: 1, data: { ...facts, group: command.group } }])
    }
    case 'stillServing':
      return accept<Out>([{ type: 'ServiceStillRunning', v: 1, data: facts }])
    case 'finishService':
      return finishService(current, command, facts)
    default:
      return assertNever(command, 'serve act')
  }
}

/**
 * Back to whichever counter the visitor comes to. Refuses `ticket-unknown`, `ticket-not-held {no}`, `counter-not-open`,
 * `counter-busy {no}`.
 */
function takeBack(day: OpenDay, desk: Desk, { ticketId, at, by, byName }: Of<'takeBack'>): Decided {
  const ticket = day.tickets.get(ticketId)
  if (!ticket) return refuse('ticket-unknown')
  const { no } = ticket
  if (ticket.status !== 'held') return refuse('ticket-not-held', { no })
  const busy = cannotTake(desk)
  if (busy) return busy
  const data = { ticketId, counter: desk.counter.no, at, by, byName }
  return accept<Out>([{ type: 'TicketTakenBack', v: 1, data }], { ticketId, no })
}

/** Refuses a group that is unknown (`group-unknown`) or not this counter's (`group-not-here {group}`): then transfer. */
function notHere(
  { counter }: Desk,
  { group, hall }: { readonly group: string; readonly hall: ServeAct['hall'] }
): ReturnType<typeof refuse> | null {
  const known = hall.groups.find((g) => g.code === group)
  if (!known) return refuse('group-unknown', { field: 'group' })
  return counter.groups.includes(group) ? null : refuse('group-not-here', { field: 'group', group: known.name })
}

/** Taken for the wrong matter, and the right one is done here too. The number stays as it is. */
function correctService(desk: Desk, current: Ticket, command: Of<'correctService'>): Decided {
  const { group, at, by } = command
  const refusal = notHere(desk, command)
  if (refusal) return refusal
  const { ticketId, group: from } = current
  if (from === group) return accept([])
  const data = { ticketId, counter: desk.counter.no, at, by, from, group }
  return accept<Out>([{ type: 'ServiceCorrected', v: 1, data }])
}

/**
 * Ends the visit. Who forgot the key says when it really ended: not before this service began, not after now
 * (`said-end-wrong {from}`).
 */
function finishService(
  current: Ticket,
  { saidEnd, at }: Of<'finishService'>,
  facts: { readonly ticketId: string; readonly counter: number; readonly at: string; readonly by: string }
): Decided {
  if (saidEnd === null) return accept<Out>([{ type: 'ServiceFinished', v: 1, data: facts }])
  const from = current.services.at(-1)?.startedAt ?? current.startedAt ?? at
  if (Date.parse(saidEnd) < Date.parse(from) || Date.parse(saidEnd) > Date.parse(at)) {
    return refuse('said-end-wrong', { field: 'saidEnd', from })
  }
  return accept<Out>([{ type: 'ServiceFinished', v: 1, data: { ...facts, saidEnd } }])
}
