import type { PaperDestination } from '../../documents/papers.ts'
import { type Decision, type Refusal, refuse } from '../../kernel/result.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import { checkAnswers, situationsOf } from '../catalogue/situations.ts'
import type { CaseState } from './case.ts'
import type { EnquiryCommand } from './commands.ts'
import { checkDestination } from './destination.ts'
import { type CaseOut, type Draft, draft } from './draft.ts'
import { enquiryPaper } from './enquiryPaper.ts'
import type { Answers } from './facts.ts'
import { caseItem } from './intake.ts'
import { isBlank, notOpen } from './inWork.ts'
import { enquiryNumber, LAST_CASE_SERIAL } from './numbers.ts'
import { checkTold } from './persons.ts'
import { answersSoFar } from './situationAnswers.ts'

type RecordEnquiry = Extract<EnquiryCommand, { type: 'recordEnquiry' }>
type AnswerEnquiry = Extract<EnquiryCommand, { type: 'answerEnquiry' }>

interface Answer {
  readonly text: string
  readonly destination: PaperDestination | null
}

type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/**
 * The visitor's situation. Whoever gets the complete list must have been asked everything it depends on; while the
 * answer is owed, questions may be open. A matter that is in no catalogue has no questions.
 */
function checkSituation(
  item: ServiceItem | null,
  answers: Answers,
  hasProxy: boolean,
  owed: boolean
): Checked<Answers> {
  const [stray] = Object.keys(answers)
  if (item === null) {
    return stray === undefined ? { ok: true, value: {} } : refuse('situation-unknown', { field: `answers.${stray}` })
  }
  const checked = (owed ? answersSoFar : checkAnswers)(item, answers, hasProxy)
  return checked.ok ? { ok: true, value: checked.answers } : checked
}

/**
 * With an item the list is the answer and words are extra; without one the words are all there is. "Not ours" names
 * where to go instead (首问负责). Refuses `enquiry-answer-missing`, `destination-missing`.
 */
function checkAnswer(item: ServiceItem | null, answer: Answer, where: string): Checked<Answer> {
  const text = answer.text.trim()
  if (item === null && text === '') return refuse('enquiry-answer-missing', { field: `${where}text` })
  if (answer.destination === null) return { ok: true, value: { text, destination: null } }
  const destination = checkDestination(answer.destination, `${where}destination`)
  return destination.ok ? { ok: true, value: { text, destination: destination.value } } : destination
}

function recordAnswer(out: Draft, on: string, item: ServiceItem | null, answer: Answer, answers: Answers): void {
  const { topic, firstResponder } = out.known()
  const { text, destination } = answer
  const told = { topic, answers, text, destination, firstResponder: firstResponder.name }
  const { docId, docNo } = out.paper('enquiryNotice', (common) => enquiryPaper(common, item, told))
  out.add({ type: 'EnquiryAnswered', v: 1, data: { docId, docNo, on, answer: text, destination, answers } })
}

/**
 * Somebody asks: whoever hears it first answers for it until somebody else has taken it up (首问负责). No name is needed
 * to ask (许可法 30). `answer: null` leaves it owed. Refuses `enquiry-numbers-used-up`, `enquiry-topic-missing`,
 * `case-not-open` and the codes of people, situations and answers.
 */
export function recordEnquiry(state: CaseState, command: RecordEnquiry): Decision<CaseOut> {
  if (state.status !== 'none') return notOpen(state)
  const { item, answer, date, by, hall } = command
  if (command.enquirySerial > LAST_CASE_SERIAL) return refuse('enquiry-numbers-used-up')
  if (item === null && isBlank(command.topic)) return refuse('enquiry-topic-missing', { field: 'topic' })
  const applicant = checkTold(command.applicant, 'applicant', date)
  if (!applicant.ok) return applicant
  const answers = checkSituation(item, command.answers, command.hasProxy, answer === null)
  if (!answers.ok) return answers
  const told = answer && checkAnswer(item, answer, 'answer.')
  if (told && !told.ok) return told
  const enquiryNo = enquiryNumber(date, hall.terminal, command.enquirySerial)
  const out = draft(state, command, enquiryNo)
  out.add({
    type: 'EnquiryRecorded',
    v: 1,
    data: {
      caseId: enquiryNo,
      enquiryNo,
      askedOn: date,
      askedAt: command.at,
      item: item && caseItem(item, command.itemVersion),
      topic: command.topic.trim(),
      answers: answers.value,
      applicant: applicant.person,
      ticketNo: command.ticketNo,
      counter: command.counter,
      firstResponder: { personId: by.personId, name: by.name }
    }
  })
  if (told) recordAnswer(out, date, item, told.value, answers.value)
  return out.done()
}

const saidProxy = (item: ServiceItem | null, answers: Answers): boolean =>
  item !== null && situationsOf(item).some((s) => s.source === 'PROXY' && answers[s.id] === 'yes')

/**
 * The answer that was owed, with what the visitor has told since. Refuses `case-unknown`, `case-not-open` (it is
 * answered, or a case by now), `case-other-item` and the codes of situations and answers.
 */
export function answerEnquiry(state: CaseState, command: AnswerEnquiry): Decision<CaseOut> {
  if (state.status === 'none') return refuse('case-unknown')
  if (state.status !== 'enquiry') return notOpen(state)
  const { item, date } = command
  if (state.item.itemId !== (item?.id ?? '')) return refuse('case-other-item', { caseNo: state.caseNo })
  const known = { ...state.answers, ...command.answers }
  const answers = checkSituation(item, known, saidProxy(item, known), false)
  if (!answers.ok) return answers
  const told = checkAnswer(item, command, '')
  if (!told.ok) return told
  const out = draft(state, command, state.caseId)
  recordAnswer(out, date, item, told.value, answers.value)
  return out.done()
}
