import { isValidDate } from '../calendar/civilDate.ts'
import { toHalfWidth } from './halfWidth.ts'
import type { DocumentKind } from './otherDocuments.ts'

/** The date up to which a document is good, that day included; `null`: 长期; `undefined`: nobody wrote it down. */
export type ValidUntil = string | null | undefined

export type ValidUntilResult =
  | { readonly ok: true; readonly validUntil: ValidUntil }
  | { readonly ok: false; readonly code: 'valid-until-format' }

/** Documents that carry an end of validity. A household book or a birth certificate never ends. */
const WITH_END: readonly DocumentKind[] = [
  'residentId',
  'hkMoTwResidence',
  'hkMacaoPermit',
  'taiwanPermit',
  'permanentResidence',
  'chinesePassport',
  'foreignPassport',
  'militaryCard'
]

export const hasValidity = (kind: string): boolean => WITH_END.some((one) => one === kind)

const LONG_TERM = /^长期(?:有效)?$/

/** `2026-11-23`, `2026.11.23` as on the card, `2026/1/3`, `20261123`, `2026年11月23日`. */
const FORMS = [/^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/, /^(\d{4})(\d{2})(\d{2})$/, /^(\d{4})年(\d{1,2})月(\d{1,2})日$/]

/** A card prints its span; what counts is the end of it. */
const SPAN = /^(?:\d{4}[-./]\d{1,2}[-./]\d{1,2}|\d{8})[-–—~至](.+)$/

/** Reads the end of validity as a clerk copies it from the card. Blank is "not written down", which is always allowed. */
export function parseValidUntil(raw: string): ValidUntilResult {
  const typed = toHalfWidth(raw)
    .replace(/\s+/gu, '')
    .replace(/[。．]/gu, '.')
  const text = SPAN.exec(typed)?.[1] ?? typed
  if (text === '') return { ok: true, validUntil: undefined }
  if (LONG_TERM.test(text)) return { ok: true, validUntil: null }
  for (const form of FORMS) {
    const [, year = '', month = '', day = ''] = form.exec(text) ?? []
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (isValidDate(date)) return { ok: true, validUntil: date }
  }
  return { ok: false, code: 'valid-until-format' }
}
