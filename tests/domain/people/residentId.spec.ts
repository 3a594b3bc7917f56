import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseResidentId, residentIdCheckCharacter } from '../../../shared/domain/people/residentId.ts'

const today = '2026-09-18'
const parse = (raw: string) => parseResidentId(raw, { today })

describe('resident ID number (GB 11643-1999)', () => {
  it.each([
    ['11010519491231002X', '1949-12-31', 'female', 'citizen'],
    ['500102198511209985', '1985-11-20', 'female', 'citizen'],
    ['500102200002299994', '2000-02-29', 'male', 'citizen'],
    ['110101199107049997', '1991-07-04', 'male', 'citizen'],
    ['650102197908159988', '1979-08-15', 'female', 'citizen'],
    ['50010219660502996X', '1966-05-02', 'female', 'citizen'],
    ['810000198809099971', '1988-09-09', 'male', 'hkMoTw'],
    ['820000199303039986', '1993-03-03', 'female', 'hkMoTw']
  ])('accepts %s and reads birth and sex from it', (id, birth, sex, kind) => {
    expect(parse(id)).toEqual({ ok: true, id, birth, sex, kind, warnings: [] })
  })

  it('warns of an age over 120 years and accepts the number all the same', () => {
    expect(parse('440524188001010014')).toMatchObject({ ok: true, birth: '1880-01-01', warnings: ['id-age-over-120'] })
  })

  it('does not warn on the 120th birthday itself', () => {
    const body = '11010519060918996'
    const id = body + residentIdCheckCharacter(body)
    expect(parse(id)).toMatchObject({ ok: true, warnings: [] })
    expect(parseResidentId(id, { today: '2026-09-19' })).toMatchObject({ ok: true, warnings: ['id-age-over-120'] })
  })

  it.each(['911840198207150011', '931410198207150015', '944826198207150012'])(
    'accepts the permanent-residence number %s (since 2023-12-01) without guessing a sex',
    (id) => {
      expect(parse(id)).toMatchObject({ ok: true, kind: 'permanentResident', birth: '1982-07-15', sex: null })
    }
  )

  it('accepts a permanent-residence number whose birth cannot be read, with a warning', () => {
    const body = '91184019821315001'
    expect(parse(body + residentIdCheckCharacter(body))).toMatchObject({
      ok: true,
      birth: null,
      warnings: ['id-birth-unreadable']
    })
  })

  it.each([
    ['5001021985112099850', 'id-length'],
    ['50010219851120998', 'id-length'],
    ['', 'id-length'],
    ['500102198513209989', 'id-birth-invalid'],
    ['000102198511209987', 'id-area'],
    ['500102209911209985', 'id-birth-future'],
    ['5001021985112099X5', 'id-characters'],
    ['5O0102198511209985', 'id-characters'],
    ['500102851120998', 'id-first-generation'],
    ['500102198511209986', 'id-check-digit'],
    ['100102198511209985', 'id-area'],
    ['840000198809099971', 'id-area']
  ])('refuses %s as %s', (id, code) => {
    expect(parse(id)).toMatchObject({ ok: false, code })
  })

  it('refuses a 29 February that did not exist', () => {
    const body = '50010219000229999'
    expect(parse(body + residentIdCheckCharacter(body))).toMatchObject({ ok: false, code: 'id-birth-invalid' })
  })

  it('accepts a birth of today and refuses one of tomorrow', () => {
    const born = (date: string) => {
      const body = `500102${date}999`
      return parse(body + residentIdCheckCharacter(body))
    }
    expect(born('20260918')).toMatchObject({ ok: true, birth: '2026-09-18' })
    expect(born('20260919')).toMatchObject({ ok: false, code: 'id-birth-future' })
  })

  it.each([
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['11010519491231002x', '11010519491231002X'],
    ['50010219660502996x', '50010219660502996X'],
    [' 110105 19491231\u3000002x\n', '11010519491231002X'],
    ['\uFEFF500102\u200B198511209985', '500102198511209985']
  ])('normalises full width, lower case, blanks and invisible characters: %j', (raw, id) => {
    expect(parse(raw)).toMatchObject({ ok: true, id })
  })

  it('carries no part of the number in a refusal', () => {
    const bad = ['500102198511209986', '5O0102198511209985', '5001021985112099850']
    for (const id of bad) expect(JSON.stringify(parse(id))).not.toMatch(/\d{3,}/)
  })

  it('notices every single wrong digit and every swap of two neighbours', () => {
    const id = '500102198511209985'
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 17 }), fc.integer({ min: 0, max: 9 }), (at, digit) => {
        const wrong = id.slice(0, at) + digit + id.slice(at + 1)
        expect(parse(wrong).ok).toBe(wrong === id)
      })
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), (at) => {
        const swapped = id.slice(0, at) + id.charAt(at + 1) + id.charAt(at) + id.slice(at + 2)
        expect(parse(swapped).ok).toBe(swapped === id)
      })
    )
  })

  it('never throws, whatever is typed', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (raw) => typeof parse(raw).ok === 'boolean'))
  })
})
