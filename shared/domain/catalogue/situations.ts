import { type Refusal, refuse } from '../../kernel/result.ts'
import type { Material, ServiceItem, Situation } from './serviceItem.ts'

/** Id of a situation → id of the option that was chosen. */
export type Answers = Readonly<Record<string, string>>

export const YES_NO: Situation['options'] = [
  { id: 'yes', label: '是' },
  { id: 'no', label: '否' }
]

/** A condition in these words is about somebody acting for the applicant (民法典 161–165). */
const BY_PROXY = /代办|代理|委托/u

const PROXY_QUESTION = '由他人代办吗？'

/** "家庭有残疾人时" → "家庭有残疾人吗？". */
const questionOf = (condition: string): string => `${condition.trim().replace(/[时的]$/u, '')}吗？`

/**
 * The same item with a question for every conditional material: items recorded before there were questions work like
 * new ones. One yes/no question for each wording of a condition; what is about a proxy is not asked but known. Total
 * and idempotent; an item that lacks nothing is returned as it is.
 */
export function liftItem(item: ServiceItem): ServiceItem {
  const bare = item.materials.filter((m) => m.condition !== undefined && m.when === undefined)
  if (bare.length === 0) return item
  const situations = [...(item.situations ?? [])]
  const byCondition = new Map<string, string>()
  for (const { condition = '' } of bare) {
    if (byCondition.has(condition)) continue
    const proxy = BY_PROXY.test(condition)
    const known = proxy ? situations.find((s) => s.source === 'PROXY') : undefined
    const situation: Situation = known ?? {
      id: freeId(situations),
      question: proxy ? PROXY_QUESTION : questionOf(condition),
      source: proxy ? 'PROXY' : 'ASKED',
      options: [...YES_NO]
    }
    if (!known) situations.push(situation)
    byCondition.set(condition, situation.id)
  }
  const materials = item.materials.map((material) => {
    const situation = material.when === undefined ? byCondition.get(material.condition ?? '') : undefined
    return situation === undefined ? material : { ...material, when: [{ situation, options: ['yes'] }] }
  })
  return { ...item, materials, situations }
}

function freeId(situations: readonly Situation[]): string {
  let n = situations.length + 1
  while (situations.some((s) => s.id === `s${n}`)) n += 1
  return `s${n}`
}

/** The questions of an item, in the order in which they are asked; those with source `PROXY` are not asked. */
export function situationsOf(item: ServiceItem): readonly Situation[] {
  return liftItem(item).situations ?? []
}

/** Answers to the questions about a proxy. */
export function proxyAnswer(item: ServiceItem, hasProxy: boolean): Answers {
  const known = situationsOf(item).filter((s) => s.source === 'PROXY')
  return Object.fromEntries(known.map(({ id }) => [id, hasProxy ? 'yes' : 'no']))
}

/**
 * Whether a material is needed under these answers. All its rules must hold; `unknown` while an answer that could still
 * decide is missing. Materials without rules are always needed, but for a conditional one of an item that was not
 * lifted: nothing says when.
 */
export function materialNeed(material: Material, answers: Answers): 'needed' | 'notNeeded' | 'unknown' {
  if (material.when === undefined) return material.necessity === 'CONDITIONAL' ? 'unknown' : 'needed'
  const held = material.when.map(({ situation, options }) => {
    const answer = answers[situation]
    return answer === undefined ? null : options.includes(answer)
  })
  if (held.includes(false)) return 'notNeeded'
  return held.includes(null) ? 'unknown' : 'needed'
}

/** The materials that these answers ask for, in the item's order. */
export function neededMaterials(item: ServiceItem, answers: Answers): readonly Material[] {
  return liftItem(item).materials.filter((material) => materialNeed(material, answers) === 'needed')
}

/** Situations that at least one material depends on. */
export function usedSituations(item: ServiceItem): ReadonlySet<string> {
  return new Set(liftItem(item).materials.flatMap((m) => (m.when ?? []).map((rule) => rule.situation)))
}

/**
 * The complete answers: those given, with the ones about a proxy filled in from whether there is one. A list of
 * materials is complete only when every question that one depends on is answered (行政许可法 32, told once and all).
 * Refuses `situation-unknown` and `situation-unanswered` (with `question`), both with the field `answers.<id>`.
 */
export function checkAnswers(
  item: ServiceItem,
  answers: Answers,
  hasProxy: boolean
): { readonly ok: true; readonly answers: Answers } | { readonly ok: false; readonly refusal: Refusal } {
  const situations = situationsOf(item)
  for (const [id, option] of Object.entries(answers)) {
    const situation = situations.find((s) => s.id === id)
    if (!situation?.options.some((o) => o.id === option)) {
      return refuse('situation-unknown', { field: `answers.${id}` })
    }
  }
  const given: Answers = { ...answers, ...proxyAnswer(item, hasProxy) }
  const used = usedSituations(item)
  const open = situations.find((s) => used.has(s.id) && given[s.id] === undefined)
  if (open) return refuse('situation-unanswered', { field: `answers.${open.id}`, question: open.question })
  const complete = situations.flatMap(({ id }): [string, string][] => {
    const answer = given[id]
    return answer === undefined ? [] : [[id, answer]]
  })
  return { ok: true, answers: Object.fromEntries(complete) }
}
