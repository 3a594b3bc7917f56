/**
 * The parts of pdfmake that papers are composed with; its version is pinned in package.json. The published types bring
 * the whole DOM into the compile of main and know nothing of these.
 */

declare module 'pdfmake/js/PDFDocument.js' {
  namespace PDFDocument {
    export interface Position {
      readonly xAdvance: number
      /** What the glyph takes by itself; kerning and the like make the difference to `xAdvance`. */
      readonly advanceWidth: number
      readonly xOffset: number
      readonly yOffset: number
    }

    export interface GlyphUse {
      readonly id: number
      readonly advanceWidth: number
      readonly codePoints: readonly number[]
    }

    export interface Run {
      readonly glyphs: readonly GlyphUse[]
      readonly positions: readonly Position[]
      readonly advanceWidth: number
    }

    /** A font as it was read. It does not vary: none of ours does. */
    export interface WholeFont {
      /** Where each glyph begins, and the last one ends, in the table `glyf`. */
      readonly loca: { readonly offsets: readonly number[] }
      _getTableStream(tag: 'glyf'): { pos: number; readBuffer(length: number): Uint8Array }
      getGlyph(id: number): { readonly advanceWidth: number; _getMetrics(): { readonly leftBearing: number } }
    }

    /** The part of a font that a document embeds. */
    export interface Subset {
      readonly font: WholeFont
      readonly glyf: Uint8Array[]
      readonly loca: { readonly offsets: number[] }
      readonly hmtx: { readonly metrics: { readonly advance: number; readonly bearing: number }[] }
      offset: number
      /** Takes a glyph of the whole font in, with those it is put together from; says its place in the subset. */
      _addGlyph(id: number): number
    }

    /** A font as one document uses it. Lengths are thousandths of its size. */
    export interface DocumentFont {
      readonly id: string
      readonly ascender: number
      readonly subset: Subset
      layoutCache: Record<string, Run>
      layoutRun(text: string): Run
      lineHeight(fontSize: number): number
      /** Glyphs as four hexadecimal digits each, and where they stand. */
      encode(text: string): [readonly string[], readonly Position[]]
      ref(): object
    }

    export interface Reference {
      end(): void
    }

    export interface Page {
      content: Reference
      readonly dictionary: { readonly data: { Contents: unknown } }
      readonly resources: { readonly data: Record<string, unknown> }
      readonly fonts: Record<string, object>
    }

    export interface DocumentOptions {
      readonly pdfVersion: string
      readonly lang: string
      readonly autoFirstPage: boolean
      readonly info: Readonly<Record<string, unknown>>
      readonly font: null
    }
  }

  class PDFDocument {
    constructor(
      fonts: object,
      images: object,
      patterns: object,
      attachments: object,
      options: DocumentOptions,
      virtualfs: null,
      mayOpen: (path: string) => boolean
    )
    readonly page: Page
    _font: DocumentFont
    /** Opens a font for this document and takes it. */
    font(bytes: Uint8Array): this
    provideFont(family: string, bold: boolean, italics: boolean): DocumentFont
    addPage(options: { readonly size: readonly [number, number] }): this
    addContent(operators: string): this
    ref(): Reference
    /** Red, green and blue from 0 to 1. */
    _normalizeColor(color: string): readonly number[] | null
    on(event: 'data', listener: (chunk: Buffer) => void): this
    on(event: 'end', listener: () => void): this
    on(event: 'error', listener: (error: Error) => void): this
    end(): void
  }

  export = PDFDocument
}

declare module 'pdfmake/js/TextInlines.js' {
  import type PDFDocument from 'pdfmake/js/PDFDocument.js'
  import type { DocumentFont } from 'pdfmake/js/PDFDocument.js'

  namespace TextInlines {
    /** Where styles come from, the outermost first; names of styles are not used here. */
    export interface StyleStack {
      readonly styleOverrides: readonly Readonly<Record<string, unknown>>[]
      readonly defaultStyle: Readonly<Record<string, unknown>>
    }

