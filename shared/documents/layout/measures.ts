/** Sizes of the papers, in points (1/72 inch). */

/** Millimetres in points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

/** The face that papers are set in; the PDF worker holds what stands in for it. */
export const BASE_FACE = 'paper'

/** 宋体 for the papers of a case, where the hall has chosen it; what it lacks is set in the base face. */
export const SERIF_FACE = 'serif'

/** Roll of 80 mm; the head of an 80 mm printer reaches 72 mm (576 dots at 203 dpi). */
export const ROLL = { page: mm(80), print: mm(72) } as const

export const A4 = { width: mm(210), height: mm(297), left: mm(22), right: mm(22), top: mm(23), bottom: mm(14) } as const

/** Width of the text of an A4 paper. */
export const TEXT_WIDTH = A4.width - A4.left - A4.right

/** 五号 is 10.5, the size office forms are typed in. Nothing but the foot of the page is smaller. */
export const SIZE = { foot: 9, body: 10.5, text: 11, key: 17, authority: 14, title: 22 } as const

/** Of the `form` table layout; the PDF worker draws with the same numbers. */
export const CELL = { padX: 5, padY: 2, line: 0.6 } as const

export const GREY = '#444444'
export const LABEL_FILL = '#f1f1f1'
