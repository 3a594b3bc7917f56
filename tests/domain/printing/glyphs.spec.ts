import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  GLYPH_BYTES,
  GLYPH_LETTERS,
  inkOfGlyph,
  packGlyph,
  unpackGlyph
} from '../../../shared/domain/printing/glyphBitmap.ts'
import {
  codePointName,
  decideGlyphs,
  evolveGlyphs,
  type GlyphCommand,
  type GlyphEvent,
  glyphsFor,
  initialGlyphs
} from '../../../shared/domain/printing/glyphs.ts'
import { glyphsLacking } from '../../../shared/projections/glyphsLacking.ts'
import { acceptance, withName } from '../../documents/samples.ts'
import { INVENTED, pictureOf } from '../../printing/glyphs/pictures.ts'
import { given } from '../../support/given.ts'

/** 𰻝 of extension G and 𮯰 of extension I: names have them, fonts do not. */
const G = 0x30edd
const I = 0x2ebf0
const OLD = 0xe001

const OTHER = pictureOf((x, y) => x > 30 && x < 60 && y > 30 && y < 60)

const glyphs = given({ initial: initialGlyphs, decide: decideGlyphs, evolve: evolveGlyphs })

const draw = (codePoint: number, bitmap = INVENTED, lacking: readonly number[] = [G, I, OLD]): GlyphCommand => ({
  type: 'drawGlyph',
  codePoint,
  bitmap,
  source: 'file',
  lacking
})

const leave = (...codePoints: readonly number[]): GlyphCommand => ({
  type: 'leaveToHand',
  docId: 'd1',
  codePoints,
  lacking: [G, I, OLD],
  kind: 'acceptanceNotice'
})

const drawn = (codePoint: number, bitmap = INVENTED): GlyphEvent => ({
  type: 'GlyphDrawn',
  v: 1,
  data: { codePoint, bitmap, source: 'file' }
})

const left = (codePoint: number, docId = 'd1'): GlyphEvent => ({
  type: 'GlyphLeftToHand',
  v: 1,
  data: { docId, codePoint }
})

describe('a picture of a character that no font has', () => {
  test('is recorded with its source, and serves from then on', () => {
    const outcome = glyphs().when(draw(G))
    outcome.recorded([drawn(G)])
    expect(outcome.state.pictures.get(G)).toBe(INVENTED)
  })

  test('the same again changes nothing; another one takes its place', () => {
    glyphs(drawn(G)).when(draw(G)).nothing()
    const outcome = glyphs(drawn(G)).when(draw(G, OTHER))
    outcome.recorded([drawn(G, OTHER)])
    expect(outcome.state.pictures.get(G)).toBe(OTHER)
  })

  test('of a character that the fonts have is refused', () => {
    glyphs().when(draw(0x4dae)).refused('glyph-not-missing', { codePoint: 0x4dae })
    glyphs()
      .when(draw(G, INVENTED, []))
      .refused('glyph-not-missing')
  })

  test('of a private-use code point is refused: on the next card it is another character', () => {
    glyphs().when(draw(OLD)).refused('glyph-private-use')
  })

  test.each([
    ['nothing drawn', pictureOf(() => false), 'glyph-picture-empty'],
    ['a speck', pictureOf((x, y) => x < 3 && y < 5), 'glyph-picture-empty'],
    ['all black', pictureOf(() => true), 'glyph-picture-full'],
    ['a box that is nearly full', pictureOf((x) => x > 12), 'glyph-picture-full'],
    ['too short', INVENTED.slice(4), 'glyph-picture-size'],
    ['too long', `AAAA${INVENTED}`, 'glyph-picture-size'],
    ['no base64', `!${INVENTED.slice(1)}`, 'glyph-picture-size'],
    ['filled in the middle', `${INVENTED.slice(0, 9)}=${INVENTED.slice(10)}`, 'glyph-picture-size'],
    ['empty', '', 'glyph-picture-size']
  ])('%s is refused: a paper never has a blank or a box', (_what, bitmap, code) => {
    glyphs().when(draw(G, bitmap)).refused(code)
  })
})

describe('a square to write into', () => {
  test('is recorded for this paper, one fact a character, each once', () => {
    glyphs()
      .when(leave(G, I, G))
      .recorded([left(G), left(I)])
    glyphs(left(G))
      .when(leave(G, I))
      .recorded([left(I)])
    glyphs(left(G)).when(leave(G)).nothing()
  })

  test('is there for private-use code points too', () => {
    glyphs()
      .when(leave(OLD))
      .recorded([left(OLD)])
  })

  test('is refused for a character that the fonts have, or that has its picture; then nothing is recorded', () => {
    glyphs().when(leave(G, 0x4dae)).refused('glyph-not-missing', { codePoint: 0x4dae })
    glyphs(drawn(I)).when(leave(G, I)).refused('glyph-not-missing', { codePoint: I })
  })

  test('is refused on a contact card, which has no line to say what belongs there', () => {
    glyphs()
      .when({ type: 'leaveToHand', docId: 'd1', codePoints: [G], lacking: [G], kind: 'contactCard' })
      .refused('glyph-hand-no-room')
  })
})

