/**
 * What a layout is made of: the part of pdfmake's document definition that papers use, as plain data. `shared/` may not
 * import pdfmake's types (they pull in DOM and Node), and a smaller vocabulary can be walked without missing a place
 * where text hides. Lengths are points (1/72 inch).
 */

export type Alignment = 'left' | 'center' | 'right' | 'justify'

/** Left, top, right, bottom. */
export type Box = readonly [number, number, number, number]

export interface TextStyle {
  readonly font?: string
  readonly fontSize?: number
  readonly bold?: boolean
  readonly color?: string
  /** Between glyphs; works within `noWrap` text only, because pdfmake cuts other Chinese text into single characters. */
  readonly characterSpacing?: number
  readonly noWrap?: boolean
  readonly lineHeight?: number
}

export interface Styled extends TextStyle {
  readonly alignment?: Alignment
  readonly margin?: Box
  /** First line starts this far in; pdfmake trims the two wide spaces that one would type. */
  readonly leadingIndent?: number
  /** From the upper left corner of the page; what stands there takes no room in the flow. */
  readonly absolutePosition?: { readonly x: number; readonly y: number }
  readonly pageBreak?: 'before'
}

export interface InlineText extends TextStyle {
  readonly text: string
}

export type Inline = string | InlineText

export interface TextNode extends Styled {
  readonly text: string | readonly Inline[]
}

export interface StackNode extends Styled {
  readonly stack: readonly LayoutNode[]
  /** Kept on one page. */
  readonly unbreakable?: boolean
}

/** Widths of columns stand on the columns themselves. */
export interface ColumnsNode extends Styled {
  readonly columns: readonly LayoutNode[]
  readonly columnGap?: number
}

export interface CellStyle {
  readonly colSpan?: number
  readonly fillColor?: string
  /** Left, top, right, bottom lines. */
  readonly border?: readonly [boolean, boolean, boolean, boolean]
}

export interface TableNode extends Styled {
  readonly table: {
    /** Without padding and lines. Numbers, not stars: a long word then breaks instead of widening the table. */
    readonly widths: readonly number[]
    readonly body: readonly (readonly LayoutNode[])[]
    readonly headerRows?: number
    readonly keepWithHeaderRows?: number
    readonly dontBreakRows?: boolean
    readonly heights?: readonly (number | 'auto')[] | number
  }
  /** A name that the PDF worker knows. */
  readonly layout: TableLayoutName
}

/**
 * `form`: lines around every cell. `titled`: the same, its first row a title without a line above it. `bare`: no lines
 * but those a cell asks for, no padding.
 */
export type TableLayoutName = 'form' | 'titled' | 'bare'

export interface QrNode extends Styled {
  readonly qr: string
  /** Edge without the quiet zone, at most; pdfmake takes whole points a module. */
  readonly fit: number
  readonly eccLevel: 'L' | 'M' | 'Q' | 'H'
}

/** Code 128, drawn by the PDF worker. The quiet zone (ten modules, ISO/IEC 15417) is the layout's affair. */
export interface BarcodeNode extends Styled {
  readonly barcode: string
  /** Width of the narrowest bar. */
  readonly moduleWidth: number
  readonly height: number
}

interface Line {
  readonly type: 'line'
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
  readonly lineWidth: number
  readonly lineColor?: string
  readonly dash?: { readonly length: number; readonly space: number }
}

/** A filled area without an outline. */
interface Area {
  readonly type: 'rect'
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly color: string
  readonly lineWidth: 0
}

export interface LineNode extends Styled {
  readonly canvas: readonly (Line | Area)[]
}

export type LayoutNode = (TextNode | StackNode | ColumnsNode | TableNode | QrNode | BarcodeNode | LineNode) &
  CellStyle & { readonly width?: number | 'auto' | '*' }

/** Where a page stands; pages are counted within one copy. */
export interface PagePlace {
  readonly page: number
  readonly pages: number
  /** Mark of the copy, e.g. 第一联; empty when there is but one. */
  readonly copy: string
}

/** A whole paper, ready for the PDF worker. */
export interface PaperDefinition {
  readonly pageSize: 'A4' | { readonly width: number; readonly height: number | 'auto' }
  readonly margins: Box
  /** Of the PDF; a number, never a person. */
  readonly title: string
  /** ISO instant; the same paper gives the same bytes. */
  readonly createdAt: string
  readonly style: TextStyle
  readonly content: readonly LayoutNode[]
  /** Marks of the copies in one PDF, each starting on a new page; one empty mark for a single copy. */
  readonly copies: readonly string[]
  /** Both return the same words for the same place, and as many lines for every place. */
  readonly header: ((place: PagePlace) => LayoutNode) | null
  readonly footer: ((place: PagePlace) => LayoutNode) | null
}
