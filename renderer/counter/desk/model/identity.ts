import { compactNumber } from '../../../../shared/domain/people/halfWidth.ts'
import {
  checkIdentity,
  DOCUMENT_KINDS,
  type DocumentKind,
  type IdentityRefusalCode,
  type NumberWarning
} from '../../../../shared/domain/people/otherDocuments.ts'

/** What the desk says beside a number while it is being typed. */
export type IdentityLive =
  | { readonly state: 'empty' }
  /** Could still become right: nothing is said yet, so that nobody is scolded in the middle of typing. */
  | { readonly state: 'typing'; readonly characters: number }
  | {
      readonly state: 'wrong'
      readonly code: IdentityRefusalCode
      readonly length: number | null
      /** Letters that a credit code never uses, as typed. */
      readonly letters?: readonly string[]
    }
  | {
      readonly state: 'right'
      readonly kind: DocumentKind
      readonly number: string
      readonly birth: string | null
      readonly sex: 'male' | 'female' | null
      readonly warnings: readonly NumberWarning[]
    }

const asKind = (kind: string): DocumentKind => DOCUMENT_KINDS.find((entry) => entry.kind === kind)?.kind ?? 'other'

/** What no further typing can put right: said at once. */
const NEVER_RIGHT: readonly IdentityRefusalCode[] = ['id-characters', 'credit-code-letters', 'credit-code-characters']

/** Kinds whose number has 18 characters. */
const EIGHTEEN: readonly DocumentKind[] = ['residentId', 'residentNumber', 'hkMoTwResidence', 'creditCode']

/**
 * The live check of a document number. `done` is true once the field has been left: then an unfinished number is
 * wrong, before that it is merely unfinished. `today` is a date in Shanghai, `YYYY-MM-DD`.
 */
export function liveIdentity(kind: string, raw: string, today: string, done: boolean): IdentityLive {
  const number = compactNumber(raw)
  if (number === '') return { state: 'empty' }
  const documentKind = asKind(kind)
  const result = checkIdentity({ kind: documentKind, number }, today)
  if (result.ok) {
    const { kind: actual, birth, sex, warnings } = result
    return { state: 'right', kind: actual, number: result.number, birth, sex, warnings }
  }
  const unfinished = EIGHTEEN.includes(documentKind)
    ? number.length < 18 && !NEVER_RIGHT.includes(result.code)
    : result.code === 'document-number-format'
  if (unfinished && !done) return { state: 'typing', characters: number.length }
  const letters = result.letters ? { letters: result.letters } : {}
  return { state: 'wrong', code: result.code, length: result.length ?? null, ...letters }
}

/** What stands in the field after it is left: the normalised number if it is right, else the typed one, half width. */
export const settledNumber = (kind: string, raw: string, today: string): string => {
  const live = liveIdentity(kind, raw, today, true)
  return live.state === 'right' ? live.number : compactNumber(raw)
}
