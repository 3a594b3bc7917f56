import { describe, expect, it } from 'vitest'
import type { HallConfig } from '../../../shared/domain/hall/hall.ts'
import { aheadOf, estimateWait } from '../../../shared/domain/queue/estimate.ts'
import { evolveQueue } from '../../../shared/domain/queue/evolveQueue.ts'
import { initialQueue, type OpenDay, type QueueEvent } from '../../../shared/domain/queue/queue.ts'
import { ticketNumber } from '../../../shared/domain/queue/ticketNumber.ts'
import { DAY, HALL, instant } from '../../support/builders.ts'

function dayOf(events: readonly QueueEvent[]): OpenDay {
  const opening: QueueEvent = { type: 'HallDayOpened', v: 1, data: { date: DAY } }
  const state = [opening, ...events].reduce(evolveQueue, initialQueue)
  if (state.status === 'unopened') throw new Error('the day did not open')
  return state
}

const issued = (no: string, minute = 0): QueueEvent => ({
  type: 'TicketIssued',
  v: 1,
  data: {
    ...{ ticketId: no, no, group: no.slice(0, 1), serial: Number(no.slice(1)) },
    ...{ issuedAt: instant(minute), ahead: 0, estimate: null }
  }
})
const opened = (counter: number): QueueEvent => ({
  type: 'CounterOpened',
  v: 1,
  data: { counter, by: `at-${counter}`, byName: 'x' }
})
const called = (no: string, counter: number, minute = 1): QueueEvent => ({
  type: 'TicketCalled',
  v: 1,
  data: { ticketId: no, no, counter, at: instant(minute), callId: `${no}-${minute}` }
})
/** Called, served from `from` to `to` minutes, finished. */
const served = (no: string, counter: number, from: number, to: number): QueueEvent[] => [
  issued(no),
  called(no, counter, from),
  { type: 'ServiceStarted', v: 1, data: { ticketId: no, counter, at: instant(from) } },
  { type: 'ServiceFinished', v: 1, data: { ticketId: no, counter, at: instant(to) } }
]

/** Counter 1 serves A and B, counter 2 serves B. */
const hall: HallConfig = {
  ...HALL,
  counters: [
    { no: 1, name: '综合', groups: ['A', 'B'] },
    { no: 2, name: '社保', groups: ['B'] }
  ]
}

describe('ticket numbers', () => {
  it.each([
    [1, 'A001'],
    [42, 'A042'],
    [999, 'A999'],
    [1000, 'A1000']
  ])('serial %i of group A is %s: three digits, and more when a day is that long', (serial, no) => {
    expect(ticketNumber('A', serial)).toBe(no)
  })
})

