import TextInlines, { type Piece, type StyleStack } from 'pdfmake/js/TextInlines.js'

const LEADING = /^\s+/
const TRAILING = /\s+$/

/** What pieces that say nothing themselves are set in. */
interface Around {
  readonly font: string
  readonly bold: boolean
  readonly alignment: string
  readonly fontSize: number
  readonly characterSpacing: number
  readonly color: string
  readonly noWrap: boolean | null
  readonly lineHeight: number
  readonly leadingIndent: number
}

const NOTHING_SAID: Around = {
  font: '',
  bold: false,
  alignment: 'left',
  fontSize: 12,
  characterSpacing: 0,
  color: 'black',
  noWrap: null,
  lineHeight: 1,
  leadingIndent: 0
}

const PROPERTIES = Object.keys(NOTHING_SAID) as (keyof Around)[]

const said = (value: unknown): boolean => value !== undefined && value !== null

/** The innermost node that says something about it decides. Papers have no named styles. */
function around({ styleOverrides, defaultStyle }: StyleStack): Around {
  const found: Record<string, unknown> = {}
  for (const property of PROPERTIES) {
    const from = styleOverrides.findLast((each) => said(each[property])) ?? defaultStyle
    found[property] = from[property] ?? NOTHING_SAID[property]
  }
  return found as unknown as Around
}

/**
 * Measures text as pdfmake does. A line of Chinese is as many pieces as characters, and pdfmake goes through all the
 * nodes around a piece for each of twenty properties: more work than all the rest of the layout. Here that is done once
 * a paragraph, and for the properties that layouts have.
 */
export class QuickInlines extends TextInlines {
  override measure(pieces: Piece[], stack: StyleStack): Piece[] {
    const style = around(stack)
    for (const piece of pieces) this.set(piece, style)
    const first = pieces[0]
    const indent = first?.leadingIndent ?? style.leadingIndent
    if (first && indent !== 0) {
      first.leadingIndent = indent
      first.leadingCut -= indent
    }
    return pieces
  }

  private set(piece: Piece, style: Around): void {
    // Until here the name of a face.
    const font = this.pdfDocument.provideFont(
      (piece.font as string | undefined) ?? style.font,
      piece.bold ?? style.bold,
      false
    )
    piece.font = font
    piece.alignment ??= style.alignment
    piece.fontSize ??= style.fontSize
    piece.characterSpacing ??= style.characterSpacing
    piece.color ??= style.color
    piece.noWrap ??= style.noWrap
    piece.width = this.widthOfText(piece.text, piece)
    piece.height = font.lineHeight(piece.fontSize) * (piece.lineHeight ?? style.lineHeight)
    piece.leadingCut = this.cut(LEADING, piece)
    piece.trailingCut = this.cut(TRAILING, piece)
  }

  /** Spaces at the end of a line take no room. */
  private cut(spaces: RegExp, piece: Piece): number {
    const found = spaces.exec(piece.text)
    return found ? this.widthOfText(found[0], piece) : 0
  }
}
