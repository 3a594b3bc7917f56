/** The part of fontkit (pdfmake's own font reader) that is used here; it brings no types. */
declare module 'fontkit' {
  export interface Glyph {
    codePoints: number[]
  }

  export interface Font {
    hasGlyphForCodePoint(codePoint: number): boolean
    getGlyph(glyph: number, codePoints?: number[]): Glyph | null
  }

  /** A reader of fonts: `probe` says whether it knows the bytes, the constructor reads them. */
  export interface FontFormat {
    new (stream: { readonly buffer: Uint8Array }): unknown
    probe(bytes: Uint8Array): boolean
  }

  /** Throws for a collection or for bytes that no format knows. */
  export function create(bytes: Uint8Array): Font
  export function registerFormat(format: FontFormat): void
}
