import { codePointLength } from './codePoints.ts'
import { checkIdentity, DOCUMENT_KINDS, type DocumentKind } from './otherDocuments.ts'
import { normalizeName } from './personName.ts'
import { parseValidUntil, type ValidUntil } from './validUntil.ts'

/** What a reader read off an identity document. Everything but the number may be empty. */
export interface CardReading {
  readonly idKind: DocumentKind
  readonly idNumber: string
  readonly name: string
  /** Missing: the card or its reader does not say. */
  readonly validUntil?: ValidUntil
  readonly address: string
}

/** Longest address in code points; cards have room for 35 (GA 450 of the resident card), other documents for more. */
const ADDRESS_MAX = 100
/** Longest message that is looked at, in UTF-16 units. What a card says is far below; a picture does not belong here. */
export const CARD_TEXT_MAX = 4000

/** Fields of fixed length come padded: with nulls, with blanks of either width, with a byte-order mark before them. */
const padding = /[\p{Cc}\p{Zl}\p{Zp}\uFEFF]/gu

/** Halves of surrogate pairs go, which nothing can store. */
const halves = /\p{Cs}/gu

/** Private-use characters stay: a rare character that the reader could not name is put right later, not lost. */
const cleaned = (value: unknown): string =>
  typeof value === 'string' && value.length <= CARD_TEXT_MAX
    ? value.replace(halves, '').replace(padding, ' ').trim()
    : ''

const kindOf = (value: unknown): DocumentKind => DOCUMENT_KINDS.find(({ kind }) => kind === value)?.kind ?? 'residentId'

const nameOf = (idKind: DocumentKind, raw: string): string => {
  const name = normalizeName(idKind, raw)
  return name.ok ? name.name : ''
}

interface Raw {
  readonly idKind: unknown
  readonly idNumber: string
  readonly name: string
  readonly validUntil: string
  readonly address: string
}

function reading(raw: Raw, today: string): CardReading | null {
  const checked = checkIdentity({ kind: kindOf(raw.idKind), number: raw.idNumber }, today)
  if (!checked.ok) return null
  const until = parseValidUntil(raw.validUntil)
  return {
    idKind: checked.kind,
    idNumber: checked.number,
    name: nameOf(checked.kind, raw.name),
    ...(until.ok && until.validUntil !== undefined ? { validUntil: until.validUntil } : {}),
    address: codePointLength(raw.address) <= ADDRESS_MAX ? raw.address.replace(/\s+/gu, ' ') : ''
  }
}

/**
 * A message of a reader's service (docs/card-reader.md): `idKind`, `name`, `idNumber`, `validUntil`, `address`; keys
 * that are not known are left alone. `null` for whatever has no good document number: then it was no card.
 *
 * @param today date in Shanghai, `YYYY-MM-DD`.
 */
export function readingOfMessage(message: unknown, today: string): CardReading | null {
  if (typeof message !== 'object' || message === null) return null
  const field = (name: string): unknown => (Object.hasOwn(message, name) ? Reflect.get(message, name) : undefined)
  return reading(
    {
      idKind: field('idKind'),
      idNumber: cleaned(field('idNumber')),
      name: cleaned(field('name')),
      validUntil: cleaned(field('validUntil')),
      address: cleaned(field('address'))
    },
    today
  )
}

/** Between the fields of a reader that types. Blanks part nothing: they stand within foreign names. */
const SEPARATORS = /[|\t\r\n;,；，]+/u
const SPAN = /^\d{4}[-./]?\d{2}[-./]?\d{2}\s*[-–—~至]\s*(?:\d{4}[-./]?\d{2}[-./]?\d{2}|长期)/u
const RESIDENT_NUMBER = /^\d{17}[\dXx]$/
/** Sex and people (民族) stand beside the name and look like one. */
const SEX_OR_PEOPLE = /^(?:[男女]|.{1,6}族|汉)$/u
const PLACE = /[省市区县旗乡镇街路巷村组号]/u

/**
 * What a reader types that plays a keyboard: fields in any order between separators. The number is the first field that
 * is one; the name the first field before the address that can be one. `null`: not a card.
 *
 * @param today as above.
 */
export function readingOfText(text: string, today: string): CardReading | null {
  if (text.length > CARD_TEXT_MAX) return null
  const parts = text.normalize('NFC').split(SEPARATORS).map(cleaned).filter(Boolean)
  const idNumber = parts.find((part) => RESIDENT_NUMBER.test(part)) ?? ''
  const words = parts.filter((part) => !/\d{6,}/.test(part) && !SEX_OR_PEOPLE.test(part))
  const address = words.find((part) => codePointLength(part) >= 6 && PLACE.test(part) && !part.includes('公安')) ?? ''
  const name =
    words.find((part) => part !== address && !part.includes('公安') && nameOf('residentId', part) !== '') ?? ''
  const validUntil = parts.find((part) => SPAN.test(part)) ?? ''
  return reading({ idKind: 'residentId', idNumber, name, validUntil, address }, today)
}
