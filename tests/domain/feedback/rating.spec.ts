import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FollowUpCommand } from '../../../shared/domain/feedback/decideFollowUp.ts'
import { decideRating, MOST_PROLONGATIONS, type RatingCommand } from '../../../shared/domain/feedback/decideRating.ts'
import { followUpDates, OUTCOMES } from '../../../shared/domain/feedback/followUp.ts'
import {
  type Asked,
  evolveRating,
  initialRating,
  RATING_LEVELS,
  RATING_REASONS,
  type RatingEvent,
  type RatingLevel,
  type RatingState
} from '../../../shared/domain/feedback/rating.ts'
import { CALENDAR, DAY, instant } from '../../support/builders.ts'
import { given } from '../../support/given.ts'

/** 好差评: 国办发〔2019〕51号; grades and codes of GB/T 39046; who is rated stays out of it: GB/T 39734 4.1. */

const rules = { initial: initialRating, decide: decideRating, evolve: evolveRating }
const RATED_CLERK = { personId: 'zhou', name: '周晓禾' }
const LEAD = { personId: 'shan', name: '单雨青' }
const OTHER = { personId: 'qiu', name: '仇文澜' }
const WINDOW = { startDays: 1, closeDays: 5, longestDays: 15 }
const dates = followUpDates(CALENDAR, DAY, WINDOW)

const asked: Asked = {
  ratingId: 't1-1',
  ticketId: 't1',
  ticketNo: 'A001',
  group: 'A',
  counter: 1,
  personId: RATED_CLERK.personId,
  personName: RATED_CLERK.name,
  caseNos: [],
  at: instant(60),
  on: DAY,
  until: instant(61)
}

const ask: RatingCommand = { type: 'ask', ...asked }
const say = (level: RatingLevel, change: Partial<Extract<RatingCommand, { type: 'give' }>> = {}): RatingCommand => ({
  type: 'give',
  at: instant(60),
  on: DAY,
  level,
  reasons: [],
  comment: '',
  phone: null,
  dates,
  ...change
})
type Bare = FollowUpCommand extends infer C ? (C extends FollowUpCommand ? Omit<C, 'at' | 'on' | 'by'> : never) : never
const by = (person: typeof LEAD, command: Bare, on = DAY): RatingCommand =>
  ({ ...command, at: `${on}T02:00:00.000Z`, on, by: person }) as FollowUpCommand

const start: Bare = { type: 'start', reviewer: OTHER }
const called: Bare = { type: 'callBack', reached: true, text: '已致歉' }
const close: Bare = { type: 'close', outcome: 'fixed', text: '已补发材料清单', secondLevel: null }
const story = () => given(rules)().and(ask)
const bad = (phone: string | null = null) => story().and(say(5, { phone }))

describe('国办发〔2019〕51号: one visit is rated once', () => {
  it('is asked for once, whoever asks again', () => {
    given(rules)()
      .when(ask)
      .recorded([{ type: 'RatingAsked', v: 1, data: asked }])
    story().when(ask).nothing()
  })

  it('takes each of the five grades of GB/T 39046 while it is asked', () => {
    for (const level of RATING_LEVELS) {
      const { events } = story().when(say(level))
      expect(events[0]).toMatchObject({ type: 'Rated', data: { level, channel: 'window' } })
    }
  })

  it('takes no second answer and never changes the first', () => {
    story().and(say(2)).when(say(1)).refused('rating-given')
    given(rules)().when(say(1)).refused('rating-unknown')
  })

  it('is over when its time is: nobody is counted as content who said nothing', () => {
    story()
      .when(say(1, { at: instant(62) }))
      .refused('rating-over')
    const over = story().and({ type: 'end', at: instant(62), why: 'timeout' })
    over.when(say(1)).refused('rating-over')
    expect(over.state).toMatchObject({ status: 'notRated', why: 'timeout' })
    story()
      .and(say(1))
      .when({ type: 'end', at: instant(62), why: 'timeout' })
      .nothing()
  })

  it('WCAG 2.2.1: gives more time to whoever is still at it, at least ten times, and not for ever', () => {
    let now = story()
    for (let n = 0; n < MOST_PROLONGATIONS; n += 1) now = now.and({ type: 'prolong', at: instant(60), seconds: 90 })
    expect(MOST_PROLONGATIONS).toBeGreaterThanOrEqual(10)
    now.when({ type: 'prolong', at: instant(60), seconds: 90 }).nothing()
    expect(now.when(say(1, { at: instant(61) })).events).toHaveLength(1)
    story()
      .when({ type: 'prolong', at: instant(62), seconds: 60 })
      .refused('rating-over')
  })
})

