/** A receipt as a printer of text lines prints it, from top to bottom; the cut at its end goes without saying. */

/** Times the size of an ordinary character, in both directions. */
export type ReceiptSize = 1 | 2 | 3 | 4

/** One line, already so short that it fits: its columns times its size are at most those of the roll. */
export interface ReceiptText {
  readonly kind: 'text'
  readonly text: string
  readonly size: ReceiptSize
  readonly align: 'left' | 'center'
}

export type ReceiptPart =
  | ReceiptText
  | { readonly kind: 'blank' }
  /** A line across the roll. */
  | { readonly kind: 'rule' }
  /** Printable ASCII, set in the middle. */
  | { readonly kind: 'qr'; readonly data: string }
