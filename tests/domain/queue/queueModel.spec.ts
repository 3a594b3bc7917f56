import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import type { HallService } from '../../../shared/domain/hall/service.ts'
import { decideQueue } from '../../../shared/domain/queue/decideQueue.ts'
import { estimateWait } from '../../../shared/domain/queue/estimate.ts'
import { partOf } from '../../../shared/domain/queue/evolveQueue.ts'
import { callOrder } from '../../../shared/domain/queue/order.ts'
import type { OpenDay, QueueState } from '../../../shared/domain/queue/queue.ts'
import type { QueueEvent, UndoableAct } from '../../../shared/domain/queue/queueEvents.ts'
import { DAY, type QueueOut, queueRules } from '../../support/builders.ts'
import { Model } from './model.ts'
import type { Step } from './modelSteps.ts'
import {
  CLOSING_TIME,
  commandOf,
  instantOf,
  type RandomDay,
  randomDay,
  resolved,
  SMALL_HALL,
  serviceOf
} from './randomDays.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 180_000 })

const UNDOABLE: readonly string[] = [
  ...(['TicketCalled', 'ServiceStarted', 'TicketMissed', 'ServiceFinished', 'TicketHeld'] satisfies UndoableAct[]),
  'TicketTransferred'
]

interface Moment {
  readonly asked: Step
  readonly now: number
  readonly n: number
  readonly service: HallService
  readonly model: Model
  readonly before: QueueState
  readonly after: QueueState
  /** Empty for a refusal. */
  readonly events: readonly QueueOut[]
  readonly answer: string | null | 'nothing'
  readonly expected: string | null | 'nothing'
}

/** Lives through a day in the product and in the model, and looks at each moment. */
function live(day: RandomDay, look: (moment: Moment) => void): { state: QueueState; events: readonly QueueOut[] } {
  const model = new Model(day.settings)
  const service = serviceOf(day.settings)
  const all: QueueOut[] = []
  let state: QueueState = queueRules.initial
  let now = day.start
  day.steps.forEach(({ pass, step }, n) => {
    now += pass
    const asked = resolved(step, model)
    const decision = decideQueue(state, commandOf(asked, service, now, n))
    const expected = model.run(asked, now)
    const events = decision.ok ? decision.events : []
    const done = events.length === 0 ? 'nothing' : null
    const answer = decision.ok ? done : decision.refusal.code
    const before = state
    state = events.reduce(queueRules.evolve, state)
    all.push(...events)
    look({ asked, now, n, service, model, before, after: state, events, answer, expected })
  })
  return { state, events: all }
}

const openDay = (state: QueueState): OpenDay | null => (state.status === 'open' ? state : null)
const ticketsIn = (state: QueueState) => (state.status === 'unopened' ? [] : [...state.tickets.values()])

const spoken = (state: QueueState): string =>
  ticketsIn(state)
    .map((t) => `${t.no} ${t.group} ${t.status} ${t.counter} ${t.calls} ${Date.parse(t.orderAt)}`)
    .join('\n')

const spokenModel = ({ day }: Model): string =>
  day.tickets
    .map((t) => `${t.no} ${t.group} ${t.status} ${t.counter} ${t.calls} ${Date.parse(instantOf(t.order))}`)
    .join('\n')

const PEOPLE = ['zhou', 'qiu', 'lan']
const seats = SMALL_HALL.counters.flatMap((counter) => PEOPLE.map((by) => ({ counter, by })))

/** Whom every counter would call, whoever sat there. */
const orders = (day: OpenDay): string =>
  seats
    .map(({ counter, by }) =>
      callOrder(day, counter, by)
        .map((t) => t.no)
        .join(' ')
    )
    .join('\n')

/** As a state is compared: maps as lists. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) => (inner instanceof Map ? [...inner] : inner))

/** A million comparisons: `expect` only where they differ. */
const same = (one: string, other: string): void => {
  if (one !== other) expect(one).toBe(other)
}

/** Holds after every step, whatever the model says. */
function checkAlways(state: QueueState): void {
  if (state.status === 'unopened') return
  const tickets = ticketsIn(state)
  for (const letter of new Set(tickets.map((t) => t.no.slice(0, 1)))) {
    const numbers = tickets.filter((t) => t.no.startsWith(letter)).map((t) => Number(t.no.slice(1)))
    const first = numbers[0] ?? 0
    if (numbers.some((n, i) => n !== first + i)) throw new Error(`numbers have a gap: ${letter} ${numbers.join(' ')}`)
    if (state.serials.get(letter) !== numbers.at(-1)) throw new Error('the last number given is not the last')
  }
  const open = tickets.filter((t) => ['waiting', 'called', 'serving', 'held'].includes(t.status))
  if (state.status === 'closed') {
    if (open.length > 0) throw new Error(`left over: ${open.map((t) => t.no).join(' ')}`)
    return
  }
  const held = [...state.counters].flatMap(([no, c]) => (c.ticketId === null ? [] : [`${no} ${c.ticketId}`]))
  const underWay = tickets.filter((t) => t.status === 'called' || t.status === 'serving')
  const [there, here] = [
    held.sort().join(),
    underWay
      .map((t) => `${t.counter} ${t.ticketId}`)
      .sort()
      .join()
  ]
  if (there !== here) throw new Error(`at the counters: ${there}; called or served: ${here}`)
}

