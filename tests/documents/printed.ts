import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createPdfService } from '../../electron/printing/pdfService.ts'
import type { CasePaperData, PaperData } from '../../shared/documents/papers.ts'
import type { RollWidth } from '../../shared/documents/receipt/rolls.ts'
import { buildWorker, RARE_FONT } from '../printing/pdfWorker.ts'

/** Papers as they come out of the PDF thread, read back by the tools of others: pdftotext, pdfinfo, zbarimg. */

export interface Press {
  /** Makes a paper and answers with the file. Throws when it could not be made. */
  print(paper: PaperData, reprint?: number, roll?: RollWidth): Promise<string>
  close(): Promise<void>
}

export async function openPress(): Promise<Press> {
  const built = await buildWorker()
  const pdf = createPdfService({ ...built, extraFontFiles: RARE_FONT ? [RARE_FONT] : [] })
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-papers-'))
  let count = 0
  return {
    async print(paper, reprint = 0, roll = 80) {
      const result = await pdf.render(paper, { reprint, roll })
      if (!result.ok) throw new Error(`${result.failure} ${result.detail}`)
      count += 1
      const file = path.join(folder, `${count}.pdf`)
      writeFileSync(file, result.document)
      return file
    },
    async close() {
      await pdf.close()
      built.remove()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** Without spaces and line ends, which depend on where a line happened to break. */
export const dense = (text: string): string => text.replace(/\s+/gu, '')

/** Text of each page in the order of its making: a cell is not torn apart. */
export const pagesOf = (file: string): readonly string[] =>
  execFileSync('pdftotext', ['-raw', file, '-']).toString().split('\f').slice(0, -1).map(dense)

/** What stands between head and foot of a page: pdfmake sets both after it. */
export const bodyOf = (page: string, paper: CasePaperData): string =>
  page.slice(0, page.lastIndexOf(dense(paper.hall.name + paper.docNo)))

/** `QR-Code:…` and `CODE-128:…` as a scanner at 200 dpi reads a page (from 1 on). */
export function codesOn(file: string, page: number): readonly string[] {
  const image = file.replace('.pdf', '')
  execFileSync('pdftoppm', ['-r', '200', '-f', `${page}`, '-l', `${page}`, '-gray', '-singlefile', file, image])
  return execFileSync('zbarimg', ['-q', `${image}.pgm`], { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim()
    .split('\n')
    .sort()
}
