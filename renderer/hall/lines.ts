/** Text for a wall: set in lines of a known length, so that a page holds exactly what is seen and nothing is cut off. */

/** These may not begin a line; they hang over the end of the one before. */
const CLOSING = /^[，。、；：！？）》」』”’%…·,.;:!?)\]]$/

/** Width of a character in ems: Latin letters and digits take a little more than half of a 汉字. */
const widthOf = (character: string): number => (/[\u0020-\u007e]/.test(character) ? 0.62 : 1)

/** The lines of a text when `perLine` ems fit into each. Paragraphs stay apart; numbers and words stay whole. */
export function linesOf(text: string, perLine: number): readonly string[] {
  return text
    .split('\n')
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '')
    .flatMap((paragraph) => wrapped(paragraph, Math.max(1, perLine)))
}

function wrapped(paragraph: string, perLine: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  let width = 0
  // A phone number, a time or a word that is cut in two is read wrong.
  for (const piece of paragraph.match(/[A-Za-z0-9:.\-—–/]{1,24}|./gu) ?? []) {
    const needed = [...piece].reduce((sum, character) => sum + widthOf(character), 0)
    if (line !== '' && width + needed > perLine && !CLOSING.test(piece)) {
      lines.push(line.trimEnd())
      line = ''
      width = 0
    }
    if (line === '' && piece === ' ') continue
    line += piece
    width += needed
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()]
}

/** The same in pages of at most `perPage` lines, as even as they can be. At least one page, which may be empty. */
export function textPages(text: string, perLine: number, perPage: number): readonly (readonly string[])[] {
  const lines = linesOf(text, perLine)
  const pages = Math.max(1, Math.ceil(lines.length / Math.max(1, perPage)))
  const size = Math.ceil(lines.length / pages)
  return Array.from({ length: pages }, (_, i) => lines.slice(i * size, (i + 1) * size))
}
