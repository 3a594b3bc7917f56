import { accept, refuse } from '../../kernel/result.ts'
import type { HallConfig } from '../hall/hall.ts'
import { type Decided, type Desk, deskOf, type Out, secondsSince } from './atCounter.ts'
import type { LastAct, OpenDay } from './queue.ts'
import type { AtCounter } from './queueCommands.ts'

type Undoable =
  | { readonly ok: true; readonly last: LastAct; readonly no: string; readonly until: string }
  | ReturnType<typeof refuse>

/**
 * What a counter may take back, and until when (ISO instant). Refuses `undo-nothing`, `undo-too-late {seconds}`,
 * `undo-changed {no}` when anything has happened to the number since, `counter-busy {no}` when somebody else is at the
 * counter.
 */
function undoableAt(day: OpenDay, { counter, held, current }: Desk, at: string, undoSeconds: number): Undoable {
  const { last } = held
  const ticket = last && day.tickets.get(last.ticketId)
  if (!last || !ticket) return refuse('undo-nothing')
  const { no } = ticket
  if ((secondsSince(last.at, at) ?? 0) > undoSeconds) return refuse('undo-too-late', { no, seconds: undoSeconds })
  // Every act leaves a step on the ticket: another one than this counter's own act is a change by somebody else.
  const step = ticket.trail.at(-1)
  const own = step?.kind === last.act && step.at === last.at && step.counter === counter.no
  if (!own) return refuse('undo-changed', { no })
  if (current && current.ticketId !== last.ticketId) return refuse('counter-busy', { no: current.no })
  return { ok: true, last, no, until: new Date(Date.parse(last.at) + undoSeconds * 1000).toISOString() }
}

/** For screens: what this counter may take back now, or `null`. */
export function undoable(
  day: OpenDay,
  hall: HallConfig,
  counter: number | null,
  at: string,
  undoSeconds: number
): { readonly act: LastAct['act']; readonly no: string; readonly until: string } | null {
  const desk = deskOf(day, hall, counter)
  const found = desk && undoableAt(day, desk, at, undoSeconds)
  return found?.ok ? { act: found.last.act, no: found.no, until: found.until } : null
}

/** Takes the last act of this counter back: the ticket is again what it was, screen and voice correct themselves. */
export function undo(day: OpenDay, desk: Desk, { at, by, id: callId, service }: AtCounter): Decided {
  const found = undoableAt(day, desk, at, service.queue.undoSeconds)
  if (!found.ok) return found
  const { no, last } = found
  const { ticketId, act, before: restored, heldTicketId } = last
  const data = { ticketId, counter: desk.counter.no, at, by, act, no, restored, heldTicketId, callId }
  return accept<Out>([{ type: 'ActUndone', v: 1, data }], { ticketId, no })
}
