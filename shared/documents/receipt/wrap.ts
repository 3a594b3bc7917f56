import { clustersOf, widthOf } from './columns.ts'

/** Never at the start of a line (GB/T 15834—2011, 5.1); the dash holds a span of times together. */
const CLOSING = /^[，。、；：！？…—–·％%）》〉」』】〕〗”’]/u
/** Never at the end of one. */
const OPENING = /[（《〈「『【〔〖“‘]$/u
const WORD_END = /[!-~–]$/
const WORD_START = /^[!-~]/

/** What stays on one line where it can: a word or figure, a character with its marks of punctuation, or a space. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[] = []
  for (const cluster of clustersOf(text)) {
    const last = pieces.at(-1)
    const belongs =
      last !== undefined &&
      last !== ' ' &&
      cluster !== ' ' &&
      (CLOSING.test(cluster) || OPENING.test(last) || (WORD_END.test(last) && WORD_START.test(cluster)))
    if (belongs) pieces[pieces.length - 1] = last + cluster
    else pieces.push(cluster)
  }
  return pieces
}

/**
 * Breaks a text into lines of at most `columns`, never within a character; a word or a run of punctuation is broken
 * only where it is longer than a line. Spaces at the break are dropped. `columns` is 2 or more.
 */
export function wrap(text: string, columns: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trimEnd())
    line = ''
  }
  for (const piece of piecesOf(text)) {
    if (widthOf(line + piece) > columns) end()
    if (piece === ' ' && line === '') continue
    for (const cluster of widthOf(piece) > columns ? clustersOf(piece) : [piece]) {
      if (widthOf(line + cluster) > columns) end()
      line += cluster
    }
  }
  end()
  return lines
}

/** The same with as few lines as that takes, of about the same length: a name on two lines is read as one. */
export function wrapEvenly(text: string, columns: number): readonly string[] {
  const { length } = wrap(text, columns)
  for (let width = 2; width < columns; width++) {
    const lines = wrap(text, width)
    if (lines.length === length) return lines
  }
  return wrap(text, columns)
}
