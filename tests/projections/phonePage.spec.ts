import { describe, expect, it } from 'vitest'
import type { QueueState } from '../../shared/domain/queue/queue.ts'
import { phonePage } from '../../shared/projections/phonePage.ts'
import {
  at,
  byClock,
  called,
  day,
  idOf,
  issue,
  OTHER,
  opened,
  SERVICE,
  serving,
  twoWaiting
} from '../domain/queue/presses.ts'
import { CLERK, HALL, instant } from '../support/builders.ts'

const NOW = instant(10)
const pageOf = (state: QueueState, no: string, service = SERVICE) =>
  phonePage(HALL, service, opened(state), idOf(no), NOW)
const stateOf = (state: QueueState, no: string, service = SERVICE) => pageOf(state, no, service)?.state

describe('the page behind the code of a ticket', () => {
  it('says which number, of which group, in which hall, when, and where to ask', () => {
    expect(pageOf(twoWaiting.state, 'A002')).toMatchObject({
      hallName: HALL.name,
      demo: true,
      hours: HALL.hours,
      enquiryPhone: HALL.enquiryPhone,
      no: 'A002',
      groupName: '民政',
      at: NOW
    })
  })

  it('counts those who will be called before, not the number itself nor who comes behind', () => {
    expect(stateOf(twoWaiting.state, 'A001')).toMatchObject({ kind: 'waiting', ahead: 0, counters: [9] })
    expect(stateOf(twoWaiting.state, 'A002')).toMatchObject({ kind: 'waiting', ahead: 1, counters: [9] })
    const more = twoWaiting.and(issue('A', 3)).and(issue('A', 4))
    expect(stateOf(more.state, 'A002')).toEqual(stateOf(twoWaiting.state, 'A002'))
  })

  it('does not count two who came in the same instant twice', () => {
    const same = day().and(issue('A', 1)).and(issue('A', 1)).and(issue('A', 1))
    expect(['A001', 'A002', 'A003'].map((no) => stateOf(same.state, no))).toMatchObject([
      { ahead: 0 },
      { ahead: 1 },
      { ahead: 2 }
    ])
  })

  it('promises nothing while no counter of the group is open', () => {
    const closed = day().and(issue('A'))
    expect(stateOf(closed.state, 'A001')).toEqual({ kind: 'waiting', ahead: 0, estimate: null, counters: [] })
  })

  it('gives the same estimate as the paper did, for as long as nothing happens', () => {
    const open = day()
      .and(at(9, 'openCounter', 1))
      .and(issue('A', 2))
      .and(issue('A', 3))
    const [issued] = open.when(issue('A', 4)).events
    const { state } = open.and(issue('A', 4))
    if (issued?.type !== 'TicketIssued') throw new Error('no ticket')
    expect(stateOf(state, 'A003')).toMatchObject({ ahead: issued.data.ahead, estimate: issued.data.estimate })
    expect(issued.data.estimate).not.toBeNull()
  })

  it('says where to go once it is called, and that it is being served', () => {
    expect(stateOf(called.state, 'A001')).toEqual({ kind: 'called', counter: 9 })
    expect(stateOf(serving.state, 'A001')).toEqual({ kind: 'serving', counter: 9 })
    expect(stateOf(serving.and(at(9, 'hold', 8)).state, 'A001')).toEqual({ kind: 'held', counter: 9 })
  })

  it('tells whoever missed the call how often the number may come back', () => {
    const quick = { ...SERVICE, queue: { ...SERVICE.queue, noShowCalls: 1, noShowSeconds: 0 } }
    const missed = called.and(at(9, 'markNoShow', 8, { service: quick }))
    expect(stateOf(missed.state, 'A001')).toEqual({ kind: 'missed', rejoins: 1 })
    const back = missed.and(at(9, 'rejoin', 9, { ticketId: idOf('A001'), service: quick }))
    expect(stateOf(back.state, 'A001')).toMatchObject({ kind: 'waiting', ahead: 1 })
    const none = { ...quick, queue: { ...quick.queue, rejoins: 0 } }
    expect(stateOf(missed.state, 'A001', none)).toEqual({ kind: 'missed', rejoins: 0 })
  })

  it('says that it is over, however it ended', () => {
    expect(stateOf(serving.and(at(9, 'finishService', 9)).state, 'A001')).toEqual({ kind: 'finished' })
    const cancel = at(9, 'cancelTicket', 9, { ticketId: idOf('A002'), reason: '本人离开' })
    expect(stateOf(twoWaiting.and(cancel).state, 'A002')).toEqual({ kind: 'cancelled' })
    expect(stateOf(twoWaiting.and(byClock('closeDay', 900)).state, 'A002')).toEqual({ kind: 'expired' })
  })

  it('after a transfer to one counter it watches that one alone, and the wait of the group is not promised', () => {
    const moved = serving
      .and(at(2, 'openCounter', 7, {}, OTHER))
      .and(at(9, 'transfer', 8, { group: 'B', toCounter: 2 }))
    expect(stateOf(moved.state, 'A001')).toEqual({ kind: 'waiting', ahead: 0, estimate: null, counters: [2] })
  })

  it('knows no other ticket, and none of a day that has not begun', () => {
    expect(pageOf(twoWaiting.state, 'A003')).toBeNull()
    expect(phonePage(HALL, SERVICE, null, idOf('A001'), NOW)).toBeNull()
  })

  it('says nothing of people, reasons or matters', () => {
    const priority = { reason: 'disabled', note: '轮椅' } as const
    const state = serving
      .and(at(2, 'openCounter', 7, {}, OTHER))
      .and(issue('A', 8, { priority, itemId: 'MZ-001' }))
      .and(at(9, 'transfer', 9, { group: 'B', toPerson: OTHER.personId, toPersonName: OTHER.name, reason: '低保复核' }))
    expect(stateOf(state.state, 'A001')).toEqual({ kind: 'waiting', ahead: 0, estimate: null, counters: [2] })
    for (const no of ['A001', 'A002', 'A003']) {
      const told = JSON.stringify(pageOf(state.state, no))
      for (const secret of [CLERK.name, OTHER.name, OTHER.personId, 'disabled', '轮椅', '低保', 'MZ-001']) {
        expect(told).not.toContain(secret)
      }
    }
  })
})
