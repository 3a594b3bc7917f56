import { describe, expect, it } from 'vitest'
import { CLERK, HALL, instant, LEAD } from '../../support/builders.ts'
import { at, called, day, idOf, issue, OTHER, opened, serving, ticketOf, twoWaiting } from './presses.ts'

const facts = { ticketId: idOf('A001'), counter: 9, by: CLERK.personId }

describe('holding and taking back', () => {
  const held = serving.and(at(9, 'hold', 8, { reason: '去复印' }))

  it('keeps the number with its reason and frees the counter', () => {
    expect(ticketOf(held.state, 'A001')).toMatchObject({ status: 'held', heldReason: '去复印', heldAt: instant(8) })
    expect(held.when(at(9, 'callNext', 9)).reply).toMatchObject({ no: 'A002' })
    called.when(at(9, 'hold', 8, { reason: '去复印' })).refused('ticket-not-serving', { no: 'A001' })
  })

  it('goes on at any open counter that is free', () => {
    const other = held
      .and(at(1, 'openCounter', 9, {}, LEAD))
      .and(at(1, 'takeBack', 10, { ticketId: idOf('A001') }, LEAD))
    expect(ticketOf(other.state, 'A001')).toMatchObject({ status: 'serving', counter: 1, heldReason: '' })
    held.when(at(1, 'takeBack', 10, { ticketId: idOf('A001') }, LEAD)).refused('counter-not-open')
    const busy = held.and(at(9, 'callNext', 9))
    busy.when(at(9, 'takeBack', 10, { ticketId: idOf('A001') })).refused('counter-busy', { no: 'A002' })
  })

  it('takes back only what is held', () => {
    held.when(at(9, 'takeBack', 10, { ticketId: idOf('A002') })).refused('ticket-not-held', { no: 'A002' })
    held.when(at(9, 'takeBack', 10, { ticketId: idOf('A404') })).refused('ticket-unknown')
  })

  it('leaves what was held out of the service time', () => {
    const done = held.and(at(9, 'takeBack', 28, { ticketId: idOf('A001') })).and(at(9, 'finishService', 30))
    expect(opened(done.state).served).toEqual({ count: 1, seconds: 180 })
  })
})

