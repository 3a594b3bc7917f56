import type { ServiceItem } from './serviceItem.ts'
import { liftItem } from './situations.ts'

/** Lifted, and without the empty list of questions that a form may send: one way to write every item. */
export function canonicalItem(item: ServiceItem): ServiceItem {
  const { situations, ...rest } = liftItem(item)
  return situations && situations.length > 0 ? { ...rest, situations } : rest
}

/**
 * The item with the versions of its promises as they must be: the one of `newest` where the words are the same, the next
 * where they have changed. A promise that was signed names its version, so no two texts may share one (国办发〔2020〕42号).
 */
export function numberedPromises(item: ServiceItem, newest: ServiceItem | undefined): ServiceItem {
  if (!newest) return item
  const materials = item.materials.map((material) => {
    const before = newest.materials.find(({ id }) => id === material.id)?.commitment
    const { commitment } = material
    if (!before || !commitment) return material
    const same = WORDS.every((key) => before[key] === commitment[key])
    return { ...material, commitment: { ...commitment, version: same ? before.version : before.version + 1 } }
  })
  return { ...item, materials }
}

const WORDS = ['duty', 'content', 'consequence'] as const

/** JSON with sorted keys: how a value reads whoever wrote it. */
function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join()}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? ''
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${key}:${written(inner)}`)
    .join()}}`
}

interface Named {
  readonly id: string
}

function changedEntries(name: string, before: readonly Named[], after: readonly Named[]): string[] {
  const ids = [...new Set([...before, ...after].map(({ id }) => id))]
  const entry = (list: readonly Named[], id: string): string => written(list.find((one) => one.id === id))
  const changed = ids.filter((id) => entry(before, id) !== entry(after, id)).map((id) => `${name}.${id}`)
  const moved = changed.length === 0 && written(before) !== written(after)
  return moved ? [name] : changed
}

/**
 * Fields in which two items differ: `promisedLimit`, `materials.m3`, `situations.s1`; a list that is only in another
 * order by its name. The version is no field of content.
 */
export function changedFields(before: ServiceItem, after: ServiceItem): readonly string[] {
  const { version: _v, materials: oldMaterials, situations: oldQuestions = [], ...old } = canonicalItem(before)
  const { version: _w, materials, situations = [], ...now } = canonicalItem(after)
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])] as (keyof typeof old)[]
  return [
    ...keys.filter((key) => written(old[key]) !== written(now[key])),
    ...changedEntries('materials', oldMaterials, materials),
    ...changedEntries('situations', oldQuestions, situations)
  ]
}
