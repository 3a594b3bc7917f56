import { codePointLength, sliceCodePoints } from '../../domain/people/codePoints.ts'
import { foldForSearch } from '../../domain/people/pinyin.ts'
import { ID_ENDING, INITIALS_BEGINNINGS, KEY, NAME_BEGINNINGS, numberKey, SHORTEST_PINYIN } from './caseKeys.ts'

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

const ENQUIRY = /^ZX\d{2,15}$/

function numberPlan(number: string): Lookup[] {
  if (number.length < SHORTEST_NUMBER) return []
  if (ENQUIRY.test(number)) return [{ in: 'keys', match: 'begins', value: KEY.enquiry + number, exact: true }]
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
  const length = codePointLength(folded)
  if (length === 0) return []
  const plan: Lookup[] = [{ in: 'keys', match: 'equal', value: KEY.wholeName + folded, exact: true }]
  plan.push(
    length <= NAME_BEGINNINGS
      ? { in: 'keys', match: 'equal', value: KEY.name + folded, exact: false }
      : { in: 'keys', match: 'begins', value: KEY.wholeName + folded, exact: false }
  )
  if (!/[a-z]/.test(folded)) return plan
  // Nobody types more initials than are kept; what is typed beyond them cannot be told apart and is not looked at.
  const initials = KEY.initials + sliceCodePoints(folded, 0, INITIALS_BEGINNINGS)
  plan.push({ in: 'keys', match: 'equal', value: initials, exact: false })
  if (length < SHORTEST_PINYIN) return plan
  plan.push(
    { in: 'keys', match: 'equal', value: KEY.pinyin + folded, exact: false },
    { in: 'keys', match: 'begins', value: KEY.wholePinyin + folded, exact: false }
  )
  return plan
}
