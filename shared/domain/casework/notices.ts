import { type Decision, refuse } from '../../kernel/result.ts'
import type { CaseState, NoticeGiven } from './case.ts'
import { lapseDate } from './clocks.ts'
import type { IntakeCommand } from './commands.ts'
import { type CaseOut, draft } from './draft.ts'
import type { MaterialTick } from './facts.ts'
import { checkIntake, checkNotDeemed, checkOpen, idOf, recordIntake } from './intake.ts'
import { oneTimeNoticePaper } from './papers.ts'
import { drawUpAuthority } from './proxyAuthority.ts'
import { isGap } from './ticks.ts'

type NoticeCommand = Extract<IntakeCommand, { type: 'giveOneTimeNotice' }>

/**
 * 一次性告知: one paper lists every gap (许可法 32(4)). A later round that tells what was visible in an earlier one is a
 * fault of the office (72(4)): it needs a reason and a lead, and is recorded as the fault it is. Refuses
 * `nothing-missing`, `second-notice-needs-lead`, `deemed-already` and the codes of `checkOpen`, `checkIntake`.
 */
export function giveOneTimeNotice(state: CaseState, command: NoticeCommand): Decision<CaseOut> {
  const stopped = checkOpen(state, command) ?? checkNotDeemed(state, command)
  if (stopped) return stopped
  const checked = checkIntake(command)
  if (!checked.ok) return checked
  const { intake } = checked
  const { item, ticks } = intake
  const gaps = ticks.filter(isGap)
  if (gaps.length === 0) return refuse('nothing-missing')
  const earlier = state.status === 'none' ? [] : state.notices
  const late = toldLate(earlier, gaps)
  const reason = command.secondNoticeReason?.trim() ?? ''
  const approvedBy = approverOf(command)
  if (late.length > 0 && (reason === '' || approvedBy === null)) {
    const field = reason === '' ? 'secondNoticeReason' : 'approver'
    return refuse('second-notice-needs-lead', { field, materials: late.map((g) => g.name) })
  }
  const fault = late.length > 0 && approvedBy !== null ? { reason, approvedBy } : null
  const lapse = lapseDate(item, command.date, command.calendar)
  const lapseOn = lapse?.date ?? null
  const lapseProvisional = lapse?.provisional ?? false
  const round = earlier.length + 1
  const out = draft(state, { ...command, item }, idOf(state, command))
  recordIntake(state, out, command, intake)
  const { docId, docNo } = out.paper('oneTimeNotice', (common) =>
    oneTimeNoticePaper(common, item, ticks, { round, gaps, lapseOn, lapseProvisional })
  )
  const alsoIssued = drawUpAuthority(state, out).map((p) => p.docId)
  out.add({
    type: 'OneTimeNoticeGiven',
    v: 1,
    data: {
      docId,
      docNo,
      round,
      gaps,
      givenOn: command.date,
      lapseOn,
      lapseProvisional,
      fault,
      itemVersion: out.known().item.version,
      ...(alsoIssued.length > 0 && { alsoIssued })
    }
  })
  return out.done()
}

/**
 * Gaps that an earlier round could have told and did not. A material was visible in a round when the answers of that
 * round asked for it and it was then either missing or on the counter, in order or not, or the office had undertaken to
 * get it itself. Not visible, so no fault: what is asked for only because an answer has changed, and what the applicant
 * had promised or put off. What any round has told may be told again, also when the piece that was brought for it does
 * not meet.
 */
function toldLate(rounds: readonly NoticeGiven[], gaps: readonly MaterialTick[]): readonly MaterialTick[] {
  const told = new Set(rounds.flatMap((round) => round.gaps.map((g) => g.materialId)))
  return gaps.filter((gap) => !told.has(gap.materialId) && rounds.some((round) => visibleIn(round, gap)))
}

/** Rounds kept from before say nothing of what was looked at: then everything was. */
const visibleIn = (round: NoticeGiven, gap: MaterialTick): boolean => round.seen?.includes(gap.materialId) ?? true

/** Who answers for the fault: a lead beside the clerk, or the clerk who is one. */
function approverOf({ approver, by }: NoticeCommand): string | null {
  if (approver) return approver.name
  return by.roles.includes('lead') || by.roles.includes('administrator') ? by.name : null
}
