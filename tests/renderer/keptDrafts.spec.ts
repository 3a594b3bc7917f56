import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { begin, type Drafts, discard, firstDraft } from '../../renderer/counter/desk/model/drafts.ts'
import { blankForm, type IntakeForm } from '../../renderer/counter/desk/model/intake.ts'
import { bringBack, formOf, keptOf, withReturning } from '../../renderer/counter/desk/model/keptDrafts.ts'
import { blankRows } from '../../renderer/counter/desk/model/ticks.ts'
import { keptDrafts, MOST_DRAFTS, NO_DRAFTS } from '../../shared/contract/draftDoors.ts'
import type { CaseDetail } from '../../shared/projections/views.ts'
import { itemOf } from '../support/builders.ts'

const NINE = '2026-11-23T01:00:00.000Z'
const TEN = '2026-11-23T02:00:00.000Z'
const item = itemOf('MZ-001')
const ITEMS = new Map([[item.id, item]])
const NOTHING = new Map()

const named = (name: string, more: Partial<IntakeForm> = {}): IntakeForm => ({
  ...blankForm(),
  applicant: { ...blankForm().applicant, name },
  ...more
})
const withItem = (name: string, more: Partial<IntakeForm> = {}): IntakeForm =>
  named(name, { itemId: item.id, ticks: blankRows(item), ...more })

/** As it comes from the disk. */
const kept = (drafts: Drafts, form: IntakeForm | null) => {
  const { kept: all } = keptOf(drafts, form, NOTHING, NINE)
  return keptDrafts.parse(JSON.parse(JSON.stringify(all)))
}
const names = (drafts: Drafts): string[] => drafts.aside.map(({ form }) => form.applicant.name)

describe('forms that are kept', () => {
  test('come back as they were typed, on the desk what was on it, beside it what was beside it', () => {
    const person = fc.record({ name: fc.string({ unit: 'binary', minLength: 1 }), at: fc.boolean() })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 8 }), fc.option(person), (others, onDesk) => {
        const form = ({ name, at }: { name: string; at: boolean }): IntakeForm =>
          at ? withItem(`x${name}`) : named(`x${name}`)
        let drafts = firstDraft
        for (const other of others) drafts = begin(drafts, form(other), true, { ticketNo: 'A001' })
        const typed = onDesk ? form(onDesk) : blankForm()
        const { drafts: back, currentAt } = bringBack(firstDraft, blankForm(), kept(drafts, typed), ITEMS)
        expect(back.aside.map((one) => one.form)).toEqual(others.map(form))
        expect(back.current.form).toEqual(typed)
        expect(currentAt).toBe(onDesk ? NINE : null)
        for (const one of [back.current, ...back.aside]) expect(one.item?.id ?? '').toBe(one.form.itemId)
        const keys = [back.current, ...back.aside].map(({ key }) => key)
        expect(new Set(keys).size).toBe(keys.length)
        expect(back.last).toBe(Math.max(...keys, firstDraft.last))
      }),
      { numRuns: 60 }
    )
  })

  test('are gone with their paper, and when they are thrown away', () => {
    const drafts = begin(firstDraft, named('张三'), true, {})
    expect(kept(drafts, null).drafts.map(({ form }) => form)).toMatchObject([{ applicant: { name: '张三' } }])
    expect(kept(discard(drafts, 1), null)).toEqual(NO_DRAFTS)
    expect(kept(firstDraft, blankForm())).toEqual(NO_DRAFTS)
  })

  test('carry the time of their own last change, whatever happens to the others', () => {
    const first = keptOf(firstDraft, named('张三'), NOTHING, NINE)
    const aside = begin(firstDraft, named('张三'), true, {})
    const second = keptOf(aside, named('李四'), first.changes, TEN)
    expect(second.kept.drafts.map(({ at }) => at)).toEqual([TEN, NINE])
    const back = bringBack(firstDraft, blankForm(), second.kept, ITEMS)
    const later = keptOf(back.drafts, back.drafts.current.form, back.changes, '2026-11-23T03:00:00.000Z')
    expect(later.kept).toEqual(second.kept)
  })

  test('are the newest when there are too many, and how many are left is known', () => {
    const typed = Array.from({ length: MOST_DRAFTS + 4 }, (_, n) => `${n}`)
    const drafts = typed.reduce((before, name) => begin(before, named(name), true, {}), firstDraft)
    const { kept: all, left } = keptOf(drafts, named('桌上'), NOTHING, NINE)
    expect(left).toBe(5)
    expect(all.drafts.map(({ form }) => (form as unknown as IntakeForm).applicant.name)).toEqual([
      '桌上',
      ...typed.slice(-(MOST_DRAFTS - 1))
    ])
  })
})

