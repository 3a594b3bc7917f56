import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Light } from '../../shared/domain/calendar/lights.ts'
import type { CaseStatus, KnownCaseState } from '../../shared/domain/casework/case.ts'
import type { CaseReading, WorkReason } from '../../shared/domain/casework/reading.ts'
import { compareWork, type WorkEntry, workList } from '../../shared/projections/workList.ts'
import { accepted, COMMITTED } from '../domain/casework/workSupport.ts'

const base = accepted(COMMITTED).state
if (base.status === 'none') throw new Error('a case')

const caseOf = (caseId: string, status: CaseStatus = 'accepted', receivedOn = '2026-09-14'): KnownCaseState =>
  ({ ...base, caseId, caseNo: caseId, status, receivedOn }) as KnownCaseState

const reading = (
  light: Light,
  due: string | null = '2026-09-28',
  reasons: readonly WorkReason[] = []
): CaseReading => ({
  light,
  due,
  reasons,
  remaining: null,
  unit: 'WORKING_DAY',
  watching: 'decide',
  stoppedDays: null
})

/** Ids in the order of the list. */
function order(readings: Readonly<Record<string, CaseReading>>, cases = Object.keys(readings).map((id) => caseOf(id))) {
  const read = (state: KnownCaseState) => readings[state.caseId] ?? reading('green')
  return workList(cases, read).map((entry) => entry.caseId)
}

describe('the work list puts first what cannot wait', () => {
  it('past the law, past the promise, a late part, yellow, an end that passed, an applicant to remind, green, blue, grey', () => {
    const readings = {
      grey: reading('grey', '2026-09-01'),
      blue: reading('blue', '2026-09-01'),
      green: reading('green', '2026-09-01', ['extension-to-approve', 'provisional']),
      remind: reading('blue', '2026-12-01', ['lapse-reminder-due']),
      lapsed: reading('blue', '2026-12-02', ['lapse-passed']),
      ended: reading('grey', '2026-12-01', ['procedure-end-passed']),
      yellow: reading('yellow', '2026-12-01', ['decide-soon']),
      part: reading('green', '2026-12-01', ['local-late']),
      red: reading('red', '2026-12-01', ['decide-late']),
      law: reading('redStatutory', '2026-12-01', ['decide-late-statutory'])
    }
    expect(order(readings)).toEqual([
      'law',
      'red',
      'part',
      'yellow',
      'ended',
      'remind',
      'lapsed',
      'green',
      'blue',
      'grey'
    ])
  })

  it.each<WorkReason>(['local-late', 'upper-late', 'opinion-late', 'deferred-late', 'deliver-late', 'notify-late'])(
    '%s comes before yellow whatever the light of the whole',
    (late) => {
      expect(order({ a: reading('yellow', '2026-01-01'), b: reading('green', '2026-09-01', [late]) })).toEqual([
        'b',
        'a'
      ])
      expect(order({ a: reading('yellow', '2026-01-01'), b: reading('grey', '2026-09-01', [late]) })).toEqual([
        'b',
        'a'
      ])
    }
  )

  it('what nobody took up stands with the yellow ones (首问负责)', () => {
    expect(
      order({
        plain: reading('green', '2026-09-01'),
        returned: reading('green', '2026-09-02', ['hand-over-returned']),
        offered: reading('green', '2026-09-03', ['hand-over-waiting']),
        yellow: reading('yellow', '2026-09-03')
      })
    ).toEqual(['returned', 'yellow', 'plain', 'offered'])
  })

  it('within a rank the earlier date first; without one the day of receipt; then receipt, then number', () => {
    const cases = [
      caseOf('d', 'accepted', '2026-09-15'),
      caseOf('c', 'accepted', '2026-09-14'),
      caseOf('b', 'accepted', '2026-09-15'),
      caseOf('a', 'enquiry', '2026-09-16'),
      caseOf('z', 'accepted', '2026-09-20')
    ]
    const readings = { a: reading('green', null), z: reading('green', '2026-09-17') }
    expect(order(readings, cases)).toEqual(['a', 'z', 'c', 'b', 'd'])
  })
})