describe('转号', () => {
  const to = { group: 'A', toCounter: null, toPerson: null, toPersonName: '', reason: '' }
  const withOne = serving.and(at(1, 'openCounter', 8, {}, LEAD))
  const directed = withOne.and(at(9, 'transfer', 9, { ...to, toCounter: 1 }))
  const personal = withOne.and(at(9, 'transfer', 9, { ...to, toPerson: LEAD.personId, toPersonName: LEAD.name }))

  it('keeps number and place, and both services stand in the trail', () => {
    const moved = withOne.and(at(9, 'transfer', 9, { ...to, group: 'B', reason: '要先办社保' }))
    const ticket = ticketOf(moved.state, 'A001')
    expect(ticket).toMatchObject({ no: 'A001', group: 'B', status: 'waiting', orderAt: instant(0), counter: null })
    expect(moved.when(at(1, 'callNext', 10, {}, LEAD)).reply).toMatchObject({ no: 'A001' })
    const again = moved.and(at(1, 'callNext', 10, {}, LEAD)).and(at(1, 'startService', 11, {}, LEAD))
    expect(ticketOf(again.state, 'A001').services).toEqual([
      { group: 'A', counter: 9, startedAt: instant(7), endedAt: instant(9), by: CLERK.personId },
      { group: 'B', counter: 1, startedAt: instant(11), endedAt: null, by: LEAD.personId }
    ])
    expect(ticketOf(again.state, 'A001').trail.map((step) => step.kind)).toEqual([
      ...['TicketIssued', 'TicketCalled', 'ServiceStarted', 'TicketTransferred', 'TicketCalled', 'ServiceStarted']
    ])
  })

  it('goes to one counter alone, whatever its groups', () => {
    const toTwo = serving.and(at(2, 'openCounter', 8, {}, LEAD)).and(at(9, 'transfer', 9, { ...to, toCounter: 2 }))
    expect(toTwo.when(at(2, 'callNext', 10, {}, LEAD)).reply).toMatchObject({ no: 'A001' })
    expect(toTwo.when(at(9, 'callNext', 10)).reply).toMatchObject({ no: 'A002' })
    toTwo
      .when(at(9, 'callChosen', 10, { ticketId: idOf('A001'), reason: '等很久了' }))
      .refused('ticket-not-here', { no: 'A001' })
  })

  it('goes to one person alone, at whichever counter they sit', () => {
    expect(personal.when(at(9, 'callNext', 10)).reply).toMatchObject({ no: 'A002' })
    const moved = personal
      .and(at(1, 'closeCounter', 10, {}, LEAD))
      .and(at(2, 'openCounter', 11, {}, LEAD))
      .when(at(2, 'callNext', 12, {}, LEAD))
    expect(moved.reply).toMatchObject({ no: 'A001' })
  })

  it('is swallowed by nobody: when the counter closes or pauses, or the person leaves, the group calls it', () => {
    for (const story of [directed, personal]) {
      for (const leave of ['pauseCounter', 'closeCounter'] as const) {
        const left = story.and(at(1, leave, 10, {}, LEAD))
        expect(left.when(at(9, 'callNext', 11)).reply).toMatchObject({ no: 'A001' })
      }
    }
  })

  it('binds again when who was sent for is back', () => {
    const back = directed.and(at(1, 'pauseCounter', 10, {}, LEAD)).and(at(1, 'openCounter', 11, {}, LEAD))
    expect(back.when(at(9, 'callNext', 12)).reply).toMatchObject({ no: 'A002' })
  })

  it('works for a called number too, and calls are counted afresh', () => {
    const moved = called.and(at(1, 'openCounter', 6, {}, LEAD)).and(at(9, 'transfer', 7, { ...to, toCounter: 1 }))
    expect(ticketOf(moved.state, 'A001')).toMatchObject({ status: 'waiting', calls: 0, firstCalledAt: null })
  })

  it('is refused to an unknown group, counter or person, and to who is not there', () => {
    const refused = (change: object, code: string, field: string): void =>
      withOne.when(at(9, 'transfer', 9, { ...to, ...change })).refused(code, { field })
    refused({ group: 'Z' }, 'group-unknown', 'group')
    refused({ toCounter: 40 }, 'counter-unknown', 'toCounter')
    refused({ toCounter: 5 }, 'transfer-counter-closed', 'toCounter')
    refused({ toPerson: OTHER.personId }, 'transfer-person-absent', 'toPerson')
    const unserved = { ...HALL, counters: HALL.counters.filter((c) => !c.groups.includes('B')) }
    refused({ group: 'B', hall: unserved }, 'transfer-group-unserved', 'group')
  })

  it('is refused to itself: the same counter, the same person, or a group that only this counter has open', () => {
    withOne.when(at(9, 'transfer', 9, { ...to, toCounter: 9 })).refused('transfer-self')
    withOne.when(at(9, 'transfer', 9, { ...to, toPerson: CLERK.personId })).refused('transfer-self')
    serving.when(at(9, 'transfer', 9, to)).refused('transfer-self', { field: 'group' })
    expect(withOne.when(at(9, 'transfer', 9, to)).events).toHaveLength(1)
  })

  it('needs a ticket', () => {
    twoWaiting.when(at(9, 'transfer', 9, to)).refused('no-current-ticket')
  })
})

describe('several matters in one visit', () => {
  it('begins the next one at the same counter, and times both', () => {
    const second = serving.and(at(9, 'nextService', 12, { group: 'G' }))
    expect(ticketOf(second.state, 'A001')).toMatchObject({
      ...{ status: 'serving', group: 'G' },
      services: [
        { group: 'A', startedAt: instant(7), endedAt: instant(12) },
        { group: 'G', startedAt: instant(12), endedAt: null }
      ]
    })
    called.when(at(9, 'nextService', 12, { group: 'G' })).refused('ticket-not-serving')
  })

  it('is refused for what this counter does not do: then transfer', () => {
    serving.when(at(9, 'nextService', 12, { group: 'B' })).refused('group-not-here', { group: '社保就业' })
    serving.when(at(9, 'nextService', 12, { group: 'Z' })).refused('group-unknown')
  })
})

