import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type CountersValues,
  countersOf,
  countersSchema,
  servedNames,
  valuesOf
} from '../../renderer/counter/admin/counters/countersForm.ts'
import { checkHallConfig } from '../../shared/domain/hall/decideHall.ts'
import type { Counter, TicketGroup } from '../../shared/domain/hall/hall.ts'
import { HALL } from '../support/builders.ts'

function problems(change: (config: CountersValues['config']) => void): Record<string, string> {
  const values = structuredClone(valuesOf(HALL))
  change(values.config)
  const parsed = countersSchema.safeParse(values)
  return parsed.success ? {} : Object.fromEntries(parsed.error.issues.map((one) => [one.path.join('.'), one.message]))
}

interface Described {
  readonly groups: readonly TicketGroup[]
  readonly counters: readonly Counter[]
}

/** Sound halls: letters and numbers are unique, and the first counter serves every letter. */
const halls: fc.Arbitrary<Described> = fc
  .record({
    letters: fc.uniqueArray(fc.constantFrom(...'ABCDEFG'), { minLength: 1 }),
    numbers: fc.uniqueArray(fc.integer({ min: 1, max: 99 }), { minLength: 1, maxLength: 6 }),
    items: fc.subarray(['dibao', 'canji-buzhu', 'item-3'])
  })
  .map(({ letters, numbers, items }) => ({
    groups: letters.map((code) => ({ code, name: `类${code}` })),
    counters: numbers.map((no, i) => ({
      no,
      name: `窗口${no}`,
      groups: i === 0 ? letters : letters.slice(0, 1 + (no % letters.length)),
      ...(i % 2 === 1 && items.length > 0 && { items })
    }))
  }))

describe('the form of counters and groups', () => {
  it('shows a hall and gives it back unchanged', () => {
    fc.assert(
      fc.property(halls, (hall) => {
        expect(checkHallConfig(hall)).toEqual([])
        const parsed = countersSchema.parse(valuesOf(hall))
        expect(countersOf(parsed)).toEqual(hall)
        expect(valuesOf(countersOf(parsed))).toEqual(valuesOf(hall))
      })
    )
  })

  it('puts right what an input method leaves', () => {
    const values = structuredClone(valuesOf(HALL))
    const [group] = values.config.groups
    const [counter] = values.config.counters
    if (!group || !counter) throw new Error('an empty hall')
    const served = counter.groups
    group.code = group.code.toLowerCase()
    counter.no = '１２'
    counter.groups = [...served.toLowerCase()].join('，')
    const read = countersOf(countersSchema.parse(values))
    expect(read.groups[0]?.code).toBe(HALL.groups[0]?.code)
    expect(read.counters[0]).toMatchObject({ no: 12, groups: [...served] })
  })

  it('says beside each row what is wrong with it', () => {
    const last = HALL.counters.length - 1
    expect(
      problems(({ counters }) => {
        Object.assign(counters[last] ?? {}, { no: counters[0]?.no, name: ' ', groups: 'Z' })
      })
    ).toMatchObject({
      [`config.counters.${last}.name`]: '请填写名称。'
    })
    expect(
      problems(({ counters }) => {
        Object.assign(counters[last] ?? {}, { no: counters[0]?.no })
      })
    ).toEqual({ [`config.counters.${last}.no`]: '窗口号重复了，请换一个号。' })
    expect(
      problems(({ groups }) => {
        groups.push({ code: 'Z', name: '无人办' })
      })
    ).toEqual({
      [`config.groups.${HALL.groups.length}.code`]:
        '没有窗口办理这一类，取了号也叫不到。请在窗口里加上这个字母，或者删掉这一类。'
    })
    expect(
      problems((config) => {
        config.counters = []
      })
    ).toMatchObject({ 'config.counters': '至少要有一个窗口。' })
  })

  it('names the letters of a counter, and asks about one that no group has', () => {
    const groups = [
      { code: 'A', name: '民政' },
      { code: 'B', name: '社保' },
      { code: 'C', name: '' }
    ]
    expect(servedNames('b', groups)).toBe('社保')
    expect(servedNames('BAX', groups)).toBe('社保、民政、X？')
    expect(servedNames('C', groups)).toBe('C？')
    expect(servedNames('cab', groups)).toBe('全部类别')
    expect(servedNames('', groups)).toBe('')
  })
})