describe('any day of a hall', () => {
  it('goes as the plain model says: same answers, same tickets, same order at every counter', () => {
    fc.assert(
      fc.property(randomDay(44), (day) => {
        const { state, events } = live(day, ({ asked, model, after, answer, expected }) => {
          if (answer !== expected) throw new Error(`${JSON.stringify(asked)}: ${answer}, the model: ${expected}`)
          if (answer !== null) return
          checkAlways(after)
          same(spoken(after), spokenModel(model))
          const open = openDay(after)
          if (!open) return
          const plainOrder = seats.map(({ counter, by }) => model.order(counter.no, by).join(' ')).join('\n')
          same(orders(open), plainOrder)
          for (const [no, counter] of open.counters) same(counter.status, model.counterAt(no).status)
          same(String(open.extendedSince === null), String(model.day.extended === null))
        })
        // What was written and read again gives the same day.
        const read = JSON.parse(JSON.stringify(events)) as readonly QueueOut[]
        expect(plain(read.reduce(queueRules.evolve, queueRules.initial))).toBe(plain(state))
      }),
      { numRuns: 3000 }
    )
  })

  it('of these days, taken together, reaches every fact a queue can record', () => {
    const seen = new Set<string>()
    for (const day of fc.sample(randomDay(60), { numRuns: 400, seed: 20261123 })) {
      for (const event of live(day, () => {}).events) seen.add(event.type)
    }
    const every: Record<QueueEvent['type'] | 'DocumentIssued', true> = {
      HallDayOpened: true,
      TicketIssued: true,
      PriorityGranted: true,
      CounterOpened: true,
      CounterPaused: true,
      CounterClosed: true,
      TicketCalled: true,
      TicketRecalled: true,
      ServiceStarted: true,
      TicketMissed: true,
      TicketRejoined: true,
      TicketHeld: true,
      TicketTakenBack: true,
      TicketTransferred: true,
      NextServiceBegun: true,
      ServiceCorrected: true,
      ServiceFinished: true,
      ServiceStillRunning: true,
      TicketCancelled: true,
      ActUndone: true,
      ColleagueCalled: true,
      ColleagueAnswered: true,
      ExtendedServiceBegan: true,
      ExtendedServiceEnded: true,
      TicketExpired: true,
      HallDayClosed: true,
      DocumentIssued: true
    }
    expect([...seen].sort()).toEqual(Object.keys(every).sort())
  })

  it('never lets anybody be overtaken by who came later than a priority or an appointment is worth', () => {
    fc.assert(
      fc.property(randomDay(60), (day) => {
        const { earlier, slotSeconds, headStart } = day.settings
        const bound = Math.max(earlier.elderly, earlier.disabled, earlier.other, slotSeconds + headStart)
        live(day, ({ asked, model, after, answer }) => {
          if (asked.type !== 'callNext' || answer !== null) return
          const called = model.day.tickets.find((t) => t.no === model.counterAt(asked.counter).has)
          const left = openDay(after)
          const seat = SMALL_HALL.counters.find((c) => c.no === asked.counter)
          if (!called || !left || !seat) throw new Error('a call without a ticket')
          for (const ticket of callOrder(left, seat, asked.by)) {
            const other = model.day.tickets.find((t) => t.no === ticket.no)
            if (!other) throw new Error(`${ticket.no} is not in the model`)
            // Who was missed and came back takes the place that this gave them.
            const since = other.rejoins > 0 ? Math.max(other.came, other.order) : other.came
            expect(called.came - since).toBeLessThanOrEqual(bound)
          }
        })
      }),
      { numRuns: 800 }
    )
  })

  it('ends for everybody when nobody else comes: open counters that serve every group call the last one too', () => {
    fc.assert(
      fc.property(randomDay(40), (day) => {
        const opening = [1, 2, 3].flatMap((counter): RandomDay['steps'][number][] =>
          (['startService', 'finishService', 'closeCounter', 'openCounter'] as const).map((type) => ({
            pass: 1,
            step: { type, counter, by: `new-${counter}`, saidEnd: null } as Step
          }))
        )
        const round = [1, 2, 3].flatMap((counter): RandomDay['steps'][number][] =>
          (['callNext', 'startService', 'finishService'] as const).map((type) => ({
            pass: 30,
            step: { type, counter, by: `new-${counter}`, saidEnd: null } as Step
          }))
        )
        const rounds = Array.from({ length: day.steps.length + 1 }, () => round).flat()
        const { state } = live({ ...day, steps: [...day.steps, ...opening, ...rounds] }, () => {})
        expect(ticketsIn(state).filter((t) => t.status === 'waiting')).toEqual([])
      }),
      { numRuns: 100 }
    )
  })

  it('is as before when the last act of a counter is taken back, but for the trail and what was said', () => {
    let undone = 0
    fc.assert(
      fc.property(randomDay(40), (day) => {
        live(day, ({ asked, now, n, service, before, after, events }) => {
          const act = events.find((event) => UNDOABLE.includes(event.type))
          const [was, is] = [openDay(before), openDay(after)]
          if (!act || !was || !is || asked.type === 'serveWalkIn' || !('counter' in asked)) return
          const undo = commandOf({ type: 'undo', counter: asked.counter, by: asked.by }, service, now + 1, n)
          const decision = decideQueue(is, { ...undo, id: `undo-${n}` })
          if (!decision.ok) throw new Error(`${act.type} is not taken back: ${decision.refusal.code}`)
          const again = openDay(decision.events.reduce(queueRules.evolve, is))
          if (!again) throw new Error('the day is gone')
          undone += 1
          const seen = (state: OpenDay) => ({
            tickets: [...state.tickets.values()].map((t) => ({ no: t.no, ...partOf(t) })),
            counters: [...state.counters].map(([no, { last: _last, ...counter }]) => [no, counter]),
            ...{ served: state.served, serials: [...state.serials], extendedSince: state.extendedSince }
          })
          expect(plain(seen(again))).toBe(plain(seen(was)))
          expect(orders(again)).toBe(orders(was))
        })
      }),
      { numRuns: 400 }
    )
    expect(undone).toBeGreaterThan(1000)
  })

  it('a refusal changes nothing: the same command is refused again with the same words', () => {
    fc.assert(
      fc.property(randomDay(40), (day) => {
        live(day, ({ asked, now, n, service, before, answer }) => {
          if (answer === null || answer === 'nothing') return
          const command = commandOf(asked, service, now, n)
          const state = plain(before)
          expect(decideQueue(before, command)).toEqual(decideQueue(before, command))
          expect(plain(before)).toBe(state)
        })
      }),
      { numRuns: 100 }
    )
  })

  it('promises a sane wait, never shorter for one more person of the group', () => {
    let promised = 0
    fc.assert(
      fc.property(randomDay(40), (day) => {
        const { state } = live(day, () => {})
        const open = openDay(state)
        if (!open) return
        for (const { code } of SMALL_HALL.groups) {
          const estimate = estimateWait(open, SMALL_HALL, code)
          const serving = SMALL_HALL.counters.filter(
            (c) => c.groups.includes(code) && open.counters.get(c.no)?.status === 'open'
          )
          expect(estimate === null).toBe(serving.length === 0)
          if (!estimate) continue
          promised += 1
          const waiting = ticketsIn(open).filter((t) => t.status === 'waiting').length
          const mean = open.served.count >= 5 ? open.served.seconds / open.served.count / 60 : 8
          expect(estimate.low).toBeGreaterThanOrEqual(0)
          expect(estimate.high).toBeGreaterThanOrEqual(estimate.low)
          expect(estimate.high).toBeLessThanOrEqual(Math.ceil((waiting + 0.5) * mean * 1.2))
          const given = {
            at: instantOf(20_000),
            date: DAY,
            id: 'one-more',
            hall: SMALL_HALL,
            closingTime: CLOSING_TIME
          }
          const service = serviceOf({ ...day.settings, contingent: null, stopMinutes: null })
          const ticket = { group: code, priority: null, source: 'counter', itemId: null, appointment: null } as const
          const decision = decideQueue(open, { type: 'issueTicket', ...given, service, ...ticket })
          const more = openDay(decision.ok ? decision.events.reduce(queueRules.evolve, open as QueueState) : open)
          const longer = more && estimateWait(more, SMALL_HALL, code)
          expect(more?.tickets.size).toBe(open.tickets.size + 1)
          expect(longer?.low).toBeGreaterThanOrEqual(estimate.low)
          expect(longer?.high).toBeGreaterThanOrEqual(estimate.high)
        }
      }),
      { numRuns: 300 }
    )
    expect(promised).toBeGreaterThan(100)
  })
})
