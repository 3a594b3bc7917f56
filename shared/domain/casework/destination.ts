import type { PaperDestination } from '../../documents/papers.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'

/**
 * Whose matter it is instead: nobody is sent away without a name to go to (许可法 32(2); 首问负责). `field` is the path of
 * the form. Refuses `destination-missing`.
 */
export function checkDestination(
  destination: PaperDestination | null,
  field: string
): { readonly ok: true; readonly value: PaperDestination } | { readonly ok: false; readonly refusal: Refusal } {
  const name = destination?.name.trim() ?? ''
  if (destination === null || name === '') return refuse('destination-missing', { field: `${field}.name` })
  return { ok: true, value: { name, place: destination.place.trim(), phone: destination.phone.trim() } }
}
