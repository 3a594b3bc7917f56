import { isEnquiryNumber } from '../../domain/casework/numbers.ts'
import { sliceCodePoints } from '../../domain/people/codePoints.ts'
import { compactNumber } from '../../domain/people/halfWidth.ts'
import { nameKeys } from '../../domain/people/pinyin.ts'
import type { CaseKeysRow, CaseRow } from './rows.ts'

/**
 * One letter before each key says what it is, so that one index serves all of them. Where a short beginning is typed
 * (`张`, `zs`, `zhang`), each beginning is a key of its own: the index then holds its cases newest first, however many
 * there are. Longer beginnings are few enough to be read as a range over the whole ones. An entry of the index costs
 * about 10 µs when a case is written, so what one key says is not said by another.
 */
export const KEY = {
  /** Beginning of the name, by code point, up to `NAME_BEGINNINGS` and shorter than the name. */
  name: 'n',
  wholeName: 'N',
  /** Beginning of the initials of a reading, up to `INITIALS_BEGINNINGS`. */
  initials: 'i',
  /** Beginning of the pinyin of a reading: from two letters to the first letter of the second syllable. */
  pinyin: 'p',
  /** The whole pinyin of a reading. */
  wholePinyin: 'P',
  idNumber: 'd',
  /** Last four of the identity number, as people say it at the counter. */
  idEnding: 'l',
  phone: 'f',
  /** An enquiry's own number: found by it also after it has become a case. */
  enquiry: 'z'
} as const

export const NAME_BEGINNINGS = 8
export const INITIALS_BEGINNINGS = 8
export const ID_ENDING = 4
/** One letter is an initial already. */
export const SHORTEST_PINYIN = 2

/** A number as it is looked up: half width, upper case, no blanks and no dashes (landlines are written with them). */
export const numberKey = (raw: string): string => compactNumber(raw).replaceAll('-', '')

/** Keys that depend on the name alone, sorted and without doubles. */
export function keysOfName(name: string): readonly string[] {
  const { text, initials, full, starts } = nameKeys(name)
  if (text === '') return []
  const keys = new Set<string>([KEY.wholeName + text])
  const characters = [...text]
  addBeginnings(keys, KEY.name, characters, 1, Math.min(NAME_BEGINNINGS, characters.length - 1))
  for (const reading of initials) addBeginnings(keys, KEY.initials, [...reading], 1, INITIALS_BEGINNINGS)
  full.forEach((reading, index) => {
    keys.add(KEY.wholePinyin + reading)
    const second = starts[index]?.[1] ?? reading.length
    addBeginnings(keys, KEY.pinyin, [...reading.slice(0, second + 1)], SHORTEST_PINYIN, second + 1)
  })
  return [...keys].sort()
}

function addBeginnings(keys: Set<string>, kind: string, characters: readonly string[], from: number, to: number): void {
  for (let length = from; length <= Math.min(to, characters.length); length += 1) {
    keys.add(kind + characters.slice(0, length).join(''))
  }
}

/**
 * What a case is found by: its applicant's name, identity number and phone. `namedKeys` may be a remembering version of
 * `keysOfName`, which is the dear part.
 */
export function caseKeys(row: CaseRow, namedKeys: (name: string) => readonly string[] = keysOfName): CaseKeysRow {
  const { name, idNumber, phone } = row.state.applicant
  const keys = new Set(namedKeys(name))
  const id = numberKey(idNumber)
  if (id !== '') keys.add(KEY.idNumber + id).add(KEY.idEnding + sliceCodePoints(id, -ID_ENDING))
  const digits = numberKey(phone ?? '')
  if (digits !== '') keys.add(KEY.phone + digits)
  if (isEnquiryNumber(row.caseId)) keys.add(KEY.enquiry + row.caseId)
  return { order: -row.receivedSeq, keys: [...keys] }
}

/** Do two states of a case have the same keys? Asked before the keys are made anew. */
export function keysStand(before: CaseRow, after: CaseRow): boolean {
  const [a, b] = [before.state.applicant, after.state.applicant]
  return a === b || (a.name === b.name && a.idNumber === b.idNumber && a.phone === b.phone)
}
