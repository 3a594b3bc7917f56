import type { DocumentDefinition } from 'pdfmake/js/index.js'
import type { LayoutNode, PagePlace, PaperDefinition } from '../../shared/documents/layout/nodes.ts'
import { code128Bars } from './barcode.ts'

/** Lifts a paper's definition into pdfmake's: copies after one another, bars drawn, page numbers counted by copy. */
export function toPdfmake(paper: PaperDefinition): DocumentDefinition {
  const { header, footer, copies } = paper
  const place = (page: number, pages: number): PagePlace => {
    // Every copy has the same words and so the same number of pages.
    const each = pages / copies.length
    const copy = Math.ceil(page / each) - 1
    return { page: page - copy * each, pages: each, copy: copies[copy] ?? '' }
  }
  return {
    content: copies.map((_, i) => ({
      stack: paper.content.map(toNode),
      ...(i > 0 && { pageBreak: 'before' })
    })),
    pageSize: paper.pageSize === 'A4' ? 'A4' : { ...paper.pageSize },
    pageMargins: [...paper.margins],
    defaultStyle: { ...paper.style },
    // A date of its own would make two files of one paper.
    info: { title: paper.title, creator: 'linchuang', producer: 'linchuang', creationDate: new Date(paper.createdAt) },
    language: 'zh-CN',
    ...(header && { header: (page: number, pages: number) => toNode(header(place(page, pages))) }),
    ...(footer && { footer: (page: number, pages: number) => toNode(footer(place(page, pages))) })
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
