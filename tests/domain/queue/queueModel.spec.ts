import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { decideQueue, type QueueCommand } from '../../../shared/domain/queue/decideQueue.ts'
import type { QueueState, TicketStatus } from '../../../shared/domain/queue/queue.ts'
import { DAY, HALL, instant, queueRules } from '../../support/builders.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000 })

/** One press of a key. Small ranges, so that presses meet each other. */
type Step =
  | { readonly type: 'issueTicket'; readonly group: string }
  | {
      readonly type: Exclude<QueueCommand['type'], 'issueTicket' | 'closeDay'>
      readonly counter: number
      readonly by: string
    }
  | { readonly type: 'closeDay' }

const COUNTERS = [1, 2, 5, 9]
/** Z is no group of the hall, 40 no counter of it. */
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ type: fc.constant('issueTicket' as const), group: fc.constantFrom('A', 'B', 'D', 'G', 'Z') })
  },
  {
    weight: 20,
    arbitrary: fc.record({
      type: fc.constantFrom(
        ...(['openCounter', 'callNext', 'callNext', 'startService', 'finishService', 'recall', 'markNoShow'] as const),
        ...(['openCounter', 'pauseCounter', 'closeCounter'] as const)
      ),
      counter: fc.constantFrom(...COUNTERS, 40),
      by: fc.constantFrom('zhou', 'zhou', 'qiu')
    })
  }
)
/** A day: many presses, perhaps its end, and a few presses after it. */
const dayOfSteps = fc
  .tuple(fc.array(step, { maxLength: 120, size: 'max' }), fc.boolean(), fc.array(step, { maxLength: 5 }))
  .map(([steps, closes, late]): readonly Step[] => (closes ? [...steps, { type: 'closeDay' }, ...late] : steps))

/** The same day in the plainest words: a list of tickets and who holds what. Returns the refusal, or `null`. */
class Model {
  readonly tickets: { no: string; group: string; status: TicketStatus }[] = []
  private readonly counters = new Map<
    number,
    { status: 'open' | 'paused' | 'closed'; by: string; holds: string | null }
  >()
  private readonly given = new Map<string, number>()
  private begun = false
  private closed = false

  /** A day that the clock closed goes on, with its counters closed, when something happens on it again. */
  run(asked: Step): string | null {
    if (this.closed && asked.type !== 'closeDay') {
      this.counters.clear()
      this.begun = false
    }
    const before = this.tickets.length
    const refusal = this.act(asked)
    if (this.closed && this.begun && asked.type !== 'closeDay') {
      this.closed = false
      // What was expired is history; only its numbers still count.
      this.tickets.splice(0, before)
    }
    return refusal
  }

  private act(asked: Step): string | null {
    if (asked.type === 'closeDay') {
      // A day on which nothing happened has nothing to close.
      this.closed ||= this.begun
      for (const ticket of this.tickets) if (!['finished', 'missed'].includes(ticket.status)) ticket.status = 'expired'
      return null
    }
    if (asked.type === 'issueTicket') {
      if (asked.group === 'Z') return 'group-unknown'
      this.begun = true
      const nth = (this.given.get(asked.group) ?? 0) + 1
      this.given.set(asked.group, nth)
      this.tickets.push({ no: `${asked.group}${String(nth).padStart(3, '0')}`, group: asked.group, status: 'waiting' })
      return null
    }
    const serves = HALL.counters.find((c) => c.no === asked.counter)?.groups
    if (!serves) return 'no-counter'
    const counter = this.counters.get(asked.counter) ?? { status: 'closed' as const, by: '', holds: null }
    this.counters.set(asked.counter, counter)
    const held = this.tickets.find((t) => t.no === counter.holds)
    const needs = (status: TicketStatus, code: string): string | null =>
      held ? (held.status === status ? null : code) : 'no-current-ticket'
    const end = (status: TicketStatus): null => {
      if (held) held.status = status
      counter.holds = null
      return null
    }
    switch (asked.type) {
      case 'openCounter':
        if (counter.status === 'open') return counter.by === asked.by ? null : 'counter-taken'
        Object.assign(counter, { status: 'open', by: asked.by })
        this.begun = true
        return null
      case 'pauseCounter':
        if (counter.status === 'open') counter.status = 'paused'
        return null
      case 'closeCounter':
        if (counter.status === 'closed') return null
        if (held) return 'counter-busy'
        counter.status = 'closed'
        return null
      case 'callNext': {
        if (counter.status !== 'open') return 'counter-not-open'
        if (held) return 'counter-busy'
        const next = this.tickets.find((t) => t.status === 'waiting' && serves.includes(t.group))
        if (!next) return 'nobody-waiting'
        next.status = 'called'
        counter.holds = next.no
        return null
      }
      case 'recall':
        return needs('called', 'ticket-not-called')
      case 'startService': {
        const no = needs('called', 'ticket-not-called')
        if (no === null && held) held.status = 'serving'
        return no
      }
      case 'markNoShow':
        return needs('called', 'ticket-not-called') ?? end('missed')
      case 'finishService':
        return needs('serving', 'ticket-not-serving') ?? end('finished')
    }
  }
}

