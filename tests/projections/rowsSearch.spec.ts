import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { nameKeys } from '../../shared/domain/people/pinyin.ts'
import { caseKeys, keysOfName } from '../../shared/projections/rows/caseKeys.ts'
import { foldCase } from '../../shared/projections/rows/caseRow.ts'
import type { CaseRow } from '../../shared/projections/rows/rows.ts'
import { searchPlan } from '../../shared/projections/rows/searchPlan.ts'
import { inventedApplicant, recordsOf, seeded } from '../store/support/hallLife.ts'

// Many records on a busy machine take their time; nothing here is about how long.
vi.setConfig({ testTimeout: 60_000 })

const [received] = recordsOf(1, { seed: 1, casesOnly: true })
if (!received) throw new Error('no record')
const sample = foldCase(undefined, received)
if (!sample) throw new Error('no row')

const caseOf = (applicant: Partial<CaseRow['state']['applicant']>, caseNo = sample.caseNo): CaseRow => ({
  ...sample,
  caseNo,
  state: { ...sample.state, applicant: { ...sample.state.applicant, ...applicant } }
})

/** Is this case found, and how? `exact` when one lookup of the whole finds it. */
function found(text: string, row: CaseRow): 'exact' | 'found' | 'not' {
  const { keys } = caseKeys(row)
  const hits = searchPlan(text).filter(({ in: index, match, value }) => {
    const candidates = index === 'caseNo' ? [row.caseNo] : keys
    return candidates.some((key) => (match === 'equal' ? key === value : key.startsWith(value)))
  })
  if (hits.some(({ exact }) => exact)) return 'exact'
  return hits.length > 0 ? 'found' : 'not'
}

describe('a case is found', () => {
  it.each([
    ['张', '张伟明', 'found'],
    ['张伟', '张伟明', 'found'],
    ['张伟明', '张伟明', 'exact'],
    ['伟明', '张伟明', 'not'],
    ['z', '张伟明', 'found'],
    ['zwm', '张伟明', 'found'],
    ['ZW', '张伟明', 'found'],
    ['ｚｗ', '张伟明', 'found'],
    ['zhang', '张伟明', 'found'],
    ['zha', '张伟明', 'found'],
    ['zhangw', '张伟明', 'found'],
    ['zhangwei', '张伟明', 'found'],
    ['zhang wei ming', '张伟明', 'found'],
    ['wm', '张伟明', 'not'],
    ['weiming', '张伟明', 'not'],
    ['shan', '单于飞', 'found'],
    ['dan', '单于飞', 'found'],
    ['𠮷', '𠮷田', 'found'],
    ['𠮷t', '𠮷田', 'found'],
    ['买买提艾力', '买买提·艾力', 'exact'],
    ['买买提·艾', '买买提·艾力', 'found'],
    ['mmtal', '买买提·艾力', 'found'],
    ['john s', 'John Smith', 'found'],
    ['js', 'John Smith', 'found'],
    ['阿卜杜拉买买提江库', '阿卜杜拉·买买提江·库尔班', 'found'],
    ['阿卜杜拉买买提江库尔班', '阿卜杜拉·买买提江·库尔班', 'exact'],
    ['阿卜杜拉买买提江吐', '阿卜杜拉·买买提江·库尔班', 'not'],
    ['', '张伟明', 'not'],
    ['　', '张伟明', 'not']
  ] as const)('by the name: %s in %s is %s', (text, name, expected) => {
    expect(found(text, caseOf({ name }))).toBe(expected)
  })

  it.each([
    ['500102198511209985', 'exact'],
    ['5001', 'found'],
    ['500102198511', 'found'],
    ['9985', 'found'],
    ['５００１０２', 'found'],
    ['500', 'not'],
    ['998', 'not'],
    ['8511', 'not'],
    ['13800138000', 'found'],
    ['1380', 'found'],
    ['138-0013', 'found']
  ] as const)('by a number: %s is %s', (text, expected) => {
    expect(found(text, caseOf({ idNumber: '500102198511209985', phone: '13800138000' }))).toBe(expected)
  })

  it('by a check character X in either case', () => {
    const row = caseOf({ idNumber: '50010219660502996X' })
    expect(found('996x', row)).toBe('found')
    expect(found('50010219660502996x', row)).toBe('exact')
  })

  it('by a travel permit with letters in it', () => {
    expect(found('h1234', caseOf({ idNumber: 'H12345678', phone: null }))).toBe('found')
  })

  it('by the case number, whole or its beginning', () => {
    const row = caseOf({ idNumber: '110101199107049997', phone: null }, '500102202611230100013')
    expect(found('500102202611230100013', row)).toBe('exact')
    expect(found('5001022026', row)).toBe('found')
    expect(found('5001022027', row)).toBe('not')
  })

  it('by every beginning of its name and of each reading', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const row = caseOf(inventedApplicant(seeded(seed)))
        const { text, initials, full } = nameKeys(row.state.applicant.name)
        for (const whole of [text, ...initials, ...full]) {
          const characters = [...whole]
          for (let length = 1; length <= characters.length; length += 1) {
            expect(found(characters.slice(0, length).join(''), row)).not.toBe('not')
          }
        }
      }),
      { numRuns: 200 }
    )
  })
})

describe('search keys', () => {
  it('hold no key twice and nothing of an empty name', () => {
    const keys = keysOfName('单于飞')
    expect(new Set(keys).size).toBe(keys.length)
    expect(keysOfName('·')).toEqual([])
  })

  it('are few: each is paid for with every case', () => {
    const random = seeded(9)
    const counts = Array.from({ length: 300 }, () => caseKeys(caseOf(inventedApplicant(random))).keys.length)
    expect(counts.reduce((sum, count) => sum + count) / counts.length).toBeLessThan(16)
  })

  it('sort a newer case before an older one', () => {
    const older = caseKeys({ ...sample, receivedSeq: 5 })
    const newer = caseKeys({ ...sample, receivedSeq: 6 })
    expect(newer.order).toBeLessThan(older.order)
  })

  it('leave out what is not there', () => {
    const { keys } = caseKeys(caseOf({ idNumber: '', phone: null }))
    expect(keys.filter((key) => /^[dlf]/.test(key))).toEqual([])
  })
})
