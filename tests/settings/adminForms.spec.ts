import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EXAMPLE } from '../../renderer/counter/admin/calendar/texts.ts'
import { changeLines, datesText, spanText } from '../../renderer/counter/admin/calendar/words.ts'
import {
  RULE_FIELDS,
  type RulesValues,
  ruleFieldOf,
  rulesOf,
  rulesSchema,
  valuesOf
} from '../../renderer/counter/admin/rules/rulesForm.ts'
import { readCalendarText } from '../../shared/domain/calendar/calendarText.ts'
import { RULE_BOUNDS } from '../../shared/domain/hall/checkRules.ts'
import { DEMO_RULES } from '../../shared/domain/hall/demo.ts'
import { defaultHallRules, type HallRules } from '../../shared/domain/hall/rules.ts'

const parse = (change: Partial<RulesValues>) => rulesSchema.safeParse({ ...valuesOf(DEMO_RULES), ...change })
const problems = (change: Partial<RulesValues>) => {
  const parsed = parse(change)
  return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map((one) => [one.path.join('.'), one.message]))
}

describe('the form of the rules', () => {
  it('shows rules and gives them back unchanged, whatever the hall has set', () => {
    const whole = (key: keyof typeof RULE_BOUNDS) =>
      fc.integer({ min: RULE_BOUNDS[key].least, max: RULE_BOUNDS[key].most })
    const unit = fc.constantFrom('WORKING_DAY' as const, 'CALENDAR_DAY' as const)
    const rules: fc.Arbitrary<HallRules> = fc.record({
      lights: fc.record({
        share: fc.integer({ min: 5, max: 50 }).map((percent) => percent / 100),
        atLeast: whole('lights.atLeast'),
        notificationFromDay: whole('lights.notificationFromDay'),
        sameDayMinutes: whole('lights.sameDayMinutes')
      }),
      restDayReceipt: fc.constantFrom('actualDay' as const, 'nextWorkingDay' as const),
      closingTime: fc.constantFrom('09:05', '17:30', '23:59'),
      handOverMinutes: whole('handOverMinutes'),
      lapseReminderDays: whole('lapseReminderDays'),
      deferralLimit: fc.record({ value: whole('deferralLimit.value'), unit }),
      commitmentCheckLimit: fc.record({ value: whole('commitmentCheckLimit.value'), unit }),
      fourEyes: fc.boolean(),
      reviewAuthority: fc.constantFrom('云溪区人民政府', '𠮷祥县人民政府'),
      court: fc.constant('云溪区人民法院'),
      paperTypeface: fc.constantFrom('serif' as const, 'sans' as const)
    })
    fc.assert(
      fc.property(rules, (one) => {
        expect(rulesOf(rulesSchema.parse(valuesOf(one)))).toEqual(one)
      })
    )
  })

  it('takes what an input method leaves: full width, a percent sign, an hour with one digit', () => {
    const typed = { ...valuesOf(DEMO_RULES), handOverMinutes: ' ４５ ', closingTime: '9：30' }
    const parsed = rulesSchema.parse({ ...typed, lights: { ...typed.lights, share: '２５％' } })
    expect(rulesOf(parsed)).toMatchObject({ handOverMinutes: 45, closingTime: '09:30', lights: { share: 0.25 } })
  })

  it('says beside each field what it may be', () => {
    const { lights } = valuesOf(defaultHallRules())
    expect(problems({ handOverMinutes: '500', court: ' ', closingTime: '下午五点' })).toEqual({
      handOverMinutes: '请填 5 到 90 之间的整数。',
      court: '请填写机关全称，决定书上要告诉群众去哪里复议、起诉。',
      closingTime: '请按 24 小时制填写时间，例如 17:30。'
    })
    expect(problems({ lights: { ...lights, share: '80' } })).toEqual({
      'lights.share': '请填 5 到 50 之间的百分数。'
    })
    for (const typed of ['', '3.5', '-1', '三', '99999']) {
      expect(Object.keys(problems({ lapseReminderDays: typed }))).toEqual(['lapseReminderDays'])
    }
  })

  it('finds the field of every refusal of a rule', () => {
    for (const field of Object.keys(RULE_BOUNDS)) expect(ruleFieldOf(`rules.${field}`)).toBe(field)
    expect(RULE_FIELDS.map((field) => ruleFieldOf(`rules.${field}`))).toEqual([...RULE_FIELDS])
    expect([ruleFieldOf('rules'), ruleFieldOf(undefined), ruleFieldOf('rules.nothing')]).toEqual([null, null, null])
  })
})

describe('holidays in words', () => {
  it('are read as a notice says them', () => {
    expect(spanText({ from: '2026-10-01', to: '2026-10-07', days: 7 })).toBe('10月1日（周四）至10月7日（周三）共 7 天')
    expect(spanText({ from: '2026-04-05', to: '2026-04-05', days: 1 })).toBe('4月5日（周日）')
    expect(datesText(['2026-01-04', '2026-02-14'])).toBe('1月4日（周日）；2月14日（周六）')
  })

  it('name each kind of change, and only those there are', () => {
    const none = { restAdded: [], restRemoved: [], workAdded: [], workRemoved: [], notice: false }
    expect(changeLines(none)).toEqual([])
    expect(changeLines({ ...none, restAdded: ['2026-10-08'], workRemoved: ['2026-01-04'], notice: true })).toEqual([
      '增加放假：10月8日（周四）',
      '不再上班：1月4日（周日）',
      '通知的名称、文号或日期有改动'
    ])
  })

  it('show an example of the file that can be loaded', () => {
    expect(readCalendarText(EXAMPLE)).toMatchObject({ ok: true, years: [{ year: 2031 }] })
  })
})
