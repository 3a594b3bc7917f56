import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { CaseEvent, CaseState } from './case.ts'

/**
 * Takes promises of a person again once their credit is repaired (国办发〔2020〕42号); recorded at the case whose promise
 * was false. Refuses `case-unknown`, `commitment-not-blocked`, `reason-missing`.
 */
export function decideUnblock(
  state: CaseState,
  command: { readonly date: string; readonly reason: string; readonly blocked: boolean }
): Decision<CaseEvent> {
  if (state.status === 'none') return refuse('case-unknown')
  if (!command.blocked) return refuse('commitment-not-blocked')
  const reason = command.reason.trim()
  if (reason === '') return refuse('reason-missing', { field: 'reason' })
  const { idNumber } = state.applicant
  return accept([{ type: 'CommitmentUnblocked', v: 1, data: { idNumber, on: command.date, reason } }])
}
