import { describe, expect, it } from 'vitest'
import { waitStats } from '../../../shared/domain/queue/waitStats.ts'
import { at, byClock, day, idOf, issue, opened, serviceWith } from './presses.ts'

const EAGER = { service: serviceWith({ noShowCalls: 1, noShowSeconds: 0 }) }

/** A002…A011 are called `n` minutes after 10:00, when they were issued; each is served for two minutes. */
const morning = () => {
  let story = day().and(at(9, 'openCounter', 0))
  for (let n = 1; n <= 10; n += 1) story = story.and(issue('A', 60))
  for (let n = 1; n <= 10; n += 1) {
    const start = 60 + n * 3
    story = story
      .and(at(9, 'callNext', start))
      .and(at(9, 'startService', start))
      .and(at(9, 'finishService', start + 2))
  }
  return story
}

describe('the figures of a day', () => {
  it('of an empty day are nothing, not zero', () => {
    const stats = waitStats(opened(day().and(at(9, 'openCounter')).state))
    expect(stats.wait).toEqual({ count: 0, p50: null, p90: null, mean: null, longest: null })
    expect(stats.estimated.share).toBeNull()
    expect(stats.service.mean).toBeNull()
  })

  it('take waits from the number to its first call, percentiles by nearest rank', () => {
    const { wait, service, issued } = waitStats(opened(morning().state))
    // 3, 6 … 30 minutes.
    expect(wait).toEqual({ count: 10, p50: 15 * 60, p90: 27 * 60, mean: 16.5 * 60, longest: 30 * 60 })
    expect([issued, service]).toEqual([10, { count: 10, mean: 120 }])
  })

  it('hold the estimate against the real wait', () => {
    const { estimated } = waitStats(opened(morning().state))
    // Promised 0, 6–10, 12–20, 19–29, 25–39 … minutes; waited 3, 6, 9 …: only the second was within.
    expect(estimated).toEqual({ count: 10, within: 1, share: 0.1 })
  })

  it('count each number in exactly one disposition', () => {
    const all = day()
      .and(at(9, 'openCounter', 0))
      .and(issue('A', 1))
      .and(issue('A', 2))
      .and(issue('A', 3))
      .and(issue('A', 4))
      .and(issue('A', 5))
      .and(at(9, 'callNext', 6))
      .and(at(9, 'startService', 6))
      .and(at(9, 'finishService', 8))
      .and(at(9, 'callNext', 9))
      .and(at(9, 'markNoShow', 10, EAGER))
      .and(at(9, 'cancelTicket', 11, { ticketId: idOf('A003'), reason: '走了' }))
      .and(at(9, 'callNext', 12))
    const now = { waiting: 1, underWay: 1, finished: 1, missed: 1, cancelled: 1, expired: 0 }
    expect(waitStats(opened(all.state)).dispositions).toEqual(now)
    const night = { waiting: 0, underWay: 0, finished: 1, missed: 1, cancelled: 1, expired: 2 }
    expect(waitStats(opened(all.and(byClock('closeDay', 900)).state)).dispositions).toEqual(night)
  })

  it('leave a call out that was taken back, and who never waited', () => {
    const undone = day()
      .and(at(9, 'openCounter', 0))
      .and(issue('A', 0))
      .and(at(9, 'callNext', 5))
      .and(at(9, 'undo', 6))
      .and(at(9, 'callNext', 10))
      .and(at(9, 'startService', 10))
      .and(at(9, 'finishService', 12))
      .and(at(9, 'serveWalkIn', 13, { group: 'A' }))
    const stats = waitStats(opened(undone.state))
    expect(stats.wait).toMatchObject({ count: 1, p50: 600 })
    expect([stats.undone, stats.walkIns, stats.issued]).toEqual([1, 1, 2])
  })

  it('leave ends that were told afterwards out of the service time, and count second matters and late minutes', () => {
    const story = day()
      .and(at(9, 'openCounter', 0))
      .and(issue('A', 500))
      .and(at(9, 'callNext', 505))
      .and(at(9, 'startService', 506))
      .and(byClock('extendedService', 510))
      .and(at(9, 'nextService', 515, { group: 'G' }))
      .and(at(9, 'finishService', 600, { saidEnd: new Date(Date.parse('2026-11-23T09:45:00Z')).toISOString() }))
      .and(byClock('extendedService', 601))
    const stats = waitStats(opened(story.state))
    expect(stats.service).toEqual({ count: 0, mean: null })
    expect([stats.secondMatters, stats.extendedMinutes, stats.dispositions.finished]).toEqual([1, 91, 1])
  })
})
