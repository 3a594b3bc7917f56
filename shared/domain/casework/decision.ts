import { type Decision, type Refusal, refuse } from '../../kernel/result.ts'
import type { AcceptedCase } from './case.ts'
import { deliveryDue } from './clocks.ts'
import type { OutcomeCommand } from './commands.ts'
import { type CaseOut, draft } from './draft.ts'
import { runningProcedure } from './dues.ts'
import { isBlank } from './inWork.ts'
import { remediesOf } from './paperFacts.ts'
import { outstanding } from './pieces.ts'
import { LICENCE } from './procedures.ts'
import { upperResult } from './upward.ts'

type Decide = Extract<OutcomeCommand, { type: 'decideCase' }>

/** 行政许可法 34(3): the substance is checked by two or more. */
const REVIEWERS = 2

/**
 * Decides, in writing also when it is done on the spot (行政许可法 34), a refusal with its reasons and where to go against
 * it (38). Nothing is decided while a procedure runs, a deferred piece is out (容缺后补), a co-office is silent (silence is
 * no consent), or a higher level has not answered; its answer is the decision. Refuses `no-decision-for-utility`,
 * `procedure-running`, `deferred-outstanding`, `opinion-missing`, `opinion-objected`, `upward-not-back`,
 * `upward-other-result`, `decision-reasons-missing`, `reviewers-two`.
 */
export function decide(state: AcceptedCase, command: Decide): Decision<CaseOut> {
  const no = notReady(state) ?? otherAnswer(state, command) ?? unfounded(state, command)
  if (no) return { ok: false, refusal: no }
  const { result, date, item } = command
  const approved = result === 'approved'
  const reasons = command.reasons.trim()
  const certificateNo = (approved && command.certificateNo?.trim()) || null
  const validUntil = certificateNo === null ? null : command.validUntil
  const deliverBy = deliveryDue(item, date, command.calendar)
  const onTheSpot = state.item.caseType === 'INSTANT' && state.acceptedOn === date
  const out = draft(state, command, state.caseId)
  const { docId, docNo } = out.paper('decision', (common) => ({
    kind: 'decision',
    ...common,
    result,
    onTheSpot,
    acceptedOn: state.acceptedOn,
    decidedOn: date,
    reasons,
    resultName: item.result,
    certificate: certificateNo === null ? null : { no: certificateNo, validUntil },
    deliverBy,
    remedies: approved ? null : remediesOf(command)
  }))
  out.add({
    type: 'CaseDecided',
    v: 1,
    data: {
      docId,
      docNo,
      result,
      reasons,
      decidedOn: date,
      certificateNo,
      validUntil,
      reviewers: namesOf(command),
      deliverBy,
      onTheSpot
    }
  })
  return out.done()
}

/** What must have happened before anybody may decide. */
function notReady(state: AcceptedCase): Refusal | null {
  if (state.item.caseType === 'UTILITY') return refuse('no-decision-for-utility').refusal
  const running = runningProcedure(state.exclusions)
  if (running) return refuse('procedure-running', { expectedEnd: running.expectedEnd }).refusal
  const materials = outstanding(state)
  if (materials.length > 0) return refuse('deferred-outstanding', { materials }).refusal
  const offices = state.opinions.filter((opinion) => !opinion.given).map((opinion) => opinion.office)
  return offices.length > 0 ? refuse('opinion-missing', { offices }).refusal : null
}

/** The higher level's answer is the decision of an escalated case; this hall only writes it down. */
function otherAnswer(state: AcceptedCase, command: Decide): Refusal | null {
  if (state.item.caseType !== 'ESCALATED') return null
  const above = upperResult(state)
  if (above === null) return refuse('upward-not-back').refusal
  return above === command.result ? null : refuse('upward-other-result', { field: 'result', above }).refusal
}

function unfounded(state: AcceptedCase, command: Decide): Refusal | null {
  if (isBlank(command.reasons)) {
    if (command.result === 'refused') return refuse('decision-reasons-missing', { field: 'reasons' }).refusal
    const offices = state.opinions.filter(({ given }) => given && !given.agrees).map((opinion) => opinion.office)
    if (offices.length > 0) return refuse('opinion-objected', { field: 'reasons', offices }).refusal
  }
  // What is decided on the papers alone, on the spot, has no substance to be checked by two.
  const checked = command.item.itemTypeCode === LICENCE && state.item.caseType !== 'INSTANT'
  return checked && namesOf(command).length < REVIEWERS ? refuse('reviewers-two', { field: 'reviewers' }).refusal : null
}

/** Each person once, without empty lines. */
const namesOf = (command: Decide): readonly string[] => [
  ...new Set(command.reviewers.map((name) => name.trim()).filter((name) => name !== ''))
]
