import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomeOf } from '../../renderer/counter/desk/model/outcome.ts'
import {
  askedFor,
  blankRows,
  choices,
  countRows,
  neighbour,
  placeAfter,
  RESULTS,
  resultOfKey,
  rowsOfReturn,
  settleRest,
  type TickRow
} from '../../renderer/counter/desk/model/ticks.ts'
import type { MaterialTick, TickResult } from '../../shared/domain/casework/case.ts'
import { checkTicks } from '../../shared/domain/casework/ticks.ts'
import { shippedItems } from '../../shared/domain/catalogue/shippedItems.ts'

const { items } = shippedItems()
const item = items.find((one) => one.id === 'MZ-001')
if (!item) throw new Error('the item of the examples is gone')
const required = item.materials.find((m) => m.necessity === 'REQUIRED' && m.waiver === 'NONE')
const conditional = item.materials.find((m) => m.necessity === 'CONDITIONAL')
if (!required || !conditional) throw new Error('the materials of the examples are gone')

const row = (result: TickResult | null, reason = ''): TickRow => ({ materialId: 'm1', result, reason })

describe('keys of a material', () => {
  test('1, 2 and 3 mean 齐全, 缺 and 不符合 for every material', () => {
    for (const material of items.flatMap((one) => one.materials)) {
      expect(['1', '2', '3'].map((key) => resultOfKey(key, material))).toEqual(['inOrder', 'missing', 'notMeeting'])
    }
  })

  test('4 means 不适用 only where main would take it', () => {
    expect(resultOfKey('4', required)).toBeNull()
    expect(resultOfKey('4', conditional)).toBe('notApplicable')
    for (const material of item.materials) {
      const ticks = item.materials.map(({ id }) => ({
        materialId: id,
        result: id === material.id ? ('notApplicable' as const) : ('inOrder' as const),
        reason: ''
      }))
      expect(checkTicks(item, ticks).ok).toBe(resultOfKey('4', material) !== null)
    }
  })

  test('left and right stay within what the material allows', () => {
    expect(neighbour(null, 1, required)).toBe('inOrder')
    expect(neighbour('inOrder', -1, required)).toBe('inOrder')
    expect(neighbour('notMeeting', 1, required)).toBe('notMeeting')
    expect(neighbour('notMeeting', 1, conditional)).toBe('notApplicable')
    for (const material of item.materials) {
      for (const result of [null, ...RESULTS]) {
        const allowed = choices(material).map((choice) => choice.result)
        expect(allowed).toContain(neighbour(result, 1, material))
        expect(allowed).toContain(neighbour(result, -1, material))
      }
    }
  })
})

describe('rows', () => {
  test('a fresh visitor has every material of the item, none looked at', () => {
    const rows = blankRows(item)
    expect(rows.map((one) => one.materialId)).toEqual(item.materials.map((one) => one.id))
    expect(countRows(rows).open).toBe(item.materials.length)
  })

  test('0 settles what nobody has looked at: needed papers are in order, conditional ones do not apply', () => {
    const marked = blankRows(item).map((one, at) =>
      at === 1 ? { ...one, result: 'missing' as const, reason: '原件未带' } : one
    )
    const settled = settleRest(item, marked, false)
    expect(settled[1]).toEqual(marked[1])
    item.materials.forEach(({ necessity }, at) => {
      if (at !== 1) expect(settled[at]?.result).toBe(necessity === 'CONDITIONAL' ? 'notApplicable' : 'inOrder')
    })
  })

  test('0 is taken by main for every item of the list', () => {
    for (const one of items) {
      const ticks = settleRest(one, blankRows(one), false).flatMap(({ result, ...rest }) =>
        result === null ? [] : [{ ...rest, result }]
      )
      expect(checkTicks(one, ticks).ok, one.id).toBe(true)
    }
  })

  test('what a proxy has to bring stays open when there is one', () => {
    const open = settleRest(item, blankRows(item), true).flatMap((one, at) =>
      one.result === null ? [item.materials[at]?.name] : []
    )
    expect(open).toEqual(['授权委托书及代办人身份证'])
  })

  test('a visitor who comes back is asked again only for what was wanting', () => {
    const before: MaterialTick[] = item.materials.map(({ id, name }, at) => ({
      materialId: id,
      name,
      result: at === 1 ? 'missing' : at === 2 ? 'notMeeting' : at === 5 ? 'notApplicable' : 'inOrder',
      reason: at === 2 ? '过期' : ''
    }))
    const rows = rowsOfReturn(item, before)
    expect(rows.flatMap((one, at) => (one.result === null ? [at] : []))).toEqual([1, 2])
    expect(rows[5]?.result).toBe('notApplicable')
    expect([...askedFor(before).keys()]).toEqual([item.materials[1]?.id, item.materials[2]?.id])
  })

  test('a material the case did not know is to be looked at', () => {
    const [first] = item.materials
    const before = first ? [{ materialId: first.id, name: first.name, result: 'inOrder' as const, reason: '' }] : []
    expect(countRows(rowsOfReturn(item, before))).toMatchObject({ inOrder: 1, open: item.materials.length - 1 })
  })

  test('after a row the hands go to the next one not looked at, round to the top, and last to the outcome', () => {
    const rows = [row(null), row('inOrder'), row('inOrder'), row(null)]
    expect(placeAfter(rows, 1)).toBe('ticks.3')
    expect(placeAfter(rows, 3)).toBe('ticks.0')
    expect(placeAfter([row('inOrder'), row('missing')], 1)).toBe('outcome')
    expect(placeAfter([row('inOrder')], 0)).toBe('outcome')
  })
})

describe('what comes out', () => {
  test('no item, no paper; an item without materials is accepted', () => {
    expect(outcomeOf(null)).toEqual({ kind: 'noItem' })
    expect(outcomeOf([])).toEqual({ kind: 'accept' })
  })

  test('a row nobody has looked at comes before everything', () => {
    expect(outcomeOf([row('missing'), row(null), row(null)])).toEqual({ kind: 'open', rows: 2, first: 1 })
  })

  test('what does not meet has to say why, what is missing need not', () => {
    expect(outcomeOf([row('inOrder'), row('notMeeting', '　 ')])).toEqual({ kind: 'reason', first: 1 })
    expect(outcomeOf([row('missing')])).toEqual({ kind: 'notice', gaps: 1 })
  })

  test('the desk promises acceptance or a notice exactly where main grants it', () => {
    const anyRows = fc.tuple(
      ...item.materials.map(({ id }) =>
        fc.record({
          materialId: fc.constant(id),
          result: fc.constantFrom<TickResult | null>(null, ...RESULTS),
          reason: fc.constantFrom('', ' ', '过期')
        })
      )
    )
    fc.assert(
      fc.property(anyRows, (rows) => {
        const sound = rows.filter(({ result, materialId }) => {
          const material = item.materials.find((one) => one.id === materialId)
          return result === null || (material && choices(material).some((choice) => choice.result === result))
        })
        fc.pre(sound.length === rows.length)
        const sent = rows.flatMap(({ result, ...rest }) => (result === null ? [] : [{ ...rest, result }]))
        const { kind } = outcomeOf(rows)
        expect(checkTicks(item, sent).ok).toBe(kind === 'accept' || kind === 'notice')
      })
    )
  })
})
