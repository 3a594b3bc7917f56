import { describe, expect, it } from 'vitest'
import { sheetOf } from '../../electron/printing/sheetOf.ts'
import { cardSides } from '../../shared/documents/cards/contactCard.ts'
import { ALL_ROLES, card } from '../documents/cardSamples.ts'
import * as samples from '../documents/samples.ts'

const FORMATS = ['sheet90x54', 'single85x54', 'A6', 'A5'] as const

describe('what a paper is printed on', () => {
  it('a paper of a case on A4, one side each: copies for two people are two sheets', () => {
    for (const paper of [samples.receipt, samples.enquiry]) {
      expect(sheetOf(paper)).toEqual({ media: 'A4', twoSided: false })
    }
  })

  it('a card on the sheet of its format', () => {
    expect(FORMATS.map((format) => sheetOf(card(format)).media)).toEqual(['A4', 'card', 'A6', 'A5'])
  })

  it('both sides when it has a back, and only then', () => {
    const cards = FORMATS.flatMap((format) => [card(format), card(format, { staff: ALL_ROLES })])
    for (const one of cards) expect(sheetOf(one).twoSided).toBe(cardSides(one) === 2)
    expect(new Set(cards.map((one) => sheetOf(one).twoSided)).size).toBe(2)
  })
})
