import type { GlyphLacking } from '../../../../../shared/projections/glyphsLacking.ts'

/** A character that papers of one act lack: a picture of it serves them all, a square has to be left on each. */
export interface ActGlyph extends GlyphLacking {
  /** Papers that lack it. */
  readonly docIds: readonly string[]
}

const WORST = ['none', 'hand', 'picture'] as const
const MOST_TEXTS = 3

/** Characters in the order of the papers, each once. What is still open on one paper is open. */
export function glyphsOfAct(
  papers: readonly { readonly docId: string; readonly lacking: readonly GlyphLacking[] }[]
): readonly ActGlyph[] {
  const found = new Map<number, ActGlyph>()
  for (const { docId, lacking } of papers) {
    for (const one of lacking) {
      const known = found.get(one.codePoint)
      found.set(one.codePoint, {
        ...one,
        docIds: [...(known?.docIds ?? []), docId],
        around: [...new Set([...(known?.around ?? []), ...one.around])].slice(0, MOST_TEXTS),
        way: WORST.find((way) => way === one.way || way === known?.way) ?? 'none',
        mayLeave: one.mayLeave && (known?.mayLeave ?? true)
      })
    }
  }
  return [...found.values()]
}

/** What is to be gone through: those that are open, else all of them, to change one's mind. */
export function glyphsToDo(glyphs: readonly ActGlyph[]): readonly ActGlyph[] {
  const open = glyphs.filter(({ way }) => way === 'none')
  return open.length > 0 ? open : glyphs
}

export const WAYS = ['system', 'hand', 'file', 'drawn'] as const
export type Way = (typeof WAYS)[number]

/** Ways that are open for a character, the quickest first. */
export const waysFor = (glyph: Pick<ActGlyph, 'mayDraw' | 'mayLeave' | 'way'>, bySystem: boolean): readonly Way[] =>
  WAYS.filter((way) => {
    // A square would give way to a picture that is there already.
    if (way === 'hand') return glyph.mayLeave && glyph.way !== 'picture'
    return glyph.mayDraw && (way !== 'system' || bySystem)
  })
