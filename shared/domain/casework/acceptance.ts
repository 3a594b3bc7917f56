import { type Decision, refuse } from '../../kernel/result.ts'
import { clockStart } from '../calendar/limits.ts'
import type { CaseState } from './case.ts'
import { deemedOn, deliveryDue } from './clocks.ts'
import type { EarlyEndCommand, IntakeCommand } from './commands.ts'
import { type CaseOut, draft } from './draft.ts'
import type { MaterialTick } from './facts.ts'
import { checkIntake, checkNotDeemed, checkOpen, idOf, recordIntake } from './intake.ts'
import { notOpen } from './inWork.ts'
import { onTheSpotDecision } from './papers.ts'
import { drawUpAuthority } from './proxyAuthority.ts'
import { recordAcceptance } from './recordAcceptance.ts'
import { isGap } from './ticks.ts'

/** Stands in the record of a case that was decided and handed over in one go. */
const HANDED_OVER = '当场作出决定，当场交给申请人'

type AcceptCommand = Extract<IntakeCommand, { type: 'acceptCase' }>

/**
 * 受理: everything the visitor's situation asks for is there, put right at the counter, got by the office itself,
 * promised, or may follow (许可法 32(5), domain §7). The day of acceptance is the day the last piece arrives. `decideNow`
 * decides in the same commit, in writing (许可法 34), and ends the case where nothing is left to be delivered. Refuses `materials-not-in-order`, `decide-now-refused`,
 * `deemed-already` and the codes of `checkOpen`, `checkIntake`.
 */
export function acceptCase(state: CaseState, command: AcceptCommand): Decision<CaseOut> {
  const stopped = checkOpen(state, command) ?? checkNotDeemed(state, command)
  if (stopped) return stopped
  const checked = checkIntake(command)
  if (!checked.ok) return checked
  const { intake } = checked
  const { item, ticks } = intake
  const gaps = ticks.filter(isGap)
  if (gaps.length > 0) return refuse('materials-not-in-order', { materials: gaps.map((g) => g.name) })
  if (command.decideNow && (item.caseType !== 'INSTANT' || ticks.some((t) => t.result === 'deferred'))) {
    return refuse('decide-now-refused', { caseType: item.caseType })
  }
  const act = { ...command, item }
  const out = draft(state, act, idOf(state, command))
  recordIntake(state, out, command, intake)
  const acceptedOn = lastPieceOn(state, ticks, command)
  recordAcceptance(out, act, { acceptedOn, deemed: null }, () => drawUpAuthority(state, out))
  if (command.decideNow) {
    const certificateNo = command.decideNow.certificateNo.trim() || null
    const deliverBy = deliveryDue(item, command.date, command.calendar)
    const { docId, docNo } = out.paper('decision', (common) =>
      onTheSpotDecision(common, item, acceptedOn, certificateNo, deliverBy)
    )
    out.add({
      type: 'CaseDecided',
      v: 1,
      data: {
        docId,
        docNo,
        result: 'approved',
        reasons: '',
        decidedOn: command.date,
        certificateNo,
        validUntil: null,
        reviewers: [command.by.name],
        deliverBy,
        onTheSpot: true
      }
    })
    // With no certificate still to be made, the written decision is what the applicant came for, and it is in their hand.
    if (deliverBy === null) {
      out.add({ type: 'CaseCompleted', v: 1, data: { completedOn: command.date, note: HANDED_OVER } })
    }
  }
  return out.done()
}

/** Nothing arrives with these, so they move no day. */
const isNothing = (tick: MaterialTick): boolean => tick.result === 'exempt' || tick.result === 'notApplicable'

/**
 * 受理日期 = 交齐之日 (domain §2.2). Papers that were all left in order at an earlier receipt were complete on that day,
 * however long the office took to look; whatever was brought, put right, promised or put off today makes it today.
 */
function lastPieceOn(state: CaseState, ticks: readonly MaterialTick[], command: AcceptCommand): string {
  if (state.status !== 'received') return command.date
  const lay = new Map(state.ticks.map((t) => [t.materialId, t.result]))
  const complete = ticks.every((t) => isNothing(t) || (t.result === 'inOrder' && lay.get(t.materialId) === 'inOrder'))
  return complete ? clockStart(state.receivedOn, command.rules.restDayReceipt, command.calendar).date : command.date
}

/**
 * 视为受理, by the clock: the last day to tell has passed in silence, so the case is accepted from the day of receipt and
 * every limit counts from there (许可法 32(4)). Refuses `case-unknown`, `case-not-open`, `deemed-not-yet` (also for items
 * whose law lets nothing follow from silence).
 */
export function deemAccepted(
  state: CaseState,
  command: Extract<EarlyEndCommand, { type: 'deemAccepted' }>
): Decision<CaseOut> {
  if (state.status === 'none') return refuse('case-unknown')
  if (state.status !== 'received') return notOpen(state)
  const { item, date, rules, calendar } = command
  const deemed = deemedOn(item, state.receivedOn, date, rules, calendar)
  if (!deemed) return refuse('deemed-not-yet', { notifyBy: state.notifyBy?.date })
  const out = draft(state, command, state.caseId)
  recordAcceptance(out, command, { acceptedOn: deemed.acceptedOn, deemed })
  return out.done()
}
