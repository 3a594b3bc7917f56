import { isYoungerThan } from './identityWarnings.ts'
import { parseResidentId } from './residentId.ts'

/** A number of a card in whatever stands around it; readers that type put blanks, names or labels before and after. */
const NUMBER = /(?<![0-9])[0-9]{17}[0-9Xx](?![0-9Xx])/g

/**
 * Has whoever holds this card reached that age today? `null`: there is no resident number in the text, or none with a
 * birth. Nothing else of the card is looked at, and nothing of it goes on from here.
 *
 * @param text what a reader typed; full width is read as half width.
 * @param today date in Shanghai, `YYYY-MM-DD`.
 */
export function ageReached(text: string, age: number, today: string): boolean | null {
  for (const [number] of text.normalize('NFKC').matchAll(NUMBER)) {
    const read = parseResidentId(number, { today })
    if (read.ok && read.birth !== null) return !isYoungerThan(read.birth, age, today)
  }
  return null
}
