import { describe, expect, it } from 'vitest'
import { TEMPLATE } from '../../../shared/domain/printing/printing.ts'
import type { QueueCommand } from '../../../shared/domain/queue/decideQueue.ts'
import { CLERK, DAY, HALL, instant, LEAD, queueRules } from '../../support/builders.ts'
import { given } from '../../support/given.ts'

type Verb = Exclude<QueueCommand['type'], 'issueTicket' | 'closeDay'>

const day = given(queueRules)
const common = (minute: number, id: string) => ({ at: instant(minute), date: DAY, id, hall: HALL })
const issue = (group: string, minute = 0): QueueCommand => ({
  type: 'issueTicket',
  group,
  ...common(minute, `issue-${minute}`)
})
const at = (counter: number | null, type: Verb, minute = 5, who: typeof CLERK | typeof LEAD = CLERK): QueueCommand => ({
  type,
  counter,
  by: who.personId,
  byName: who.name,
  ...common(minute, `${type}-${minute}`)
})
const closeDay = (minute = 500): QueueCommand => ({ type: 'closeDay', ...common(minute, 'close') })

/** A001 and A002 wait, counter 9 (groups G and A) is open. */
const twoWaiting = day().and(issue('A')).and(issue('A', 1)).and(at(9, 'openCounter'))
const called = twoWaiting.and(at(9, 'callNext', 6))
const serving = called.and(at(9, 'startService', 7))

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
    expect(twoWaiting.when(issue('A')).events[0]).toMatchObject({ data: { ahead: 2 } })
    expect(called.when(issue('A')).events[0]).toMatchObject({ data: { ahead: 1 } })
    expect(twoWaiting.when(issue('B')).events[0]).toMatchObject({ data: { ahead: 0 } })
  })

  it('prints an expected wait once a counter for the group is open, and none before', () => {
    expect(day().and(issue('A')).when(issue('A')).events[0]).toMatchObject({ data: { estimate: null } })
    // Two people, eight minutes each, one counter: 16 minutes, a fifth up and down.
    const estimate = { low: 12, high: 20 }
    expect(twoWaiting.when(issue('A')).events[0]).toMatchObject({ data: { estimate } })
    expect(twoWaiting.when(issue('A')).reply).toMatchObject({ ahead: 2, estimate })
  })

  it('carries no name and no number of a person', () => {
    const paper = day()
      .when(issue('A'))
      .events.find((e) => e.type === 'DocumentIssued')
    expect(JSON.stringify(paper)).not.toContain(CLERK.name)
    expect(Object.keys(paper?.type === 'DocumentIssued' ? paper.data.paper : {}).sort()).toEqual(
      ['ahead', 'counters', 'estimate', 'groupName', 'hall', 'issuedAt', 'kind', 'no', 'ticketId'].sort()
    )
  })

  it('is refused for a group the hall does not have', () => {
    day().when(issue('Z')).refused('group-unknown', { field: 'group' })
  })
})

describe('opening, pausing and closing a counter', () => {
  it('needs a counter: nobody who signed in without one may call', () => {
    for (const type of ['openCounter', 'callNext', 'recall', 'startService', 'finishService'] as const) {
      day().when(at(null, type)).refused('no-counter')
      day().when(at(77, type)).refused('no-counter')
    }
  })

  it('opening says who sits there', () => {
    const data = { counter: 9, by: CLERK.personId, byName: CLERK.name }
    const opened = { type: 'CounterOpened', v: 1, data } as const
    day()
      .when(at(9, 'openCounter'))
      .recorded([{ type: 'HallDayOpened', v: 1, data: { date: DAY } }, opened])
  })

  it('opening what is open is nothing for the same person and refused for another', () => {
    twoWaiting.when(at(9, 'openCounter')).nothing()
    twoWaiting.when(at(9, 'openCounter', 5, LEAD)).refused('counter-taken', { by: CLERK.name })
  })

  it('a paused or closed counter may be taken over', () => {
    const takenOver = { data: { by: LEAD.personId } }
    for (const leave of ['pauseCounter', 'closeCounter'] as const) {
      expect(twoWaiting.and(at(9, leave)).when(at(9, 'openCounter', 6, LEAD)).events[0]).toMatchObject(takenOver)
    }
  })

  it('pausing is recorded once, and a counter that is not open has nothing to pause', () => {
    twoWaiting.when(at(9, 'pauseCounter')).recorded([{ type: 'CounterPaused', v: 1, data: { counter: 9 } }])
    twoWaiting.and(at(9, 'pauseCounter')).when(at(9, 'pauseCounter')).nothing()
    day().when(at(9, 'pauseCounter')).nothing()
  })

  it('a paused counter calls nobody, but ends what it has begun', () => {
    twoWaiting.and(at(9, 'pauseCounter')).when(at(9, 'callNext')).refused('counter-not-open')
    expect(serving.and(at(9, 'pauseCounter')).when(at(9, 'finishService', 9)).events).toHaveLength(1)
  })

  it('closing is refused while a ticket is there, and done once', () => {
    called.when(at(9, 'closeCounter')).refused('counter-busy', { no: 'A001' })
    serving.when(at(9, 'closeCounter')).refused('counter-busy', { no: 'A001' })
    twoWaiting.when(at(9, 'closeCounter')).recorded([{ type: 'CounterClosed', v: 1, data: { counter: 9 } }])
    twoWaiting.and(at(9, 'closeCounter')).when(at(9, 'closeCounter')).nothing()
    day().when(at(9, 'closeCounter')).nothing()
  })
})

