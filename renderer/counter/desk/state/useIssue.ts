import { useState } from 'react'
import type { Path } from 'react-hook-form'
import type { EnquiryReply } from '../../../../shared/contract/contract.ts'
import type { Refusal, Reply } from '../../../../shared/kernel/result.ts'
import { refusalText } from '../../../texts/index.ts'
import { toast } from '../../../ui/index.ts'
import type { OtherQuestion } from '../intake/OtherDialog.tsx'
import { I, REASON_NEEDED } from '../intake/texts.ts'
import { type IntakeForm, toDecline, toEnquiry, toIntake, toReceipt } from '../model/intake.ts'
import { type OtherAct, otherActs } from '../model/otherActs.ts'
import { type Outcome, outcomeOf, type Told } from '../model/outcome.ts'
import { NEEDED, type Needed, type Problem, problemsOf } from '../model/problems.ts'
import { type FieldPath, fieldOfRefusal } from '../model/refusalField.ts'
import { PROBLEM } from '../texts.ts'
import { type Approval, useApproval } from './useApproval.ts'
import type { Go } from './useGo.ts'
import type { Intake } from './useIntake.ts'
import { usePress } from './usePress.ts'

export interface Issue {
  readonly outcome: Outcome
  readonly others: readonly OtherAct[]
  readonly busy: boolean
  /** Sentence that belongs to no field. */
  readonly refused: string | null
  /** The reason for a second notice has been asked for. */
  readonly second: boolean
  readonly approval: Approval
  /** Asked before one of the other things is done; `null`: nothing is. */
  readonly question: OtherQuestion | null
  /** The main thing. */
  issue(): Promise<void>
  other(act: OtherAct): Promise<void>
  /** The question is answered. */
  goThrough(): Promise<void>
  closeQuestion(): void
}

/** Fields of the questions; a sentence about any other field closes the question and stands beside the field. */
const IN_QUESTION: readonly string[] = [
  'topic',
  'declineReason',
  'destination.name',
  'destination.place',
  'destination.phone'
]

/**
 * The outcome keys: bring out the paper that the answers and ticks allow, or lead to the first thing that stands in the
 * way, with its sentence beside it. Nothing typed is touched by a refusal.
 */
