import { describe, expect, it } from 'vitest'
import { TEMPLATE } from '../../../shared/domain/printing/printing.ts'
import { CLERK, DAY, HALL, instant, LEAD } from '../../support/builders.ts'
import { at, called, day, idOf, issue, serving, twoWaiting } from './presses.ts'

describe('taking a ticket', () => {
  it('opens the day, and gives number and paper in one commit', () => {
    const hall = {
      name: HALL.name,
      authorityName: HALL.authorityName,
      address: HALL.address,
      hours: HALL.hours,
      enquiryPhone: HALL.enquiryPhone,
      supervisionPhone: HALL.supervisionPhone,
      demo: true
    }
    const ticket = { ticketId: '20261123-A001', no: 'A001', issuedAt: instant(0), ahead: 0, estimate: null }
    const paper = { kind: 'ticket', hall, groupName: '民政', counters: [1, 9], ...ticket } as const
    day()
      .when(issue('A'))
      .recorded(
        [
          { type: 'HallDayOpened', v: 1, data: { date: DAY } },
          { type: 'TicketIssued', v: 1, data: { ...ticket, group: 'A', serial: 1 } },
          {
            type: 'DocumentIssued',
            v: 1,
            data: { docId: 't-20261123-A001', docNo: 'A001', template: TEMPLATE, caseId: null, paper }
          }
        ],
        { ticketId: '20261123-A001', no: 'A001', docId: 't-20261123-A001', ahead: 0, estimate: null }
      )
  })

  it('counts each group for itself, from 001 without a gap', () => {
    const story = day().and(issue('A')).and(issue('B')).and(issue('A'))
    expect(story.when(issue('B')).reply).toMatchObject({ no: 'B002' })
    expect(story.when(issue('A')).reply).toMatchObject({ no: 'A003' })
  })

  it('opens the day once', () => {
    expect(twoWaiting.when(issue('B')).events.map((e) => e.type)).toEqual(['TicketIssued', 'DocumentIssued'])
  })

  it('says how many of the same group wait before it', () => {
    expect(twoWaiting.when(issue('A', 8)).events[0]).toMatchObject({ data: { ahead: 2 } })
    expect(called.when(issue('A', 8)).events[0]).toMatchObject({ data: { ahead: 1 } })
    expect(twoWaiting.when(issue('B', 8)).events[0]).toMatchObject({ data: { ahead: 0 } })
  })

  it('prints an expected wait once a counter for the group is open, and none before', () => {
    expect(day().and(issue('A')).when(issue('A')).events[0]).toMatchObject({ data: { estimate: null } })
    // Two people, eight minutes each, one counter: 16 minutes, a fifth up and down.
    const estimate = { low: 12, high: 20 }
    expect(twoWaiting.when(issue('A', 8)).events[0]).toMatchObject({ data: { estimate } })
    expect(twoWaiting.when(issue('A', 8)).reply).toMatchObject({ ahead: 2, estimate })
  })

  it('carries no name and no number of a person, and of a priority only that there is one', () => {
    const wish = { reason: 'other', note: '陪同就医' } as const
    const paper = day()
      .when(issue('A', 0, { priority: wish }))
      .events.find((e) => e.type === 'DocumentIssued')
    expect(JSON.stringify(paper)).not.toContain(CLERK.name)
    expect(JSON.stringify(paper)).not.toContain(wish.note)
    expect(Object.keys(paper?.type === 'DocumentIssued' ? paper.data.paper : {}).sort()).toEqual(
      ['ahead', 'counters', 'estimate', 'groupName', 'hall', 'issuedAt', 'kind', 'no', 'priority', 'ticketId'].sort()
    )
  })

  it('records where the number came from and what for, where that was said', () => {
    const [, issued] = day().when(issue('A', 0, { source: 'kiosk', itemId: 'MZ-001' })).events
    expect(issued).toMatchObject({ data: { source: 'kiosk', itemId: 'MZ-001' } })
  })

  it('is refused for a group the hall does not have', () => {
    day().when(issue('Z')).refused('group-unknown', { field: 'group' })
  })
})