function commandOf(asked: Step, n: number): QueueCommand {
  const common = { at: instant(n), date: DAY, id: `id-${n}`, hall: HALL }
  if (asked.type === 'closeDay') return { type: 'closeDay', ...common }
  if (asked.type === 'issueTicket') return { ...asked, ...common }
  return { ...asked, byName: asked.by, ...common }
}

const ticketsIn = (state: QueueState) => (state.status === 'unopened' ? [] : [...state.tickets.values()])

const spoken = (tickets: readonly { readonly no: string; readonly status: TicketStatus }[]): string =>
  tickets.map(({ no, status }) => `${no} ${status}`).join('\n')

/** Holds after every press, whatever the model says. */
function checkAlways(state: QueueState): void {
  if (state.status === 'unopened') return
  const tickets = ticketsIn(state)
  const groups = new Map<string, string[]>()
  for (const { group, no } of tickets) groups.set(group, [...(groups.get(group) ?? []), no])
  for (const [group, numbers] of groups) {
    const first = Number(numbers[0]?.slice(1))
    expect(numbers, 'numbers of a group are gap-free').toEqual(
      numbers.map((_, i) => `${group}${String(first + i).padStart(3, '0')}`)
    )
  }
  if (state.status === 'closed') {
    expect(
      tickets.filter((t) => ['waiting', 'called', 'serving'].includes(t.status)),
      'nothing undisposed'
    ).toEqual([])
    return
  }
  const held = [...state.counters].flatMap(([no, c]) => (c.ticketId ? [{ no, ticketId: c.ticketId }] : []))
  expect(new Set(held.map((h) => h.ticketId)).size, 'no ticket is held by two counters').toBe(held.length)
  const underWay = tickets.filter((t) => t.status === 'called' || t.status === 'serving')
  expect(
    underWay.map((t) => [t.counter, t.ticketId]).sort(),
    'whoever is called or served is held by that counter, and nobody else is'
  ).toEqual(held.map((h) => [h.no, h.ticketId]).sort())
}

describe('any day of a hall', () => {
  it('goes as the plain model says: same answers, same tickets, numbers gap-free, nobody lost or called twice', () => {
    fc.assert(
      fc.property(dayOfSteps, (steps) => {
        const model = new Model()
        let state: QueueState = queueRules.initial
        const callsOf = new Map<string, number>()
        steps.forEach((asked, n) => {
          const expected = model.run(asked)
          const decision = decideQueue(state, commandOf(asked, n))
          expect(decision.ok ? null : decision.refusal.code, JSON.stringify(asked)).toBe(expected)
          if (!decision.ok) return
          for (const event of decision.events) {
            if (event.type === 'TicketCalled') callsOf.set(event.data.no, (callsOf.get(event.data.no) ?? 0) + 1)
            state = queueRules.evolve(state, event)
          }
          checkAlways(state)
          expect(spoken(ticketsIn(state))).toBe(spoken(model.tickets))
        })
        expect(
          [...callsOf.values()].filter((n) => n > 1),
          'a ticket is taken from the queue once'
        ).toEqual([])
      }),
      { numRuns: 200 }
    )
  })

  it('of these days, taken together, reaches every fact a queue can record', () => {
    const seen = new Set<string>()
    for (const steps of fc.sample(dayOfSteps, { numRuns: 60, seed: 20261123 })) {
      let state: QueueState = queueRules.initial
      steps.forEach((asked, n) => {
        const decision = decideQueue(state, commandOf(asked, n))
        if (!decision.ok) return
        for (const event of decision.events) seen.add(event.type)
        state = decision.events.reduce(queueRules.evolve, state)
      })
    }
    expect([...seen].sort()).toEqual([
      'CounterClosed',
      'CounterOpened',
      'CounterPaused',
      'DocumentIssued',
      'HallDayClosed',
      'HallDayOpened',
      'ServiceFinished',
      'ServiceStarted',
      'TicketCalled',
      'TicketExpired',
      'TicketIssued',
      'TicketMissed',
      'TicketRecalled'
    ])
  })

  it('serves each group in the order in which its tickets were drawn', () => {
    fc.assert(
      fc.property(dayOfSteps, (steps) => {
        let state: QueueState = queueRules.initial
        const called = new Map<string, string[]>()
        steps.forEach((asked, n) => {
          const decision = decideQueue(state, commandOf(asked, n))
          if (!decision.ok) return
          for (const event of decision.events) {
            if (event.type === 'TicketCalled') {
              const group = event.data.no.slice(0, 1)
              called.set(group, [...(called.get(group) ?? []), event.data.no])
            }
            state = queueRules.evolve(state, event)
          }
        })
        for (const numbers of called.values()) expect(numbers).toEqual([...numbers].sort())
      }),
      { numRuns: 100 }
    )
  })

  it('a refusal changes nothing: the same command is refused again with the same words', () => {
    fc.assert(
      fc.property(dayOfSteps, (steps) => {
        let state: QueueState = queueRules.initial
        steps.forEach((asked, n) => {
          const before = JSON.stringify(ticketsIn(state))
          const first = decideQueue(state, commandOf(asked, n))
          expect(decideQueue(state, commandOf(asked, n))).toEqual(first)
          expect(JSON.stringify(ticketsIn(state))).toBe(before)
          if (first.ok) state = first.events.reduce(queueRules.evolve, state)
        })
      }),
      { numRuns: 50 }
    )
  })
})
