import { codePointLength, hasLoneSurrogate } from './codePoints.ts'
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

/** Dots that keyboards and old systems write for the separator of names; the standard one is U+00B7. */
const DOTS = /[\u2022\u2027\u22C5\u2E31\u30FB\uFF65\u2219]/gu

/**
 * A person's name as it is stored: outer blanks off, inner runs of blanks to one, the separating dot as U+00B7, GBK's
 * parked characters as the real ones. Nothing else is touched: no NFKC, no cutting, rare characters stay whole.
 *
 * Source: GB 18030-2022 and the custom of writing 间隔号 in names.
 */
export function normalizePersonName(raw: string): PersonNameResult {
  if (hasLoneSurrogate(raw)) return { ok: false, code: 'name-characters' }
  const tidy = raw
    .replace(DOTS, '\u00B7')
    .replace(/\s+/gu, ' ')
    .replace(/ ?\u00B7 ?/gu, '\u00B7')
    .trim()
  if (tidy === '') return { ok: false, code: 'name-missing' }
  if (/[\p{Cc}<>{}]/u.test(tidy) || !/[\p{L}\p{Co}]/u.test(tidy)) return { ok: false, code: 'name-characters' }
  if (codePointLength(tidy) > NAME_MAX) return { ok: false, code: 'name-too-long' }
  const name = mapGbkPrivateUse(tidy)
  const mapped = name === tidy ? [] : (['name-character-mapped'] as const)
  const unknown = privateUseIn(name).length === 0 ? [] : (['name-character-unknown'] as const)
  return { ok: true, name, warnings: [...mapped, ...unknown] }
}
