import { describe, expect, it } from 'vitest'
import { CLERK, DAY, instant, LEAD } from '../../support/builders.ts'
import { at, byClock, called, day, idOf, issue, opened, serviceWith, serving, twoWaiting } from './presses.ts'

/** 17:30 in minutes after nine. */
const CLOSING = 510
const EAGER = { service: serviceWith({ noShowCalls: 1, noShowSeconds: 0 }) }
const cleared = serving
  .and(at(9, 'finishService', 9))
  .and(at(9, 'callNext', 10))
  .and(at(9, 'startService', 11))
  .and(at(9, 'finishService', 12))

describe('延时服务 (延时服务制: until nobody waits or is served)', () => {
  it('begins at closing time while anybody waits, is called, served or held, and says how many', () => {
    twoWaiting.when(byClock('extendedService', CLOSING - 1)).nothing()
    twoWaiting
      .when(byClock('extendedService', CLOSING))
      .recorded([
        { type: 'ExtendedServiceBegan', v: 1, data: { at: instant(CLOSING), waiting: 2, serving: 0, counters: [9] } }
      ])
    const held = serving.and(at(9, 'hold', 8, { reason: '复印' }))
    for (const story of [called, serving, held]) {
      const began = story.when(byClock('extendedService', CLOSING)).events
      expect(began).toMatchObject([{ data: { waiting: 1, serving: 1 } }])
    }
  })

  it('does not begin when nobody is left, nor twice', () => {
    cleared.when(byClock('extendedService', CLOSING)).nothing()
    day().when(byClock('extendedService', CLOSING)).nothing()
    twoWaiting
      .and(byClock('extendedService', CLOSING))
      .when(byClock('extendedService', CLOSING + 1))
      .nothing()
  })

  it('ends when nobody is left, with the visits served and the people who served them', () => {
    const late = serving
      .and(byClock('extendedService', CLOSING))
      .and(at(9, 'finishService', CLOSING + 5))
      .and(at(1, 'openCounter', CLOSING + 5, {}, LEAD))
      .and(at(1, 'callNext', CLOSING + 6, {}, LEAD))
      .and(at(1, 'startService', CLOSING + 7, {}, LEAD))
    late.when(byClock('extendedService', CLOSING + 8)).nothing()
    const done = late.and(at(1, 'finishService', CLOSING + 9, {}, LEAD))
    const data = { at: instant(CLOSING + 10), served: 2, people: [CLERK.personId, LEAD.personId] }
    done.when(byClock('extendedService', CLOSING + 10)).recorded([{ type: 'ExtendedServiceEnded', v: 1, data }])
    const after = done.and(byClock('extendedService', CLOSING + 10))
    expect(opened(after.state)).toMatchObject({ extendedSince: null, extendedSeconds: 600 })
  })

  it('begins another session for who comes still later', () => {
    const over = cleared.and(issue('A', CLOSING - 5)).and(byClock('extendedService', CLOSING))
    const done = over
      .and(at(9, 'callNext', CLOSING + 1))
      .and(at(9, 'startService', CLOSING + 1))
      .and(at(9, 'finishService', CLOSING + 5))
      .and(byClock('extendedService', CLOSING + 6))
    const again = done.and(issue('A', CLOSING + 20))
    expect(again.when(byClock('extendedService', CLOSING + 21)).events).toMatchObject([
      { type: 'ExtendedServiceBegan' }
    ])
  })
})

