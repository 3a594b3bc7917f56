import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { layoutPaper } from '../../shared/documents/layout/layoutPaper.ts'
import type { PaperData } from '../../shared/documents/papers.ts'
import { acceptance, notice, ticket } from './samples.ts'

/**
 * A paper printed again years later looks as it did. Written anew only when somebody says so, and then looked at:
 *
 *   GOLDEN=papers npx vitest run tests/documents/issuedLook.spec.ts
 */
const FILE = path.join(import.meta.dirname, 'golden/template-1.json')

const look = (paper: PaperData) => {
  const { header, footer, ...rest } = layoutPaper(paper, { template: 1, reprint: 1 })
  const place = { page: 1, pages: 2, copy: '第一联' }
  return { ...rest, header: header?.(place) ?? null, footer: footer?.(place) ?? null }
}

const issued = { ticket: look(ticket), acceptanceNotice: look(acceptance), oneTimeNotice: look(notice) }

if (process.env['GOLDEN'] === 'papers') writeFileSync(FILE, `${JSON.stringify(issued, null, 1)}\n`)

describe('papers of template 1', () => {
  test.each(Object.entries(issued))('%s looks as it was issued', (kind, now) => {
    const then = (JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, unknown>)[kind]
    expect(JSON.parse(JSON.stringify(now))).toEqual(then)
  })
})
