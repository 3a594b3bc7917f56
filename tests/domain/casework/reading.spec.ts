import { describe, expect, it } from 'vitest'
import type { CaseEvent } from '../../../shared/domain/casework/case.ts'
import type { WorkCommand } from '../../../shared/domain/casework/commands.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import { defaultHallRules } from '../../../shared/domain/hall/rules.ts'
import { LEAD } from '../../support/builders.ts'
import { QUIET, read } from './readingSupport.ts'
import { accepted, act, CASE_NO, COMMITTED, LICENSED, receivedFact, story, sure } from './workSupport.ts'

describe('a case in work is judged on both its clocks (许可法 42, 74(2))', () => {
  // 10 working days from 2026-09-14: 2026-09-28; 20 by law: 2026-10-16.
  it.each([
    ['2026-09-14', 'green', 10, []],
    ['2026-09-22', 'green', 3, []],
    ['2026-09-23', 'yellow', 2, ['decide-soon']],
    ['2026-09-28', 'yellow', 0, ['decide-soon']],
    ['2026-09-29', 'red', -1, ['decide-late']],
    ['2026-10-16', 'red', -10, ['decide-late']],
    ['2026-10-17', 'redStatutory', -10, ['decide-late-statutory']]
  ] as const)('on %s: %s, %i working days left', (today, light, remaining, reasons) => {
    expect(read(accepted(COMMITTED), today)).toEqual({
      ...QUIET,
      light,
      remaining,
      unit: 'WORKING_DAY',
      due: '2026-09-28',
      watching: 'decide',
      reasons
    })
  })

  it('an item of the same day turns yellow 60 minutes before closing, and red the day after', () => {
    const now: ServiceItem = { ...COMMITTED, promisedLimit: { value: 0, unit: 'WORKING_DAY' } }
    const at = (today: string, minutesToClosing: number | null) =>
      read(accepted(now), today, now, { minutesToClosing }).light
    expect(at('2026-09-14', 61)).toBe('green')
    expect(at('2026-09-14', 60)).toBe('yellow')
    expect(at('2026-09-14', -10)).toBe('yellow')
    expect(at('2026-09-14', null)).toBe('green')
    expect(at('2026-09-15', 300)).toBe('red')
  })

  it('one of the same day that was given more days is judged by days again', () => {
    const now: ServiceItem = { ...COMMITTED, promisedLimit: { value: 0, unit: 'WORKING_DAY' } }
    const extended = accepted(now)
      .and({ ...act(now, '2026-09-14'), type: 'requestExtension', days: 5, reason: '停电' })
      .and({ ...act(now, '2026-09-14', { by: LEAD }), type: 'approveExtension', head: '解明远' })
    expect(read(extended, '2026-09-14', now, { minutesToClosing: 10 })).toMatchObject({ light: 'green', remaining: 5 })
    expect(read(extended, '2026-09-18', now, { minutesToClosing: 300 })).toMatchObject({
      light: 'yellow',
      remaining: 1
    })
  })

  it('counts calendar days where the promise does', () => {
    const item: ServiceItem = { ...COMMITTED, promisedLimit: { value: 15, unit: 'CALENDAR_DAY' }, statutoryLimit: null }
    expect(read(accepted(item, { on: '2026-11-06' }), '2026-11-18', item)).toMatchObject({
      light: 'green',
      remaining: 5,
      unit: 'CALENDAR_DAY',
      due: '2026-11-23'
    })
  })

  it('follows the thresholds of the hall', () => {
    const rules = { ...defaultHallRules(), lights: { ...defaultHallRules().lights, share: 0.5 } }
    expect(read(accepted(COMMITTED), '2026-09-20', COMMITTED, { rules }).light).toBe('yellow')
    expect(read(accepted(COMMITTED), '2026-09-20').light).toBe('green')
  })

  it('says 暂定 while a date runs into a year whose holidays are not loaded', () => {
    expect(read(accepted(COMMITTED, { on: '2026-12-14' }), '2026-12-14').reasons).toEqual(['provisional'])
  })
})

describe('stopped by an excluded procedure: grey, with the days (许可法 45)', () => {
  const start = (date: string): WorkCommand => ({
    ...act(COMMITTED, date),
    type: 'startExcludedProcedure',
    procedure: 'PUBLICITY',
    reason: '公示',
    basis: '办法第十一条',
    expectedEnd: '2026-10-12'
  })
  const stopped = accepted(COMMITTED).and(start('2026-09-21'))

  it('what is watched is the expected end', () => {
    expect(read(stopped, '2026-09-30')).toEqual({
      ...QUIET,
      light: 'grey',
      unit: 'WORKING_DAY',
      due: '2026-10-12',
      watching: 'stopped',
      stoppedDays: 6
    })
  })

  it('it stays grey when that day has passed, but says that something must be done', () => {
    expect(read(stopped, '2026-10-12').reasons).toEqual([])
    expect(read(stopped, '2026-10-13')).toMatchObject({ light: 'grey', reasons: ['procedure-end-passed'] })
    expect(read(stopped, '2027-01-13')).toMatchObject({ light: 'grey', reasons: ['procedure-end-passed'] })
  })

  it('what was late before is not made better by it', () => {
    const late = accepted(COMMITTED).and(start('2026-09-29'))
    expect(read(late, '2026-10-08')).toMatchObject({
      light: 'red',
      watching: 'decide',
      due: '2026-09-28',
      stoppedDays: 2,
      reasons: ['decide-late']
    })
  })

  it('goes on counting to the new date when it has ended', () => {
    const over = stopped.and({ ...act(COMMITTED, '2026-10-12'), type: 'endExcludedProcedure' })
    expect(read(over, '2026-10-13')).toMatchObject({
      light: 'green',
      remaining: 3,
      due: '2026-10-16',
      stoppedDays: null
    })
  })
})