export function useIssue(intake: Intake, told: Told, today: string, go: Go): Issue {
  const accept = usePress('casework.accept')
  const notice = usePress('casework.giveOneTimeNotice')
  const receive = usePress('casework.receive')
  const decline = usePress('casework.decline')
  const record = usePress('enquiry.record')
  const answer = usePress('enquiry.answer')
  const { form, draft } = intake
  const { item } = draft
  const approval = useApproval(draft.key)
  const [refused, setRefused] = useState<{ readonly draft: number; readonly text: string } | null>(null)
  const [secondFor, setSecondFor] = useState<number | null>(null)
  const [asked, setAsked] = useState<{ readonly draft: number; readonly question: OtherQuestion } | null>(null)
  const question = asked?.draft === draft.key ? asked.question : null
  const ask = (next: OtherQuestion | null): void => setAsked(next && { draft: draft.key, question: next })

  const stop = (path: FieldPath, sentence: string): void => {
    const inQuestion = IN_QUESTION.includes(path)
    if (question !== null && !inQuestion) ask(null)
    if (path === 'topic' && item && question === null) ask('topic')
    if (path === 'approval.login') approval.refuse('login', sentence)
    else if (path === 'approval.password') approval.refuse('password', sentence)
    else form.setError(formPath(path), { type: 'refused', message: sentence })
    go(path.startsWith('ticks.') ? `${path}.reason` : path, path)
  }

  const onRefusal = (refusal: Refusal, sent: readonly string[]): void => {
    const field = fieldOfRefusal(refusal, form.getValues('ticks'), sent)
    const sentence = refusalText(refusal)
    if (field === null) {
      setRefused({ draft: draft.key, text: sentence })
      return
    }
    if (field === 'secondNoticeReason' || field.startsWith('approval.')) setSecondFor(draft.key)
    // The reason stands there already: what is wanting is the lead.
    const reasoned = field === 'secondNoticeReason' && form.getValues('secondNoticeReason').trim() !== ''
    stop(reasoned && refusal.code === 'second-notice-needs-lead' ? 'approval.login' : field, sentence)
  }

  const settle = (reply: Reply<EnquiryReply> | null, sent: readonly string[] = []): void => {
    if (reply === null) return
    if (!reply.ok) {
      onRefusal(reply.refusal, sent)
      return
    }
    approval.clear()
    ask(null)
    const { docId, docNo } = reply.value
    if (docId !== null && docNo !== null) {
      intake.finish({ ...reply.value, docId, docNo })
      go('paper.print')
    } else {
      // An enquiry whose answer is owed has no paper yet.
      toast(I.registered(reply.value.caseNo), 'success')
      intake.startAnew(false, draft.ticketNo)
      go('itemId')
    }
  }

  /** Sentences beside all fields of the people that stand in the way; whether there are none. */
  const peopleFine = (needed: Needed): boolean => {
    const problems = problemsOf(form.getValues(), today, needed)
    for (const problem of problems) {
      form.setError(formPath(problem.path), { type: 'desk', message: sentenceOf(problem) })
    }
    const first = problems[0]
    if (first) {
      ask(null)
      go(first.path)
    }
    return first === undefined
  }

  const takeIn = async (how: 'accept' | 'decide' | 'notice' | 'receive'): Promise<void> => {
    const now = form.getValues()
    if (!item) return
    const input = how === 'receive' ? toReceipt(now, item) : toIntake(now, item)
    const sent = input.ticks.map((tick) => tick.materialId)
    if (how === 'receive') return settle(await receive.press(input), sent)
    if (how === 'notice') {
      const secondNoticeReason = now.secondNoticeReason.trim() || null
      return settle(await notice.press({ ...input, secondNoticeReason, approval: approval.sent() }), sent)
    }
    const decideNow = how === 'decide' ? { certificateNo: now.certificateNo.trim() } : null
    settle(await accept.press({ ...input, decideNow }), sent)
  }

  const enquire = async (how: 'owed' | 'told' | 'elsewhere'): Promise<void> => {
    if (!peopleFine(NEEDED.enquiry)) return
    const now = form.getValues()
    const input = toEnquiry(now, item, how)
    if (now.caseId === null || input.answer === null) return settle(await record.press(input))
    settle(await answer.press({ caseId: now.caseId, answers: input.answers, ...input.answer }))
  }

  const issue = async (): Promise<void> => {
    setRefused(null)
    const outcome = outcomeOf(item, form.getValues())
    switch (outcome.kind) {
      case 'noItem':
        return go('itemId')
      case 'enquiry':
        if (outcome.registered && !outcome.answered) return go('answerText')
        return enquire(outcome.answered ? 'told' : 'owed')
    }
    if (!peopleFine(NEEDED.case)) return
    switch (outcome.kind) {
      case 'question':
        return stop(outcome.place, I.answerFirst)
      case 'open':
        return go(`ticks.${outcome.first}`)
      case 'reason': {
        const result = form.getValues('ticks')[outcome.first]?.result
        return stop(`ticks.${outcome.first}`, REASON_NEEDED[result === 'corrected' ? 'corrected' : 'notMeeting'])
      }
      case 'notice':
        return takeIn('notice')
      case 'accept':
        return takeIn(outcome.decide ? 'decide' : 'accept')
    }
  }

  const other = async (act: OtherAct): Promise<void> => {
    setRefused(null)
    switch (act) {
      case 'acceptOnly':
        if (peopleFine(NEEDED.case)) await takeIn('accept')
        return
      case 'receive':
        if (peopleFine(NEEDED.case)) await takeIn('receive')
        return
      case 'tell': {
        const outcome = outcomeOf(item, form.getValues())
        // What is told is told whole (许可法 32(4)): the list is whole only when the questions are answered.
        return outcome.kind === 'question' ? stop(outcome.place, I.answerFirst) : enquire('told')
      }
      case 'register':
        if (peopleFine(NEEDED.enquiry)) ask('topic')
        return
      case 'outsideAuthority':
      case 'notRequired':
        if (peopleFine(item ? NEEDED[act] : NEEDED.enquiry)) ask(act)
    }
  }

  const goThrough = async (): Promise<void> => {
    setRefused(null)
    if (question === 'topic') return enquire('owed')
    if (question === null) return
    if (!item) return enquire('elsewhere')
    if (peopleFine(NEEDED[question])) settle(await decline.press(toDecline(form.getValues(), item, question)))
  }

  const outcome = outcomeOf(item, told)
  const { returning } = draft
  // What was asked before any item was known is answered at its own page, or becomes a case.
  const matched = returning === null || returning.itemId === (item?.id ?? '')
  const status = told.caseId === null ? null : matched ? (returning?.status ?? 'received') : 'answered'
  return {
    outcome,
    others: otherActs(outcome, item !== null, status),
    busy: [accept, notice, receive, decline, record, answer].some((press) => press.busy),
    refused: refused?.draft === draft.key ? refused.text : null,
    second: secondFor === draft.key,
    approval,
    question,
    issue,
    other,
    goThrough,
    closeQuestion: () => ask(null)
  }
}

/** A row's sentence stands at its reason. */
const formPath = (path: FieldPath): Path<IntakeForm> =>
  (path.startsWith('ticks.') ? `${path}.reason` : path) as Path<IntakeForm>

const sentenceOf = ({ code, length, letters }: Problem): string =>
  PROBLEM[code] ??
  refusalText({
    code,
    ...(typeof length === 'number' ? { length } : {}),
    ...(letters ? { letters: [...letters] } : {})
  })
