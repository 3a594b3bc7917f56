import { describe, expect, test } from 'vitest'
import { timelineLine } from '../../renderer/counter/desk/model/timelineText.ts'
import { T } from '../../renderer/counter/desk/texts.ts'
import type { TimelineEntry } from '../../shared/projections/views.ts'

/** Every kind there is: a new one does not compile until it stands here. */
const KINDS = Object.keys({
  asked: 0,
  answered: 0,
  handOverOffered: 0,
  handOverAccepted: 0,
  handOverReturned: 0,
  received: 0,
  receipt: 0,
  corrected: 0,
  checked: 0,
  notice: 0,
  reminded: 0,
  accepted: 0,
  declined: 0,
  returned: 0,
  withdrawn: 0,
  procedureStarted: 0,
  procedureProlonged: 0,
  procedureEnded: 0,
  extensionRequested: 0,
  extensionApproved: 0,
  extensionDeclined: 0,
  submittedUpward: 0,
  returnedFromAbove: 0,
  opinion: 0,
  deferredReceived: 0,
  commitmentChecked: 0,
  commitmentBlocked: 0,
  recomputed: 0,
  decided: 0,
  delivered: 0,
  completed: 0,
  revealed: 0,
  printQueued: 0,
  printed: 0,
  printFailed: 0,
  printUnknown: 0
} satisfies Record<TimelineEntry['kind'], 0>) as TimelineEntry['kind'][]

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

  test('tells what came with an acceptance, and whether silence brought it about (许可法 32)', () => {
    const line = told({
      kind: 'accepted',
      detail: {
        promisedDue: '2026-12-21',
        deemed: true,
        deferred: '户口簿',
        commitments: '收入证明',
        localDue: '2026-12-01'
      }
    })
    expect(line.title).toContain('视为受理')
    expect(line.text).toContain('容缺后补：户口簿')
    expect(line.text).toContain('告知承诺：收入证明')
    expect(line.text).toContain('本级办到 2026年12月1日')
  })

  test('a notice that told late what was visible before is a fault (许可法 72(4))', () => {
    expect(told({ kind: 'notice', detail: { round: 2, fault: '首次漏看' } }).tone).toBe('bad')
  })

  test('never says "not ours" without saying where to go', () => {
    const { title, text } = told({
      kind: 'declined',
      detail: { kind: 'outsideAuthority', reason: '属区级职权', destination: '区行政审批局' }
    })
    expect(title).toBe('不予受理')
    expect(text).toContain('请到 区行政审批局')
  })

  test('names a material that the record only has by its id', () => {
    const line = timelineLine({ kind: 'deferredReceived', detail: { material: 'm3' } }, (id) => `${id}号材料`)
    expect(line.parts).toEqual(['m3号材料'])
  })

  test('a broken promise and a refusal stand out, a kept one and a grant do not', () => {
    expect(told({ kind: 'commitmentChecked', detail: { kept: false } }).tone).toBe('bad')
    expect(told({ kind: 'commitmentChecked', detail: { kept: true } }).tone).toBe('good')
    expect(told({ kind: 'decided', detail: { result: 'refused', reasons: '不符合条件' } })).toMatchObject({
      title: '决定：不予批准',
      tone: 'bad'
    })
    expect(told({ kind: 'opinion', detail: { office: '规划办', agrees: false } }).title).toBe('规划办不同意')
  })

  test('says how the result went out, and by whom it was received', () => {
    expect(told({ kind: 'delivered', detail: { method: 'post', recipient: '吉田阿梅' } }).text).toBe('邮寄 · 吉田阿梅')
  })

  test('leaves out what is not known instead of half a sentence', () => {
    for (const kind of KINDS) {
      const { title, parts } = told({ kind, detail: {} })
      expect(title, kind).not.toMatch(/^$|undefined|null|NaN| {2}/)
      expect(
        parts.filter((part) => /^$|[：\s]$|undefined|null/.test(part)),
        kind
      ).toEqual([])
    }
  })
})

test('who stands behind a number is told without gaps', () => {
  expect(T.person('female', '1949-12-31', 76)).toBe('女 · 1949-12-31 · 76 岁')
  expect(T.person(null, '1982-07-15', 44)).toBe('1982-07-15 · 44 岁')
})