describe('the expected wait', () => {
  it('is not promised while no counter that serves the group is open', () => {
    expect(estimateWait(dayOf([issued('A001'), opened(2)]), hall, 'A')).toBeNull()
    const paused: QueueEvent = { type: 'CounterPaused', v: 1, data: { counter: 1 } }
    expect(estimateWait(dayOf([issued('A001'), opened(1), paused]), hall, 'A')).toBeNull()
  })

  it('is nothing when nobody waits and a counter is free', () => {
    expect(estimateWait(dayOf([opened(1)]), hall, 'A')).toEqual({ low: 0, high: 0 })
  })

  it('is half a service when nobody waits but the counter is busy', () => {
    const busy = dayOf([opened(1), issued('A001'), called('A001', 1)])
    expect(estimateWait(busy, hall, 'A')).toEqual({ low: 3, high: 5 })
    expect(estimateWait(dayOf([opened(1), opened(2), issued('A001'), called('A001', 1)]), hall, 'B')).toEqual({
      low: 0,
      high: 0
    })
  })

  it('takes eight minutes a person until five have been served today', () => {
    const four = [1, 2, 3, 4].flatMap((n) => served(`A00${n}`, 1, n * 10, n * 10 + 1))
    expect(estimateWait(dayOf([opened(1), ...four, issued('A005')]), hall, 'A')).toEqual({ low: 6, high: 10 })
  })

  it('takes the mean service time of today from the fifth on', () => {
    const five = [1, 2, 3, 4, 5].flatMap((n) => served(`A00${n}`, 1, n * 30, n * 30 + 20))
    expect(estimateWait(dayOf([opened(1), ...five, issued('A006')]), hall, 'A')).toEqual({ low: 16, high: 24 })
  })

  it('is shared by the open counters that serve the group', () => {
    const waiting = [issued('B001'), issued('B002')]
    expect(estimateWait(dayOf([...waiting, opened(1)]), hall, 'B')).toEqual({ low: 12, high: 20 })
    expect(estimateWait(dayOf([...waiting, opened(1), opened(2)]), hall, 'B')).toEqual({ low: 6, high: 10 })
  })

  it('counts people of other groups whom the same counter calls first', () => {
    const day = dayOf([opened(1), issued('B001'), issued('A001'), issued('B002')])
    expect(estimateWait(day, hall, 'A')).toEqual({ low: 19, high: 29 })
  })

  it('of a number that counts as earlier leaves out who stands behind it', () => {
    const day = dayOf([opened(1), issued('A001', 0), issued('A002', 20)])
    expect(estimateWait(day, hall, 'A', instant(10))).toEqual({ low: 6, high: 10 })
  })
})

describe('people ahead', () => {
  const sent = (toCounter: number): QueueEvent => ({
    type: 'TicketTransferred',
    v: 1,
    data: {
      ...{ ticketId: 'A001', counter: 1, at: instant(2), by: 'x', group: 'A', toCounter },
      ...{ toPerson: null, toPersonName: '', reason: '' }
    }
  })

  it('are those of the same group with a place before it', () => {
    const day = dayOf([issued('B001', 0), issued('A001', 1), issued('B002', 2), called('B001', 2)])
    expect(['A', 'B', 'C'].map((group) => aheadOf(day, hall, group, instant(5)))).toEqual([1, 1, 0])
    expect(aheadOf(day, hall, 'B', instant(1))).toBe(0)
  })

  it('are not those who were sent to a counter that has nothing to do with the group, while it is open', () => {
    const events = [opened(1), issued('A001'), called('A001', 1), sent(2)]
    expect(aheadOf(dayOf([...events, opened(2)]), hall, 'A', instant(5))).toBe(0)
    expect(aheadOf(dayOf(events), hall, 'A', instant(5))).toBe(1)
  })
})

describe('the folded day', () => {
  it('keeps the newest twelve calls, newest first, a ticket once', () => {
    const numbers = Array.from({ length: 14 }, (_, i) => `A${String(i + 1).padStart(3, '0')}`)
    const day = dayOf(numbers.flatMap((no, i) => [issued(no), called(no, 1, i)]))
    expect(day.lastCalls.map((c) => c.no)).toEqual(numbers.toReversed().slice(0, 12))
    const again: QueueEvent = {
      type: 'TicketRecalled',
      v: 1,
      data: { ticketId: 'A010', no: 'A010', counter: 1, at: instant(30), callId: 'again' }
    }
    const after = evolveQueue(day, again)
    const calls = after.status === 'open' ? after.lastCalls : []
    expect(calls[0]).toEqual({ callId: 'again', no: 'A010', counter: 1, at: instant(30), calls: 2 })
    expect(calls.filter((c) => c.no === 'A010')).toHaveLength(1)
  })

  it('measures service from its start, never below zero when the clock was set back', () => {
    const day = dayOf([...served('A001', 1, 10, 14), ...served('A002', 1, 30, 20)])
    expect(day.served).toEqual({ count: 2, seconds: 240 })
  })

  it('takes every recorded fact, even of a ticket it has never heard of', () => {
    const day = dayOf([])
    expect(() => evolveQueue(day, called('A404', 1))).not.toThrow()
    expect(evolveQueue(initialQueue, called('A404', 1))).toBe(initialQueue)
  })
})
