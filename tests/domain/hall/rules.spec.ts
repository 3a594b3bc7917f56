import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contract } from '../../../shared/contract/contract.ts'
import { AUTHORITY_MAX, checkHallRules, RULE_BOUNDS } from '../../../shared/domain/hall/checkRules.ts'
import { decideRules } from '../../../shared/domain/hall/decideRules.ts'
import { DEMO_HALL, DEMO_RULES } from '../../../shared/domain/hall/demo.ts'
import { defaultHallRules, type HallRules } from '../../../shared/domain/hall/rules.ts'
import { rulesFrom, rulesOfHall } from '../../../shared/domain/hall/rulesOfHall.ts'

type Field = keyof typeof RULE_BOUNDS
const FIELDS = Object.keys(RULE_BOUNDS) as Field[]

/** The default rules with one number changed, named by its path. */
function withNumber(field: Field, value: number): HallRules {
  const rules = structuredClone(defaultHallRules()) as unknown as Record<string, unknown>
  const [key = '', inner] = field.split('.')
  rules[key] = inner === undefined ? value : { ...(rules[key] as object), [inner]: value }
  return rules as unknown as HallRules
}

const numberWithin = (field: Field): fc.Arbitrary<number> => {
  const { least, most } = RULE_BOUNDS[field]
  return field === 'lights.share'
    ? fc.double({ min: least, max: most, noNaN: true })
    : fc.integer({ min: least, max: most })
}

describe('rules that a hall may set', () => {
  it('are sound as they come, in a demo hall too', () => {
    expect(checkHallRules(defaultHallRules())).toEqual([])
    expect(checkHallRules(DEMO_RULES)).toEqual([])
  })

  it.each(FIELDS)('keep %s within its bounds, both allowed, and name field and bounds beyond them', (field) => {
    const { least, most } = RULE_BOUNDS[field]
    for (const value of [least, most]) expect(checkHallRules(withNumber(field, value))).toEqual([])
    for (const value of [least - 1, most + 1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(checkHallRules(withNumber(field, value))).toEqual([
        { code: 'rule-out-of-range', field: `rules.${field}`, least, most }
      ])
    }
  })

  it.each(FIELDS.filter((field) => field !== 'lights.share'))('take no half of a day or minute for %s', (field) => {
    expect(checkHallRules(withNumber(field, RULE_BOUNDS[field].least + 0.5))).toMatchObject([
      { code: 'rule-out-of-range' }
    ])
  })

  it('cannot turn the notification clock yellow after its fifth day (行政许可法 32)', () => {
    expect(checkHallRules(withNumber('lights.notificationFromDay', 6))).toHaveLength(1)
  })

  it.each(['24:00', '17:60', '9:00', '17.30', '', '17:30:00'])(
    'take no “%s” for the end of business',
    (closingTime) => {
      expect(checkHallRules({ ...defaultHallRules(), closingTime })).toEqual([
        { code: 'rule-time', field: 'rules.closingTime' }
      ])
    }
  )

  it('name the authorities of review and court, since every refusal prints them (行政复议法 20, 行政诉讼法 46)', () => {
    const rules = { ...defaultHallRules(), reviewAuthority: ' ', court: '院'.repeat(AUTHORITY_MAX + 1) }
    expect(checkHallRules(rules)).toEqual([
      { code: 'rule-authority-missing', field: 'rules.reviewAuthority' },
      { code: 'rule-authority-long', field: 'rules.court', most: AUTHORITY_MAX }
    ])
    expect(checkHallRules({ ...rules, reviewAuthority: '府', court: '𠮷'.repeat(AUTHORITY_MAX) })).toEqual([])
  })

  it('pass the door whenever they are sound', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...FIELDS).chain((field) => numberWithin(field).map((n) => [field, n] as const)),
        (one) => {
          const rules = withNumber(...one)
          expect(checkHallRules(rules)).toEqual([])
          expect(contract['rules.set'].input.safeParse({ rules }).success).toBe(true)
        }
      )
    )
  })
})

describe('setting the rules', () => {
  const current = defaultHallRules()

  it('records them whole, names without outer blanks', () => {
    const wanted = { ...current, handOverMinutes: 20, court: ' 云溪区人民法院 ' }
    expect(decideRules(current, wanted)).toMatchObject({
      ok: true,
      events: [{ type: 'HallRulesSet', v: 1, data: { rules: { ...wanted, court: '云溪区人民法院' } } }]
    })
  })

  it('records nothing when nothing is different', () => {
    expect(decideRules(current, structuredClone(current))).toMatchObject({ ok: true, events: [] })
    const lights = { ...current.lights, sameDayMinutes: 30 }
    expect(decideRules(current, { ...current, lights })).toMatchObject({ ok: true, events: [{ type: 'HallRulesSet' }] })
  })

  it('refuses with the first field that is wrong', () => {
    expect(decideRules(current, { ...current, handOverMinutes: 0, court: '' })).toMatchObject({
      ok: false,
      refusal: { code: 'rule-out-of-range', field: 'rules.handOverMinutes' }
    })
  })
})

describe('rules of a hall that has set none', () => {
  it('are the defaults, and in a demo hall with invented authorities, so that no paper names a real one', () => {
    expect(rulesOfHall({ demo: false })).toEqual(defaultHallRules())
    expect(rulesOfHall(DEMO_HALL)).toEqual({
      ...defaultHallRules(),
      reviewAuthority: '云溪区人民政府',
      court: '云溪区人民法院'
    })
  })

  it('lean to the visitor: a receipt on a rest day counts from that day (行政许可法 32), two people approve an item', () => {
    expect(defaultHallRules()).toMatchObject({ restDayReceipt: 'actualDay', fourEyes: true, closingTime: '17:30' })
  })
})

describe('rules as recorded', () => {
  it('take the default for what was not thought of yet when they were recorded (shapes only grow)', () => {
    const { court: _court, lights, ...older } = { ...DEMO_RULES, handOverMinutes: 45 }
    const { sameDayMinutes: _minutes, ...olderLights } = lights
    const read = rulesFrom({ ...older, lights: olderLights as HallRules['lights'] })
    expect(read).toEqual({ ...DEMO_RULES, handOverMinutes: 45, court: defaultHallRules().court })
  })

  it('from before there was a choice of typeface take 宋体', () => {
    const { paperTypeface: _face, ...older } = DEMO_RULES
    expect(rulesFrom(older).paperTypeface).toBe('serif')
  })
})
