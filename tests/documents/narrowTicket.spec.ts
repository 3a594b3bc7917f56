import { execFileSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { TestPagePaper, TicketPaper } from '../../shared/documents/papers.ts'
import { codesOn, openPress, type Press, pagesOf } from './printed.ts'
import { acceptance, ticket } from './samples.ts'

vi.setConfig({ testTimeout: 60_000 })

let press: Press

beforeAll(async () => {
  press = await openPress()
}, 60_000)

afterAll(() => press.close())

const long: TicketPaper = {
  ...ticket,
  hall: {
    ...ticket.hall,
    name: '云溪街道党群服务中心暨便民服务中心第二分中心（北门大厅）',
    address: '云溪路1号'.repeat(6)
  },
  no: 'AB12345',
  groupName: '社会保障与劳动就业服务',
  counters: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
}

const testPage: TestPagePaper = {
  kind: 'testPage',
  hall: long.hall,
  use: 'ticket',
  printerName: '一楼自助取号机旁边的打印机',
  issuedAt: ticket.issuedAt,
  testId: 'test-1'
}

const mm = (points: number): number => (points / 72) * 25.4

const sizeOf = (file: string): readonly number[] =>
  (/^Page size:\s+([\d.]+) x ([\d.]+)/m.exec(execFileSync('pdfinfo', [file]).toString()) ?? [])
    .slice(1)
    .map((points) => Math.round(mm(Number(points)) * 10) / 10)

/** Leftmost and rightmost edge of any word, in millimetres. */
function edgesOf(file: string): readonly [number, number] {
  const words = execFileSync('pdftotext', ['-bbox', file, '-']).toString()
  const all = (name: string): number[] =>
    [...words.matchAll(new RegExp(`${name}="([\\d.]+)"`, 'g'))].map(([, at]) => Number(at))
  return [mm(Math.min(...all('xMin'))), mm(Math.max(...all('xMax')))]
}

const PAPERS = [ticket, long, testPage] as const

describe('a ticket on a roll of 58 mm', () => {
  test.each(PAPERS)('$kind: is as wide as the roll, one page as long as it needs', async (paper) => {
    const file = await press.print(paper, 0, 58)
    expect(sizeOf(file)[0]).toBe(58)
    expect(sizeOf(file)[1]).toBeGreaterThan(150)
    expect(pagesOf(file)).toHaveLength(1)
  })

  test.each(PAPERS)('$kind: stays within the 48 mm that the print head reaches (domain §15.1)', async (paper) => {
    const [left, right] = edgesOf(await press.print(paper, 2, 58))
    expect(left).toBeGreaterThanOrEqual(4.9)
    expect(right).toBeLessThanOrEqual(53.1)
  })

  test('has a code that a scanner reads, of the ticket and nothing else', async () => {
    expect(codesOn(await press.print(long, 0, 58), 1)).toEqual([`QR-Code:${long.ticketId}`])
    expect(codesOn(await press.print(testPage, 0, 58), 1)).toEqual(['QR-Code:test-1'])
  })

  test.each([ticket, long])('says what the wide one says', async (paper) => {
    const letters = async (roll: 80 | 58): Promise<string> =>
      [...pagesOf(await press.print(paper, 1, roll)).join('')].sort().join('')
    expect(await letters(58)).toBe(await letters(80))
  })

  test('a number of seven signs stays on one line', async () => {
    const text = execFileSync('pdftotext', ['-layout', await press.print(long, 0, 58), '-']).toString()
    expect(text.split('\n').map((line) => line.trim())).toContain(long.no)
  })

  test('the ruler of the test page fits, and the page says how long it is', async () => {
    expect(pagesOf(await press.print(testPage, 0, 58))[0]).toContain('上面的线应为40毫米长')
    expect(pagesOf(await press.print(testPage, 0, 80))[0]).toContain('上面的线应为50毫米长')
  })

  test('changes nothing about papers on A4', async () => {
    expect(sizeOf(await press.print(acceptance, 0, 58))).toEqual([210, 297])
  })
})