describe('calling', () => {
  it('takes whoever came first', () => {
    const data = { ticketId: '20261123-A001', no: 'A001', counter: 9, at: instant(6), callId: 'callNext-6' }
    twoWaiting
      .when(at(9, 'callNext', 6))
      .recorded([{ type: 'TicketCalled', v: 1, data }], { ticketId: '20261123-A001', no: 'A001' })
  })

  it('goes by arrival over all groups of the counter, not group by group', () => {
    const mixed = day().and(issue('A')).and(issue('G')).and(issue('A')).and(at(9, 'openCounter'))
    const first = mixed.and(at(9, 'callNext', 6)).and(at(9, 'markNoShow', 7))
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

  it('never takes a ticket that is called elsewhere', () => {
    const other = called.and(at(1, 'openCounter', 6, LEAD))
    expect(other.when(at(1, 'callNext', 7, LEAD)).reply).toMatchObject({ no: 'A002' })
  })
})

describe('calling again', () => {
  it('repeats the same ticket at the same counter under a fresh call id', () => {
    const data = { ticketId: '20261123-A001', no: 'A001', counter: 9, at: instant(8), callId: 'recall-8' }
    called
      .when(at(9, 'recall', 8))
      .recorded([{ type: 'TicketRecalled', v: 1, data }], { ticketId: '20261123-A001', no: 'A001' })
  })

  it('is refused without a ticket and once service has begun', () => {
    twoWaiting.when(at(9, 'recall')).refused('no-current-ticket')
    serving.when(at(9, 'recall')).refused('ticket-not-called', { no: 'A001' })
  })
})

describe('serving', () => {
  const facts = { ticketId: '20261123-A001', counter: 9 }

  it('begins with a called ticket', () => {
    called
      .when(at(9, 'startService', 7))
      .recorded([{ type: 'ServiceStarted', v: 1, data: { ...facts, at: instant(7) } }], null)
    serving.when(at(9, 'startService')).refused('ticket-not-called', { no: 'A001' })
    twoWaiting.when(at(9, 'startService')).refused('no-current-ticket')
  })

  it('passes over who does not come, but nobody who is being served', () => {
    called.when(at(9, 'markNoShow', 7)).recorded([{ type: 'TicketMissed', v: 1, data: { ...facts, at: instant(7) } }])
    serving.when(at(9, 'markNoShow')).refused('ticket-not-called', { no: 'A001' })
    twoWaiting.when(at(9, 'markNoShow')).refused('no-current-ticket')
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
    expect(called.and(at(9, 'markNoShow', 9)).when(at(9, 'callNext', 10)).reply).toMatchObject({ no: 'A002' })
  })
})

describe('the end of the day', () => {
  it('expires by name whoever waits, is called or is being served', () => {
    const three = serving
      .and(issue('B', 8))
      .and(issue('B', 8))
      .and(at(2, 'openCounter', 8, LEAD))
    const expired = (no: string) =>
      ({ type: 'TicketExpired', v: 1, data: { ticketId: `20261123-${no}`, at: instant(500) } }) as const
    three
      .and(at(2, 'callNext', 9, LEAD))
      .when(closeDay())
      .recorded([
        expired('A001'),
        expired('A002'),
        expired('B001'),
        expired('B002'),
        { type: 'HallDayClosed', v: 1, data: { date: DAY, expired: ['A001', 'A002', 'B001', 'B002'] } }
      ])
  })

  it('leaves finished and missed tickets as they are', () => {
    const done = serving
      .and(at(9, 'finishService', 9))
      .and(at(9, 'callNext', 10))
      .and(at(9, 'markNoShow', 11))
    done.when(closeDay()).recorded([{ type: 'HallDayClosed', v: 1, data: { date: DAY, expired: [] } }])
  })

  it('comes once, and a day that never began is not closed', () => {
    twoWaiting.and(closeDay()).when(closeDay(501)).nothing()
    day().when(closeDay()).nothing()
  })

  it('goes on with its numbers when a wrong clock had closed it, every counter to be opened anew', () => {
    const closed = twoWaiting.and(closeDay())
    closed.when(at(9, 'callNext')).refused('counter-not-open')
    for (const type of ['recall', 'startService', 'markNoShow', 'finishService'] as const) {
      closed.when(at(9, type)).refused('no-current-ticket')
    }
    const [opened, issued] = closed.when(issue('A')).events
    expect(opened).toMatchObject({ type: 'HallDayOpened', data: { date: DAY } })
    expect(issued).toMatchObject({ type: 'TicketIssued', data: { no: 'A003', ahead: 0 } })
  })
})