    /** A piece of text that no line ends in, while it is being measured. Lengths are points. */
    export interface Piece {
      readonly text: string
      readonly bold?: boolean
      readonly lineHeight?: number
      /** The name of a face, and then the font itself. */
      font?: string | DocumentFont
      alignment?: string
      fontSize?: number
      characterSpacing?: number
      color?: string
      noWrap?: boolean | null
      leadingIndent?: number
      width: number
      height: number
      leadingCut: number
      trailingCut: number
    }

    /** A piece in its line. */
    export interface PlacedText {
      readonly text: string
      readonly font: DocumentFont
      readonly fontSize: number
      readonly color: string
      readonly characterSpacing: number
      readonly width: number
      /** From the beginning of its line. */
      readonly x: number
    }
  }

  class TextInlines {
    constructor(document: PDFDocument)
    readonly pdfDocument: PDFDocument
    measure(pieces: Piece[], stack: StyleStack): Piece[]
    widthOfText(text: string, piece: object): number
  }

  export = TextInlines
}

declare module 'pdfmake/js/PageSize.js' {
  export interface Size {
    readonly width: number
    height: number
  }
  /** `auto` becomes an endless height. */
  export function normalizePageSize(size: 'A4' | { readonly width: number; height: number | 'auto' }): Size
  export function normalizePageMargin(margins: readonly number[]): object
}

declare module 'pdfmake/js/LayoutBuilder.js' {
  import type { Size } from 'pdfmake/js/PageSize.js'
  import type PDFDocument from 'pdfmake/js/PDFDocument.js'
  import type TextInlines from 'pdfmake/js/TextInlines.js'
  import type { PlacedText } from 'pdfmake/js/TextInlines.js'

  namespace LayoutBuilder {
    /** Lengths are points from the upper left corner of the page. */
    export interface PlacedLine {
      readonly x: number
      readonly y: number
      readonly inlines: readonly PlacedText[]
      getHeight(): number
      getAscenderHeight(): number
    }

    export interface PlacedRule {
      readonly type: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly lineWidth: number
      readonly lineColor?: string
      readonly dash?: { readonly length: number; readonly space: number } | null
    }

    export interface PlacedArea {
      readonly type: 'rect'
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly color: string
    }

    export type Placed =
      | { readonly type: 'line'; readonly item: PlacedLine }
      | { readonly type: 'vector'; readonly item: PlacedRule | PlacedArea }

    export interface PlacedPage {
      readonly items: Placed[]
      readonly pageSize: Size
    }

    export interface TableLayout {
      readonly hLineWidth: (line: number) => number
      readonly vLineWidth: () => number
      readonly paddingLeft: () => number
      readonly paddingRight: () => number
      readonly paddingTop: () => number
      readonly paddingBottom: () => number
    }

    export type PageNode = (page: number, pages: number) => object
  }

  class LayoutBuilder {
    constructor(size: Size, margins: object, svgMeasure: null)
    readonly docMeasure: { textInlines: TextInlines }
    readonly writer: { context(): { readonly pages: PlacedPage[] } }
    registerTableLayouts(layouts: Readonly<Record<string, TableLayout>>): void
    layoutDocument(
      content: object,
      document: PDFDocument,
      styles: object,
      defaultStyle: object,
      background: null,
      header: PageNode | null,
      footer: PageNode | null,
      watermark: null
    ): PlacedPage[]
    tryLayoutDocument(content: object, document: PDFDocument, ...others: unknown[]): object
    addHeadersAndFooters(header: PageNode | null, footer: PageNode | null): void
  }

  export = LayoutBuilder
}

/** What tables and lists without a layout of their own are drawn with. */
declare module 'pdfmake/js/tableLayouts.js' {
  import type { TableLayout } from 'pdfmake/js/LayoutBuilder.js'

  export const tableLayouts: Readonly<Record<string, TableLayout>>
}

declare module 'pdfmake/js/qrEnc.js' {
  namespace qr {
    export interface Module {
      readonly x: number
      readonly y: number
      readonly w: number
      readonly h: number
      readonly color: string
    }
  }
  const qr: {
    measure(node: { readonly qr: string; readonly fit: number; readonly eccLevel: string }): {
      readonly _canvas: readonly qr.Module[]
      readonly _width: number
    }
  }

  export = qr
}
