import { type CaseState, caseStream, evolveCase, initialCase } from '../../domain/casework/case.ts'
import { isCaseEvent } from '../../domain/casework/caseEvents.ts'
import type { Recorded } from '../../kernel/messages.ts'
import type { CaseRow } from './rows.ts'

const CASE_PREFIX = caseStream('')

/** The case a record belongs to, `undefined` for a record of another stream. */
export function caseTouched(recorded: Recorded): string | undefined {
  if (!recorded.stream.startsWith(CASE_PREFIX) || !recorded.commit.events.some(isCaseEvent)) return undefined
  return recorded.stream.slice(CASE_PREFIX.length)
}

/** Is this the record its stream begins with? Then there is no earlier row to read. An enquiry may become a case later. */
export const receivesCase = (recorded: Recorded): boolean =>
  recorded.version === 1 && recorded.commit.events.some(isCaseEvent)

/**
 * Folds one record of a case's stream into its row. A record that is in the row already changes nothing; a case that
 * was never received stays `undefined`.
 */
export function foldCase(row: CaseRow | undefined, recorded: Recorded): CaseRow | undefined {
  if (row && recorded.version <= row.version) return row
  let state: CaseState = row?.state ?? initialCase
  for (const event of recorded.commit.events) if (isCaseEvent(event)) state = evolveCase(state, event)
  if (state.status === 'none') return undefined
  return {
    caseId: state.caseId,
    caseNo: state.caseNo,
    status: state.status,
    receivedOn: state.receivedOn,
    receivedSeq: row?.receivedSeq ?? recorded.position.seq,
    state,
    version: recorded.version
  }
}