describe('opening, pausing and closing a counter', () => {
  it('needs a counter: nobody who signed in without one may call', () => {
    for (const type of ['openCounter', 'callNext', 'recall', 'startService', 'finishService', 'undo'] as const) {
      day().when(at(null, type)).refused('no-counter')
      day().when(at(77, type)).refused('no-counter')
    }
  })

  it('opening says who sits there', () => {
    const data = { counter: 9, by: CLERK.personId, byName: CLERK.name, at: instant(5) }
    const opening = { type: 'CounterOpened', v: 1, data } as const
    day()
      .when(at(9, 'openCounter'))
      .recorded([{ type: 'HallDayOpened', v: 1, data: { date: DAY } }, opening])
  })

  it('opening what is open is nothing for the same person and refused for another', () => {
    twoWaiting.when(at(9, 'openCounter')).nothing()
    twoWaiting.when(at(9, 'openCounter', 5, {}, LEAD)).refused('counter-taken', { by: CLERK.name })
  })

  it('opening a second counter closes nothing: who helps out elsewhere has not left the first', () => {
    const two = twoWaiting.and(at(1, 'openCounter', 6))
    expect(two.when(at(1, 'callNext', 7)).reply).toMatchObject({ no: 'A001' })
    expect(two.when(at(9, 'callNext', 7)).reply).toMatchObject({ no: 'A001' })
  })

  it('a paused or closed counter may be taken over', () => {
    const takenOver = { data: { by: LEAD.personId } }
    for (const leave of ['pauseCounter', 'closeCounter'] as const) {
      expect(twoWaiting.and(at(9, leave)).when(at(9, 'openCounter', 6, {}, LEAD)).events[0]).toMatchObject(takenOver)
    }
  })

  it('pausing says why and until when, and a counter that is closed has nothing to pause', () => {
    const why = { reason: '取材料', until: instant(20) }
    const data = { counter: 9, at: instant(5), by: CLERK.personId, ...why }
    twoWaiting.when(at(9, 'pauseCounter', 5, why)).recorded([{ type: 'CounterPaused', v: 1, data }])
    day()
      .when(at(9, 'pauseCounter', 5, why))
      .nothing()
  })

  it('pausing again is nothing, unless it takes longer', () => {
    const paused = twoWaiting.and(at(9, 'pauseCounter', 5, { reason: '用餐', until: instant(20) }))
    paused.when(at(9, 'pauseCounter', 6, { reason: '用餐', until: instant(20) })).nothing()
    const longer = paused.and(at(9, 'pauseCounter', 6, { reason: '用餐', until: instant(40) }))
    expect(longer.state).toMatchObject({ status: 'open' })
    const counter = longer.state.status === 'open' ? longer.state.counters.get(9) : null
    expect(counter).toMatchObject({ pausedAt: instant(5), pausedUntil: instant(40) })
  })

  it('nobody comes back in the past', () => {
    twoWaiting.when(at(9, 'pauseCounter', 5, { until: instant(5) })).refused('pause-until-past', { field: 'until' })
  })

  it('a paused counter calls nobody, but ends what it has begun', () => {
    twoWaiting.and(at(9, 'pauseCounter')).when(at(9, 'callNext')).refused('counter-not-open')
    const paused = serving.and(at(9, 'pauseCounter', 8))
    expect(paused.when(at(9, 'finishService', 9)).events).toHaveLength(1)
    paused
      .and(at(9, 'finishService', 9))
      .when(at(9, 'callNext', 10))
      .refused('counter-not-open')
  })

  it('closing is refused while a ticket is there, and done once', () => {
    called.when(at(9, 'closeCounter')).refused('counter-busy', { no: 'A001' })
    serving.when(at(9, 'closeCounter')).refused('counter-busy', { no: 'A001' })
    const data = { counter: 9, at: instant(5), by: CLERK.personId }
    twoWaiting.when(at(9, 'closeCounter')).recorded([{ type: 'CounterClosed', v: 1, data }])
    twoWaiting.and(at(9, 'closeCounter')).when(at(9, 'closeCounter')).nothing()
    day().when(at(9, 'closeCounter')).nothing()
  })
})