describe('what is asked for with a grade', () => {
  it('needs no reasons and no phone, whatever the grade', () => {
    for (const level of RATING_LEVELS) expect(story().when(say(level)).events.length).toBeGreaterThan(0)
  })

  it('个人信息保护法 6: takes reasons and a phone with a bad rating alone', () => {
    for (const level of [1, 2, 3] as const) {
      story()
        .when(say(level, { reasons: ['other'] }))
        .refused('rating-only-bad', { field: 'reasons' })
      story()
        .when(say(level, { phone: '13800138000' }))
        .refused('rating-only-bad', { field: 'phone' })
    }
    const { events } = story().when(say(4, { reasons: ['again', 'again'], phone: '138 0013 8000' }))
    expect(events[0]).toMatchObject({ data: { reasons: ['again'], phone: '13800138000' } })
  })

  it('says beside the field that a number is none, and takes 无 for no phone', () => {
    story()
      .when(say(5, { phone: '12' }))
      .refused('phone-format', { field: 'phone' })
    expect(story().when(say(5, { phone: '无' })).events[0]).toMatchObject({ data: { phone: null } })
  })
})

describe('差评 opens a follow-up', () => {
  it('for grades 4 and 5 alone, in the same breath, with dates in working days', () => {
    for (const level of RATING_LEVELS) {
      const kinds = story()
        .when(say(level))
        .events.map(({ type }) => type)
      expect(kinds).toEqual(level >= 4 ? ['Rated', 'FollowUpOpened'] : ['Rated'])
    }
  })

  it('counts days after the rating and leaves holidays out', () => {
    // Friday before the National Day of 2026; 1 to 7 October are holidays.
    const at = followUpDates(CALENDAR, '2026-09-30', WINDOW)
    expect(CALENDAR.workingDaysBetween('2026-09-30', at.startBy).days).toBe(1)
    expect(at.startBy > '2026-10-07').toBe(true)
    expect(CALENDAR.workingDaysBetween('2026-09-30', at.closeBy).days).toBe(5)
    expect(CALENDAR.workingDaysBetween('2026-09-30', at.longestBy).days).toBe(15)
  })

  it('goes from start over call-back to its close', () => {
    const closed = bad('13800138000').and(by(LEAD, start)).and(by(OTHER, called)).and(by(OTHER, close))
    expect(closed.state).toMatchObject({
      status: 'rated',
      given: { level: 5 },
      followUp: { started: { reviewer: OTHER }, calls: [{ reached: true }], closed: { outcome: 'fixed' } }
    })
    closed.when(by(OTHER, close)).refused('follow-up-closed')
    closed.when(by(OTHER, called)).refused('follow-up-closed')
  })

  it('is taken up first and once', () => {
    bad().when(by(LEAD, close)).refused('follow-up-not-started')
    bad().when(by(LEAD, called)).refused('follow-up-not-started')
    bad().and(by(LEAD, start)).when(by(LEAD, start)).refused('follow-up-started', { name: OTHER.name })
    story().and(say(3)).when(by(LEAD, start)).refused('follow-up-none')
    story().when(by(LEAD, start)).refused('rating-not-given')
  })

  it('实名差评 100 % 回访: is not closed before somebody has called the number that was left', () => {
    bad('13800138000').and(by(LEAD, start)).when(by(LEAD, close)).refused('follow-up-call-first')
    expect(bad().and(by(LEAD, start)).when(by(LEAD, close)).events).toHaveLength(1)
  })

  it('takes a second opinion only from somebody who was reached', () => {
    const again: Bare = { ...close, secondLevel: 2 }
    bad().and(by(LEAD, start)).when(by(LEAD, again)).refused('follow-up-not-reached', { field: 'secondLevel' })
    const { state } = bad('13800138000').and(by(LEAD, start)).and(by(LEAD, called)).when(by(LEAD, again))
    expect(state).toMatchObject({ given: { level: 5 }, followUp: { closed: { secondLevel: 2 } } })
  })

  it('is put off with a reason, never beyond the longest', () => {
    const running = bad().and(by(LEAD, start))
    const extend = (until: string, reason = '等区里答复'): Bare => ({ type: 'extend', until, reason, approvedBy: LEAD })
    running.when(by(LEAD, extend(dates.closeBy))).refused('follow-up-date', { field: 'until' })
    running.when(by(LEAD, extend('2026-12-31'))).refused('follow-up-date', { longest: dates.longestBy })
    running.when(by(LEAD, extend(dates.longestBy, ' '))).refused('follow-up-text-missing', { field: 'reason' })
    const extended = running.and(by(LEAD, extend(dates.longestBy)))
    expect(extended.state).toMatchObject({
      followUp: { closeBy: dates.closeBy, extensions: [{ until: dates.longestBy }] }
    })
    extended.when(by(LEAD, extend(dates.longestBy))).refused('follow-up-date')
  })

  it('wants words for whatever is done', () => {
    const running = bad().and(by(LEAD, start))
    for (const what of [
      { ...called, text: ' ' },
      { ...close, text: '' },
      { type: 'annotate', text: '' }
    ] as Bare[]) {
      running.when(by(LEAD, what)).refused('follow-up-text-missing', { field: 'text' })
    }
  })

  it('is annotated afterwards, also when it was good', () => {
    expect(
      story()
        .and(say(1))
        .when(by(LEAD, { type: 'annotate', text: '表扬信' })).events
    ).toHaveLength(1)
  })
})

