import { LABEL_FILL, SIZE } from './measures.ts'
import type { LayoutNode, TableNode } from './nodes.ts'
import { formWidths, text, toFill } from './parts.ts'

/** Places to sign by hand. */

const TIME = '　　　　年　　月　　日　　时　　分'

/** Proof that a paper reached somebody: who and when (送达). */
export const receivedBy: readonly LayoutNode[] = [
  {
    columns: [
      { ...toFill('收件人签名：', 106), width: 175 },
      { ...text('□ 本人　□ 代理人', { noWrap: true, margin: [0, 8, 0, 0] }), width: '*' }
    ]
  },
  text(`送达时间：${TIME}`, { margin: [0, 6, 0, 2] })
]

export interface SignLine {
  readonly label: string
  /** Said in the field beside the room for the hand. */
  readonly hint: string
}

const LABEL_WIDTH = 6 * SIZE.body + 4
/** A signature with room to breathe: some 14 mm with the cell's padding. */
const ROW_HEIGHT = 38
/** Of one line of body text. */
const LINE_HEIGHT = 15.5

/** Sets a label of one or two lines in the middle of its row. */
const middle = (label: string): number => Math.max(0, (ROW_HEIGHT - label.split('\n').length * LINE_HEIGHT) / 2)

/** Rows to sign in, each with the time. */
export const signTable = (lines: readonly SignLine[]): TableNode => ({
  table: {
    widths: formWidths([LABEL_WIDTH, null]),
    body: lines.map(({ label, hint }) => [
      text(label, { fillColor: LABEL_FILL, alignment: 'center', margin: [0, middle(label), 0, 0] }),
      {
        columns: [
          { ...text(hint === '' ? ' ' : hint), width: '*' },
          {
            ...text(TIME, { noWrap: true, alignment: 'right', margin: [0, ROW_HEIGHT - LINE_HEIGHT, 0, 0] }),
            width: 180
          }
        ]
      }
    ]),
    heights: ROW_HEIGHT,
    dontBreakRows: true
  },
  layout: 'form'
})
