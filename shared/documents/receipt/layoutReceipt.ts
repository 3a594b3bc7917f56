import type { PaperData } from '../papers.ts'
import type { ReceiptPart } from './receipt.ts'
import type { Roll } from './rolls.ts'
import { testPageLines } from './testPageLines.ts'
import { ticketLines } from './ticketLines.ts'

export interface ReceiptOptions {
  /** Version of the layouts the paper was issued with, as for `layoutPaper`. */
  readonly template: number
  /** 0 for the first print; from 1 on the receipt says 补打 with this count. */
  readonly reprint: number
  readonly roll: Roll
}

type Layout = (paper: PaperData, options: ReceiptOptions) => readonly ReceiptPart[] | null

const layoutV1: Layout = (paper, { reprint, roll }) => {
  if (paper.kind === 'ticket') return ticketLines(paper, reprint, roll)
  return paper.kind === 'testPage' && paper.use === 'ticket' ? testPageLines(paper, reprint, roll) : null
}

/** Once a version has been issued its layouts change no more; a new look is a new entry. */
const LAYOUTS: ReadonlyMap<number, Layout> = new Map([[1, layoutV1]])

/**
 * What a paper says as lines for a receipt printer. `null` for a kind that has no such form: forms to be signed and
 * sealed are not receipts. Throws RangeError for a template version that does not exist.
 */
export function layoutReceipt(paper: PaperData, options: ReceiptOptions): readonly ReceiptPart[] | null {
  const layout = LAYOUTS.get(options.template)
  if (!layout) throw new RangeError(`no receipts of template version ${options.template}`)
  return layout(paper, options)
}
