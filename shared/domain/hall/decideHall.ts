import type { Refusal } from '../../kernel/result.ts'
import type { HallConfig } from './hall.ts'

/**
 * Checks what a schema cannot: counters and letters are unique, counters serve letters that exist, and every letter is
 * served, or its tickets would never be called. Returns the
 * refusals with the path of their field, empty when the description is sound.
 */
export function checkHallConfig(config: Pick<HallConfig, 'groups' | 'counters'>): readonly Refusal[] {
  const refusals: Refusal[] = []
  const letters = new Set<string>()
  config.groups.forEach((group, i) => {
    if (letters.has(group.code)) refusals.push({ code: 'config-group-twice', field: `config.groups.${i}.code` })
    letters.add(group.code)
  })
  const numbers = new Set<number>()
  config.counters.forEach((counter, i) => {
    if (numbers.has(counter.no)) refusals.push({ code: 'config-counter-twice', field: `config.counters.${i}.no` })
    numbers.add(counter.no)
    const unknown = counter.groups.find((code) => !letters.has(code))
    if (unknown !== undefined) {
      refusals.push({ code: 'config-group-unknown', field: `config.counters.${i}.groups`, group: unknown })
    }
  })
  const served = new Set(config.counters.flatMap((counter) => counter.groups))
  config.groups.forEach((group, i) => {
    if (!served.has(group.code)) refusals.push({ code: 'config-group-unserved', field: `config.groups.${i}.code` })
  })
  return refusals
}