describe('what a paper is made with', () => {
  const paper = withName(acceptance, '张\u{30edd}')
  const register = (...facts: readonly GlyphEvent[]) => facts.reduce(evolveGlyphs, initialGlyphs)

  test('is nothing beside the fonts, unless the paper has a character of the register', () => {
    expect(glyphsFor(initialGlyphs, 'd1', paper)).toBeNull()
    expect(glyphsFor(register(drawn(I)), 'd1', paper)).toBeNull()
    expect(glyphsFor(register(left(G, 'other')), 'd1', paper)).toBeNull()
  })

  test('is the picture on every paper, the square on the one it was left for', () => {
    expect(glyphsFor(register(drawn(G), drawn(I)), 'd1', paper)).toEqual({
      pictures: [{ codePoint: G, bitmap: INVENTED }],
      byHand: []
    })
    expect(glyphsFor(register(left(G)), 'd1', paper)).toEqual({ pictures: [], byHand: [G] })
    expect(glyphsFor(register(left(G)), null, paper)).toBeNull()
  })

  test('of any script: names of people from elsewhere have letters that fonts for Chinese lack', () => {
    for (const codePoint of [0x10d0, 0xe9, 0x1f600]) {
      const other = withName(acceptance, `尼诺${String.fromCodePoint(codePoint)}`)
      expect(glyphsFor(register(drawn(codePoint)), 'd1', other)?.pictures).toEqual([{ codePoint, bitmap: INVENTED }])
    }
  })

  test('a picture that is made later takes the place of the square', () => {
    expect(glyphsFor(register(left(G), drawn(G)), 'd1', paper)).toMatchObject({
      byHand: [],
      pictures: [{ codePoint: G }]
    })
  })

  test('an old private-use code point counts as the character it stands for (GB 18030-2022)', () => {
    const made = glyphsFor(register(drawn(0x4dae)), 'd1', withName(acceptance, '王\ue863'))
    expect(made?.pictures.map(({ codePoint }) => codePoint)).toEqual([0x4dae])
  })
})

describe('what is shown of a lacking character', () => {
  const paper = withName(acceptance, '欧阳\u{30edd}')

  test('the words of the paper around it, and what would be printed now', () => {
    const shown = (...facts: readonly GlyphEvent[]) =>
      glyphsLacking(facts.reduce(evolveGlyphs, initialGlyphs), 'd1', paper, ['\u{30edd}'])
    expect(shown()).toEqual([
      { codePoint: G, around: ['欧阳\u{30edd}'], way: 'none', picture: null, mayDraw: true, mayLeave: true }
    ])
    expect(shown(left(G))[0]).toMatchObject({ way: 'hand', picture: null })
    expect(shown(left(G), drawn(G))[0]).toMatchObject({ way: 'picture', picture: INVENTED })
    expect(glyphsLacking(initialGlyphs, 'd1', paper, ['\ue001'])[0]).toMatchObject({
      around: ['\ue001'],
      mayDraw: false
    })
  })

  test('a long text is cut by characters, not through them', () => {
    const long = withName(acceptance, `${'𠮷'.repeat(30)}\u{30edd}${'𠮷'.repeat(30)}`)
    const [one] = glyphsLacking(initialGlyphs, 'd1', long, ['\u{30edd}'])
    expect(one?.around).toEqual([`…${'𠮷'.repeat(12)}\u{30edd}${'𠮷'.repeat(12)}…`])
  })
})

describe('pictures as text', () => {
  test('come back as they were, and are what everybody else calls base64 (RFC 4648)', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: GLYPH_BYTES, maxLength: GLYPH_BYTES }), (bytes) => {
        const text = packGlyph(bytes)
        expect(text).toBe(Buffer.from(bytes).toString('base64'))
        expect(text).toHaveLength(GLYPH_LETTERS)
        expect(unpackGlyph(text)).toEqual(bytes)
        const ones = bytes.reduce((sum, byte) => sum + byte.toString(2).split('1').length - 1, 0)
        expect(inkOfGlyph(bytes)).toBe(ones)
      }),
      { numRuns: 20 }
    )
  })

  test('a code point is written as people write it', () => {
    expect([0x41, 0x4dae, G].map(codePointName)).toEqual(['U+0041', 'U+4DAE', 'U+30EDD'])
  })
})
