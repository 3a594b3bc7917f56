import PDFDocument, { type DocumentFont, type Run } from 'pdfmake/js/PDFDocument.js'
import type { FontShelf } from '../fontShelf.ts'
import { takePlainGlyphsAsTheyAre } from './quickSubset.ts'

/** How a word of a font looks is the same in every document: found once, kept for all of them. */

/** More than the characters of a language and the words of some hundred papers; names and numbers must not pile up. */
const KEPT_RUNS = 20_000

interface Kept {
  runs: Record<string, Run>
  count: number
}

const kept = new WeakMap<object, Kept>()

function runsOf(name: object): Kept {
  const known = kept.get(name)
  if (known && known.count < KEPT_RUNS) return known
  const fresh: Kept = { runs: Object.create(null) as Record<string, Run>, count: 0 }
  kept.set(name, fresh)
  return fresh
}

/** Lets a document's font look up what others have laid out, and add to it. `name` is the font's own for all documents. */
function share(font: DocumentFont, name: object): void {
  const store = runsOf(name)
  const layOut = font.layoutRun.bind(font)
  font.layoutCache = store.runs
  font.layoutRun = (text) => {
    const run = layOut(text)
    store.count += 1
    // Glyphs are the font's, and it renames the characters of a shared one: each run keeps those that it was made for.
    const glyphs = run.glyphs.map(({ id, advanceWidth, codePoints }) => ({ id, advanceWidth, codePoints }))
    return { glyphs, positions: run.positions, advanceWidth: run.advanceWidth }
  }
}

/** A PDF that is being written, with the fonts of the shelf and no way to a file. */
export class PaperDocument extends PDFDocument {
  private readonly shelf: FontShelf
  private readonly provided = new Map<string, DocumentFont>()

  constructor(shelf: FontShelf, info: Readonly<Record<string, unknown>>, language: string) {
    const options = { pdfVersion: '1.3', lang: language, autoFirstPage: false, info, font: null }
    super({}, {}, {}, {}, options, null, () => false)
    this.shelf = shelf
  }

  /** Throws RangeError for a face that is not on the shelf. */
  override provideFont(family: string, bold: boolean): DocumentFont {
    const name = this.shelf.dictionary[family]?.[bold ? 'bold' : 'normal'] ?? ''
    const known = this.provided.get(name)
    if (known) return known
    const token = this.shelf.tokens.get(name)
    if (!token) throw new RangeError('no such face')
    const font = this.font(token)._font
    share(font, token)
    takePlainGlyphsAsTheyAre(font.subset)
    this.provided.set(name, font)
    return font
  }

  /** The whole file, once nothing more is drawn. */
  bytes(): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      const chunks: Buffer[] = []
      this.on('data', (chunk) => void chunks.push(chunk))
      this.on('end', () => resolve(Uint8Array.from(Buffer.concat(chunks))))
      this.on('error', reject)
      this.end()
    })
  }
}
