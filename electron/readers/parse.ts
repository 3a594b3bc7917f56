import {
  CARD_TEXT_MAX,
  type CardReading,
  readingOfMessage,
  readingOfText
} from '../../shared/domain/people/cardReading.ts'

/** Old readers write Chinese in GB 18030; whatever is no UTF-8 is taken for that. */
function textOf(message: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(message)
  } catch {
    return new TextDecoder('gb18030').decode(message)
  }
}

/**
 * The card in a message of a reader's service: JSON, or one line as a reader types it. `null`: no card in it. Never
 * throws, and says nothing of what stood there.
 *
 * @param today date in Shanghai, `YYYY-MM-DD`.
 */
export function readingIn(message: Uint8Array, today: string): CardReading | null {
  const text = textOf(message)
    .replace(/^\uFEFF/, '')
    .trim()
  if (text.length > CARD_TEXT_MAX) return null
  if (!/^[[{"]/.test(text)) return readingOfText(text, today)
  try {
    return readingOfMessage(JSON.parse(text), today)
  } catch {
    return null
  }
}
