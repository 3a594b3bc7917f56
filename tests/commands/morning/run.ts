import type { Caller } from '../../../electron/ipc/bindContract.ts'
import type { CommandName, InputOf } from '../../../shared/contract/contract.ts'
import { defaultHallService } from '../../../shared/domain/hall/service.ts'
import type { OpenDay } from '../../../shared/domain/queue/queue.ts'
import type { Reply } from '../../../shared/kernel/result.ts'
import { chance as chanceOf } from './chance.ts'
import { Clerk } from './clerk.ts'
import { atCounter, type MorningHall, openMorning } from './hall.ts'
import { type Visitor, visitorsOf } from './visitors.ts'

const OPENS = '2026-11-23T00:30:00.000Z'
/** From 08:30 to 11:30 people come. */
const COMING = 3 * 3600
/** The clock moves by so many seconds at once; whatever is due then happens at the same time. */
const TICK = 5
/** Nobody works on for ever: a morning that does not end is a fault. */
const LATEST = 6 * 3600

const KIOSK: Caller = { contentsId: 90, screen: 'kiosk', session: null }
const HALL_SCREEN: Caller = { contentsId: 91, screen: 'hall', session: null }

export interface Morning {
  readonly hall: MorningHall
  /** The day as the desk had it just before the hall was closed. */
  readonly day: OpenDay
  readonly visitors: readonly Visitor[]
  /** Refusals by code: what people pressed that led nowhere. */
  readonly refused: ReadonlyMap<string, number>
  /** Presses that were sent twice with the same id. */
  readonly doubled: number
  /** What closing the hall said while people were waiting. */
  readonly closedEarly: Reply<unknown>
  readonly closed: Reply<unknown>
}

