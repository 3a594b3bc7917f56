import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import type { IntakeForm } from './intake.ts'
import { materialList, openQuestions } from './situations.ts'
import { isGap, needsReason } from './ticks.ts'

/** What comes out when the clerk presses the outcome key now. */
export type Outcome =
  | { readonly kind: 'noItem' }
  /**
   * A matter in no catalogue: registered (首问负责), and answered at once if the answer is there. `registered`: it is on
   * record already, only the answer is wanting.
   */
  | { readonly kind: 'enquiry'; readonly answered: boolean; readonly registered: boolean }
  /** Questions that decide which materials are needed; `place` is that of the first. */
  | { readonly kind: 'question'; readonly questions: number; readonly place: `answers.${string}` }
  /** Rows nobody has looked at; `first` is the index of the first. */
  | { readonly kind: 'open'; readonly rows: number; readonly first: number }
  /** A row that has to say something and does not. */
  | { readonly kind: 'reason'; readonly first: number }
  /**
   * Nothing wanting: 受理通知书 (许可法 32(5)). `decide`: decided on the spot as well (许可法 34), which a piece still to
   * come forbids.
   */
  | { readonly kind: 'accept'; readonly decide: boolean; readonly deferred: number; readonly committed: number }
  /** Gaps, all told at once: 一次性告知书 (许可法 32(4)). */
  | { readonly kind: 'notice'; readonly gaps: number }

/** The part of the form that decides. */
export type Told = Pick<IntakeForm, 'caseId' | 'asking' | 'answerText' | 'answers' | 'hasProxy' | 'ticks'>

/** `item` is `null` while none is chosen. An item that asks for nothing is accepted. */
export function outcomeOf(item: ServiceItem | null, form: Told): Outcome {
  if (item === null) {
    if (!form.asking) return { kind: 'noItem' }
    return { kind: 'enquiry', answered: form.answerText.trim() !== '', registered: form.caseId !== null }
  }
  const [question, ...more] = openQuestions(item, form.answers)
  if (question) return { kind: 'question', questions: more.length + 1, place: `answers.${question.id}` }
  const { listed } = materialList(item, form)
  const open = listed.filter(({ row }) => row.result === null)
  if (open[0]) return { kind: 'open', rows: open.length, first: open[0].index }
  const unsaid = listed.find(({ row }) => needsReason(row.result) && row.reason.trim() === '')
  if (unsaid) return { kind: 'reason', first: unsaid.index }
  const gaps = listed.filter(({ row }) => isGap(row.result)).length
  if (gaps > 0) return { kind: 'notice', gaps }
  const count = (result: 'deferred' | 'committed'): number => listed.filter(({ row }) => row.result === result).length
  const deferred = count('deferred')
  return {
    kind: 'accept',
    decide: item.caseType === 'INSTANT' && deferred === 0,
    deferred,
    committed: count('committed')
  }
}
