import { isValidDate } from '../calendar/civilDate.ts'
import { compactNumber } from './halfWidth.ts'

export type Sex = 'male' | 'female'

/** `citizen`: 居民身份证; `hkMoTw`: 港澳台居民居住证 (81/82/83…); `permanentResident`: 外国人永久居留身份证, 2023 version (9…). */
export type ResidentIdKind = 'citizen' | 'hkMoTw' | 'permanentResident'

export type ResidentIdRefusalCode =
  | 'id-characters'
  | 'id-first-generation'
  | 'id-length'
  | 'id-area'
  | 'id-birth-invalid'
  | 'id-birth-future'
  | 'id-check-digit'

/** Neither warning blocks: service is not refused because a number looks unusual. */
export type ResidentIdWarning = 'id-age-over-120' | 'id-birth-unreadable'

export type ResidentIdResult =
  | {
      readonly ok: true
      /** Normalised: 18 characters, check character in upper case. */
      readonly id: string
      /** `YYYY-MM-DD`; null only where a permanent-residence number cannot be read that way. */
      readonly birth: string | null
      /** null for permanent residents: no text that we know says what their serial means. */
      readonly sex: Sex | null
      readonly kind: ResidentIdKind
      readonly warnings: readonly ResidentIdWarning[]
    }
  | {
      readonly ok: false
      readonly code: ResidentIdRefusalCode
      /** Number of characters after normalising, with `id-length`. */
      readonly length?: number
    }

/** GB 11643-1999: weights of the 17 body digits and the check characters by remainder (ISO 7064 MOD 11-2). */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'

/**
 * GB/T 2260 province level, plus 81–83 for residence permits of Hong Kong, Macao and Taiwan residents. The other four
 * digits are not looked up: area codes are retired while the cards that carry them stay valid.
 */
const PROVINCES = /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/

/** Age above which a number is asked about again; nobody is refused for it. */
const UNUSUAL_AGE_YEARS = 120

/** The 18th character for 17 digits (GB 11643-1999; the same for the 2023 permanent-residence number). */
export function residentIdCheckCharacter(seventeenDigits: string): string {
  if (!/^\d{17}$/.test(seventeenDigits)) throw new RangeError('residentIdCheckCharacter: 17 digits wanted')
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(seventeenDigits[index]), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

function kindOf(id: string): ResidentIdKind | null {
  if (id.startsWith('9')) return 'permanentResident'
  if (!PROVINCES.test(id)) return null
  return id.startsWith('8') ? 'hkMoTw' : 'citizen'
}

/**
 * Reads a resident ID number (公民身份号码 and the numbers of the same form). Full width, lower case and blanks are
 * normalised away; refusals and warnings are codes without the number in them.
 *
 * @param today date in Shanghai, `YYYY-MM-DD`; births after it are refused.
 * Source: GB 11643-1999; 港澳台居民居住证 prefixes 81/82/83; permanent-residence number since 2023-12-01 (first digit 9,
 * same check character; its inner layout is not certain, so an unreadable birth only warns); first-generation numbers
 * of 15 digits ended on 2013-01-01.
 */
export function parseResidentId(raw: string, { today }: { readonly today: string }): ResidentIdResult {
  const id = compactNumber(raw)
  if (!/^\d*X?$/.test(id)) return { ok: false, code: 'id-characters' }
  if (/^\d{15}$/.test(id)) return { ok: false, code: 'id-first-generation' }
  if (id.length !== 18) return { ok: false, code: 'id-length', length: id.length }
  const kind = kindOf(id)
  if (kind === null) return { ok: false, code: 'id-area' }

  const birth = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  const readable = isValidDate(birth) && birth <= today
  if (!readable && kind !== 'permanentResident') {
    return { ok: false, code: isValidDate(birth) ? 'id-birth-future' : 'id-birth-invalid' }
  }
  if (residentIdCheckCharacter(id.slice(0, 17)) !== id.charAt(17)) return { ok: false, code: 'id-check-digit' }

  if (!readable) return { ok: true, id, birth: null, sex: null, kind, warnings: ['id-birth-unreadable'] }
  const limit = `${String(Number(birth.slice(0, 4)) + UNUSUAL_AGE_YEARS).padStart(4, '0')}${birth.slice(4)}`
  const warnings: ResidentIdWarning[] = limit < today ? ['id-age-over-120'] : []
  const sex = kind === 'permanentResident' ? null : Number(id.charAt(16)) % 2 === 1 ? 'male' : 'female'
  return { ok: true, id, birth, sex, kind, warnings }
}