describe('closing the hall', () => {
  it('is refused while anybody waits or is served without a disposition, and names the numbers', () => {
    const held = serving
      .and(at(9, 'hold', 8, { reason: '复印' }))
      .and(at(9, 'callNext', 9))
      .and(issue('B', 9))
    held
      .when(at(9, 'closeHall', 20, {}, LEAD))
      .refused('hall-not-empty', { waiting: ['B001'], serving: ['A002'], held: ['A001'] })
  })

  it('closes counters, the extended session and the day in one commit', () => {
    const late = cleared
      .and(issue('A', CLOSING - 1))
      .and(byClock('extendedService', CLOSING))
      .and(at(9, 'cancelTicket', CLOSING + 1, { ticketId: idOf('A003'), reason: '改天再来' }))
    const done = { at: instant(CLOSING + 2), by: LEAD.personId }
    late.when(at(9, 'closeHall', CLOSING + 2, {}, LEAD)).recorded([
      { type: 'CounterClosed', v: 1, data: { counter: 9, ...done } },
      { type: 'ExtendedServiceEnded', v: 1, data: { at: done.at, served: 0, people: [] } },
      { type: 'HallDayClosed', v: 1, data: { date: DAY, expired: [], ...done } }
    ])
  })

  it('comes once; a day that never began is not closed', () => {
    const closed = cleared.and(at(9, 'closeHall', CLOSING, {}, LEAD))
    closed.when(at(9, 'closeHall', CLOSING + 1, {}, LEAD)).nothing()
    closed.when(byClock('closeDay', 900)).nothing()
    closed.when(byClock('extendedService', CLOSING + 1)).nothing()
    day()
      .when(at(9, 'closeHall', CLOSING, {}, LEAD))
      .nothing()
  })

  it('ends the kiosk’s numbers; at the counter the day goes on, with its numbers', () => {
    const closed = cleared.and(at(9, 'closeHall', CLOSING, {}, LEAD))
    closed.when(issue('A', CLOSING + 1, { source: 'kiosk' })).refused('hall-closed')
    const again = closed.when(issue('A', CLOSING + 1))
    expect(again.reply).toMatchObject({ no: 'A003' })
    const reopened = closed.and(issue('A', CLOSING + 1))
    expect(reopened.when(issue('A', CLOSING + 2, { source: 'kiosk' })).reply).toMatchObject({ no: 'A004' })
  })
})

describe('midnight', () => {
  const expired = (no: string) =>
    ({ type: 'TicketExpired', v: 1, data: { ticketId: idOf(no), at: instant(900) } }) as const

  it('expires by name whoever waits, is called, served, held, or was missed and may come back no more', () => {
    const many = serving
      .and(issue('A', 8))
      .and(issue('B', 8))
      .and(issue('B', 8))
      .and(at(9, 'hold', 8, { reason: '复印' }))
      .and(at(9, 'callNext', 9))
      .and(at(9, 'markNoShow', 10, EAGER))
      .and(at(2, 'openCounter', 8, {}, LEAD))
      .and(at(2, 'callNext', 9, {}, LEAD))
      .and(at(9, 'callNext', 11))
      .and(at(9, 'startService', 12))
    many
      .when(byClock('closeDay', 900))
      .recorded([
        ...['A001', 'A002', 'A003', 'B001', 'B002'].map(expired),
        { type: 'HallDayClosed', v: 1, data: { date: DAY, expired: ['A001', 'A002', 'A003', 'B001', 'B002'] } }
      ])
  })

  it('leaves what is finished or cancelled as it is', () => {
    const done = cleared.and(issue('A', 20)).and(at(9, 'cancelTicket', 21, { ticketId: idOf('A003'), reason: '走了' }))
    done.when(byClock('closeDay', 900)).recorded([{ type: 'HallDayClosed', v: 1, data: { date: DAY, expired: [] } }])
  })

  it('ends an extended session with the last thing that happened: nobody served all night', () => {
    const late = serving.and(byClock('extendedService', CLOSING)).and(at(9, 'finishService', CLOSING + 7))
    const ended = late.when(byClock('closeDay', 1400)).events.find((e) => e.type === 'ExtendedServiceEnded')
    expect(ended).toMatchObject({ data: { at: instant(CLOSING + 7), served: 1, people: [CLERK.personId] } })
  })

  it('comes once, and a day that never began is not closed', () => {
    twoWaiting.and(byClock('closeDay', 900)).when(byClock('closeDay', 901)).nothing()
    day().when(byClock('closeDay', 900)).nothing()
  })

  it('goes on with its numbers when a wrong clock had closed it, every counter to be opened anew', () => {
    const closed = twoWaiting.and(byClock('closeDay', 500))
    closed.when(at(9, 'callNext', 501)).refused('counter-not-open')
    for (const type of ['recall', 'startService', 'markNoShow', 'finishService'] as const) {
      closed.when(at(9, type, 501)).refused('no-current-ticket')
    }
    const [opening, issued] = closed.when(issue('A', 501)).events
    expect(opening).toMatchObject({ type: 'HallDayOpened', data: { date: DAY } })
    expect(issued).toMatchObject({ type: 'TicketIssued', data: { no: 'A003', ahead: 0 } })
  })
})
