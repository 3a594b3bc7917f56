import { describe, expect, test } from 'vitest'
import { timelineLine } from '../../renderer/counter/desk/model/timelineText.ts'
import { T } from '../../renderer/counter/desk/texts.ts'

const told = (entry: Parameters<typeof timelineLine>[0]) => {
  const line = timelineLine(entry)
  return { ...line, text: line.parts.join('\n') }
}

describe('a line of the timeline', () => {
  test('names the gaps of a notice and by when they are due', () => {
    const line = told({
      kind: 'notice',
      detail: { round: 1, docNo: '云溪街办告〔2026〕010001号', lapseOn: '2027-02-22', gaps: '户口簿', fault: null }
    })
    expect(line.title).toBe('一次性告知')
    expect(line.text).toContain('要补：户口簿')
    expect(line.text).toContain('补齐期限 2027年2月22日')
    expect(line.text).not.toContain('原因')
    expect(line.tone).toBe('wanting')
  })

  test('tells the fault of a second notice', () => {
    const line = told({
      kind: 'notice',
      detail: { round: 2, docNo: '', lapseOn: null, gaps: '照片', fault: '首次漏看' }
    })
    expect(line.title).toBe('第 2 次告知补正')
    expect(line.text).toContain('首次漏看')
  })

  test('shows both dates of an acceptance and says which one is provisional', () => {
    const detail = {
      docNo: '云溪街办受〔2026〕010001号',
      promisedDue: '2027-01-04',
      provisional: true,
      statutoryDue: '2027-01-18'
    }
    const { text } = told({ kind: 'accepted', detail })
    expect(text).toContain('承诺办结 2027年1月4日（暂定）')
    expect(text).toContain('法定期限 2027年1月18日')
  })

  test('says what to do about a print that failed, also for a reason it does not know', () => {
    expect(told({ kind: 'printFailed', detail: { reason: 'paper-out' } }).text).toContain('缺纸')
    expect(told({ kind: 'printFailed', detail: { reason: 'from-the-future' } }).text).not.toBe('')
  })

  test('leaves out what is not known instead of half a sentence', () => {
    for (const kind of [
      'received',
      'corrected',
      'checked',
      'notice',
      'accepted',
      'completed',
      'revealed',
      'printed'
    ] as const) {
      const half = told({ kind, detail: {} }).parts.filter((part) => /^$|[：\s]$|undefined|null/.test(part))
      expect(half).toEqual([])
    }
  })
})

test('who stands behind a number is told without gaps', () => {
  expect(T.person('female', '1949-12-31', 76)).toBe('女 · 1949-12-31 · 76 岁')
  expect(T.person(null, '1982-07-15', 44)).toBe('1982-07-15 · 44 岁')
})
