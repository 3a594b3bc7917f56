import { assertNever } from '../../kernel/assertNever.ts'
import { accept, refuse } from '../../kernel/result.ts'
import { type Decided, type Desk, deskOf } from './atCounter.ts'
import { callAct } from './callActs.ts'
import { counterAct } from './counterActs.ts'
import { dayAct } from './dayActs.ts'
import { evolveQueue } from './evolveQueue.ts'
import { grantPriority, issueTicket } from './issueActs.ts'
import type { OpenDay, QueueState } from './queue.ts'
import type { AtCounter, QueueCommand } from './queueCommands.ts'
import type { QueueEvent } from './queueEvents.ts'
import { serveAct } from './serveActs.ts'
import { ticketAct } from './ticketActs.ts'

export type { QueueCommand } from './queueCommands.ts'

/**
 * The rules of the queue of one hall and day. The first command of a day opens it; a closed one is opened again from a
 * counter and its numbers go on, while the kiosk says `hall-closed`. Acts at a counter refuse `no-counter` where
 * nobody chose one. What each act refuses stands at its function.
 */
export function decideQueue(state: QueueState, command: QueueCommand): Decided {
  if (state.status === 'open') return decideOpen(state, command)
  const ends = command.type === 'closeDay' || command.type === 'closeHall' || command.type === 'extendedService'
  if (ends) return accept([])
  const closed = state.status === 'closed'
  if (closed && command.type === 'issueTicket' && command.source === 'kiosk') return refuse('hall-closed')
  // A day may be closed by the clock. If the clock was wrong and comes back, the hall works on.
  const serials = closed ? { serials: Object.fromEntries(state.serials) } : {}
  const opening: QueueEvent = { type: 'HallDayOpened', v: 1, data: { date: command.date, ...serials } }
  const opened = evolveQueue(state, opening)
  if (opened.status === 'unopened') return refuse('day-closed')
  const first = decideOpen(opened, command)
  if (!first.ok || first.events.length === 0) return first
  return { ...first, events: [opening, ...first.events] }
}

function decideOpen(day: OpenDay, command: QueueCommand): Decided {
  switch (command.type) {
    case 'issueTicket':
      return issueTicket(day, command)
    case 'grantPriority':
      return grantPriority(day, command)
    case 'openCounter':
    case 'pauseCounter':
    case 'closeCounter':
    case 'callColleague':
      return atDesk(day, command, (desk) => counterAct(desk, command))
    case 'answerColleague':
      // Answered from wherever somebody is: the counter is the one that called.
      return atDesk(day, command, (desk) => counterAct(desk, command), 'counter-unknown')
    case 'callNext':
    case 'callChosen':
    case 'recall':
    case 'markNoShow':
    case 'serveWalkIn':
    case 'undo':
      return atDesk(day, command, (desk) => callAct(day, desk, command))
    case 'startService':
    case 'hold':
    case 'takeBack':
    case 'transfer':
    case 'nextService':
    case 'correctService':
    case 'finishService':
    case 'stillServing':
      return atDesk(day, command, (desk) => serveAct(day, desk, command))
    case 'rejoin':
    case 'cancelTicket':
      return ticketAct(day, command)
    case 'closeHall':
    case 'extendedService':
    case 'closeDay':
      return dayAct(day, command)
    default:
      return assertNever(command, 'queue command')
  }
}

function atDesk(
  day: OpenDay,
  { hall, counter }: AtCounter,
  act: (desk: Desk) => Decided,
  otherwise = 'no-counter'
): Decided {
  const desk = deskOf(day, hall, counter)
  return desk ? act(desk) : refuse(otherwise)
}
