import type { AcceptancePaper, PaperDeferred } from '../papers.ts'
import { orElse } from './casePaper.ts'
import { chineseInstant } from './dates.ts'
import { dueText } from './days.ts'
import type { Inline, LayoutNode } from './nodes.ts'
import { centred, dateIn, type FieldRow, fieldGrid, text } from './parts.ts'
import { titledList } from './sections.ts'

/** What an acceptance notice says where a case was not accepted in the plain way; papers without it look as ever. */

/** 容缺后补: the pieces still to come. */
export const deferred = (paper: AcceptancePaper): readonly PaperDeferred[] => paper.deferred ?? []

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** A day, or the minute where an instant was recorded. */
const moment = (since: string): readonly Inline[] => (DATE.test(since) ? dateIn(since) : [chineseInstant(since)])

/** 许可法 32(1)(4): who is told nothing in time has been accepted since the day the materials came in. */
export const deemedSentence = (
  paper: AcceptancePaper,
  { since, source }: { readonly since: string; readonly source: string }
): readonly Inline[] => [
  `你（单位）提出的“${paper.itemName}”申请，本机关已于`,
  ...dateIn(paper.receivedOn),
  '收到。到',
  ...moment(since),
  '，告知期限已满，本机关没有一次性告知需要补正的全部内容，',
  { text: '该申请自收到申请材料之日起视为受理', bold: true },
  `（依据：${source}）。受理日期为`,
  ...dateIn(paper.acceptedOn),
  '，不因为没有告知而推后。'
]

export const count = (n: number): string => (n > 0 ? String(n) : '—')

/** Pieces that may follow, with their last days. */
export const deferredList = (title: string, pieces: readonly PaperDeferred[]): LayoutNode =>
  titledList(
    title,
    [
      { head: '序号', width: 24 },
      { head: '材料名称', width: null },
      { head: '原件', width: 26 },
      { head: '复印件', width: 34 },
      { head: '最迟补交日期（含当日）', width: 148 }
    ],
    pieces.map((piece, i) => [
      centred(String(i + 1)),
      text(orElse(piece.name)),
      centred(count(piece.originals)),
      centred(count(piece.copies)),
      text(dueText(piece.due), { bold: true, alignment: 'center' })
    ])
  )

const row = (label: string, names: readonly string[] | undefined, after: string): readonly FieldRow[] =>
  names === undefined || names.length === 0 ? [] : [[[label, `${names.join('；')}。${after}`]]]

/** Everything between the list of materials and the notes. */
export function accepted(paper: AcceptancePaper): readonly LayoutNode[] {
  const rows = [
    ...row('告知承诺', paper.committed, '由书面承诺代替，不必提交；本机关会核查承诺的内容。'),
    ...row('免于提交', paper.exempted, '由本机关自行核验，不必提交。'),
    ...row('当场更正', paper.corrected, '已经在窗口更正。')
  ]
  return [
    ...(deferred(paper).length > 0
      ? [
          deferredList(`容缺后补的材料（共 ${deferred(paper).length} 种）`, deferred(paper)),
          text('后补材料交齐后发放办理结果，承诺办结日期不变。', { margin: [0, 3, 0, 0] })
        ]
      : []),
    ...(rows.length > 0 ? [{ ...fieldGrid(rows), margin: [0, 7, 0, 0] } as const] : [])
  ]
}
