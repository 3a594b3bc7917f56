import { cardSides } from '../../documents/cards/contactCard.ts'
import type { CardFormat, ContactCardPaper } from '../../documents/papers.ts'
import { type Refusal, refuse } from '../../kernel/result.ts'
import type { SheetCard } from './batch.ts'
import type { CardFacts } from './cardFacts.ts'
import { householdLabel } from './cards.ts'
import { type GridState, type KnownGrid, primaryOn } from './grid.ts'
import { HOTLINE } from './promises.ts'

export interface SheetWanted {
  readonly facts: CardFacts
  readonly version: number
  readonly format: CardFormat
  readonly bleed: boolean
  readonly cards: readonly SheetCard[]
  readonly issuedOn: string
}

export function contactCardPaper({ facts, cards, ...rest }: SheetWanted): ContactCardPaper {
  return {
    kind: 'contactCard',
    ...facts,
    ...rest,
    hotline: HOTLINE,
    cards: cards.map(({ cardNo, household }) => ({
      cardNo,
      household: household === null ? null : householdLabel(household)
    }))
  }
}

/** The grid when cards may be printed for it: a card without somebody who answers for the grid helps nobody. */
export function gridForCards(
  state: GridState | undefined,
  date: string
): { readonly ok: true; readonly grid: KnownGrid } | { readonly ok: false; readonly refusal: Refusal } {
  if (!state || state.status === 'none') return refuse('grid-unknown')
  if (state.status === 'closed') return refuse('grid-closed')
  return primaryOn(state, date) ? { ok: true, grid: state } : refuse('card-vacant', { name: state.name })
}

/** Nothing on a card is ever cut: one that does not hold everything is refused before it is printed. */
export const cardTooFull = (paper: ContactCardPaper): Refusal | null =>
  cardSides(paper) === null ? refuse('card-too-full', { name: paper.gridName }).refusal : null
