import { mapGbkPrivateUse } from '../domain/people/privateUse.ts'
import type { Inline, InlineText, LayoutNode, PaperDefinition } from './layout/nodes.ts'

/**
 * A PDF sets a character that its font lacks as a blank or a box, and says nothing. So every text of a paper is split
 * into runs by what each font covers, and a character that none has stops the paper by name.
 */

/** Whether a font has a glyph for a code point. */
export type Covers = (face: string, codePoint: number) => boolean

export interface Fonts {
  /** In order of preference; the first is the face that papers are set in unless they name another. */
  readonly faces: readonly [string, ...string[]]
  readonly covers: Covers
}

/** The face of empty squares to write into: the only one that is made for what stands on this one paper. */
export const HAND_FACE = 'by-hand'

export interface Run {
  readonly text: string
  readonly face: string
}

/** Selects a form of the character before it; goes with that character and needs no glyph. */
const VARIATION_SELECTOR = /^[\u{fe00}-\u{fe0f}\u{e0100}-\u{e01ef}]$/u
/** Means nothing outside the system that made it; a font that has a glyph there shows something else. */
const PRIVATE_USE = /^\p{Co}$/u
/** Draws nothing by definition, so that leaving it out loses nothing on paper. */
const INVISIBLE = /^\p{Default_Ignorable_Code_Point}$/u

/**
 * Splits text into runs of one face each. Private-use code points of old GBK systems become the real characters first
 * (domain §13). `missing` lists every character that no face has, once each.
 */
export function splitRuns(
  text: string,
  fonts: Fonts
): { readonly ok: true; readonly runs: readonly Run[] } | { readonly ok: false; readonly missing: readonly string[] } {
  const missing = new Set<string>()
  const runs: Run[] = []
  const add = (char: string, face: string): void => {
    const last = runs.at(-1)
    if (last?.face === face) runs[runs.length - 1] = { face, text: last.text + char }
    else runs.push({ face, text: char })
  }
  for (const char of mapGbkPrivateUse(text)) {
    const current = runs.at(-1)?.face ?? fonts.faces[0]
    if (VARIATION_SELECTOR.test(char)) {
      if (runs.length > 0) add(char, current)
      continue
    }
    if (char === '\n') {
      add(char, current)
      continue
    }
    const face = faceFor(char, current, fonts)
    if (face !== null) add(char, face)
    else if (!INVISIBLE.test(char)) missing.add(char)
  }
  return missing.size > 0 ? { ok: false, missing: [...missing] } : { ok: true, runs }
}

function faceFor(char: string, current: string, { faces, covers }: Fonts): string | null {
  const codePoint = char.codePointAt(0) ?? 0
  if (PRIVATE_USE.test(char)) return faces.includes(HAND_FACE) && covers(HAND_FACE, codePoint) ? HAND_FACE : null
  // A combining mark is placed by the font of its base, or it lands beside it.
  if (/^\p{M}$/u.test(char) && covers(current, codePoint)) return current
  return faces.find((face) => covers(face, codePoint)) ?? null
}

/** A paper's own face comes before all others; the rest stays in its order, to fill what that one lacks. */
function startingWith(face: string | undefined, { faces, covers }: Fonts): Fonts {
  if (face === undefined || face === faces[0]) return { faces, covers }
  return { faces: [face, ...faces.filter((other) => other !== face)], covers }
}

/**
 * The same paper with a face on every run that its own face cannot set, in content, head and foot. Does not change
 * its input. Reprint and page numbers are digits, so that checking the head and foot of one page checks them all.
 */
export function applyFonts(
  definition: PaperDefinition,
  shelf: Fonts
):
  | { readonly ok: true; readonly definition: PaperDefinition }
  | { readonly ok: false; readonly missing: readonly string[] } {
  const missing = new Set<string>()
  const fonts = startingWith(definition.style.font, shelf)

  const inline = (item: Inline): readonly Inline[] => {
    const source: InlineText = typeof item === 'string' ? { text: item } : item
    const split = splitRuns(source.text, fonts)
    if (!split.ok) {
      for (const char of split.missing) missing.add(char)
      return []
    }
    return split.runs.map((run) =>
      run.face === fonts.faces[0] ? { ...source, text: run.text } : { ...source, text: run.text, font: run.face }
    )
  }

  const textOf = (content: string | readonly Inline[]): string | readonly Inline[] => {
    const items = (typeof content === 'string' ? [content] : content).flatMap(inline)
    const only = items.length === 1 && typeof content === 'string' ? items[0] : undefined
    if (typeof only === 'object' && only.font === undefined) return only.text
    return items.length === 0 ? '' : items
  }

  const node = (source: LayoutNode): LayoutNode => {
    if ('text' in source) return { ...source, text: textOf(source.text) }
    if ('stack' in source) return { ...source, stack: source.stack.map(node) }
    if ('columns' in source) return { ...source, columns: source.columns.map(node) }
    if ('table' in source) {
      return { ...source, table: { ...source.table, body: source.table.body.map((row) => row.map(node)) } }
    }
    return source
  }

  const { header, footer } = definition
  const content = definition.content.map(node)
  for (const copy of definition.copies) {
    if (header) node(header({ page: 1, pages: 1, copy }))
    if (footer) node(footer({ page: 1, pages: 1, copy }))
  }
  if (missing.size > 0) return { ok: false, missing: [...missing] }
  return {
    ok: true,
    definition: {
      ...definition,
      content,
      header: header ? (place) => node(header(place)) : null,
      footer: footer ? (place) => node(footer(place)) : null
    }
  }
}
