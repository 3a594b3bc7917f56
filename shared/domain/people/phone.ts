import { compactNumber } from './halfWidth.ts'

/** `none`: the person has no phone, which is a legal answer (old people). */
export type PhoneKind = 'mobile' | 'landline' | 'service' | 'overseas' | 'none'

export type PhoneResult =
  | {
      readonly ok: true
      readonly kind: PhoneKind
      /** Normalised: `13800138000`, `023-63812345-801`, `4001234567`, `+85291234567`, or empty for `none`. */
      readonly number: string
    }
  | { readonly ok: false; readonly code: 'phone-format' }

/** Loose on purpose: new segments appear every year; only the leading 1 and 3–9 and the length are certain. */
const MOBILE = /^1[3-9]\d{9}$/

/** Area code 010, 02x or 03xx–09xx, then 7–8 digits, then an extension of up to six. */
const LANDLINE = /^(0(?:10|2\d|[3-9]\d{2}))-?(\d{7,8})(?:-(\d{1,6}))?$/

/** 400/800 numbers, 95xxx–95xxxxxx of companies, 96xxx and 12xxx of public services, 100xx of operators. */
const SERVICE = /^(?:[48]00\d{7}|95\d{3,6}|96\d{3,4}|12\d{3}|100\d{2})$/

const OVERSEAS = /^\+(?!86)[1-9]\d{6,14}$/

/** What clerks type for "no phone". */
const NO_PHONE = /^(?:|无|没有|无电话|-|\/)$/

/**
 * Normalises and checks a phone number: full width, blanks, hyphens, brackets, `+86` and `0086` are taken care of.
 *
 * Source: numbering as in use on the mainland; the check stays loose and "no phone" is accepted.
 */
export function parsePhone(raw: string): PhoneResult {
  const text = compactNumber(raw)
    .replace(/[–—−‐]/g, '-')
    .replace(/转/g, '-')
    .replace(/[()]/g, '')
  if (NO_PHONE.test(text)) return { ok: true, kind: 'none', number: '' }
  const international = text.replace(/^00(?=[1-9])/, '+')
  const digits = international.replace(/-/g, '')
  if (international.startsWith('+') && !international.startsWith('+86')) {
    return OVERSEAS.test(digits) ? { ok: true, kind: 'overseas', number: digits } : { ok: false, code: 'phone-format' }
  }
  const abroadForm = international.startsWith('+86')
  const mobile = digits.replace(/^\+86/, '')
  if (MOBILE.test(mobile)) return { ok: true, kind: 'mobile', number: mobile }
  if (SERVICE.test(digits)) return { ok: true, kind: 'service', number: digits }
  // Written the foreign way, the area code has lost its zero.
  const national = abroadForm ? international.replace(/^\+86-?0?/, '0') : text
  const landline = LANDLINE.exec(national)
  if (landline) {
    return {
      ok: true,
      kind: 'landline',
      number: landline
        .slice(1)
        .filter((part) => part !== undefined)
        .join('-')
    }
  }
  return { ok: false, code: 'phone-format' }
}
