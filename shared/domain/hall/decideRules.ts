import { accept, type Decision } from '../../kernel/result.ts'
import { checkHallRules } from './checkRules.ts'
import type { HallEvent } from './hall.ts'
import type { HallRules } from './rules.ts'

/** Sets the hall's rules, whole. Refuses with the first of `checkHallRules`; what is in force already is not recorded. */
export function decideRules(current: HallRules, wanted: HallRules): Decision<HallEvent> {
  const [wrong] = checkHallRules(wanted)
  if (wrong) return { ok: false, refusal: wrong }
  const rules: HallRules = { ...wanted, reviewAuthority: wanted.reviewAuthority.trim(), court: wanted.court.trim() }
  return sameRules(current, rules) ? accept([]) : accept([{ type: 'HallRulesSet', v: 1, data: { rules } }])
}

function sameRules(a: HallRules, b: HallRules): boolean {
  const same = (one: object, other: object): boolean =>
    Object.entries(one).every(([key, value]) => {
      const counterpart = (other as Readonly<Record<string, unknown>>)[key]
      return typeof value === 'object' ? same(value, counterpart as object) : value === counterpart
    })
  return same(a, b)
}
