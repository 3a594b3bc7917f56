import { canonicalItem, changedFields } from '../../../../../shared/domain/catalogue/sameItem.ts'
import type { Material, ServiceItem, Situation } from '../../../../../shared/domain/catalogue/serviceItem.ts'
import { ASKED, ITEM_FIELD, MATERIAL_FIELD, SITUATION_FIELD } from '../names.ts'
import { K } from '../texts.ts'
import { ITEM_WORDS, type ItemKey, MATERIAL_WORDS, type MaterialKey, optionsText } from './words.ts'

/** One line of what a draft changes, in words. */
export interface Difference {
  readonly field: string
  readonly before: string
  readonly after: string
}

type Side = { readonly item: ServiceItem; readonly situations: readonly Situation[] }

const isItemKey = (key: string): key is ItemKey => Object.hasOwn(ITEM_WORDS, key)

/** Line by line what changes from one item to the other; nothing for two that are the same. */
export function differences(before: ServiceItem, after: ServiceItem): readonly Difference[] {
  const old = sideOf(before)
  const now = sideOf(after)
  return changedFields(before, after).flatMap((path): readonly Difference[] => {
    const [key = '', id] = path.split('.')
    if (key === 'materials') return id === undefined ? [moved(key)] : materialLines(id, old, now)
    if (key === 'situations') return id === undefined ? [moved(key)] : situationLines(id, old, now)
    if (!isItemKey(key)) return []
    return [{ field: ITEM_FIELD[key], before: ITEM_WORDS[key](before), after: ITEM_WORDS[key](after) }]
  })
}

function sideOf(item: ServiceItem): Side {
  const canonical = canonicalItem(item)
  return { item: canonical, situations: canonical.situations ?? [] }
}

const moved = (key: 'materials' | 'situations'): Difference => ({
  field: ITEM_FIELD[key],
  before: '',
  after: K.reordered
})

function materialLines(id: string, old: Side, now: Side): readonly Difference[] {
  const find = ({ item }: Side): Material | undefined => item.materials.find((material) => material.id === id)
  const before = find(old)
  const after = find(now)
  if (!before || !after) return [whole(ITEM_FIELD.materials, before?.name, after?.name)]
  const name = `${ITEM_FIELD.materials}“${after.name}”`
  const lines = (Object.keys(MATERIAL_WORDS) as MaterialKey[]).flatMap((key) => {
    const texts = [MATERIAL_WORDS[key](before, old.situations), MATERIAL_WORDS[key](after, now.situations)] as const
    return line(`${name}：${MATERIAL_FIELD[key]}`, ...texts)
  })
  return said(name, lines)
}

function situationLines(id: string, old: Side, now: Side): readonly Difference[] {
  const find = ({ situations }: Side): Situation | undefined => situations.find((situation) => situation.id === id)
  const before = find(old)
  const after = find(now)
  if (!before || !after) return [whole(ITEM_FIELD.situations, before?.question, after?.question)]
  const name = `${ITEM_FIELD.situations}“${after.question}”`
  return said(name, [
    ...line(`${name}：${SITUATION_FIELD.question}`, before.question, after.question),
    ...line(`${name}：${SITUATION_FIELD.source}`, ASKED[before.source], ASKED[after.source]),
    ...line(`${name}：${SITUATION_FIELD.options}`, optionsText(before), optionsText(after))
  ])
}

/** A change that no words show (another key of an option) is still a change. */
const said = (field: string, lines: readonly Difference[]): readonly Difference[] =>
  lines.length > 0 ? lines : [{ field, before: '', after: K.changed }]

const line = (field: string, before: string, after: string): readonly Difference[] =>
  before === after ? [] : [{ field, before, after }]

const whole = (field: string, before: string | undefined, after: string | undefined): Difference => ({
  field: `${field}“${after ?? before ?? ''}”`,
  before: after === undefined ? (before ?? '') : '',
  after: after === undefined ? K.removed : K.added
})
