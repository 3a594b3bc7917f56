import { codePointLength, hasLoneSurrogate } from './codePoints.ts'
import { isOrganisation } from './otherDocuments.ts'
import { mapGbkPrivateUse, privateUseIn } from './privateUse.ts'

export type PersonNameResult =
  | {
      readonly ok: true
      readonly name: string
      /** `name-character-unknown`: a private-use character is left; show a box and ask for 补录. */
      readonly warnings: readonly ('name-character-mapped' | 'name-character-unknown')[]
    }
  | { readonly ok: false; readonly code: 'name-missing' | 'name-too-long' | 'name-characters' }

/** Longest name in code points. Long names of several parts reach 30; ID cards print at most 50. */
export const NAME_MAX = 50

/** Longest name of an organisation in code points: co-operatives and associations carry their whole place in front. */
export const ORGANISATION_NAME_MAX = 100

/** Dots that keyboards and old systems write for the separator of names; the standard one is U+00B7. */
const DOTS = /[\u2022\u2027\u22C5\u2E31\u30FB\uFF65\u2219]/gu

/**
 * What a name has at least one of. Planes 2 and 3 are ideographs, whether this program's tables know them yet or not:
 * Unicode adds to them every few years, and names are where the new ones stand.
 */
const NAMING = /[\p{L}\p{Co}\u{20000}-\u{3fffd}]/u

/**
 * A person's name as it is stored: outer blanks off, inner runs of blanks to one, the separating dot as U+00B7, GBK's
 * parked characters as the real ones. Nothing else is touched: no NFKC, no cutting, rare characters stay whole.
 *
 * Source: GB 18030-2022 and the custom of writing 间隔号 in names.
 */
export function normalizePersonName(raw: string): PersonNameResult {
  return checked(raw.replace(DOTS, '\u00B7').replace(/\s*\u00B7\s*/gu, '\u00B7'), NAME_MAX)
}

/**
 * The name of an organisation as it is stored: blanks tidied, GBK's parked characters as the real ones. Dots and brackets
 * stay as they stand in its certificate.
 */
export const normalizeOrganisationName = (raw: string): PersonNameResult => checked(raw, ORGANISATION_NAME_MAX)

/** The name of whoever applies, by the kind of document: that of an organisation with a credit code, else a person's. */
export const normalizeName = (idKind: string, raw: string): PersonNameResult =>
  isOrganisation(idKind) ? normalizeOrganisationName(raw) : normalizePersonName(raw)

function checked(raw: string, max: number): PersonNameResult {
  if (hasLoneSurrogate(raw)) return { ok: false, code: 'name-characters' }
  const tidy = raw.replace(/\s+/gu, ' ').trim()
  if (tidy === '') return { ok: false, code: 'name-missing' }
  if (/[\p{Cc}<>{}]/u.test(tidy) || !NAMING.test(tidy)) return { ok: false, code: 'name-characters' }
  if (codePointLength(tidy) > max) return { ok: false, code: 'name-too-long' }
  const name = mapGbkPrivateUse(tidy)
  const mapped = name === tidy ? [] : (['name-character-mapped'] as const)
  const unknown = privateUseIn(name).length === 0 ? [] : (['name-character-unknown'] as const)
  return { ok: true, name, warnings: [...mapped, ...unknown] }
}