describe('calling a colleague', () => {
  const alarm = twoWaiting.and(at(9, 'callColleague', 6, { reason: '情绪激动' }))
  const answered = (counter: number) => ({
    type: 'ColleagueAnswered' as const,
    v: 1,
    data: { counter, at: instant(7), by: LEAD.personId, byName: LEAD.name }
  })

  it('says where, who and why, once', () => {
    const data = { counter: 9, at: instant(6), by: CLERK.personId, byName: CLERK.name, reason: '情绪激动' }
    twoWaiting
      .when(at(9, 'callColleague', 6, { reason: '情绪激动' }))
      .recorded([{ type: 'ColleagueCalled', v: 1, data }])
    alarm.when(at(9, 'callColleague', 7, { reason: '情绪激动' })).nothing()
  })

  it('is answered for the counter that called, from anywhere; who comes second finds it answered', () => {
    alarm.when(at(9, 'answerColleague', 7, {}, LEAD)).recorded([answered(9)])
    alarm
      .and(at(9, 'answerColleague', 7, {}, LEAD))
      .when(at(9, 'answerColleague', 8))
      .nothing()
    alarm.when(at(40, 'answerColleague', 7, {}, LEAD)).refused('counter-unknown')
  })
})

describe('calling', () => {
  it('takes whoever came first', () => {
    const who = { counter: 9, by: CLERK.personId }
    const data = { ticketId: idOf('A001'), no: 'A001', ...who, at: instant(6), callId: 'callNext-6' }
    twoWaiting
      .when(at(9, 'callNext', 6))
      .recorded([{ type: 'TicketCalled', v: 1, data }], { ticketId: idOf('A001'), no: 'A001' })
  })

  it('goes by arrival over all groups of the counter, not group by group', () => {
    const mixed = day().and(issue('A')).and(issue('G')).and(issue('A')).and(at(9, 'openCounter'))
    const first = mixed
      .and(at(9, 'callNext', 6))
      .and(at(9, 'startService', 7))
      .and(at(9, 'finishService', 8))
    expect(first.when(at(9, 'callNext', 8)).reply).toMatchObject({ no: 'G001' })
  })

  it('leaves other groups alone', () => {
    day().and(issue('B')).and(at(9, 'openCounter')).when(at(9, 'callNext')).refused('nobody-waiting')
  })

  it('is refused while the counter is not open, busy, or nobody waits', () => {
    day().and(issue('A')).when(at(9, 'callNext')).refused('counter-not-open')
    called.when(at(9, 'callNext')).refused('counter-busy', { no: 'A001' })
    serving.when(at(9, 'callNext')).refused('counter-busy', { no: 'A001' })
    day().and(at(9, 'openCounter')).when(at(9, 'callNext')).refused('nobody-waiting')
  })

  it('never takes a ticket that is called or served elsewhere, not even by name', () => {
    for (const story of [called, serving]) {
      const other = story.and(at(1, 'openCounter', 6, {}, LEAD))
      expect(other.when(at(1, 'callNext', 7, {}, LEAD)).reply).toMatchObject({ no: 'A002' })
      other
        .when(at(1, 'callChosen', 7, { ticketId: idOf('A001'), reason: '赶车' }, LEAD))
        .refused('ticket-not-waiting', { no: 'A001' })
    }
  })
})

describe('serving', () => {
  const facts = { ticketId: idOf('A001'), counter: 9, by: CLERK.personId }

  it('begins with a called ticket', () => {
    called
      .when(at(9, 'startService', 7))
      .recorded([{ type: 'ServiceStarted', v: 1, data: { ...facts, at: instant(7), byName: CLERK.name } }], null)
    serving.when(at(9, 'startService')).refused('ticket-not-called', { no: 'A001' })
    twoWaiting.when(at(9, 'startService')).refused('no-current-ticket')
  })

  it('ends what has begun, and only that', () => {
    serving
      .when(at(9, 'finishService', 9))
      .recorded([{ type: 'ServiceFinished', v: 1, data: { ...facts, at: instant(9) } }])
    called.when(at(9, 'finishService')).refused('ticket-not-serving', { no: 'A001' })
    twoWaiting.when(at(9, 'finishService')).refused('no-current-ticket')
  })

  it('frees the counter for the next call', () => {
    expect(serving.and(at(9, 'finishService', 9)).when(at(9, 'callNext', 10)).reply).toMatchObject({ no: 'A002' })
  })
})