/** The hall of a morning: 08:30 to the last visitor, moved as fast as this PC can. */
export async function runMorning(seed: number, count: number): Promise<Morning> {
  const chance = chanceOf(seed)
  const service = defaultHallService()
  const hall = await openMorning(OPENS, {
    ...service,
    appointments: { ...service.appointments, on: true, places: { A: 2, C: 1 } }
  })
  const { handlers, ambient, terminal } = hall
  const refused = new Map<string, number>()
  let presses = 0
  let doubled = 0

  const send = async <K extends CommandName>(caller: Caller, name: K, input: InputOf<K>): Promise<Reply<unknown>> => {
    presses += 1
    const commandId = `press-${presses}`
    const knock = () =>
      (handlers[name] as (i: InputOf<K>, c: Caller, id: string) => Promise<Reply<unknown>>)(input, caller, commandId)
    const twice = chance.is(0.05)
    if (twice) doubled += 1
    const [reply, again] = await Promise.all(twice ? [knock(), knock()] : [knock()])
    if (reply && again && reply.ok && JSON.stringify(reply) !== JSON.stringify(again)) {
      throw new Error(`one press, two answers: ${name} ${JSON.stringify([reply, again])}`)
    }
    const answer = reply as Reply<unknown>
    if (!answer.ok) refused.set(answer.refusal.code, (refused.get(answer.refusal.code) ?? 0) + 1)
    return answer
  }

  const visitors = visitorsOf(
    chance,
    hall.hall.groups.map((group) => group.code),
    count,
    COMING
  )
  const byTicket = new Map<string, Visitor>()
  const clerks = hall.hall.counters.map(
    ({ no }) =>
      new Clerk(no, {
        hall,
        chance,
        press: (at, name, input) => send(atCounter(at), name, input),
        visitorOf: (ticketId) => byTicket.get(ticketId)
      })
  )
  await book(visitors, send, chance.between)

  const arrive = async (visitor: Visitor): Promise<void> => {
    const { group, code, priority: reason } = visitor
    const priority = reason && { reason, note: '' }
    const reply =
      code !== null
        ? await send(KIOSK, 'kiosk.checkIn', { code, paper: true })
        : visitor.at === 'kiosk'
          ? await send(KIOSK, 'kiosk.take', { group, itemId: null, priority, paper: chance.is(0.9) })
          : await send(atCounter(1), 'queue.issueTicket', { group, priority })
    if (!reply.ok) throw new Error(`no number: ${JSON.stringify(reply)}`)
    visitor.ticketId = (reply.value as { ticketId: string }).ticketId
    byTicket.set(visitor.ticketId, visitor)
  }

  const dayNow = (): OpenDay | null => {
    const day = terminal.desk.queues.get('2026-11-23')
    return day && day.status !== 'unopened' ? day : null
  }
  const comeBack = async (now: number): Promise<void> => {
    for (const ticket of dayNow()?.tickets.values() ?? []) {
      const back = byTicket.get(ticket.ticketId)?.back
      if (ticket.status !== 'missed' || back === null || back === undefined || ticket.rejoins > 0) continue
      const since = (Date.parse(ambient.nowIso()) - Date.parse(ticket.endedAt ?? '')) / 1000
      if (since >= back && now < COMING) await send(atCounter(1), 'queue.rejoin', { ticketId: ticket.ticketId })
    }
  }
  const said = new Set<string>()
  /** Two hall screens hear the same calls. */
  const speak = (): Promise<unknown>[] =>
    (dayNow()?.sayings ?? []).flatMap(({ sayId }) => {
      if (said.has(sayId)) return []
      said.add(sayId)
      const at = ambient.nowIso()
      const input = { sayId, how: 'clips', times: 2, startedAt: at, endedAt: at } as const
      return [send(HALL_SCREEN, 'hall.said', input), send(HALL_SCREEN, 'hall.said', input)]
    })

  const undisposed = (): boolean =>
    [...(dayNow()?.tickets.values() ?? [])].some((t) => ['waiting', 'called', 'serving', 'held'].includes(t.status))

  const lead: Caller = {
    contentsId: 92,
    screen: 'counter',
    session: { personId: 'p1', name: '窗口1', roles: ['lead'], counter: null }
  }
  let closedEarly: Reply<unknown> = { ok: true, value: null }
  let next = 0
  for (let now = 0; now < COMING || undisposed(); now += TICK) {
    if (now > LATEST) throw new Error(`seed ${seed}: the morning does not end`)
    const coming: Visitor[] = []
    while ((visitors[next]?.comesAt ?? Number.POSITIVE_INFINITY) <= now) coming.push(visitors[next++] as Visitor)
    const day = dayNow()
    await Promise.all([...coming.map(arrive), ...clerks.map((clerk) => clerk.step(day, now)), ...speak()])
    await comeBack(now)
    if (now % 60 === 0) await hall.minute()
    if (now === COMING / 2) closedEarly = await send(lead, 'queue.closeHall', {})
    ambient.pass(TICK)
  }
  await hall.minute()
  const day = dayNow()
  if (!day) throw new Error(`seed ${seed}: nobody came`)
  const closed = await send(lead, 'queue.closeHall', {})
  return { hall, day, visitors, refused, doubled, closedEarly, closed }
}

/** The first visitors of two groups have agreed a time, and come about then; every fourth does not come. */
async function book(
  visitors: Visitor[],
  send: <K extends CommandName>(caller: Caller, name: K, input: InputOf<K>) => Promise<Reply<unknown>>,
  between: (low: number, high: number) => number
): Promise<void> {
  const slots = ['09:00', '09:30', '10:00', '10:30', '11:00']
  for (const group of ['A', 'C']) {
    const some = visitors.filter((visitor) => visitor.group === group).slice(-slots.length)
    for (const [n, slot] of slots.entries()) {
      const input = { group, date: '2026-11-23', slot, name: '单雨青', phone: null }
      const reply = await send(atCounter(1), 'appointments.book', input)
      if (!reply.ok) throw new Error(JSON.stringify(reply))
      const visitor = some[n]
      if (!visitor || n % 4 === 3) continue
      visitor.code = (reply.value as { code: string }).code
      // 09:00 is half an hour after the hall opens.
      Object.assign(visitor, { comesAt: 1800 + n * 1800 + between(-900, 1200) })
    }
  }
  visitors.sort((one, other) => one.comesAt - other.comesAt)
}