describe('the work list holds what is owed', () => {
  it('live cases and questions without an answer, not what was answered or has ended', () => {
    const live: CaseStatus[] = ['enquiry', 'received', 'supplement', 'accepted', 'decided']
    const over: CaseStatus[] = ['answered', 'declined', 'returned', 'withdrawn']
    const cases = [...live, ...over].map((status) => caseOf(status, status))
    expect(order({}, cases).sort()).toEqual([...live].sort())
  })

  it('a completed case only while a promise is to be checked (国办发〔2020〕42号)', () => {
    const made = { materialId: 'm4', name: '', version: 1, checkBy: { date: '', provisional: false }, checked: null }
    const completed = { ...caseOf('done', 'completed'), commitments: [made] } as KnownCaseState
    expect(order({ done: reading('green', null) }, [completed])).toEqual([])
    expect(order({ done: reading('yellow', '2026-09-28', ['commitment-check-due']) }, [completed])).toEqual(['done'])
    expect(order({}, [caseOf('done', 'completed')])).toEqual([])
  })

  it('reads nothing of what is over', () => {
    const read = (): CaseReading => {
      throw new Error('read')
    }
    const over = (['answered', 'declined', 'returned', 'withdrawn', 'completed'] as const).map((s) => caseOf(s, s))
    expect(workList(over, read)).toEqual([])
  })

  it('says who has each case', () => {
    expect(workList([caseOf('a')], () => reading('green'))).toMatchObject([
      { caseId: 'a', owner: { personId: 'zhou' } }
    ])
  })
})

describe('the order is total', () => {
  const LIGHTS: readonly Light[] = ['green', 'yellow', 'red', 'redStatutory', 'grey', 'blue']
  const REASONS: readonly WorkReason[] = [
    'local-late',
    'decide-soon',
    'procedure-end-passed',
    'lapse-passed',
    'hand-over-returned',
    'provisional'
  ]
  const day = fc.integer({ min: 1, max: 4 }).map((n) => `2026-09-0${n}`)
  const entries = fc
    .array(
      fc.record({
        light: fc.constantFrom(...LIGHTS),
        due: fc.option(day),
        reasons: fc.subarray([...REASONS]),
        receivedOn: day
      }),
      { maxLength: 12 }
    )
    .map((list) =>
      list.map(({ light, due, reasons, receivedOn }, index): WorkEntry => {
        const state = caseOf(`c${String(index).padStart(2, '0')}`, 'accepted', receivedOn)
        return { caseId: state.caseId, state, reading: reading(light, due, reasons), owner: state.owner }
      })
    )

  it('antisymmetric, transitive, and equal only with itself', () => {
    fc.assert(
      fc.property(entries, (list) => {
        for (const a of list) {
          for (const b of list) {
            expect(Math.sign(compareWork(a, b))).toBe(0 - Math.sign(compareWork(b, a)))
            expect(compareWork(a, b) === 0).toBe(a === b)
            for (const c of list) {
              if (compareWork(a, b) < 0 && compareWork(b, c) < 0) expect(compareWork(a, c)).toBeLessThan(0)
            }
          }
        }
      }),
      { numRuns: 60 }
    )
  })

  it('so the list is the same in whatever order the cases come', () => {
    const shuffled = entries.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))
    )
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const readings = new Map(list.map((entry) => [entry.caseId, entry.reading]))
        const read = (state: KnownCaseState) => readings.get(state.caseId) ?? reading('green')
        const states = (of: readonly WorkEntry[]) => of.map((entry) => entry.state)
        expect(workList(states(other), read)).toEqual(workList(states(list), read))
        // And stable: sorted once more it does not move.
        expect([...workList(states(list), read)].sort(compareWork)).toEqual(workList(states(list), read))
      }),
      { numRuns: 60 }
    )
  })
})
