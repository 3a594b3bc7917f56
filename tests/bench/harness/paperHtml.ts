/// <reference path="../../../electron/printing/pdfmake.d.ts" />
import qr from 'pdfmake/js/qrEnc.js'
import { code128Bars } from '../../../electron/printing/barcode.ts'
import { CELL } from '../../../shared/documents/layout/measures.ts'
import type {
  Inline,
  LayoutNode,
  PaperDefinition,
  Styled,
  TableNode,
  TextStyle
} from '../../../shared/documents/layout/nodes.ts'

/**
 * A paper as a page for a browser: the same words in the same sizes, tables with the same columns, both codes as
 * drawings. Head and foot stand once a copy, because a browser cannot repeat them without a far slower way of printing.
 */

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (char) => `&#${char.codePointAt(0)};`).replaceAll('\n', '<br>')

/** Height of a line of the papers' font, as pdfmake takes it. */
const LINE = 1.448

function css({ fontSize, bold, color, characterSpacing, noWrap, lineHeight }: TextStyle): string {
  return [
    fontSize ? `font-size:${fontSize}pt` : '',
    bold === undefined ? '' : `font-weight:${bold ? 700 : 400}`,
    color ? `color:${color}` : '',
    characterSpacing ? `letter-spacing:${characterSpacing}pt` : '',
    noWrap ? 'white-space:nowrap' : '',
    lineHeight ? `line-height:${LINE * lineHeight}` : ''
  ]
    .filter((rule) => rule !== '')
    .join(';')
}

function box(node: Styled & { readonly width?: number | 'auto' | '*' }): string {
  const { margin, alignment, leadingIndent, width } = node
  return [
    css(node),
    margin ? `margin:${margin[1]}pt ${margin[2]}pt ${margin[3]}pt ${margin[0]}pt` : '',
    alignment ? `text-align:${alignment}` : '',
    leadingIndent ? `text-indent:${leadingIndent}pt` : '',
    width === undefined
      ? ''
      : typeof width === 'number'
        ? `flex:none;width:${width}pt`
        : `flex:${width === '*' ? 1 : 'none'}`
  ]
    .filter((rule) => rule !== '')
    .join(';')
}

const inline = (part: Inline): string =>
  typeof part === 'string' ? escaped(part) : `<span style="${css(part)}">${escaped(part.text)}</span>`

const svg = (width: number, height: number, content: string): string =>
  `<svg width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">${content}</svg>`

interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  readonly color: string
}

const rect = ({ x, y, w, h, color }: Rect): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${color}"/>`

function table({ table: { widths, body }, layout }: TableNode): string {
  const columns = widths.map((width) => `<col style="width:${width + 2 * CELL.padX}pt">`).join('')
  const rows = body.map((row) => {
    let spanned = 0
    const cells = row.map((cell) => {
      if (spanned > 0) {
        spanned -= 1
        return ''
      }
      const { colSpan = 1, fillColor } = cell
      spanned = colSpan - 1
      return `<td colspan="${colSpan}"${fillColor ? ` style="background:${fillColor}"` : ''}>${html(cell)}</td>`
    })
    return `<tr>${cells.join('')}</tr>`
  })
  return `<table class="${layout}"><colgroup>${columns}</colgroup>${rows.join('')}</table>`
}

function content(node: LayoutNode): string {
  if ('text' in node) return (typeof node.text === 'string' ? [node.text] : node.text).map(inline).join('')
  if ('stack' in node) return node.stack.map(html).join('')
  if ('columns' in node) return `<div class="columns">${node.columns.map(html).join('')}</div>`
  if ('table' in node) return table(node)
  if ('qr' in node) {
    const { _canvas: modules, _width: side } = qr.measure({ qr: node.qr, fit: node.fit, eccLevel: node.eccLevel })
    return svg(side, side, modules.map(rect).join(''))
  }
  if ('barcode' in node) {
    const bars = code128Bars(node.barcode).map((bar) => ({
      x: bar.x * node.moduleWidth,
      y: 0,
      w: bar.width * node.moduleWidth,
      h: node.height,
      color: '#000'
    }))
    const last = bars.at(-1)
    return svg(last ? last.x + last.w : 0, node.height, bars.map(rect).join(''))
  }
  return node.canvas.some((shape) => shape.type === 'line') ? '<hr>' : ''
}

const html = (node: LayoutNode): string => `<div style="${box(node)}">${content(node)}</div>`

/** What stands in the body of the page. */
export function htmlOf({ content: nodes, copies, header, footer, style, margins }: PaperDefinition): string {
  const place = (copy: string) => ({ page: 1, pages: 1, copy })
  const sides = `margin-left:${margins[0]}pt;margin-right:${margins[2]}pt`
  return copies
    .map(
      (copy) =>
        `<section style="${css(style)}">${header ? html(header(place(copy))) : ''}` +
        `<main style="${sides}">${nodes.map(html).join('')}</main>${footer ? html(footer(place(copy))) : ''}</section>`
    )
    .join('')
}

/** The page itself, kept from one paper to the next. `fontsFolder` is a URL that ends in a slash. */
export const shellOf = (fontsFolder: string): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><style>
@font-face { font-family: paper; font-weight: 400; src: url("${fontsFolder}NotoSerifSC_400Regular.ttf") }
@font-face { font-family: paper; font-weight: 700; src: url("${fontsFolder}NotoSansSC_700Bold.ttf") }
@page { size: A4; margin: 8.5mm 0 8mm }
body { margin: 0; font: 10.5pt/${LINE} paper }
section + section { break-before: page }
.columns { display: flex }
table { border-collapse: collapse; table-layout: fixed }
tr { break-inside: avoid }
td { padding: ${CELL.padY}pt ${CELL.padX}pt; vertical-align: top }
.form td, .titled td { border: ${CELL.line}pt solid }
.bare td { padding: 1pt 0 }
hr { border: 0; border-top: ${CELL.line}pt solid; margin: 2pt 0 }
svg { display: block }
</style></head><body><b>一</b><i>一</i></body></html>
`
