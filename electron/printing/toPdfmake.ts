import type { LayoutNode, PagePlace, PaperDefinition } from '../../shared/documents/layout/nodes.ts'
import { code128Bars } from './barcode.ts'

/** A paper as pdfmake's layout takes it. It writes into what it is given: made anew for every document. */
export interface ComposablePaper {
  readonly pageSize: 'A4' | { readonly width: number; height: number | 'auto' }
  /** Left, top, right, bottom in points. */
  readonly margins: readonly [number, number, number, number]
  readonly style: Readonly<Record<string, unknown>>
  readonly info: Readonly<Record<string, unknown>>
  readonly language: string
  /** What every copy says. */
  readonly content: object
  readonly copies: readonly string[]
  readonly header: ((place: PagePlace) => object) | null
  readonly footer: ((place: PagePlace) => object) | null
}

/** Lifts a paper's definition into pdfmake's, bars drawn. */
export function toPdfmake(paper: PaperDefinition): ComposablePaper {
  const { header, footer } = paper
  return {
    content: { stack: paper.content.map(toNode) },
    pageSize: paper.pageSize === 'A4' ? 'A4' : { ...paper.pageSize },
    margins: paper.margins,
    style: { ...paper.style },
    // A date of its own would make two files of one paper.
    info: { Title: paper.title, Creator: 'linchuang', Producer: 'linchuang', CreationDate: new Date(paper.createdAt) },
    language: 'zh-CN',
    copies: paper.copies,
    header: header && ((place) => toNode(header(place))),
    footer: footer && ((place) => toNode(footer(place)))
  }
}

/** A copy that pdfmake may write into. */
function toNode(node: LayoutNode): object {
  if ('stack' in node) return { ...node, stack: node.stack.map(toNode) }
  if ('columns' in node) return { ...node, columns: node.columns.map(toNode) }
  if ('table' in node) {
    return {
      ...node,
      table: { ...node.table, widths: [...node.table.widths], body: node.table.body.map((row) => row.map(toNode)) }
    }
  }
  if ('text' in node) {
    return {
      ...node,
      text:
        typeof node.text === 'string'
          ? node.text
          : node.text.map((part) => (typeof part === 'string' ? part : { ...part }))
    }
  }
  if ('barcode' in node) {
    const { barcode, moduleWidth, height, ...rest } = node
    const canvas = code128Bars(barcode).map((bar) => ({
      type: 'rect',
      x: bar.x * moduleWidth,
      y: 0,
      w: bar.width * moduleWidth,
      h: height,
      lineWidth: 0,
      color: 'black'
    }))
    return { ...rest, canvas }
  }
  if ('canvas' in node) return { ...node, canvas: node.canvas.map((shape) => ({ ...shape })) }
  return { ...node }
}