describe('a number for the wrong matter', () => {
  it('keeps its number, the matter is put right', () => {
    const data = { ...facts, at: instant(8), from: 'A', group: 'G' }
    serving.when(at(9, 'correctService', 8, { group: 'G' })).recorded([{ type: 'ServiceCorrected', v: 1, data }])
    const right = serving.and(at(9, 'correctService', 8, { group: 'G' }))
    expect(ticketOf(right.state, 'A001')).toMatchObject({ no: 'A001', group: 'G', services: [{ group: 'G' }] })
    expect(right.when(issue('A', 9)).reply).toMatchObject({ no: 'A003' })
    expect(right.when(issue('G', 9)).reply).toMatchObject({ no: 'G001' })
  })

  it('may be put right when called already; the same matter is nothing, another counter’s is a transfer', () => {
    expect(called.when(at(9, 'correctService', 8, { group: 'G' })).events).toHaveLength(1)
    serving.when(at(9, 'correctService', 8, { group: 'A' })).nothing()
    serving.when(at(9, 'correctService', 8, { group: 'B' })).refused('group-not-here')
  })
})

describe('serving without a ticket', () => {
  const empty = day().and(at(9, 'openCounter'))

  it('gives a number for the records and begins at once: nothing is called, shown or printed', () => {
    const walkIn = empty.when(at(9, 'serveWalkIn', 6, { group: 'A' }))
    expect(walkIn.events.map((e) => e.type)).toEqual(['TicketIssued', 'ServiceStarted'])
    expect(walkIn.reply).toEqual({ ticketId: idOf('A001'), no: 'A001' })
    const state = opened(walkIn.state)
    expect([state.lastCalls, state.sayings]).toEqual([[], []])
    expect(ticketOf(state, 'A001')).toMatchObject({ status: 'serving', source: 'walkIn', counter: 9, calls: 0 })
  })

  it('counts in the same row of numbers', () => {
    const story = empty.and(issue('A', 6)).and(at(9, 'serveWalkIn', 7, { group: 'A' }))
    expect(story.when(issue('A', 8)).reply).toMatchObject({ no: 'A003' })
  })

  it('is refused where the counter is busy, closed, or has nothing to do with the group', () => {
    called.when(at(9, 'serveWalkIn', 7, { group: 'A' })).refused('counter-busy', { no: 'A001' })
    day()
      .when(at(9, 'serveWalkIn', 7, { group: 'A' }))
      .refused('counter-not-open')
    empty.when(at(9, 'serveWalkIn', 7, { group: 'B' })).refused('group-not-here')
    empty.when(at(9, 'serveWalkIn', 7, { group: 'Z' })).refused('group-unknown')
  })
})

describe('a forgotten 办结', () => {
  it('may be told afterwards, and is marked and counted in no mean', () => {
    const done = serving.and(at(9, 'finishService', 90, { saidEnd: instant(15) }))
    expect(ticketOf(done.state, 'A001')).toMatchObject({ endedAt: instant(15), times: 'said' })
    expect(opened(done.state).served).toEqual({ count: 0, seconds: 0 })
    expect(opened(serving.and(at(9, 'finishService', 15)).state).served).toEqual({ count: 1, seconds: 480 })
  })

  it('did not end before it began, nor later than now', () => {
    const wrong = { field: 'saidEnd', from: instant(7) }
    serving.when(at(9, 'finishService', 90, { saidEnd: instant(6) })).refused('said-end-wrong', wrong)
    serving.when(at(9, 'finishService', 90, { saidEnd: instant(91) })).refused('said-end-wrong', wrong)
    const second = serving.and(at(9, 'nextService', 12, { group: 'G' }))
    second.when(at(9, 'finishService', 90, { saidEnd: instant(8) })).refused('said-end-wrong', { from: instant(12) })
  })

  it('is asked about: still going on is a fact', () => {
    serving
      .when(at(9, 'stillServing', 60))
      .recorded([{ type: 'ServiceStillRunning', v: 1, data: { ...facts, at: instant(60) } }])
    expect(ticketOf(serving.and(at(9, 'stillServing', 60)).state, 'A001').confirmedAt).toBe(instant(60))
    called.when(at(9, 'stillServing', 60)).refused('ticket-not-serving')
  })
})
