import type { PaperData } from '../../documents/papers.ts'
import { assertNever } from '../../kernel/assertNever.ts'
import type { NewEvent } from '../../kernel/messages.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { mapGbkPrivateUse } from '../people/privateUse.ts'
import { glyphFault } from './glyphBitmap.ts'

/**
 * Characters that no font of the papers has. Somebody makes a picture of one, which then serves every paper with that
 * character; or one paper gets a square to write it into by hand. Both are facts before anything prints
 * (GB 18030-2022: a service to the public has to take every name there is).
 */

/** The register of the hall: one stream. */
export const GLYPHS = 'glyphs'

/** Where a picture comes from: a font of this PC, a file, or a hand on the screen. */
export const GLYPH_SOURCES = ['system', 'file', 'drawn'] as const
export type GlyphSource = (typeof GLYPH_SOURCES)[number]

export type GlyphEvent =
  /** `bitmap`: see `glyphBitmap.ts`. A later picture takes the place of an earlier one. */
  | NewEvent<'GlyphDrawn', { readonly codePoint: number; readonly bitmap: string; readonly source: GlyphSource }>
  /** On this one paper the character is written by hand. */
  | NewEvent<'GlyphLeftToHand', { readonly docId: string; readonly codePoint: number }>

export interface GlyphRegister {
  /** Pictures by code point. */
  readonly pictures: ReadonlyMap<number, string>
  /** Code points by paper. */
  readonly byHand: ReadonlyMap<string, readonly number[]>
}

export const initialGlyphs: GlyphRegister = { pictures: new Map(), byHand: new Map() }

export function evolveGlyphs(state: GlyphRegister, event: GlyphEvent): GlyphRegister {
  switch (event.type) {
    case 'GlyphDrawn':
      return { ...state, pictures: new Map(state.pictures).set(event.data.codePoint, event.data.bitmap) }
    case 'GlyphLeftToHand': {
      const { docId, codePoint } = event.data
      return { ...state, byHand: new Map(state.byHand).set(docId, [...(state.byHand.get(docId) ?? []), codePoint]) }
    }
    default:
      return assertNever(event, 'glyph event')
  }
}

/** Code points of the paper at hand that no font has; what the fonts have is found out beside the domain. */
interface OnPaper {
  readonly lacking: readonly number[]
}

export type GlyphCommand =
  | (OnPaper & {
      readonly type: 'drawGlyph'
      readonly codePoint: number
      readonly bitmap: string
      readonly source: GlyphSource
    })
  | (OnPaper & {
      readonly type: 'leaveToHand'
      readonly docId: string
      readonly codePoints: readonly number[]
      readonly kind: PaperData['kind']
    })

/** Private-use code points (Unicode: category Co). */
export const isPrivateUse = (codePoint: number): boolean => /^\p{Co}$/u.test(String.fromCodePoint(codePoint))

/** A contact card is full to its edge: no line is left that could say what belongs into the square. */
export const mayLeaveToHand = (kind: PaperData['kind']): boolean => kind !== 'contactCard'

/**
 * Refuses a picture of the wrong size, an empty and a full one (`glyph-picture-size`, `-empty`, `-full`), a character
 * that needs nothing (`glyph-not-missing`), a picture for a private-use code point (`glyph-private-use`: on another
 * card it is another character, so that it can be settled for one paper only) and a square on a paper without room for
 * its explanation (`glyph-hand-no-room`). The same again changes nothing.
 */
export function decideGlyphs(state: GlyphRegister, command: GlyphCommand): Decision<GlyphEvent> {
  switch (command.type) {
    case 'drawGlyph': {
      const { codePoint, bitmap, source, lacking } = command
      if (!lacking.includes(codePoint)) return refuse('glyph-not-missing', { codePoint })
      if (isPrivateUse(codePoint)) return refuse('glyph-private-use', { codePoint })
      const fault = glyphFault(bitmap)
      if (fault) return refuse(fault, { codePoint })
      if (state.pictures.get(codePoint) === bitmap) return accept([])
      return accept<GlyphEvent>([{ type: 'GlyphDrawn', v: 1, data: { codePoint, bitmap, source } }])
    }
    case 'leaveToHand': {
      const { docId, codePoints, lacking, kind } = command
      if (!mayLeaveToHand(kind)) return refuse('glyph-hand-no-room')
      const needless = codePoints.find((one) => !lacking.includes(one) || state.pictures.has(one))
      if (needless !== undefined) return refuse('glyph-not-missing', { codePoint: needless })
      const before = state.byHand.get(docId) ?? []
      const fresh = [...new Set(codePoints)].filter((one) => !before.includes(one))
      return accept<GlyphEvent>(
        fresh.map((codePoint) => ({ type: 'GlyphLeftToHand', v: 1, data: { docId, codePoint } }))
      )
    }
    default:
      return assertNever(command, 'glyph command')
  }
}

/** What a paper is made with beside its fonts. */
export interface MadeGlyphs {
  readonly pictures: readonly { readonly codePoint: number; readonly bitmap: string }[]
  /** Empty squares. A font or a picture of the same character goes before. */
  readonly byHand: readonly number[]
}

/** ASCII, which every font of the papers has, ends before it. */
const FIRST_RARE = 0x80

/** Of the register what this paper needs; `null` for nothing, which is nearly always. `docId` is `null` before issue. */
export function glyphsFor(register: GlyphRegister, docId: string | null, paper: PaperData): MadeGlyphs | null {
  const left = docId === null ? [] : (register.byHand.get(docId) ?? [])
  const byHand = left.filter((codePoint) => !register.pictures.has(codePoint))
  if (register.pictures.size === 0 && byHand.length === 0) return null
  const used = new Set<number>()
  for (const char of mapGbkPrivateUse(JSON.stringify(paper))) {
    const codePoint = char.codePointAt(0) ?? 0
    if (codePoint >= FIRST_RARE && register.pictures.has(codePoint)) used.add(codePoint)
  }
  if (used.size === 0 && byHand.length === 0) return null
  const pictures = [...used]
    .sort((a, b) => a - b)
    .flatMap((codePoint) => {
      const bitmap = register.pictures.get(codePoint)
      return bitmap === undefined ? [] : [{ codePoint, bitmap }]
    })
  return { pictures, byHand }
}

/** As people write a code point: `U+30EDD`. */
export const codePointName = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
