import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { create, type Font, registerFormat } from 'fontkit'
import type { Fonts } from '../../shared/documents/fontRuns.ts'
import { BASE_FACE, SERIF_FACE } from '../../shared/documents/layout/measures.ts'
import type { FontFolders } from './pdfProtocol.ts'

/** The fonts of papers: each read when a paper first needs it, then shared by all documents of this thread. */

/** Body and bold of the base face; both cover the 8,105 characters of 通用规范汉字表. */
const REGULAR = 'NotoSansSC_400Regular.ttf'
const BOLD = 'NotoSansSC_700Bold.ttf'
/** 宋体 with the bold of the base face, as office papers have 黑体 for what stands out; the same characters. */
const SERIF = 'NotoSerifSC_400Regular.ttf'
/** The same by itself, last of all: some of the newest ideographs of the basic block are in no bold. */
const SERIF_ALONE = 'serif-alone'
/** CJK extensions B to F nearly whole, in one weight. */
const RARE = 'HanaMinB.ttf'

/**
 * pdfmake reads a font's bytes anew for every document. This format makes it take a font that has been read: the
 * bytes it is given are a token, and the constructor answers with the font of that token.
 */
const TOKEN = 'linchuang-font:'
const byToken = new Map<string, () => Font>()
const tokenOf = (bytes: Uint8Array): string => Buffer.from(bytes.subarray(0, 64)).toString('latin1')

registerFormat(
  class {
    constructor(stream: { readonly buffer: Uint8Array }) {
      // biome-ignore lint/correctness/noConstructorReturn: fontkit calls `new`, and the font exists already.
      return byToken.get(tokenOf(stream.buffer))?.() as object
    }

    static probe(bytes: Uint8Array): boolean {
      return byToken.has(tokenOf(bytes))
    }
  }
)

/**
 * Reads a font. A glyph remembers the characters it was first made for, and two characters can share a glyph (一 and
 * the radical ⼀): the text inside the next document, for search and copy, has to be that document's own. Throws when
 * the file is missing or no font.
 */
function read(file: string): Font {
  const font = create(readFileSync(file))
  const getGlyph = font.getGlyph.bind(font)
  font.getGlyph = (id, codePoints) => {
    const glyph = getGlyph(id, codePoints)
    if (glyph && codePoints && codePoints.length > 0) glyph.codePoints = codePoints
    return glyph
  }
  return font
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

export interface FontShelf extends Fonts {
  /** pdfmake's dictionary of faces, by the names of its virtual files. */
  readonly dictionary: Readonly<Record<string, { readonly normal: string; readonly bold: string }>>
  /** Content of the virtual files. */
  readonly tokens: ReadonlyMap<string, Buffer>
  /** The font itself, for drawing. Throws RangeError for a face that is not one of `faces`. */
  readonly fontOf: (face: string, bold: boolean) => Font
}

/** Looks up the fonts. Throws when one that papers are set in is missing; one for rare characters may be. */
export function openFontShelf({ fontsFolder, extraFontFiles }: FontFolders): FontShelf {
  const fonts = new Map<string, () => Font>()
  const tokens = new Map<string, Buffer>()
  const put = (name: string, font: () => Font): string => {
    fonts.set(name, font)
    byToken.set(TOKEN + name, font)
    tokens.set(name, Buffer.from(TOKEN + name, 'latin1'))
    return name
  }
  const weight = (file: string): (() => Font) => {
    const place = path.join(fontsFolder, file)
    accessSync(place, constants.R_OK)
    return once(() => read(place))
  }
  const bold = put('bold', weight(BOLD))
  const dictionary: Record<string, { normal: string; bold: string }> = {
    [BASE_FACE]: { normal: put('regular', weight(REGULAR)), bold },
    [SERIF_FACE]: { normal: put('serif', weight(SERIF)), bold },
    [SERIF_ALONE]: { normal: 'serif', bold: 'serif' }
  }
  const rare = [path.join(fontsFolder, RARE), ...extraFontFiles].filter((file) => existsSync(file))
  rare.forEach((file, i) => {
    const name = put(
      `rare${i}`,
      once(() => read(file))
    )
    dictionary[name] = { normal: name, bold: name }
  })
  const faces = [BASE_FACE, ...rare.map((_, i) => `rare${i}`), SERIF_ALONE] as const

  const known = new Map<string, boolean>()
  const covers = (face: string, codePoint: number): boolean => {
    const key = `${face} ${codePoint}`
    const before = known.get(key)
    if (before !== undefined) return before
    const weights = dictionary[face]
    const files = weights ? new Set([weights.normal, weights.bold]) : new Set<string>()
    const covered = files.size > 0 && [...files].every((name) => fonts.get(name)?.().hasGlyphForCodePoint(codePoint))
    known.set(key, covered)
    return covered
  }
  const fontOf = (face: string, bold: boolean): Font => {
    const font = fonts.get(dictionary[face]?.[bold ? 'bold' : 'normal'] ?? '')
    if (!font) throw new RangeError('no such face')
    return font()
  }
  return { faces: faces as FontShelf['faces'], covers, dictionary, tokens, fontOf }
}
