import { describe, expect, it } from 'vitest'
import { CLERK, instant, LEAD } from '../../support/builders.ts'
import { at, called, day, idOf, issue, serviceWith, serving, ticketOf, twoWaiting } from './presses.ts'

const SECOND = 1 / 60

describe('calling a chosen one', () => {
  const chosen = { ticketId: idOf('A002'), reason: '赶火车' }

  it('records why and by whose permission', () => {
    const data = { ticketId: idOf('A002'), no: 'A002', counter: 9, chosen: { reason: '赶火车', approvedBy: '' } }
    expect(twoWaiting.when(at(9, 'callChosen', 6, chosen)).events[0]).toMatchObject({ type: 'TicketCalled', data })
  })

  it('needs a reason', () => {
    twoWaiting.when(at(9, 'callChosen', 6, { ...chosen, reason: ' ' })).refused('reason-missing', { field: 'reason' })
  })

  it('needs a lead’s word where the hall wants it', () => {
    const service = serviceWith({ chooseBy: 'lead' })
    twoWaiting.when(at(9, 'callChosen', 6, { ...chosen, service })).refused('choose-needs-lead')
    const allowed = twoWaiting.when(at(9, 'callChosen', 6, { ...chosen, service, approvedBy: LEAD.personId }))
    expect(allowed.events[0]).toMatchObject({ data: { chosen: { approvedBy: LEAD.personId } } })
  })

  it('is refused for a group of other counters, an unknown number, a counter that is busy or not open', () => {
    const withB = twoWaiting.and(issue('B', 3))
    withB.when(at(9, 'callChosen', 6, { ...chosen, ticketId: idOf('B001') })).refused('ticket-not-here', { no: 'B001' })
    twoWaiting.when(at(9, 'callChosen', 6, { ...chosen, ticketId: idOf('A404') })).refused('ticket-unknown')
    called.when(at(9, 'callChosen', 6, chosen)).refused('counter-busy', { no: 'A001' })
    day()
      .and(issue('A'))
      .and(issue('A'))
      .when(at(9, 'callChosen', 6, chosen))
      .refused('counter-not-open')
  })
})

describe('calling again', () => {
  it('repeats the same ticket at the same counter under a fresh call id', () => {
    const who = { counter: 9, by: CLERK.personId }
    const data = { ticketId: idOf('A001'), no: 'A001', ...who, at: instant(8), callId: 'recall-8' }
    called
      .when(at(9, 'recall', 8))
      .recorded([{ type: 'TicketRecalled', v: 1, data }], { ticketId: idOf('A001'), no: 'A001' })
  })

  it('takes a second press within three seconds for a slip of the finger, and says how long it lasts', () => {
    called.when(at(9, 'recall', 6 + SECOND)).refused('recall-too-soon', { no: 'A001', seconds: 2 })
    expect(called.when(at(9, 'recall', 6 + 3 * SECOND)).events).toHaveLength(1)
    const again = called.and(at(9, 'recall', 6 + 4 * SECOND))
    again.when(at(9, 'recall', 6 + 5 * SECOND)).refused('recall-too-soon', { seconds: 2 })
  })

  it('does not wait for a clock that was set back', () => {
    expect(called.when(at(9, 'recall', 2)).events).toHaveLength(1)
  })

  it('is refused without a ticket and once service has begun', () => {
    twoWaiting.when(at(9, 'recall')).refused('no-current-ticket')
    serving.when(at(9, 'recall', 9)).refused('ticket-not-called', { no: 'A001' })
  })
})

describe('过号 (domain §15.1: three calls)', () => {
  const twice = called.and(at(9, 'recall', 6 + 20 * SECOND))
  const three = twice.and(at(9, 'recall', 6 + 40 * SECOND))

  it('comes only after three calls and sixty seconds, both', () => {
    const need = { no: 'A001', needCalls: 3, needSeconds: 60 }
    called.when(at(9, 'markNoShow', 9)).refused('no-show-too-soon', { ...need, calls: 1, seconds: 180 })
    twice.when(at(9, 'markNoShow', 9)).refused('no-show-too-soon', { ...need, calls: 2 })
    three.when(at(9, 'markNoShow', 6 + 59 * SECOND)).refused('no-show-too-soon', { ...need, calls: 3, seconds: 59 })
    const data = { ticketId: idOf('A001'), counter: 9, at: instant(7), by: CLERK.personId }
    three.when(at(9, 'markNoShow', 7)).recorded([{ type: 'TicketMissed', v: 1, data }])
  })

  it('frees the counter', () => {
    expect(three.and(at(9, 'markNoShow', 7)).when(at(9, 'callNext', 8)).reply).toMatchObject({ no: 'A002' })
  })

  it('counts calls afresh for one that came back', () => {
    const alone = three
      .and(at(9, 'markNoShow', 7))
      .and(at(9, 'cancelTicket', 8, { ticketId: idOf('A002'), reason: '走了' }))
    const back = alone.and(at(9, 'rejoin', 8, { ticketId: idOf('A001') })).and(at(9, 'callNext', 9))
    back.when(at(9, 'markNoShow', 20)).refused('no-show-too-soon', { calls: 1 })
  })

  it('is nothing for who is being served, nor without a ticket', () => {
    serving.when(at(9, 'markNoShow', 9)).refused('ticket-not-called', { no: 'A001' })
    twoWaiting.when(at(9, 'markNoShow')).refused('no-current-ticket')
  })
})