describe('a received case is judged on the clock of notification (许可法 32)', () => {
  const received = (notifyBy: { date: string; provisional: boolean } | null, item = LICENSED) => {
    const fact = receivedFact(item, '2026-09-18') as Extract<CaseEvent, { type: 'CaseReceived' }>
    return story({ ...fact, data: { ...fact.data, notifyBy } })
  }

  it.each([
    ['2026-09-22', 'green', 2, []],
    ['2026-09-23', 'yellow', 1, ['notify-soon']],
    ['2026-09-24', 'yellow', 0, ['notify-last-day']],
    ['2026-09-25', 'redStatutory', 0, ['notify-late']]
  ] as const)('five working days from 2026-09-18; on %s: %s', (today, light, remaining, reasons) => {
    expect(read(received(sure('2026-09-24')), today, LICENSED)).toEqual({
      ...QUIET,
      light,
      remaining,
      unit: 'WORKING_DAY',
      due: '2026-09-24',
      watching: 'notify',
      reasons
    })
  })

  it('where only the hall’s own practice sets it, overrunning it breaks a promise and no law', () => {
    const item: ServiceItem = { ...COMMITTED, deemedAcceptance: 'HALL_PRACTICE' }
    expect(read(received(sure('2026-09-24'), item), '2026-09-28', item).light).toBe('red')
    expect(read(received(sure('2026-09-24'), item), '2026-09-28', null).light).toBe('red')
  })

  it('counts the days of the item’s own law', () => {
    const aid: ServiceItem = { ...COMMITTED, deemedAcceptance: 'LEGAL_AID' }
    expect(read(received(sure('2026-09-28'), aid), '2026-09-24', aid)).toMatchObject({
      remaining: 4,
      unit: 'CALENDAR_DAY',
      light: 'green'
    })
  })

  it('what must be told on the spot is yellow at once (不动产登记暂行条例 17)', () => {
    const estate: ServiceItem = { ...COMMITTED, deemedAcceptance: 'REAL_ESTATE' }
    expect(read(received(sure('2026-09-18'), estate), '2026-09-18', estate, { minutesToClosing: 400 })).toMatchObject({
      light: 'yellow',
      reasons: ['notify-last-day']
    })
  })

  it('an item without such a clock has no date to watch', () => {
    expect(read(received(null), '2026-12-18')).toMatchObject({
      light: 'green',
      due: null,
      watching: 'notify',
      reasons: []
    })
    expect(read(received({ date: '2027-01-05', provisional: true }), '2026-12-31').reasons).toContain('provisional')
  })
})

describe('waiting for the applicant: blue, never an automatic refusal', () => {
  const notice: CaseEvent = {
    type: 'OneTimeNoticeGiven',
    v: 1,
    data: {
      docId: `${CASE_NO}-1`,
      docNo: '',
      round: 1,
      gaps: [],
      givenOn: '2026-09-14',
      lapseOn: '2026-10-14',
      fault: null
    }
  }
  const waiting = story(receivedFact(COMMITTED, '2026-09-14'), notice)
  const reminded = (on: string): CaseEvent => ({ type: 'LapseReminded', v: 1, data: { on, how: 'phone', note: '' } })

  it.each([
    ['2026-10-06', 8, []],
    ['2026-10-07', 7, ['lapse-reminder-due']],
    ['2026-10-14', 0, ['lapse-reminder-due']],
    ['2026-10-15', -1, ['lapse-passed', 'lapse-reminder-due']]
  ] as const)('a reminder is due seven days before the day on the notice; on %s', (today, remaining, reasons) => {
    expect(read(waiting, today)).toEqual({
      ...QUIET,
      light: 'blue',
      remaining,
      unit: 'CALENDAR_DAY',
      due: '2026-10-14',
      watching: 'supplement',
      reasons
    })
  })

  it('a reminder of before does not count, one of those days does', () => {
    const with1 = story(receivedFact(COMMITTED, '2026-09-14'), notice, reminded('2026-10-06'))
    expect(read(with1, '2026-10-08').reasons).toEqual(['lapse-reminder-due'])
    const with2 = story(receivedFact(COMMITTED, '2026-09-14'), notice, reminded('2026-10-07'))
    expect(read(with2, '2026-10-08').reasons).toEqual([])
    expect(read(with2, '2026-10-15').reasons).toEqual(['lapse-passed'])
  })

  it('without such a day nothing lapses', () => {
    const open = story(receivedFact(COMMITTED, '2026-09-14'), {
      ...notice,
      data: { ...notice.data, lapseOn: null }
    } as CaseEvent)
    expect(read(open, '2029-09-14')).toMatchObject({ light: 'blue', remaining: null, due: null, reasons: [] })
  })
})
