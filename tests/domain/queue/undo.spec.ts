import { describe, expect, it } from 'vitest'
import { undoable } from '../../../shared/domain/queue/undo.ts'
import { HALL, instant, LEAD } from '../../support/builders.ts'
import { at, called, day, idOf, issue, opened, serviceWith, serving, ticketOf, twoWaiting } from './presses.ts'

const EAGER = { service: serviceWith({ noShowCalls: 1, noShowSeconds: 0 }) }

describe('taking the last act back', () => {
  it('of a call puts the number back in its place, and screen and voice correct themselves', () => {
    const undone = called.when(at(9, 'undo', 7))
    expect(undone.reply).toEqual({ ticketId: idOf('A001'), no: 'A001' })
    expect(undone.events).toMatchObject([{ type: 'ActUndone', data: { act: 'TicketCalled', callId: 'undo-7' } }])
    const state = opened(undone.state)
    expect(ticketOf(state, 'A001')).toMatchObject({ status: 'waiting', calls: 0, counter: null, firstCalledAt: null })
    expect(state.lastCalls).toEqual([])
    expect(state.sayings[0]).toEqual({ sayId: 'undo-7', kind: 'withdrawn', no: 'A001', counter: 9, at: instant(7) })
    expect(called.and(at(9, 'undo', 7)).when(at(9, 'callNext', 8)).reply).toMatchObject({ no: 'A001' })
  })

  it('of a start, an end, a 过号, a hold or a transfer brings the visitor back to this counter', () => {
    const to = { group: 'B', toCounter: null, toPerson: null }
    const acts = [
      [serving, 'called'],
      [serving.and(at(9, 'finishService', 8)), 'serving'],
      [called.and(at(9, 'markNoShow', 8, EAGER)), 'called'],
      [serving.and(at(9, 'hold', 8, { reason: '复印' })), 'serving'],
      [serving.and(at(9, 'transfer', 8, to)), 'serving']
    ] as const
    for (const [story, status] of acts) {
      const back = opened(story.and(at(9, 'undo', 8.5)).state)
      expect(ticketOf(back, 'A001')).toMatchObject({ status, counter: 9, group: 'A', heldReason: '' })
      expect(back.counters.get(9)?.ticketId).toBe(idOf('A001'))
      expect(back.served).toEqual({ count: 0, seconds: 0 })
    }
  })

  it('works for two minutes', () => {
    expect(called.when(at(9, 'undo', 8)).events).toHaveLength(1)
    called.when(at(9, 'undo', 8.1)).refused('undo-too-late', { no: 'A001', seconds: 120 })
    called.when(at(9, 'undo', 8, { service: serviceWith({ undoSeconds: 30 }) })).refused('undo-too-late')
  })

  it('takes back one act, not the one before it', () => {
    serving
      .and(at(9, 'undo', 7.5))
      .when(at(9, 'undo', 7.6))
      .refused('undo-nothing')
    twoWaiting.when(at(9, 'undo', 6)).refused('undo-nothing')
    called
      .and(at(9, 'recall', 7))
      .when(at(9, 'undo', 7.5))
      .refused('undo-nothing')
  })

  it('is refused once anything else has happened to the number', () => {
    const missed = called.and(at(9, 'markNoShow', 7, EAGER))
    const changes = [
      missed.and(at(1, 'rejoin', 7.2, { ticketId: idOf('A001') }, LEAD)),
      missed.and(at(1, 'cancelTicket', 7.2, { ticketId: idOf('A001'), reason: '走了' }, LEAD))
    ]
    for (const story of changes) story.when(at(9, 'undo', 7.5)).refused('undo-changed', { no: 'A001' })
  })

  it('takes back the last act, so nobody is fetched back past the visitor who is there now', () => {
    const next = serving.and(at(9, 'finishService', 8)).and(at(9, 'callNext', 8.2))
    expect(next.when(at(9, 'undo', 8.5)).reply).toMatchObject({ no: 'A002' })
    next
      .and(at(9, 'undo', 8.5))
      .when(at(9, 'undo', 8.6))
      .refused('undo-nothing')
  })

  it('takes back only what the same person did, and nothing after the counter was closed', () => {
    const paused = serving.and(at(9, 'finishService', 8)).and(at(9, 'pauseCounter', 8.1))
    paused
      .and(at(9, 'openCounter', 8.2, {}, LEAD))
      .when(at(9, 'undo', 8.3, {}, LEAD))
      .refused('undo-nothing')
    expect(paused.and(at(9, 'openCounter', 8.2)).when(at(9, 'undo', 8.3)).events).toHaveLength(1)
    const closed = serving.and(at(9, 'finishService', 8)).and(at(9, 'closeCounter', 8.1))
    closed
      .and(at(9, 'openCounter', 8.2))
      .when(at(9, 'undo', 8.3))
      .refused('undo-nothing')
  })

  it('never sends somebody into the queue who never stood in it: a visit without a ticket is not undone', () => {
    const walkIn = day()
      .and(at(9, 'openCounter'))
      .and(at(9, 'serveWalkIn', 6, { group: 'A' }))
    walkIn.when(at(9, 'undo', 6.5)).refused('undo-nothing')
  })

  it('says to screens what can be taken back, and until when', () => {
    const offered = (story: typeof called, minute: number) =>
      undoable(opened(story.state), HALL, 9, instant(minute), 120)
    expect(offered(called, 7)).toEqual({ act: 'TicketCalled', no: 'A001', until: instant(8) })
    expect(offered(called, 9)).toBeNull()
    expect(offered(twoWaiting, 7)).toBeNull()
    expect(undoable(opened(called.state), HALL, null, instant(7), 120)).toBeNull()
  })

  it('of a call that followed an earlier one leaves other calls on the screen', () => {
    const second = serving
      .and(issue('A', 8))
      .and(at(9, 'finishService', 8))
      .and(at(9, 'callNext', 9))
    const state = opened(second.and(at(9, 'undo', 9.5)).state)
    expect(state.lastCalls.map((call) => call.no)).toEqual(['A001'])
  })
})
