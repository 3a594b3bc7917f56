import { describe, expect, test } from 'vitest'
import { layoutPaper } from '../../shared/documents/layout/layoutPaper.ts'
import type { Inline, LayoutNode } from '../../shared/documents/layout/nodes.ts'
import type { CasePaperData } from '../../shared/documents/papers.ts'
import { TEMPLATE } from '../../shared/domain/printing/printing.ts'
import { acceptance, notice, PAPERS } from './samples.ts'

/** Fields whose words a layout chooses by, and the hall's own, which setup does not let be empty. */
const KEPT = new Set(['kind', 'docNo', 'caseNo', 'hall', 'result', 'cause', 'method'])
const DATE_OR_INSTANT = /^\d{4}-\d{2}-\d{2}(T.*)?$/

/** The same paper with nothing said: every text empty, whatever may be absent absent, lists as long as before. */
function emptied(value: unknown): unknown {
  if (typeof value === 'string') return DATE_OR_INSTANT.test(value) ? value : ''
  if (Array.isArray(value)) return value.map(emptied)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, KEPT.has(key) ? inner : emptied(inner)] as const)
  )
}

const plain = (content: string | readonly Inline[]): string =>
  (typeof content === 'string' ? [content] : content)
    .map((part) => (typeof part === 'string' ? part : part.text))
    .join('')

/** Cells of all tables, without the places that a spanning cell covers. */
function cells(node: LayoutNode): readonly LayoutNode[] {
  if ('stack' in node) return node.stack.flatMap(cells)
  if ('columns' in node) return node.columns.flatMap(cells)
  if (!('table' in node)) return []
  return node.table.body.flatMap((row) => {
    let covered = 0
    return row.filter((cell) => {
      if (covered > 0) {
        covered -= 1
        return false
      }
      covered = (cell.colSpan ?? 1) - 1
      return true
    })
  })
}

/** The two papers that were there first leave an empty remark or reason blank, and look as they were issued. */
const newer = PAPERS.filter(({ kind }) => kind !== acceptance.kind && kind !== notice.kind)

describe('a paper about which nothing is known', () => {
  test.each(newer)('$kind ($docNo): every cell says 未提供 or 无, none is blank', (paper) => {
    const nothing = emptied(paper) as CasePaperData
    const { content } = layoutPaper(nothing, { template: TEMPLATE, reprint: 0 })
    const all = content.flatMap(cells)
    expect(all.length).toBeGreaterThan(0)
    for (const cell of all) if ('text' in cell) expect(plain(cell.text).trim()).not.toBe('')
    expect(JSON.stringify(content)).toMatch(/未提供|无/)
  })
})
