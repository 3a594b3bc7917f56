import { cardSides } from '../../shared/documents/cards/contactCard.ts'
import type { PaperData } from '../../shared/documents/papers.ts'
import { printerUseOfPaper } from '../../shared/domain/hall/printers.ts'
import type { Submission } from './printers.ts'

const CARD_MEDIA = { sheet90x54: 'A4', single85x54: 'card', A6: 'A6', A5: 'A5' } as const

/** What a paper is printed on: the size of the sheet, and whether its second page is the back of the first. */
export function sheetOf(paper: PaperData): Required<Pick<Submission, 'media' | 'twoSided'>> {
  if (paper.kind === 'contactCard') return { media: CARD_MEDIA[paper.format], twoSided: cardSides(paper) === 2 }
  return { media: printerUseOfPaper(paper) === 'ticket' ? 'roll' : 'A4', twoSided: false }
}
