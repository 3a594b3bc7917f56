import { type Decision, refuse } from '../../kernel/result.ts'
import type { AcceptedCase } from './case.ts'
import type { WorkCommand } from './commands.ts'
import type { CaseOut } from './draft.ts'
import type { DueDate } from './facts.ts'
import { isBlank, isPlannable, record } from './inWork.ts'

type Command<T extends WorkCommand['type']> = Extract<WorkCommand, { type: T }>

/**
 * Sends a case up that a higher level decides (上报件). The promised clock goes on: being up is no reason to stop it
 * (行政许可法 45 does not name it). It is expected back on the promised day unless another day is said. What came back for
 * more work may go up again. Refuses `upward-not-escalated`, `upward-running`, `upward-answered`, `upward-to-missing`,
 * `upward-expected-wrong`.
 */
export function submitUpward(state: AcceptedCase, command: Command<'submitUpward'>): Decision<CaseOut> {
  const { date, item } = command
  if (state.item.caseType !== 'ESCALATED') return refuse('upward-not-escalated')
  if (state.upward && !state.upward.returned) return refuse('upward-running', { to: state.upward.to })
  if (upperResult(state)) return refuse('upward-answered')
  const to = isBlank(command.to) ? (item.upperAuthority ?? '') : command.to.trim()
  if (to === '') return refuse('upward-to-missing', { field: 'to' })
  if (command.expectedBack !== null && !isPlannable(command.expectedBack, date)) {
    return refuse('upward-expected-wrong', { field: 'expectedBack' })
  }
  const expectedBack: DueDate =
    command.expectedBack === null ? state.promisedDue : { date: command.expectedBack, provisional: false }
  return record(state, { type: 'SubmittedUpward', v: 1, data: { to, on: date, expectedBack } })
}

/**
 * What the higher level says. `sentBack`: the work goes on here. A refusal or a return says why, so that the applicant
 * can be told (行政许可法 38). Refuses `upward-not-up`, `reason-missing`.
 */
export function returnFromAbove(state: AcceptedCase, command: Command<'returnFromAbove'>): Decision<CaseOut> {
  if (!state.upward || state.upward.returned) return refuse('upward-not-up')
  const note = command.note.trim()
  if (command.result !== 'approved' && note === '') return refuse('reason-missing', { field: 'note' })
  const data = { on: command.date, result: command.result, note }
  return record(state, { type: 'ReturnedFromAbove', v: 1, data })
}

/** What the higher level decided; `null` while it is up, was never up, or came back for more work. */
export function upperResult({ upward }: AcceptedCase): 'approved' | 'refused' | null {
  const result = upward?.returned?.result
  return result === undefined || result === 'sentBack' ? null : result
}
