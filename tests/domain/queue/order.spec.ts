import { describe, expect, it } from 'vitest'
import type { Counter } from '../../../shared/domain/hall/hall.ts'
import { callOrder, explainOrder, orderReason } from '../../../shared/domain/queue/order.ts'
import type { Priority } from '../../../shared/domain/queue/queueEvents.ts'
import { CLERK, HALL, instant, LEAD } from '../../support/builders.ts'
import { at, booked, day, idOf, issue, opened, SERVICE, serviceWith, ticketOf } from './presses.ts'

const counterOf = (no: number): Counter => {
  const counter = HALL.counters.find((c) => c.no === no)
  if (!counter) throw new Error(`no counter ${no}`)
  return counter
}
const orderAt9 = (story: { readonly state: ReturnType<typeof day>['state'] }): string[] =>
  callOrder(opened(story.state), counterOf(9), CLERK.personId).map((t) => t.no)

const ELDERLY: Priority = { reason: 'elderly', note: '' }

describe('the order of calling', () => {
  it('is arrival, whatever order the groups of the counter are written in', () => {
    const story = day().and(issue('G', 0)).and(issue('A', 1)).and(issue('B', 2)).and(issue('G', 3))
    expect(orderAt9(story)).toEqual(['G001', 'A001', 'G002'])
    const turned = { ...counterOf(9), groups: ['A', 'G'] }
    expect(callOrder(opened(story.state), turned, CLERK.personId).map((t) => t.no)).toEqual(['G001', 'A001', 'G002'])
  })

  it('keeps to the order of issue when the clock is set back: a wrong clock overtakes nobody', () => {
    const story = day().and(issue('A', 60)).and(issue('A', 0)).and(issue('A', 30))
    expect(orderAt9(story)).toEqual(['A001', 'A002', 'A003'])
    expect(ticketOf(story.state, 'A002')).toMatchObject({ issuedAt: instant(0), orderAt: instant(60) })
  })

  it('lets a priority count as twenty minutes earlier: who waited longer is not overtaken', () => {
    const story = day()
      .and(issue('A', 0))
      .and(issue('A', 15))
      .and(issue('A', 30, { priority: ELDERLY }))
    expect(orderAt9(story)).toEqual(['A001', 'A003', 'A002'])
    expect(ticketOf(story.state, 'A003').orderAt).toBe(instant(10))
  })

  it('starves nobody: with an old person every minute an ordinary number is called after twenty of them', () => {
    let story = day().and(issue('A', 0)).and(issue('A', 0.5))
    for (let minute = 1; minute <= 60; minute += 1) story = story.and(issue('A', minute, { priority: ELDERLY }))
    const order = orderAt9(story)
    // Who came within twenty minutes of it goes first, nobody else does.
    expect(order.indexOf('A002')).toBe(21)
  })

  it('takes the minutes of each reason from the hall', () => {
    const service = serviceWith({ priorityMinutes: { ...SERVICE.queue.priorityMinutes, maternity: 5 } })
    const story = day().and(issue('A', 30, { priority: { reason: 'maternity', note: '' }, service }))
    expect(ticketOf(story.state, 'A001').orderAt).toBe(instant(25))
  })

  it('counts a priority that is granted later from arrival all the same', () => {
    const story = day().and(issue('A', 0)).and(issue('A', 15)).and(issue('A', 30))
    const granted = story.and(at(9, 'grantPriority', 50, { ticketId: idOf('A003'), priority: ELDERLY }))
    expect(orderAt9(granted)).toEqual(['A001', 'A003', 'A002'])
    expect(ticketOf(granted.state, 'A003')).toMatchObject({ orderAt: instant(10), priority: ELDERLY })
    granted.when(at(9, 'grantPriority', 51, { ticketId: idOf('A003'), priority: ELDERLY })).nothing()
    const other = { reason: 'other', note: '陪同就医' } as const
    const put = granted.and(at(9, 'grantPriority', 51, { ticketId: idOf('A003'), priority: other }))
    expect(ticketOf(put.state, 'A003').orderAt).toBe(instant(20))
  })

  it('records a reason for every priority: 其他 needs words', () => {
    const bare = { reason: 'other', note: ' ' } as const
    day()
      .when(issue('A', 0, { priority: bare }))
      .refused('reason-missing', { field: 'priority.note' })
    const waiting = day().and(issue('A'))
    waiting
      .when(at(9, 'grantPriority', 1, { ticketId: idOf('A001'), priority: bare }))
      .refused('reason-missing', { field: 'priority.note' })
  })

  it('grants a priority only to who waits', () => {
    const called = day()
      .and(issue('A'))
      .and(at(9, 'openCounter'))
      .and(at(9, 'callNext', 6))
    called
      .when(at(9, 'grantPriority', 7, { ticketId: idOf('A001'), priority: ELDERLY }))
      .refused('ticket-not-waiting', { no: 'A001' })
    called.when(at(9, 'grantPriority', 7, { ticketId: idOf('A404'), priority: ELDERLY })).refused('ticket-unknown')
  })

  it('lets visitors choose at the kiosk what the hall lists there, and a clerk grant any', () => {
    const other = { reason: 'other', note: '陪同就医' } as const
    day()
      .when(issue('A', 0, { source: 'kiosk', priority: other }))
      .refused('priority-not-offered')
    expect(day().when(issue('A', 0, { priority: other })).events).toHaveLength(3)
    expect(day().when(issue('A', 0, { source: 'kiosk', priority: ELDERLY })).events).toHaveLength(3)
  })
})

