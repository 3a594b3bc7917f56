import { codePointLength, sliceCodePoints } from '../../domain/people/codePoints.ts'
import { foldForSearch } from '../../domain/people/pinyin.ts'
import { ID_ENDING, INITIALS_BEGINNINGS, KEY, NAME_BEGINNINGS, numberKey, PINYIN_BEGINNINGS } from './caseKeys.ts'

/**
 * One look into an index. `equal`: that key, newest first. `begins`: keys that begin so, a bounded number of them.
 * `exact` finds stand before the others: the clerk typed all of it.
 */
export interface Lookup {
  readonly in: 'keys' | 'caseNo'
  readonly match: 'equal' | 'begins'
  readonly value: string
  readonly exact: boolean
}

/** Fewer digits fit too many people to be of use. */
const SHORTEST_NUMBER = 4
/** Region 6 + date 8 + terminal 2 + serial 4 + check 1 (design: numbers). */
const CASE_NUMBER_LENGTH = 21

/** What to look up for a text that a clerk typed; nothing for an empty one. The text is folded as the keys are. */
export function searchPlan(text: string): readonly Lookup[] {
  const number = numberKey(text)
  const name = /^\d+$/.test(number) ? [] : namePlan(foldForSearch(text))
  return /^[0-9A-Z]*\d[0-9A-Z]*$/.test(number) ? [...numberPlan(number), ...name] : name
}

function numberPlan(number: string): Lookup[] {
  if (number.length < SHORTEST_NUMBER) return []
  const plan: Lookup[] = [
    { in: 'keys', match: 'equal', value: KEY.idNumber + number, exact: true },
    { in: 'keys', match: 'begins', value: KEY.idNumber + number, exact: false }
  ]
  if (number.length === ID_ENDING) plan.push({ in: 'keys', match: 'equal', value: KEY.idEnding + number, exact: false })
  if (!/^\d+$/.test(number)) return plan
  plan.push({ in: 'keys', match: 'begins', value: KEY.phone + number, exact: false })
  if (number.length === CASE_NUMBER_LENGTH) plan.push({ in: 'caseNo', match: 'equal', value: number, exact: true })
  if (number.length < CASE_NUMBER_LENGTH) plan.push({ in: 'caseNo', match: 'begins', value: number, exact: false })
  return plan
}

function namePlan(folded: string): Lookup[] {
  if (folded === '') return []
  const plan: Lookup[] = [
    { in: 'keys', match: 'equal', value: KEY.wholeName + folded, exact: true },
    beginning(KEY.name, KEY.wholeName, folded, NAME_BEGINNINGS)
  ]
  if (!/[a-z]/.test(folded)) return plan
  // Nobody types more initials than are kept; what is typed beyond them cannot be told apart and is not looked at.
  const initials = KEY.initials + sliceCodePoints(folded, 0, INITIALS_BEGINNINGS)
  plan.push(
    { in: 'keys', match: 'equal', value: initials, exact: false },
    beginning(KEY.pinyin, KEY.wholePinyin, folded, PINYIN_BEGINNINGS)
  )
  return plan
}

/** A short beginning is a key of its own; a longer one is a range over the whole ones. */
function beginning(short: string, whole: string, text: string, longest: number): Lookup {
  return codePointLength(text) <= longest
    ? { in: 'keys', match: 'equal', value: short + text, exact: false }
    : { in: 'keys', match: 'begins', value: whole + text, exact: false }
}
