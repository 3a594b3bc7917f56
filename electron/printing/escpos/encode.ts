import type { ReceiptPart, ReceiptText } from '../../../shared/documents/receipt/receipt.ts'
import type { Roll, RollWidth } from '../../../shared/documents/receipt/rolls.ts'
import { align, CHINESE, cut, LF, qr, RESET, raster, size, withoutCommands } from './commands.ts'
import { encodeGb18030, inRom } from './gb18030.ts'

/** A line as dots, as wide as the roll: rows of `roll.dots / 8` bytes, the first dot in the highest bit. */
export interface Picture {
  readonly rows: number
  readonly bytes: Uint8Array
}

export type Drawn =
  | { readonly ok: true; readonly picture: Picture }
  | { readonly ok: false; readonly missing: readonly string[] }

/** Draws a line that has characters no printer's own font is sure to have. */
export type DrawLine = (line: ReceiptText) => Drawn

/** Of a QR code with the 36 characters of a ticket's id (29 modules): 29 mm and 22 mm at 203 dpi. */
const MODULE_DOTS: Readonly<Record<RollWidth, number>> = { 80: 8, 58: 6 }

/** 15 mm at 203 dpi: a printer that does not feed to its knife by itself still cuts below the last line. */
const FEED_BEFORE_CUT = 120

const PRINTABLE_ASCII = /^[ -~]+$/

/**
 * Lines → the bytes of one receipt, cut off at its end. A line goes as text where every printer has its characters,
 * as a picture otherwise. `missing`: characters that could not be drawn either, once each. Throws RangeError for a QR
 * code of anything but printable ASCII, which readers take in different ways.
 */
export function encodeReceipt(
  parts: readonly ReceiptPart[],
  roll: Roll,
  draw: DrawLine
): { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly missing: readonly string[] } {
  const missing = new Set<string>()

  const textLine = (line: ReceiptText): readonly (readonly number[] | Uint8Array)[] => {
    if ([...line.text].every(inRom)) return [align(line.align), size(line.size), encodeGb18030(line.text), [LF]]
    const drawn = draw(line)
    if (!drawn.ok) {
      for (const char of drawn.missing) missing.add(char)
      return []
    }
    const { rows, bytes } = drawn.picture
    return [align('left'), size(1), raster(roll.dots / 8, rows), withoutCommands(bytes)]
  }

  const encoded = (part: ReceiptPart): readonly (readonly number[] | Uint8Array)[] => {
    switch (part.kind) {
      case 'text':
        return textLine(part)
      case 'blank':
        return [size(1), [LF]]
      case 'rule':
        return textLine({ kind: 'text', text: '-'.repeat(roll.columns), size: 1, align: 'left' })
      case 'qr':
        if (!PRINTABLE_ASCII.test(part.data)) throw new RangeError('a QR code of a receipt is printable ASCII')
        return [align('center'), qr([...encodeGb18030(part.data)], MODULE_DOTS[roll.width])]
    }
  }

  const chunks = [RESET, CHINESE, ...parts.flatMap(encoded), align('left'), size(1), cut(FEED_BEFORE_CUT)]
  if (missing.size > 0) return { ok: false, missing: [...missing] }
  return { ok: true, bytes: new Uint8Array(Buffer.concat(chunks.map((chunk) => Uint8Array.from(chunk)))) }
}