describe('bringing forms back', () => {
  test('never takes a form from under the hands of somebody who is typing', () => {
    const { drafts, currentAt } = bringBack(firstDraft, named('王五'), kept(firstDraft, named('张三')), ITEMS)
    expect(drafts.current).toBe(firstDraft.current)
    expect(names(drafts)).toEqual(['张三'])
    expect(currentAt).toBeNull()
  })

  test('never mixes two visitors: a desk that serves a ticket already stays clear', () => {
    const serving = { ...firstDraft, current: { ...firstDraft.current, ticketNo: 'A007' } }
    const { drafts } = bringBack(serving, blankForm(), kept(firstDraft, named('张三')), ITEMS)
    expect(drafts.current.ticketNo).toBe('A007')
    expect(names(drafts)).toEqual(['张三'])
  })

  test('follows the item as it is now: a material that was added is to be looked at, one that is gone is gone', () => {
    const [first, second, ...rest] = item.materials
    if (!first || !second) throw new Error('the item has too few materials')
    const typed = withItem('张三', {
      ticks: blankRows(item).map((row) => ({ ...row, result: 'inOrder' as const, reason: '看过' }))
    })
    const changed = { ...item, materials: [second, { ...first, id: 'new' }, ...rest] }
    const { drafts } = bringBack(firstDraft, blankForm(), kept(firstDraft, typed), new Map([[item.id, changed]]))
    expect(drafts.current.form.ticks.map(({ materialId }) => materialId)).toEqual(changed.materials.map(({ id }) => id))
    expect(drafts.current.form.ticks.map(({ result }) => result)).toEqual(
      changed.materials.map(({ id }) => (id === 'new' ? null : 'inOrder'))
    )
  })

  test('keeps the person when the item is not on offer any more', () => {
    const typed = withItem('张三', { caseId: '500102202611230100011' })
    const { drafts } = bringBack(firstDraft, blankForm(), kept(firstDraft, typed), new Map())
    expect(drafts.current.form).toEqual({ ...named('张三') })
  })

  test('shows the case that is supplemented again, unless the form has become another matter', () => {
    const detail = { caseId: '500102202611230100011', itemId: item.id } as CaseDetail
    const typed = withItem('张三', { caseId: detail.caseId })
    const { drafts } = bringBack(firstDraft, blankForm(), kept(firstDraft, typed), ITEMS)
    const { key } = drafts.current
    expect(withReturning(drafts, typed, key, detail).current.returning).toBe(detail)
    expect(withReturning(drafts, { ...typed, caseId: null }, key, detail).current.returning).toBeNull()
    expect(withReturning(drafts, typed, key + 1, detail)).toEqual(drafts)
  })
})

describe('a form of another version of the program', () => {
  test('has every field that this one has, of its kind', () => {
    const shape = (value: unknown): unknown => {
      if (value === null) return 'anything'
      if (Array.isArray(value)) return 'list'
      if (typeof value !== 'object') return typeof value
      return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shape(one)]))
    }
    const blank = blankForm()
    const known = Object.keys(blank)
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...known, '__proto__', 'later'), fc.jsonValue({ maxDepth: 3 })),
        (form) => {
          const read = formOf(form as never)
          for (const key of known as (keyof IntakeForm)[])
            if (blank[key] !== null) expect(shape(read[key])).toMatchObject(shape(blank[key]) as object)
        }
      )
    )
  })

  test('keeps what is typed in fields that both have', () => {
    const old = { applicant: { name: '𠮷田阿梅' }, itemId: 'MZ-001', ticks: [], gone: { a: 1 } }
    expect(formOf(old)).toMatchObject({ ...blankForm(), itemId: 'MZ-001', applicant: { name: '𠮷田阿梅', phone: '' } })
  })
})
