import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ACT_NAME, menuLines, nextLine, placeOfRefusal } from '../../renderer/counter/desk/model/caseActs.ts'
import { colleaguesFor } from '../../renderer/counter/desk/model/colleagues.ts'
import { dayTyped } from '../../renderer/counter/desk/model/dayTyped.ts'
import { lay, lift, placesOf, type Sheets } from '../../renderer/counter/desk/model/middle.ts'
import { namesTyped } from '../../renderer/counter/desk/model/namesTyped.ts'
import { addDays } from '../../shared/domain/calendar/civilDate.ts'
import type { CaseAction } from '../../shared/projections/views.ts'

const TODAY = '2026-11-23'

describe('the menu of acts', () => {
  test('every act has a name of its own and, even all at once, a key of its own', () => {
    const actions = Object.keys(ACT_NAME) as CaseAction[]
    const lines = menuLines(actions)
    expect(new Set(Object.values(ACT_NAME)).size).toBe(actions.length)
    expect(new Set(lines.map(({ key }) => key)).size).toBe(actions.length)
    expect(lines.every(({ key }) => /^[0-9A-Z]$/.test(key))).toBe(true)
    expect(lines[0]?.key).toBe('1')
  })

  test('arrows go round', () => {
    expect(nextLine('ArrowDown', 2, 3)).toBe(0)
    expect(nextLine('ArrowUp', 0, 3)).toBe(2)
    expect(nextLine('End', 0, 3)).toBe(2)
    expect(nextLine('x', 0, 3)).toBeNull()
    expect(nextLine('ArrowDown', -1, 0)).toBeNull()
  })
})

describe('where a refusal stands', () => {
  const places = ['recipient', 'agent.name', 'agent.idNumber', 'reason']
  test('at its field, else at the part of the form that is meant, else on top', () => {
    expect(placeOfRefusal({ code: 'x', field: 'reason' }, places)).toBe('reason')
    expect(placeOfRefusal({ code: 'x', field: 'agent.idNumber' }, places)).toBe('agent.idNumber')
    expect(placeOfRefusal({ code: 'x', field: 'agent' }, places)).toBe('agent.name')
    expect(placeOfRefusal({ code: 'x', field: 'reason.0' }, places)).toBe('reason')
    expect(placeOfRefusal({ code: 'x', field: 'elsewhere' }, places)).toBeNull()
    expect(placeOfRefusal({ code: 'x' }, places)).toBeNull()
  })

  test('at the place that the form calls otherwise', () => {
    expect(placeOfRefusal({ code: 'x', field: 'note' }, places, { note: 'reason' })).toBe('reason')
  })
})

describe('a date typed with few keys', () => {
  test('means the next day of that name, and says its year only when it must', () => {
    expect(dayTyped('1130', TODAY)).toBe('2026-11-30')
    expect(dayTyped('11-23', TODAY)).toBe('2026-11-23')
    expect(dayTyped('1.5', TODAY)).toBe('2027-01-05')
    expect(dayTyped('１１月３０日', TODAY)).toBe('2026-11-30')
    expect(dayTyped('229', TODAY)).toBeNull()
    expect(dayTyped('0229', TODAY)).toBe('2028-02-29')
    expect(dayTyped('20261301', TODAY)).toBeNull()
    expect(dayTyped('2026-11-01', TODAY)).toBe('2026-11-01')
    expect(dayTyped('2026年2月30日', TODAY)).toBeNull()
    expect(dayTyped('', TODAY)).toBeNull()
  })

  test('+n is n days ahead; a date written out is that date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (days) => {
        const date = addDays(TODAY, days)
        expect(dayTyped(`+${days}`, TODAY)).toBe(date)
        expect(dayTyped(date, TODAY)).toBe(date)
        expect(dayTyped(date.replaceAll('-', ''), TODAY)).toBe(date)
      })
    )
  })

  test('a day without its year is never in the past', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 400 }), (days) => {
        const typed = dayTyped(addDays(TODAY, days).slice(5), TODAY)
        expect(typed !== null && typed >= TODAY).toBe(true)
      })
    )
  })
})

test('reviewers are apart by commas of either width or 、; blanks within a name stay', () => {
  expect(namesTyped('甲某、 乙 某，丙某;')).toEqual(['甲某', '乙 某', '丙某'])
  expect(namesTyped(' ')).toEqual([])
})

test('a colleague is found by characters, initials or pinyin; nothing typed lists everybody', () => {
  const all = ['李青', '周晓禾', '单小满'].map((name) => ({ personId: name, name, roles: [] }))
  const found = (typed: string): readonly string[] => colleaguesFor(typed, all).map(({ name }) => name)
  expect(found('')).toEqual(['李青', '周晓禾', '单小满'])
  expect(found('zxh')).toEqual(['周晓禾'])
  expect(found('liqing')).toEqual(['李青'])
  // A surname has its own reading: 单 is Shàn.
  expect(found('shan')).toEqual(['单小满'])
  expect(found('xyz')).toEqual([])
})

describe('sheets over the form', () => {
  test('the work list lies once, and gets its focus back when the case above it is lifted', () => {
    const over: Sheets = lay(lay(lay([], { kind: 'work' }), { kind: 'case', caseId: 'a' }), { kind: 'work' })
    expect(over).toEqual([{ kind: 'case', caseId: 'a' }, { kind: 'work' }])
    const top = lift(lay([{ kind: 'work' }], { kind: 'case', caseId: 'a' })).at(-1)
    expect(top && placesOf(top)[0]).toBe('work.list')
  })
})
