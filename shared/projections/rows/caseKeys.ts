import { sliceCodePoints } from '../../domain/people/codePoints.ts'
import { compactNumber } from '../../domain/people/halfWidth.ts'
import { nameKeys } from '../../domain/people/pinyin.ts'
import type { CaseKeysRow, CaseRow } from './rows.ts'

/**
 * One letter before each key says what it is, so that one index serves all of them. Where short beginnings are typed
 * (`张`, `zs`, `zhang`), every beginning is a key of its own: the index then holds its cases newest first, however many
 * there are. Longer beginnings are few enough to be read as a range.
 */
export const KEY = {
  /** Beginning of the name, by code point, up to `NAME_BEGINNINGS`. */
  name: 'n',
  /** The whole name. */
  wholeName: 'N',
  /** Beginning of the initials of a reading, up to `INITIALS_BEGINNINGS`. */
  initials: 'i',
  /** Beginning of the pinyin of a reading, up to `PINYIN_BEGINNINGS` letters. */
  pinyin: 'p',
  /** The whole pinyin of a reading. */
  wholePinyin: 'P',
  idNumber: 'd',
  /** Last four of the identity number, as people say it at the counter. */
  idEnding: 'l',
  phone: 'f'
} as const

export const NAME_BEGINNINGS = 8
export const INITIALS_BEGINNINGS = 8
/** The longest syllable has six letters (zhuang): a whole surname is always a key. */
export const PINYIN_BEGINNINGS = 6
export const ID_ENDING = 4

/** A number as it is looked up: half width, upper case, no blanks and no dashes (landlines are written with them). */
export const numberKey = (raw: string): string => compactNumber(raw).replaceAll('-', '')

/** Keys that depend on the name alone, sorted and without doubles. */
export function keysOfName(name: string): readonly string[] {
  const { text, initials, full } = nameKeys(name)
  if (text === '') return []
  const keys = new Set<string>([KEY.wholeName + text])
  addBeginnings(keys, KEY.name, text, NAME_BEGINNINGS)
  for (const reading of initials) addBeginnings(keys, KEY.initials, reading, INITIALS_BEGINNINGS)
  for (const reading of full) {
    keys.add(KEY.wholePinyin + reading)
    addBeginnings(keys, KEY.pinyin, reading, PINYIN_BEGINNINGS)
  }
  return [...keys].sort()
}

function addBeginnings(keys: Set<string>, kind: string, text: string, longest: number): void {
  const characters = [...text].slice(0, longest)
  for (let length = 1; length <= characters.length; length += 1) keys.add(kind + characters.slice(0, length).join(''))
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
  return { order: -row.receivedSeq, caseId: row.caseId, keys: [...keys] }
}

/** Do two states of a case have the same keys? Asked before the keys are made anew. */
export function keysStand(before: CaseRow, after: CaseRow): boolean {
  const [a, b] = [before.state.applicant, after.state.applicant]
  return a === b || (a.name === b.name && a.idNumber === b.idNumber && a.phone === b.phone)
}
