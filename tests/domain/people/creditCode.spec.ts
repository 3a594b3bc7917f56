import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { creditCodeCheckSymbol, parseCreditCode } from '../../../shared/domain/people/creditCode.ts'

describe('unified social credit code (GB 32100-2015)', () => {
  it.each([
    '914403001922038216',
    '9144030071526726XG',
    '91330100799655058B',
    '91110000802100433B',
    '911100007109250324',
    '91100000100003962T',
    '91110000710926094P',
    '91440300192317458F',
    '91440300192181490G',
    '91440400192548256N',
    '9111000071093123XX',
    '91110108551385082Q',
    '11440100007482575H',
    '1150011255408455X1'
  ])('accepts %s with both of its check characters', (creditCode) => {
    expect(parseCreditCode(creditCode)).toEqual({ ok: true, creditCode, warnings: [] })
  })

  it('only warns where the inner organisation code (GB 11714) does not check', () => {
    const body = '1150010200000000X'
    expect(parseCreditCode(body + creditCodeCheckSymbol(body))).toMatchObject({
      ok: true,
      warnings: ['credit-code-inner-check']
    })
  })

  it.each([
    ['914403001922038217', 'credit-code-check'],
    ['914403001922038126', 'credit-code-check'],
    ['91440300192203821', 'credit-code-length'],
    ['', 'credit-code-length'],
    ['9144030071526726XI', 'credit-code-letters'],
    ['9I4403001922038216', 'credit-code-letters'],
    ['91440300Z922038216', 'credit-code-letters'],
    ['914403001922O38216', 'credit-code-letters'],
    ['91440300-1922038216', 'credit-code-characters']
  ])('refuses %s as %s', (raw, code) => {
    expect(parseCreditCode(raw)).toMatchObject({ ok: false, code })
  })

  it('names the letters that the code never uses, each once', () => {
    expect(parseCreditCode('9o4403o0192203821s')).toEqual({
      ok: false,
      code: 'credit-code-letters',
      letters: ['O', 'S']
    })
  })

  it('raises lower case and full width', () => {
    expect(parseCreditCode('9144030071526726xg')).toMatchObject({ ok: true, creditCode: '9144030071526726XG' })
    expect(parseCreditCode('９１４４０３００ 1922038216')).toMatchObject({ ok: true })
  })

  it('has a check symbol for every body, 0 included, and accepts what it made', () => {
    const symbol = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY')
    const seen = new Set<string>()
    fc.assert(
      fc.property(fc.array(symbol, { minLength: 17, maxLength: 17 }), (symbols) => {
        const check = creditCodeCheckSymbol(symbols.join(''))
        seen.add(check)
        expect(parseCreditCode(symbols.join('') + check)).toMatchObject({ ok: true })
      }),
      { numRuns: 1000, seed: 1 }
    )
    expect(seen.size).toBe(31)
  })

  it('notices every single wrong symbol', () => {
    const creditCode = '914403001922038216'
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 17 }),
        fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
        (at, symbol) => {
          const wrong = creditCode.slice(0, at) + symbol + creditCode.slice(at + 1)
          expect(parseCreditCode(wrong).ok).toBe(wrong === creditCode)
        }
      )
    )
  })
})
