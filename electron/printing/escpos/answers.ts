import { CLEARED } from './commands.ts'
import { isAnswer } from './status.ts'

/** What a printer can say, told apart by the fixed bits of its bytes. */
export type Heard = { readonly kind: 'status'; readonly byte: number } | { readonly kind: 'mark' | 'cleared' }

/** The first of four bytes that some printers send whenever their state changes; the other three say more of it. */
const isAutomatic = (byte: number): boolean => (byte & 0b1001_0011) === 0b0001_0000
const AUTOMATIC_MORE = 3
/** Answer to GS r. Flow control (0x11, 0x13) and everything else is none of ours. */
const isMark = (byte: number): boolean => (byte & 0b1001_0000) === 0

/** A reader of what the printer sends, however it is cut into packets. */
export function answerReader(hear: (heard: Heard) => void): (bytes: Uint8Array) => void {
  let skip = 0
  const one = (byte: number): void => {
    if (skip > 0) {
      skip -= 1
    } else if (byte === CLEARED[0]) {
      skip = CLEARED.length - 1
      hear({ kind: 'cleared' })
    } else if (isAnswer(byte)) {
      hear({ kind: 'status', byte })
    } else if (isAutomatic(byte)) {
      skip = AUTOMATIC_MORE
    } else if (isMark(byte)) {
      hear({ kind: 'mark' })
    }
  }
  return (bytes) => bytes.forEach(one)
}
