import type { Answers } from '../../../../shared/domain/casework/facts.ts'
import type { Material, ServiceItem, Situation } from '../../../../shared/domain/catalogue/serviceItem.ts'
import {
  liftItem,
  materialNeed,
  proxyAnswer,
  situationsOf,
  usedSituations
} from '../../../../shared/domain/catalogue/situations.ts'
import type { TickRow } from './ticks.ts'

/** What decides which materials are on the list. */
export interface ListedBy {
  readonly answers: Answers
  readonly hasProxy: boolean
  readonly ticks: readonly TickRow[]
}

/** One material that is needed, and where its row stands among all of the item. */
export interface Listed {
  readonly index: number
  readonly material: Material
  readonly row: TickRow
}

export interface MaterialList {
  readonly listed: readonly Listed[]
  /** Materials of which nothing can be said before a question is answered. */
  readonly unknown: number
}

/** The questions (情形) that are put to the visitor. Whether somebody acts for them is on the form already. */
export const askedOf = (item: ServiceItem): readonly Situation[] =>
  situationsOf(item).filter((situation) => situation.source === 'ASKED')

/** Does whether somebody acts for the applicant change what is needed? */
export const dependsOnProxy = (item: ServiceItem): boolean =>
  situationsOf(item).some(({ source }) => source === 'PROXY')

const isAnswered = ({ id, options }: Situation, answers: Answers): boolean =>
  options.some((option) => option.id === answers[id])

/** Questions that a material depends on and that nobody has answered, in the order in which they are asked. */
export function openQuestions(item: ServiceItem, answers: Answers): readonly Situation[] {
  const used = usedSituations(item)
  return askedOf(item).filter((situation) => used.has(situation.id) && !isAnswered(situation, answers))
}

/** Answers to the questions of this item as it is now; those to other questions are left out. */
export function knownAnswers(item: ServiceItem, answers: Answers): Record<string, string> {
  const known = askedOf(item).filter((situation) => isAnswered(situation, answers))
  return Object.fromEntries(known.map(({ id }) => [id, answers[id] ?? '']))
}

/** Was the question about a proxy answered with yes? */
export const saysProxy = (item: ServiceItem, answers: Answers): boolean =>
  situationsOf(item).some(({ id, source }) => source === 'PROXY' && answers[id] === 'yes')

/**
 * The list as the answers make it. Rows of what is not needed now stay in `ticks` with their marks, so that a slip of the
 * finger on a question costs nothing.
 */
export function materialList(item: ServiceItem, { answers, hasProxy, ticks }: ListedBy): MaterialList {
  const given = { ...answers, ...proxyAnswer(item, hasProxy) }
  const needs = liftItem(item).materials.map((material) => ({ material, need: materialNeed(material, given) }))
  const listed = needs.flatMap(({ material, need }): Listed[] => {
    const index = ticks.findIndex((row) => row.materialId === material.id)
    const row = ticks[index]
    return need === 'needed' && row ? [{ index, material, row }] : []
  })
  return { listed, unknown: needs.filter(({ need }) => need === 'unknown').length }
}

/** Where the next answer is expected; `null`: all questions are answered. */
export const firstQuestion = (item: ServiceItem, answers: Answers): string | null => {
  const open = askedOf(item).find((situation) => !isAnswered(situation, answers))
  return open ? `answers.${open.id}` : null
}
