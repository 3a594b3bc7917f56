import { mapGbkPrivateUse } from '../../domain/people/privateUse.ts'
import type { ReceiptPart, ReceiptSize } from './receipt.ts'
import type { Roll } from './rolls.ts'
import { wrap } from './wrap.ts'

/** Pieces that receipts are put together from. */

/** One line of text: a line break or a tab in a name would tear the receipt apart. Old private-use code points go. */
export const clean = (text: string): string => mapGbkPrivateUse(text).replace(/\s+/gu, ' ').trim()

/** Texts that fit, one a line. */
export const lines = (texts: readonly string[], size: ReceiptSize, align: 'left' | 'center'): readonly ReceiptPart[] =>
  texts.map((text) => ({ kind: 'text', text, size, align }))

/** A text over as many lines as it takes. */
export const paragraph = (text: string, { columns }: Roll): readonly ReceiptPart[] =>
  lines(wrap(clean(text), columns), 1, 'left')
