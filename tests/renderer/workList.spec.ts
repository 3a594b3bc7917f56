import { describe, expect, test } from 'vitest'
import { filterWork, keepPlace, reasonsInWords } from '../../renderer/counter/desk/model/workList.ts'
import type { WorkReason } from '../../shared/domain/casework/reading.ts'
import type { CaseShown } from '../../shared/projections/views.ts'

const matter = (caseId: string, owner: string, reasons: readonly WorkReason[] = []): CaseShown => ({
  caseId,
  caseNo: caseId,
  itemId: 'i1',
  itemName: '事项',
  applicantMasked: '吉**梅',
  idMasked: '',
  status: 'accepted',
  receivedOn: '2026-11-23',
  promisedDue: null,
  statutoryDue: null,
  notices: 0,
  owner: { personId: owner, name: owner },
  offeredTo: null,
  caseType: 'COMMITMENT',
  light: {
    light: 'green',
    remaining: 1,
    unit: 'WORKING_DAY',
    due: null,
    watching: 'decide',
    stoppedDays: null,
    reasons
  }
})

const work = [matter('a', 'zhou', ['decide-late']), matter('b', 'li'), matter('c', 'zhou')]
const ids = (rows: readonly CaseShown[]): string => rows.map(({ caseId }) => caseId).join('')

describe('the work list', () => {
  test('keeps the order in which main sends it, whatever is listed', () => {
    expect(ids(filterWork(work, 'all', 'zhou'))).toBe('abc')
    expect(ids(filterWork(work, 'mine', 'zhou'))).toBe('ac')
    expect(ids(filterWork(work, 'pressing', 'zhou'))).toBe('a')
  })

  test('nobody signed in owns nothing', () => {
    expect(filterWork(work, 'mine', null)).toEqual([])
  })

  test('says in words what has to be done, most urgent first', () => {
    expect(reasonsInWords(matter('d', 'zhou', ['decide-late', 'hand-over-waiting']), 'zhou')).toEqual([
      '已超承诺时限，马上办结',
      '移交待接手'
    ])
  })

  test('says to whom a matter is offered, and to that person that it is theirs to take', () => {
    const offered = { ...matter('e', 'zhou', ['hand-over-waiting']), offeredTo: { personId: 'qiu', name: '仇文澜' } }
    expect(reasonsInWords(offered, 'zhou')).toEqual(['已移交仇文澜，待接手'])
    expect(reasonsInWords(offered, 'qiu')).toEqual(['移交给您，请接手'])
  })

  test('a date that is 暂定 presses nobody', () => {
    expect(filterWork([matter('f', 'zhou', ['provisional'])], 'pressing', 'zhou')).toEqual([])
  })

  test('the place in the list follows its case, and else stays where it was', () => {
    expect(keepPlace(work, 'c', 0)).toBe(2)
    expect(keepPlace(work, 'gone', 1)).toBe(1)
    expect(keepPlace(work, 'gone', 9)).toBe(2)
    expect(keepPlace(work, null, 0)).toBe(0)
    expect(keepPlace([], 'a', 3)).toBe(-1)
  })
})
