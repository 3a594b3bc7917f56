/** The part of fontkit (pdfmake's own font reader) that is used here; it brings no types. */
declare module 'fontkit' {
  export interface PathCommand {
    readonly command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
    readonly args: readonly number[]
  }

  export interface Glyph {
    codePoints: number[]
    /** In units of the font, as all its lengths. */
    readonly advanceWidth: number
    /** The outline, y upwards. */
    readonly path: { readonly commands: readonly PathCommand[] }
  }

  export interface Font {
    readonly unitsPerEm: number
    hasGlyphForCodePoint(codePoint: number): boolean
    /** Characters to glyphs, variation selectors with the character before them. */
    glyphsForString(text: string): readonly Glyph[]
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
