import type { PaperData } from '../documents/papers.ts'
import { mapGbkPrivateUse } from '../domain/people/privateUse.ts'
import { type GlyphRegister, isPrivateUse, mayLeaveToHand } from '../domain/printing/glyphs.ts'
import type { Json } from '../kernel/messages.ts'

/** A character of a paper that no font has. */
export interface GlyphLacking {
  readonly codePoint: number
  /** What stands around it on the paper, the character itself in it; at least one text. */
  readonly around: readonly string[]
  /** What the paper would be printed with now. */
  readonly way: 'none' | 'picture' | 'hand'
  /** The picture that the hall has of it. */
  readonly picture: string | null
  /** A private-use code point is another character on the next card: no picture of it can serve every paper. */
  readonly mayDraw: boolean
  readonly mayLeave: boolean
}

/** Characters before and after it that are shown. */
const AROUND = 12
const MOST_TEXTS = 3

/** Every text of a paper, from the outside in. */
function textsOf(value: Json): readonly string[] {
  if (typeof value === 'string') return [mapGbkPrivateUse(value)]
  if (Array.isArray(value)) return value.flatMap(textsOf)
  if (value !== null && typeof value === 'object') return Object.values(value).flatMap((one) => textsOf(one ?? null))
  return []
}

/** The text cut to what is near the character, by code point. */
function near(text: string, char: string): string {
  const chars = [...text]
  const at = chars.indexOf(char)
  const [from, to] = [Math.max(0, at - AROUND), Math.min(chars.length, at + AROUND + 1)]
  return `${from > 0 ? '…' : ''}${chars.slice(from, to).join('')}${to < chars.length ? '…' : ''}`
}

/** `characters`: those that no font has, as the maker of papers names them. */
export function glyphsLacking(
  register: GlyphRegister,
  docId: string,
  paper: PaperData,
  characters: readonly string[]
): readonly GlyphLacking[] {
  const texts = textsOf(paper as unknown as Json)
  const left = register.byHand.get(docId) ?? []
  return characters.map((char) => {
    const codePoint = char.codePointAt(0) ?? 0
    const picture = register.pictures.get(codePoint) ?? null
    const around = [...new Set(texts.filter((text) => text.includes(char)).map((text) => near(text, char)))]
    return {
      codePoint,
      around: around.length === 0 ? [char] : around.slice(0, MOST_TEXTS),
      way: picture !== null ? 'picture' : left.includes(codePoint) ? 'hand' : 'none',
      picture,
      mayDraw: !isPrivateUse(codePoint),
      mayLeave: mayLeaveToHand(paper.kind)
    }
  })
}
