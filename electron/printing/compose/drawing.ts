import type { Placed, PlacedArea, PlacedLine, PlacedRule } from 'pdfmake/js/LayoutBuilder.js'
import type { Position } from 'pdfmake/js/PDFDocument.js'
import type { PaperDocument } from './paperDocument.ts'

/** A thousandth of a point is finer than any printer. */
const num = (value: number): number => Math.round(value * 1000) / 1000

/** A shift of the pen that nobody sees: what adding up widths leaves. In points. */
const NO_SHIFT = 0.0005

/** What of a document is needed to draw on it. */
type DrawnOn = Pick<PaperDocument, 'addContent' | '_normalizeColor'> & {
  readonly page: Pick<PaperDocument['page'], 'fonts'>
}

/**
 * Draws what stands on a page into the document's current stream (ISO 32000-1, 8 and 9). pdfmake writes each character
 * of Chinese as a text of its own and says colour, font, pen and opacity anew for everything; here a line is one text,
 * and only what changes is said. What is on the page is the same.
 *
 * Expects coordinates from the upper left corner of the page, y downwards, and the state that a page begins with.
 */
export class Drawing {
  private readonly document: DrawnOn
  private operators: string[] = []
  private fill = ''
  private stroke = ''
  private pen = ''

  constructor(document: DrawnOn) {
    this.document = document
  }

  draw(items: readonly Placed[]): void {
    for (const { type, item } of items) {
      if (type === 'line') this.line(item)
      else if (item.type === 'rect') this.area(item)
      else this.rule(item)
    }
    this.write()
  }

  private write(): void {
    if (this.operators.length > 0) this.document.addContent(this.operators.join('\n'))
    this.operators = []
  }

  private colourOf(name: string): string {
    return (this.document._normalizeColor(name) ?? [0, 0, 0]).map(num).join(' ')
  }

  private fillWith(name: string): void {
    if (name === this.fill) return
    this.operators.push(`${this.colourOf(name)} rg`)
    this.fill = name
  }

  private area({ x, y, w, h, color }: PlacedArea): void {
    this.fillWith(color)
    // Each by itself: as one path with others a viewer does not set its edges on whole dots, and bars get blurred.
    this.operators.push(`${num(x)} ${num(y)} ${num(w)} ${num(h)} re f`)
  }

  private rule({ x1, y1, x2, y2, lineWidth, lineColor = 'black', dash }: PlacedRule): void {
    const pattern = dash ? `[${num(dash.length)} ${num(dash.space)}] 0 d` : '[] 0 d'
    const pen = `${num(lineWidth)} w ${pattern}`
    if (pen !== this.pen) this.operators.push(pen)
    if (lineColor !== this.stroke) this.operators.push(`${this.colourOf(lineColor)} RG`)
    this.pen = pen
    this.stroke = lineColor
    this.operators.push(`${num(x1)} ${num(y1)} m ${num(x2)} ${num(y2)} l S`)
  }

  private line(line: PlacedLine): void {
    const baseline = line.y + line.getAscenderHeight()
    const text = new TextOperators()
    for (const { text: words, font, fontSize, characterSpacing, color, x } of line.inlines) {
      if (words === '') continue
      if (color !== this.fill) {
        text.say(`${this.colourOf(color)} rg`)
        this.fill = color
      }
      this.document.page.fonts[font.id] ??= font.ref()
      text.moveTo(line.x + x, baseline, { font: font.id, size: fontSize, spacing: characterSpacing })
      const [glyphs, positions] = font.encode(words)
      positions.forEach((position, i) => {
        text.glyph(glyphs[i] ?? NO_GLYPH, position)
      })
    }
    const operators = text.end()
    if (operators.length > 0) this.operators.push('BT', ...operators, 'ET')
  }
}

const NO_GLYPH = '0000'

interface Setting {
  readonly font: string
  readonly size: number
  /** Points between glyphs. */
  readonly spacing: number
}

/** Glyphs of a line as few operators: the pen goes on by itself where one piece begins at the end of another. */
class TextOperators {
  private readonly operators: string[] = []
  private parts: string[] = []
  private glyphs = ''
  private setting: Setting = { font: '', size: 1, spacing: 0 }
  private rise = 0
  private x = 0

  /** Something else than glyphs, at this place among them. */
  say(operator: string): void {
    this.flush()
    this.operators.push(operator)
  }

  /** The pen to where the next glyph stands. All pieces of a line have one baseline. */
  moveTo(x: number, baseline: number, setting: Setting): void {
    const { font, size, spacing } = this.setting
    if (setting.font !== font || setting.size !== size || setting.spacing !== spacing) {
      this.say(`/${setting.font} ${num(setting.size)} Tf ${num(setting.spacing)} Tc`)
      this.setting = setting
      // The page's y runs downwards, that of glyphs upwards.
      this.say(`1 0 0 -1 ${num(x)} ${num(baseline)} Tm`)
      this.x = x
      return
    }
    const shift = x - this.x
    if (Math.abs(shift) < NO_SHIFT) return
    this.skip((shift * 1000) / size)
    this.x = x
  }

  /** `code` is four hexadecimal digits. A mark stands beside or above the pen, which then goes on from where it was. */
  glyph(code: string, { advanceWidth, xAdvance, xOffset, yOffset }: Position): void {
    const { size, spacing } = this.setting
    if (yOffset !== this.rise) {
      this.say(`${num((yOffset * size) / 1000)} Ts`)
      this.rise = yOffset
    }
    if (xOffset !== 0) this.skip(xOffset)
    this.glyphs += code
    this.x += (xAdvance * size) / 1000 + spacing
    const more = xAdvance - advanceWidth - xOffset
    if (more !== 0) this.skip(more)
  }

  /** All operators, leaving no rise behind for the next line. */
  end(): readonly string[] {
    this.flush()
    if (this.rise !== 0) this.operators.push('0 Ts')
    return this.operators
  }

  private flush(): void {
    this.endGlyphs()
    if (this.parts.length > 0) this.operators.push(`[${this.parts.join(' ')}] TJ`)
    this.parts = []
  }

  /** To the right, in thousandths of the font's size. */
  private skip(thousandths: number): void {
    this.endGlyphs()
    this.parts.push(String(num(-thousandths)))
  }

  private endGlyphs(): void {
    if (this.glyphs !== '') this.parts.push(`<${this.glyphs}>`)
    this.glyphs = ''
  }
}
