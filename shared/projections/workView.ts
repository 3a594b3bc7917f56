import type { KnownCaseState } from '../domain/casework/case.ts'
import type { CaseReading } from '../domain/casework/reading.ts'
import { caseShown } from './caseShown.ts'
import type { Desk } from './desk.ts'
import type { WorkView } from './views.ts'
import { isPressing, workList } from './workList.ts'

const SHOWN = 200

/** What is to be done in this hall, most urgent first; masked like every list. */
export function workView(desk: Pick<Desk, 'cases'>, reading: (state: KnownCaseState) => CaseReading): WorkView {
  const known = [...desk.cases.values()].flatMap((state) => (state.status === 'none' ? [] : [state]))
  const entries = workList(known, reading)
  return {
    work: entries.slice(0, SHOWN).map(({ state }) => caseShown(state, reading)),
    total: entries.length,
    pressing: entries.filter((entry) => isPressing(entry.reading.reasons)).length
  }
}
