import type { Refusal } from '../../kernel/result.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import { checkAnswers, proxyAnswer } from '../catalogue/situations.ts'
import type { Answers } from './facts.ts'

/**
 * The answers given so far, with what is known of a proxy; questions may still be open, because nothing is told or
 * accepted on their ground yet. Refuses `situation-unknown`.
 */
export function answersSoFar(
  item: ServiceItem,
  answers: Answers,
  hasProxy: boolean
): { readonly ok: true; readonly answers: Answers } | { readonly ok: false; readonly refusal: Refusal } {
  const checked = checkAnswers(item, answers, hasProxy)
  if (checked.ok || checked.refusal.code !== 'situation-unanswered') return checked
  return { ok: true, answers: { ...answers, ...proxyAnswer(item, hasProxy) } }
}