describe('coming back after 过号 (domain §15.1: once a day, three places later)', () => {
  const missed = called
    .and(at(9, 'recall', 7))
    .and(at(9, 'recall', 8))
    .and(issue('A', 8))
    .and(issue('A', 8))
    .and(issue('A', 9))
    .and(issue('G', 9))
    .and(at(9, 'markNoShow', 9))
  const back = missed.and(at(9, 'rejoin', 10, { ticketId: idOf('A001') }))

  /** Numbers as counter 9 calls them, one after the other. */
  function callsOf(story: typeof back): string[] {
    const numbers: string[] = []
    let at9 = story
    for (let minute = 20; ; minute += 1) {
      const next = at9.when(at(9, 'callNext', minute))
      if (next.state.status !== 'open') throw new Error('closed')
      numbers.push((next.reply as { no: string }).no)
      at9 = at9
        .and(at(9, 'callNext', minute))
        .and(at(9, 'startService', minute))
        .and(at(9, 'finishService', minute))
      if ([...next.state.tickets.values()].every((t) => t.status !== 'waiting')) return numbers
    }
  }

  it('stands behind the third waiting number of its group', () => {
    expect(callsOf(back)).toEqual(['A002', 'A003', 'A004', 'A001', 'A005', 'G001'])
  })

  it('stands at the end when fewer wait, as if it came now', () => {
    const service = serviceWith({ rejoinPlaces: 9 })
    const last = missed.and(at(9, 'rejoin', 10, { ticketId: idOf('A001'), service }))
    expect(callsOf(last)).toEqual(['A002', 'A003', 'A004', 'A005', 'G001', 'A001'])
    expect(ticketOf(last.state, 'A001').orderAt).toBe(instant(10))
  })

  it('never stands before its old place', () => {
    // Everybody in the group counts as having come before it.
    const early = { reason: 'elderly', note: '' } as const
    const some = ['A002', 'A003', 'A004', 'A005'].reduce(
      (story, no) => story.and(at(9, 'grantPriority', 9, { ticketId: idOf(no), priority: early })),
      missed
    )
    const returned = some.and(at(9, 'rejoin', 10, { ticketId: idOf('A001') }))
    expect(ticketOf(returned.state, 'A001').orderAt).toBe(instant(0))
  })

  it('happens once a day', () => {
    const again = back
      .and(at(9, 'callChosen', 11, { ticketId: idOf('A001'), reason: '刚到' }))
      .and(at(9, 'recall', 12))
      .and(at(9, 'recall', 13))
      .and(at(9, 'markNoShow', 14))
    again.when(at(9, 'rejoin', 15, { ticketId: idOf('A001') })).refused('rejoined-already', { no: 'A001', times: 1 })
    const service = serviceWith({ rejoins: 2 })
    expect(again.when(at(9, 'rejoin', 15, { ticketId: idOf('A001'), service })).events).toHaveLength(1)
  })

  it('is only for who was missed', () => {
    missed.when(at(9, 'rejoin', 10, { ticketId: idOf('A002') })).refused('ticket-not-missed', { no: 'A002' })
    missed.when(at(9, 'rejoin', 10, { ticketId: idOf('A404') })).refused('ticket-unknown')
  })
})

describe('cancelling a number', () => {
  const cancel = (no: string, reason = '不办了') => ({ ticketId: idOf(no), reason })

  it('takes one that waits, is called, served, held or missed, with a reason', () => {
    const held = serving.and(at(9, 'hold', 8, { reason: '复印' }))
    for (const story of [twoWaiting, called, serving, held]) {
      const done = story.and(at(9, 'cancelTicket', 10, cancel('A001')))
      expect(ticketOf(done.state, 'A001').status).toBe('cancelled')
      expect(done.when(at(9, 'callNext', 11)).reply).toMatchObject({ no: 'A002' })
    }
    twoWaiting.when(at(9, 'cancelTicket', 10, cancel('A001', ''))).refused('reason-missing', { field: 'reason' })
  })

  it('works from another counter, so that a forgotten number never keeps the hall open', () => {
    const other = serving.and(at(1, 'cancelTicket', 10, cancel('A001'), LEAD))
    expect(other.when(at(9, 'callNext', 11)).reply).toMatchObject({ no: 'A002' })
  })

  it('is refused for what is over', () => {
    const done = serving.and(at(9, 'finishService', 9))
    done.when(at(9, 'cancelTicket', 10, cancel('A001'))).refused('ticket-over', { no: 'A001' })
    done.when(at(9, 'cancelTicket', 10, cancel('A404'))).refused('ticket-unknown')
  })
})
