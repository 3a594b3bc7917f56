import { accept, refuse } from '../../kernel/result.ts'
import type { Counter } from '../hall/hall.ts'
import type { Decided, Out } from './atCounter.ts'
import type { OpenDay, Ticket } from './queue.ts'
import type { ServeAct } from './queueCommands.ts'

type Transfer = Extract<ServeAct, { readonly type: 'transfer' }>

/** Why the visitor cannot be sent there; `null`: they can. */
function refusalOf(
  day: OpenDay,
  counter: Counter,
  current: Ticket,
  command: Transfer
): ReturnType<typeof refuse> | null {
  const { hall, group, toCounter, toPerson, by } = command
  if (!hall.groups.some((g) => g.code === group)) return refuse('group-unknown', { field: 'group' })
  if (toCounter === counter.no) return refuse('transfer-self', { field: 'toCounter' })
  if (toPerson === by) return refuse('transfer-self', { field: 'toPerson' })
  if (toCounter !== null && !hall.counters.some((c) => c.no === toCounter)) {
    return refuse('counter-unknown', { field: 'toCounter' })
  }
  const statusOf = (no: number) => day.counters.get(no)?.status ?? 'closed'
  if (toCounter !== null && statusOf(toCounter) === 'closed') {
    return refuse('transfer-counter-closed', { field: 'toCounter', counter: toCounter })
  }
  const here = [...day.counters.values()].some((c) => c.status !== 'closed' && c.by === toPerson)
  if (toPerson !== null && !here) return refuse('transfer-person-absent', { field: 'toPerson' })
  if (toCounter !== null || toPerson !== null) return null
  const serving = hall.counters.filter((c) => c.groups.includes(group))
  if (serving.length === 0) return refuse('transfer-group-unserved', { field: 'group' })
  const elsewhere = serving.some((c) => c.no !== counter.no && statusOf(c.no) !== 'closed')
  // Back into the queue it came from: of use only when somebody else is there to call it.
  if (group === current.group && !elsewhere) return refuse('transfer-self', { field: 'group' })
  return null
}

/**
 * 转号: same number, same place, a group, counter or person of their own. A closed counter or an absent person is
 * refused at once; should they leave later, everybody who serves the group may call it (`mayCall`). Refuses
 * `group-unknown`, `counter-unknown`, `transfer-self`, `transfer-counter-closed {counter}`, `transfer-person-absent`,
 * `transfer-group-unserved`.
 */
export function transfer(day: OpenDay, counter: Counter, current: Ticket, command: Transfer): Decided {
  const refusal = refusalOf(day, counter, current, command)
  if (refusal) return refusal
  const { group, toCounter, toPerson, toPersonName, reason, at, by } = command
  const to = { group, toCounter, toPerson, toPersonName, reason }
  const { ticketId } = current
  return accept<Out>([{ type: 'TicketTransferred', v: 1, data: { ticketId, counter: counter.no, at, by, ...to } }])
}
