import { type CaseEvent, type CaseState, caseStream, evolveCase, initialCase } from '../../domain/casework/case.ts'
import type { NewEvent, Recorded } from '../../kernel/messages.ts'
import type { CaseRow } from './rows.ts'

/** A record over the union: a new event of a case that is not listed here fails the compile. */
const CASE_EVENTS: Record<CaseEvent['type'], true> = {
  CaseReceived: true,
  ApplicantCorrected: true,
  MaterialsChecked: true,
  OneTimeNoticeGiven: true,
  CaseAccepted: true,
  CaseCompleted: true,
  IdentityRevealed: true
}

const isCaseEvent = (event: NewEvent): event is CaseEvent => Object.hasOwn(CASE_EVENTS, event.type)

const CASE_PREFIX = caseStream('')

/** The case a record belongs to, `undefined` for a record of another stream. */
export function caseTouched(recorded: Recorded): string | undefined {
  if (!recorded.stream.startsWith(CASE_PREFIX) || !recorded.commit.events.some(isCaseEvent)) return undefined
  return recorded.stream.slice(CASE_PREFIX.length)
}

/** Is this the record that received the case? Then there is no earlier row to read. */
export const receivesCase = (recorded: Recorded): boolean =>
  recorded.commit.events.some((event) => event.type === 'CaseReceived')

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
