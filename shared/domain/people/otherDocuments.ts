import { codePointLength } from './codePoints.ts'
import { type CreditCodeRefusalCode, parseCreditCode } from './creditCode.ts'
import { compactNumber } from './halfWidth.ts'
import { parseResidentId, type ResidentIdRefusalCode, type ResidentIdWarning, type Sex } from './residentId.ts'

/**
 * Kinds of identity documents that a counter takes, with what people call them, in the order of a selection list.
 * `residentNumber` is a number without a card (a newborn in the household register): it must not stop a case.
 * `creditCode` makes the applicant an organisation (GB 32100-2015).
 */
export const DOCUMENT_KINDS = [
  { kind: 'residentId', label: '居民身份证' },
  { kind: 'residentNumber', label: '公民身份号码（无证，凭户口簿）' },
  { kind: 'hkMoTwResidence', label: '港澳台居民居住证' },
  { kind: 'hkMacaoPermit', label: '港澳居民来往内地通行证' },
  { kind: 'taiwanPermit', label: '台湾居民来往大陆通行证' },
  { kind: 'permanentResidence', label: '外国人永久居留身份证' },
  { kind: 'chinesePassport', label: '中国护照' },
  { kind: 'foreignPassport', label: '外国护照' },
  { kind: 'householdBook', label: '户口簿' },
  { kind: 'militaryCard', label: '军人证件' },
  { kind: 'birthCertificate', label: '出生医学证明' },
  { kind: 'creditCode', label: '统一社会信用代码' },
  { kind: 'other', label: '其他证件' }
] as const

export type DocumentKind = (typeof DOCUMENT_KINDS)[number]['kind']

/** Whether an applicant with this kind of document is an organisation: its name and number are public (domain §11). */
export const isOrganisation = (kind: string): boolean => kind === 'creditCode'

export type IdentityRefusalCode =
  | ResidentIdRefusalCode
  | CreditCodeRefusalCode
  | 'document-number-missing'
  | 'document-number-format'

/** `document-kind-corrected`: the number belongs to a neighbouring kind of card, which the result names. */
export type IdentityWarning = ResidentIdWarning | 'document-kind-corrected' | 'document-format-unusual'

/** Whatever a number can be asked about again; `credit-code-inner-check` see `creditCode.ts`. */
export type NumberWarning = IdentityWarning | 'credit-code-inner-check'

export type IdentityResult =
  | {
      readonly ok: true
      readonly kind: DocumentKind
      /** Normalised number. */
      readonly number: string
      readonly birth: string | null
      readonly sex: Sex | null
      readonly warnings: readonly NumberWarning[]
    }
  | {
      readonly ok: false
      readonly code: IdentityRefusalCode
      readonly length?: number
      /** With `credit-code-letters`: which of the letters that are never used were typed. */
      readonly letters?: readonly string[]
    }

type NumberedCard = 'residentId' | 'residentNumber' | 'hkMoTwResidence' | 'permanentResidence'

interface Format {
  readonly pattern: RegExp
  /** Whether the text of the rule is certain enough to refuse; otherwise an unusual number only warns. */
  readonly binding: boolean
}

/** Free-text documents have no published form; a register column still needs an end. */
const FREE_TEXT_MAX = 40

/** Forms of the documents as issued; those known from practice only are not binding, so they turn nobody away. */
const FORMATS: Partial<Record<DocumentKind, Format>> = {
  hkMacaoPermit: { pattern: /^[HM]\d{8}(?:\d{2})?$/, binding: false },
  taiwanPermit: { pattern: /^(?:\d{8}|\d{10}[A-Z])$/, binding: false },
  chinesePassport: { pattern: /^(?:[EGDSP]\d{8}|E[A-Z]\d{7})$/, binding: false },
  foreignPassport: { pattern: /^[A-Z0-9]{5,20}$/, binding: true },
  birthCertificate: { pattern: /^[A-Z]\d{9}$/, binding: false }
}

/** Permanent-residence cards of 2017 and before: three letters and twelve digits, valid until they expire. */
const OLD_PERMANENT_RESIDENCE = /^[A-Z]{3}\d{12}$/

function checkResidentForm(kind: NumberedCard, number: string, today: string): IdentityResult {
  if (kind === 'permanentResidence' && OLD_PERMANENT_RESIDENCE.test(number)) {
    return { ok: true, kind, number, birth: null, sex: null, warnings: [] }
  }
  const parsed = parseResidentId(number, { today })
  if (!parsed.ok) return parsed
  const { id, birth, sex, warnings } = parsed
  const citizenCard = kind === 'residentNumber' ? 'residentNumber' : 'residentId'
  const actual: NumberedCard =
    parsed.kind === 'citizen' ? citizenCard : parsed.kind === 'hkMoTw' ? 'hkMoTwResidence' : 'permanentResidence'
  if (actual === kind) return { ok: true, kind, number: id, birth, sex, warnings }
  return { ok: true, kind: actual, number: id, birth, sex, warnings: [...warnings, 'document-kind-corrected'] }
}

function checkOrganisation(number: string): IdentityResult {
  const parsed = parseCreditCode(number)
  if (!parsed.ok) return parsed
  const { creditCode, warnings } = parsed
  return { ok: true, kind: 'creditCode', number: creditCode, birth: null, sex: null, warnings }
}

function checkFormat(kind: DocumentKind, number: string): IdentityResult {
  const format = FORMATS[kind]
  const fits = format ? format.pattern.test(number) : codePointLength(number) <= FREE_TEXT_MAX
  if (!fits && (!format || format.binding || codePointLength(number) > FREE_TEXT_MAX)) {
    return { ok: false, code: 'document-number-format' }
  }
  return { ok: true, kind, number, birth: null, sex: null, warnings: fits ? [] : ['document-format-unusual'] }
}

/**
 * The one door for the number of any identity document. Expiry is no matter of this check: an expired card is recorded,
 * never refused. Where a number of 18 digits shows another kind of card than the one chosen, the result carries the
 * right kind and says so.
 *
 * @param today date in Shanghai, `YYYY-MM-DD`.
 * Source: GB 11643-1999, GB 32100-2015, and the forms of exit-entry documents as issued.
 */
export function checkIdentity(
  document: { readonly kind: DocumentKind; readonly number: string },
  today: string
): IdentityResult {
  const number = compactNumber(document.number)
  if (number === '') return { ok: false, code: 'document-number-missing' }
  switch (document.kind) {
    case 'residentId':
    case 'residentNumber':
    case 'hkMoTwResidence':
    case 'permanentResidence':
      return checkResidentForm(document.kind, number, today)
    case 'creditCode':
      return checkOrganisation(number)
    default:
      return checkFormat(document.kind, number)
  }
}

/** What people call a kind of document, for lists and papers. */
export function documentKindLabel(kind: DocumentKind): string {
  return DOCUMENT_KINDS.find((entry) => entry.kind === kind)?.label ?? ''
}
