import { describe, expect, it } from 'vitest'
import { groupOfItem } from '../../../shared/domain/hall/groupOfItem.ts'
import { countersServing, servesItem } from '../../../shared/domain/hall/itemsOfCounter.ts'
import { HALL, itemOf } from '../../support/builders.ts'

const groups = [
  { code: 'A', name: '民政' },
  { code: 'B', name: '社保就业' },
  { code: 'H', name: '便民代办' }
]
const counters = [
  { no: 1, name: '综合', groups: ['A', 'B', 'H'] },
  { no: 2, name: '社保', groups: ['B'], items: ['SB-001', 'SB-002'] },
  { no: 7, name: '便民缴费', groups: ['H'], items: [] }
]
const hall = { groups, counters }
const item = (id: string, publicGroup: string, category = publicGroup) => ({ id, publicGroup, category })

describe('items of a counter', () => {
  it('are all where there is no list, or an empty one', () => {
    expect(counters.map((counter) => servesItem(counter, 'MZ-001'))).toEqual([true, false, true])
  })

  it('are served where they are named, else where everything is', () => {
    expect(countersServing(hall, 'SB-001')).toEqual([2])
    expect(countersServing(hall, 'MZ-001')).toEqual([1, 7])
  })
})

describe('the number to take for an item', () => {
  it('is that of the counter which names it, the one with the fewest groups', () => {
    const naming = [{ no: 1, name: '综合', groups: ['A', 'B'], items: ['SB-001'] }, ...counters.slice(1)]
    expect(groupOfItem({ groups, counters: naming }, item('SB-001', '医保'))).toBe('B')
  })

  it('is that of the group or the counter whose name says it', () => {
    expect(groupOfItem(hall, item('MZ-001', '民政'))).toBe('A')
    expect(groupOfItem(hall, item('JY-001', '就业'))).toBe('B')
    expect(groupOfItem(hall, item('JF-001', '便民缴费', '水电气费'))).toBe('H')
    expect(groupOfItem(hall, item('CL-001', '民政', '残联'))).toBe('A')
  })

  it('is nobody’s guess where no name says it', () => {
    expect(groupOfItem(hall, item('TY-001', '退役军人'))).toBeNull()
  })

  it('never is one the hall does not have', () => {
    const gone = [{ no: 3, name: '旧', groups: ['Z'], items: ['SB-001'] }]
    expect(groupOfItem({ groups, counters: gone }, item('SB-001', '社保'))).toBeNull()
  })

  it('fits the demo hall', () => {
    expect(['MZ-001', 'HJ-002', 'SB-003'].map((id) => groupOfItem(HALL, itemOf(id)))).toEqual(['A', 'E', 'B'])
  })
})