describe('GB/T 39734 4.1: whoever was rated has no hand in it', () => {
  const acts: readonly Bare[] = [
    start,
    called,
    close,
    { ...close, outcome: 'mistaken' },
    { type: 'extend', until: dates.longestBy, reason: '忙', approvedBy: LEAD },
    { type: 'annotate', text: '不是我' },
    { type: 'revealPhone' }
  ]

  it('neither reviews, calls back, puts off, closes, annotates nor looks at the number', () => {
    for (const what of acts) {
      bad('13800138000').and(by(LEAD, start)).when(by(RATED_CLERK, what)).refused('rating-own')
      bad().when(by(RATED_CLERK, what)).refused('rating-own')
    }
  })

  it('is not named as reviewer and does not allow more time', () => {
    bad()
      .when(by(LEAD, { type: 'start', reviewer: RATED_CLERK }))
      .refused('rating-own', { field: 'reviewer' })
    bad()
      .and(by(LEAD, start))
      .when(by(LEAD, { type: 'extend', until: dates.longestBy, reason: '忙', approvedBy: RATED_CLERK }))
      .refused('rating-own', { field: 'approval.login' })
  })
})

describe('whatever is tried in whatever order', () => {
  const person = fc.constantFrom(RATED_CLERK, LEAD, OTHER)
  const command: fc.Arbitrary<RatingCommand> = fc.oneof(
    fc.constant(ask),
    fc
      .record({
        level: fc.constantFrom(...RATING_LEVELS),
        reasons: fc.subarray([...RATING_REASONS]),
        late: fc.boolean()
      })
      .chain(({ level, reasons, late }) =>
        fc
          .constantFrom(null, '13800138000')
          .map((phone) => say(level, { reasons, phone, at: late ? instant(63) : instant(60) }))
      ),
    fc.constant<RatingCommand>({ type: 'prolong', at: instant(60), seconds: 60 }),
    fc
      .constantFrom('timeout' as const, 'next' as const, 'closed' as const)
      .map((why): RatingCommand => ({ type: 'end', at: instant(62), why })),
    fc.tuple(person, person).map(([who, reviewer]) => by(who, { type: 'start', reviewer })),
    fc.tuple(person, fc.boolean()).map(([who, reached]) => by(who, { type: 'callBack', reached, text: '已联系' })),
    fc
      .tuple(person, person, fc.constantFrom(dates.closeBy, dates.longestBy, '2026-12-02', '2027-01-01'))
      .map(([who, approvedBy, until]) => by(who, { type: 'extend', until, reason: '忙', approvedBy })),
    fc
      .tuple(person, fc.constantFrom(...OUTCOMES), fc.constantFrom(null, ...RATING_LEVELS))
      .map(([who, outcome, secondLevel]) => by(who, { type: 'close', outcome, text: '已处理', secondLevel })),
    person.map((who) => by(who, { type: 'annotate', text: '备注' }))
  )

  it('a visit is asked and answered once, the answer stays, and the rated clerk is nowhere in what follows', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        const events: RatingEvent[] = []
        let state: RatingState = initialRating
        for (const one of commands) {
          const before = state
          const decision = decideRating(state, one)
          if (!decision.ok) continue
          events.push(...decision.events)
          state = decision.events.reduce(evolveRating, state)
          if (before.status === 'rated') expect(state).toMatchObject({ status: 'rated', given: before.given })
        }
        const count = (...kinds: RatingEvent['type'][]) => events.filter(({ type }) => kinds.includes(type)).length
        expect(count('RatingAsked')).toBeLessThanOrEqual(1)
        expect(count('Rated', 'NotRated')).toBeLessThanOrEqual(1)
        expect(count('FollowUpStarted')).toBeLessThanOrEqual(1)
        expect(count('FollowUpClosed')).toBeLessThanOrEqual(1)
        const follow = events.filter(({ type }) => /^(?:FollowUp|CalledBack|RatingAnnotated)/.test(type))
        for (const { type, data } of follow) {
          if (type === 'FollowUpOpened') continue
          expect(JSON.stringify(data)).not.toContain(RATED_CLERK.personId)
        }
        if (state.status === 'rated' && state.followUp?.closed && state.given.phone !== null) {
          expect(state.followUp.calls.length).toBeGreaterThan(0)
        }
        for (const { until } of state.status === 'rated' ? (state.followUp?.extensions ?? []) : []) {
          expect(until <= dates.longestBy).toBe(true)
        }
      }),
      { numRuns: 1500 }
    )
  })
})