describe('an appointment in the order', () => {
  // 10:00 is sixty minutes after nine.
  const ten = booked('10:00')
  const checkIn = (minute: number) => issue('A', minute, { appointment: ten })

  it('in time counts as fifteen minutes before its slot', () => {
    const story = day().and(issue('A', 40)).and(issue('A', 50)).and(checkIn(58))
    expect(orderAt9(story)).toEqual(['A001', 'A003', 'A002'])
    expect(ticketOf(story.state, 'A003')).toMatchObject({
      orderAt: instant(45),
      appointment: { slotStart: instant(60) }
    })
  })

  it('is in time until its slot ends, and after that queued as it comes', () => {
    expect(ticketOf(day().and(checkIn(90)).state, 'A001').orderAt).toBe(instant(45))
    expect(ticketOf(day().and(checkIn(90.5)).state, 'A001').orderAt).toBe(instant(90.5))
  })

  it('is never worse than coming without one: who comes long before counts from there', () => {
    expect(ticketOf(day().and(checkIn(10)).state, 'A001').orderAt).toBe(instant(10))
  })

  it('and a priority are not added up: the better counts', () => {
    const both = (minute: number) => day().and(issue('A', minute, { appointment: ten, priority: ELDERLY }))
    expect(ticketOf(both(60).state, 'A001').orderAt).toBe(instant(40))
    expect(ticketOf(both(80).state, 'A001').orderAt).toBe(instant(45))
  })
})

describe('为什么是他', () => {
  const story = day()
    .and(issue('A', 0))
    .and(issue('A', 25))
    .and(issue('A', 30, { priority: ELDERLY }))
    .and(at(9, 'openCounter', 31))
  const order = (after: typeof story) => callOrder(opened(after.state), counterOf(9), CLERK.personId)

  it('says arrival for who came first', () => {
    const expected = { no: 'A001', reason: 'arrival', priority: null, minutesEarlier: 0, overtakes: [] }
    expect(explainOrder(order(story))).toEqual(expected)
    expect(explainOrder([])).toBeNull()
  })

  it('says which reason, how many minutes it is worth, and whom it overtakes', () => {
    const next = story
      .and(at(9, 'callNext', 32))
      .and(at(9, 'startService', 32))
      .and(at(9, 'finishService', 33))
    expect(explainOrder(order(next))).toEqual({
      no: 'A003',
      reason: 'priority',
      priority: 'elderly',
      minutesEarlier: 20,
      overtakes: [{ no: 'A002', issuedAt: instant(25) }]
    })
  })

  it('knows appointments, transfers and who came back', () => {
    const booking = day().and(issue('A', 58, { appointment: booked('10:00') }))
    expect(orderReason(ticketOf(booking.state, 'A001'))).toBe('appointment')
    const early = day().and(issue('A', 10, { appointment: booked('10:00') }))
    expect(orderReason(ticketOf(early.state, 'A001'))).toBe('arrival')

    const called = story.and(at(1, 'openCounter', 31, {}, LEAD)).and(at(9, 'callNext', 32))
    const moved = called.and(at(9, 'transfer', 32.5, { group: 'A', toCounter: 1 }))
    expect(orderReason(ticketOf(moved.state, 'A001'))).toBe('transferred')
    const undone = moved.and(at(9, 'undo', 33)).and(at(9, 'recall', 34))
    expect(orderReason(ticketOf(undone.state, 'A001'))).toBe('arrival')
    const missed = undone
      .and(at(9, 'recall', 35))
      .and(at(9, 'recall', 36))
      .and(at(9, 'markNoShow', 37))
    const back = missed.and(at(9, 'rejoin', 38, { ticketId: idOf('A001') }))
    expect(orderReason(ticketOf(back.state, 'A001'))).toBe('rejoined')
    expect(explainOrder([ticketOf(back.state, 'A001')])?.minutesEarlier).toBe(-38)
  })
})
