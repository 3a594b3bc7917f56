import { assertNever } from '../../kernel/assertNever.ts'
import { contactCardLayout } from '../cards/contactCard.ts'
import type { PaperData } from '../papers.ts'
import type { RollWidth } from '../receipt/rolls.ts'
import { acceptanceNoticeLayout } from './acceptanceNotice.ts'
import { commitmentLetterLayout } from './commitmentLetter.ts'
import { daySheetLayout } from './daySheet.ts'
import { decisionLayout } from './decision.ts'
import { deferredMaterialsNoticeLayout } from './deferredMaterialsNotice.ts'
import { deliveryReceiptLayout } from './deliveryReceipt.ts'
import { enquiryNoticeLayout } from './enquiryNotice.ts'
import { excludedProcedureNoticeLayout } from './excludedProcedureNotice.ts'
import { extensionNoticeLayout } from './extensionNotice.ts'
import { handOverSlipLayout } from './handOverSlip.ts'
import type { PaperDefinition } from './nodes.ts'
import { nonAcceptanceDecisionLayout } from './nonAcceptanceDecision.ts'
import { notRequiredNoticeLayout } from './notRequiredNotice.ts'
import { oneTimeNoticeLayout } from './oneTimeNotice.ts'
import { powerOfAttorneyLayout } from './powerOfAttorney.ts'
import { receiptOfMaterialsLayout } from './receiptOfMaterials.ts'
import { returnNoticeLayout } from './returnNotice.ts'
import { testPageLayout } from './testPage.ts'
import { ticketLayout } from './ticket.ts'

export interface LayoutOptions {
  /** Version of the layouts the paper was issued with; a paper looks the same years later. */
  readonly template: number
  /** 0 for the first print; from 1 on the paper says 补打 with this count. */
  readonly reprint: number
  /** Of the printer it goes to, for what is printed on a roll; 80 mm when left out. */
  readonly roll?: RollWidth | undefined
}

function layoutV1(paper: PaperData, { reprint, roll }: LayoutOptions): PaperDefinition {
  switch (paper.kind) {
    case 'ticket':
      return ticketLayout(paper, reprint, roll)
    case 'testPage':
      return testPageLayout(paper, reprint, roll)
    case 'acceptanceNotice':
      return acceptanceNoticeLayout(paper, reprint)
    case 'oneTimeNotice':
      return oneTimeNoticeLayout(paper, reprint)
    case 'receiptOfMaterials':
      return receiptOfMaterialsLayout(paper, reprint)
    case 'enquiryNotice':
      return enquiryNoticeLayout(paper, reprint)
    case 'nonAcceptanceDecision':
      return nonAcceptanceDecisionLayout(paper, reprint)
    case 'notRequiredNotice':
      return notRequiredNoticeLayout(paper, reprint)
    case 'excludedProcedureNotice':
      return excludedProcedureNoticeLayout(paper, reprint)
    case 'extensionNotice':
      return extensionNoticeLayout(paper, reprint)
    case 'decision':
      return decisionLayout(paper, reprint)
    case 'deliveryReceipt':
      return deliveryReceiptLayout(paper, reprint)
    case 'returnNotice':
      return returnNoticeLayout(paper, reprint)
    case 'commitmentLetter':
      return commitmentLetterLayout(paper, reprint)
    case 'deferredMaterialsNotice':
      return deferredMaterialsNoticeLayout(paper, reprint)
    case 'powerOfAttorney':
      return powerOfAttorneyLayout(paper, reprint)
    case 'handOverSlip':
      return handOverSlipLayout(paper, reprint)
    case 'contactCard':
      return contactCardLayout(paper, reprint)
    case 'daySheet':
      return daySheetLayout(paper, reprint)
    default:
      return assertNever(paper, 'paper')
  }
}

/** Once a version has been issued its layouts change no more; a new look is a new entry. */
const LAYOUTS: ReadonlyMap<number, typeof layoutV1> = new Map([[1, layoutV1]])

/** Turns what a paper says into how it looks. Throws RangeError for a template version that does not exist. */
export function layoutPaper(paper: PaperData, options: LayoutOptions): PaperDefinition {
  const { template } = options
  const layout = LAYOUTS.get(template)
  if (!layout) throw new RangeError(`no layouts of template version ${template}`)
  return layout(paper, options)
}
