/** The paper that receipt printers hold. Figures are of the print head at 203 dpi (domain §15.1). */

/** Width of the roll in millimetres. */
export type RollWidth = 80 | 58

export interface Roll {
  readonly width: RollWidth
  /** Characters of font A (12 × 24 dots) on a line; a Chinese character takes two. */
  readonly columns: number
  /** Dots on a line. */
  readonly dots: number
}

/** Dots of one column of font A. */
export const COLUMN_DOTS = 12

export const ROLLS: Readonly<Record<RollWidth, Roll>> = {
  80: { width: 80, columns: 48, dots: 576 },
  58: { width: 58, columns: 32, dots: 384 }
}
