import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageReached } from '../../../shared/domain/people/cardText.ts'

/** Born on 1966-05-02. */
const CARD = '50010219660502996X'
const at = (today: string, text = CARD, age = 60) => ageReached(text, age, today)

describe('the age on a card', () => {
  it('is reached on the birthday, not the day before', () => {
    expect([at('2026-05-01'), at('2026-05-02')]).toEqual([false, true])
  })

  it.each([CARD.toLowerCase(), `${CARD}\r\n`, `姓名：单雨青|${CARD}|云溪街道`, '５００１０２１９６６０５０２９９６Ｘ'])(
    'is read from what readers type: %s',
    (text) => {
      expect(at('2026-11-23', text)).toBe(true)
    }
  )

  it.each(['', '单雨青', '500102196605029961', `1${CARD}`, `${CARD}7`, '50010219661302996X', '13800138000'])(
    'is not read from what is no resident number: %s',
    (text) => {
      expect(at('2026-11-23', text)).toBeNull()
    }
  )

  it('is found behind other digits that are no number of a card', () => {
    expect(at('2026-11-23', `500102196605029961 ${CARD}`)).toBe(true)
  })

  it('is an answer for any text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (text) => {
        expect([true, false, null]).toContain(at('2026-11-23', text))
      })
    )
  })
})
