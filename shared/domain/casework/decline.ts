import { type Decision, refuse } from '../../kernel/result.ts'
import type { CaseState } from './case.ts'
import type { DeclineCommand } from './commands.ts'
import { checkDestination } from './destination.ts'
import { type CaseOut, type Draft, draft } from './draft.ts'
import type { Applicant } from './facts.ts'
import { caseItem, checkNotDeemed, checkOpen, isNew, newCaseNo, openCase } from './intake.ts'
import { isBlank } from './inWork.ts'
import { enquiryNumber, LAST_CASE_SERIAL } from './numbers.ts'
import { remediesOf } from './paperFacts.ts'
import { checkNamed, checkPerson, checkTold, samePeople } from './persons.ts'
import { answersSoFar } from './situationAnswers.ts'

/**
 * The two ends without acceptance, said at once and in writing. `notRequired`: the matter needs no procedure at all, so
 * it takes no case number (许可法 32(1)). `outsideAuthority`: not this authority's, and whose it is is named (32(2)). No
 * power of attorney is asked of somebody who is only told so. Refuses `case-not-open`, `case-other-item`,
 * `case-numbers-used-up`, `enquiry-numbers-used-up`, `deemed-already`, `reason-missing`, `destination-missing`,
 * `situation-unknown` and the codes of people.
 */
export function declineCase(state: CaseState, command: DeclineCommand): Decision<CaseOut> {
  const { kind, date } = command
  const outside = kind === 'outsideAuthority'
  const asEnquiry = state.status === 'none' && !outside
  const stopped = checkOpen(state, outside ? command : { ...command, caseSerial: 1 })
  if (stopped) return stopped
  if (asEnquiry && command.enquirySerial > LAST_CASE_SERIAL) return refuse('enquiry-numbers-used-up')
  const deemed = checkNotDeemed(state, command)
  if (deemed) return deemed
  const applicant = (outside ? checkNamed : checkTold)(command.applicant, 'applicant', date)
  if (!applicant.ok) return applicant
  const proxy = command.proxy ? checkPerson(command.proxy, 'proxy', date) : null
  if (proxy && !proxy.ok) return proxy
  const answered = answersSoFar(command.item, command.answers, command.proxy !== null)
  if (!answered.ok) return answered
  if (isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' })
  const destination = outside || command.destination ? checkDestination(command.destination, 'destination') : null
  if (destination && !destination.ok) return destination

  const { answers } = answered
  const people = { applicant: applicant.person, proxy: proxy?.person ?? null }
  const caseId = state.status === 'none' ? newId(command, asEnquiry) : state.caseId
  const out = draft(state, command, caseId)
  if (asEnquiry) recordAsked(out, { ...command, answers }, caseId, people.applicant)
  else if (outside && isNew(state)) openCase(state, out, { ...command, answers, ...people })
  // Who asks has no proxy on record, and may not have said a name before.
  if (!samePeople(out.known(), people)) out.add({ type: 'ApplicantCorrected', v: 1, data: people })
  const reason = command.reason.trim()
  const remedies = remediesOf(command)
  const paper =
    destination && outside
      ? out.paper('nonAcceptanceDecision', (common) => ({
          kind: 'nonAcceptanceDecision',
          ...common,
          reason,
          destination: destination.value,
          remedies
        }))
      : out.paper('notRequiredNotice', (common) => ({ kind: 'notRequiredNotice', ...common, reason, remedies }))
  const { docId, docNo } = paper
  out.add({
    type: 'AcceptanceDeclined',
    v: 1,
    data: { docId, docNo, on: date, kind, reason, destination: destination?.value ?? null }
  })
  return out.done()
}

const newId = (command: DeclineCommand, asEnquiry: boolean): string =>
  asEnquiry ? enquiryNumber(command.date, command.hall.terminal, command.enquirySerial) : newCaseNo(command)

function recordAsked(out: Draft, command: DeclineCommand, enquiryNo: string, applicant: Applicant): void {
  const { date, at, item, itemVersion, answers, ticketNo, counter, by } = command
  out.add({
    type: 'EnquiryRecorded',
    v: 1,
    data: {
      caseId: enquiryNo,
      enquiryNo,
      askedOn: date,
      askedAt: at,
      item: caseItem(item, itemVersion),
      topic: '',
      answers,
      applicant,
      ticketNo,
      counter,
      firstResponder: { personId: by.personId, name: by.name }
    }
  })
}
