import { type Decision, refuse } from '../../kernel/result.ts'
import { EXCLUDED_PROCEDURES } from '../catalogue/codes.ts'
import type { AcceptedCase } from './case.ts'
import type { WorkCommand } from './commands.ts'
import { type CaseOut, type Draft, draft } from './draft.ts'
import { duesOf, runningProcedure } from './dues.ts'
import type { Dues, ExcludedRun } from './facts.ts'
import { isBlank, isPlannable, record } from './inWork.ts'

type Command<T extends WorkCommand['type']> = Extract<WorkCommand, { type: T }>

/** 行政许可: the only kind of item whose procedures the Licensing Act itself closes. */
export const LICENCE = '01'

/**
 * Starts a procedure during which the clock stands still. Never a free pause: it must be one the item lists, for a
 * licence one that article 45 names, and the time it needs is told in writing. Refuses `procedure-running`,
 * `procedure-not-listed`, `procedure-not-art45`, `procedure-end-wrong`, `reason-missing`, `basis-missing`.
 *
 * Source: 行政许可法 45.
 */
export function startProcedure(state: AcceptedCase, command: Command<'startExcludedProcedure'>): Decision<CaseOut> {
  const { item, procedure, expectedEnd, date } = command
  if (runningProcedure(state.exclusions)) return refuse('procedure-running')
  if (!item.excludedProcedures.includes(procedure)) return refuse('procedure-not-listed', { field: 'procedure' })
  if (item.itemTypeCode === LICENCE && !EXCLUDED_PROCEDURES[procedure].article45) {
    return refuse('procedure-not-art45', { field: 'procedure' })
  }
  if (!isPlannable(expectedEnd, date)) return refuse('procedure-end-wrong', { field: 'expectedEnd' })
  const [reason, basis] = [command.reason.trim(), command.basis.trim()]
  if (reason === '') return refuse('reason-missing', { field: 'reason' })
  if (basis === '') return refuse('basis-missing', { field: 'basis' })

  const exclusionId = `x${state.exclusions.length + 1}`
  const run: ExcludedRun = { exclusionId, procedure, basis, from: date, expectedEnd, endedOn: null }
  const dues = duesOf(state, command.calendar, { exclusions: [...state.exclusions, run] })
  const out = draft(state, command, state.caseId)
  const { docId, docNo } = writeNotice(out, state, run, { reason, dues, moved: false })
  const data = { docId, docNo, exclusionId, procedure, reason, basis, from: date, expectedEnd, ...dues }
  out.add({ type: 'ExcludedProcedureStarted', v: 1, data })
  return out.done()
}

/**
 * Moves the expected end: later than what was told, and told in writing again. Refuses `procedure-none`,
 * `procedure-end-not-later`, `reason-missing`. Source: 行政许可法 45.
 */
export function prolongProcedure(state: AcceptedCase, command: Command<'prolongExcludedProcedure'>): Decision<CaseOut> {
  const { expectedEnd } = command
  const before = runningProcedure(state.exclusions)
  if (!before) return refuse('procedure-none')
  if (!isPlannable(expectedEnd, command.date) || expectedEnd <= before.expectedEnd) {
    return refuse('procedure-end-not-later', { field: 'expectedEnd', told: before.expectedEnd })
  }
  if (isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' })
  const reason = command.reason.trim()
  const run = { ...before, expectedEnd }
  const dues = duesOf(state, command.calendar, { exclusions: withRun(state, run) })
  const out = draft(state, command, state.caseId)
  const { docId, docNo } = writeNotice(out, state, run, { reason, dues, moved: true })
  const data = { docId, docNo, exclusionId: run.exclusionId, expectedEnd, reason, ...dues }
  out.add({ type: 'ExcludedProcedureProlonged', v: 1, data })
  return out.done()
}

/**
 * The procedure is over and the clock goes on tomorrow. Both dates are counted again: earlier when it ended before the
 * day that was told, never later than was told. Refuses `procedure-none`.
 */
export function endProcedure(state: AcceptedCase, command: Command<'endExcludedProcedure'>): Decision<CaseOut> {
  const running = runningProcedure(state.exclusions)
  if (!running) return refuse('procedure-none')
  // A PC's clock may have gone back in between; nothing ends before it began.
  const endedOn = command.date < running.from ? running.from : command.date
  const dues = duesOf(state, command.calendar, { exclusions: withRun(state, { ...running, endedOn }) })
  const data = { exclusionId: running.exclusionId, endedOn, ...dues }
  return record(state, { type: 'ExcludedProcedureEnded', v: 1, data })
}

const withRun = (state: AcceptedCase, run: ExcludedRun): readonly ExcludedRun[] =>
  state.exclusions.map((known) => (known.exclusionId === run.exclusionId ? run : known))

const writeNotice = (
  out: Draft,
  before: AcceptedCase,
  run: ExcludedRun,
  told: { readonly reason: string; readonly dues: Dues; readonly moved: boolean }
) =>
  out.paper('excludedProcedureNotice', (common) => ({
    kind: 'excludedProcedureNotice',
    ...common,
    ...told.dues,
    procedureLabel: EXCLUDED_PROCEDURES[run.procedure].label,
    reason: told.reason,
    basis: run.basis,
    from: run.from,
    expectedEnd: { date: run.expectedEnd, provisional: false },
    earlierPromisedDue: before.promisedDue,
    moved: told.moved
  }))
