import type { BoardPage } from '../../shared/domain/hall/service.ts'
import type { HallView } from '../../shared/projections/views.ts'
import { linesOf, textPages } from './lines.ts'

/** The lower part of the screen shows the counters and the hall's notices in turn. */

export type Panel =
  | {
      readonly kind: 'counters'
      readonly counters: HallView['counters']
      /** From 1. */
      readonly page: number
      readonly pages: number
    }
  | {
      readonly kind: 'page'
      readonly about: BoardPage['kind']
      readonly title: readonly string[]
      readonly lines: readonly string[]
      readonly page: number
      readonly pages: number
    }

/** What fits on one panel. */
export interface Room {
  /** Ems of text in a line. */
  readonly perLine: number
  /** Lines on a page, those of the title among them. */
  readonly lines: number
  /** Rows of counters that can still be read from afar. */
  readonly rows: number
}

/** A title is set so much larger than its text, in lines of the same height. */
const TITLE = 1.1

/** Counters stand in so many columns … */
export const COLUMNS = 3
/** … and rows, where there is room; names that need two lines take more of it. */
const ROWS = 4
const ROWS_OF_LONG_NAMES = 3
/** Up to this many characters a counter's name stands in one line. */
export const USUAL_COUNTER_NAME = 4

const isLong = ({ name }: { readonly name: string }): boolean => [...name].length > USUAL_COUNTER_NAME

/** As many even parts as are needed. */
function parts<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.max(1, Math.ceil(items.length / most))
  const size = Math.ceil(items.length / count)
  return Array.from({ length: count }, (_, i) => items.slice(i * size, (i + 1) * size))
}

/** All panels of a hall in their order: counters first, then each notice, longer ones over several. */
export function panelsOf(view: Pick<HallView, 'counters' | 'board'>, room: Room): readonly Panel[] {
  const { counters, board } = view
  const fits = (rows: number): number => COLUMNS * Math.min(rows, room.rows)
  const most = counters.some(isLong) ? fits(ROWS_OF_LONG_NAMES) : fits(ROWS)
  const counterParts = parts(counters, most)
  const shown: Panel[] =
    counters.length === 0 && board.pages.length > 0
      ? []
      : counterParts.map((some, i) => ({
          kind: 'counters' as const,
          counters: some,
          page: i + 1,
          pages: counterParts.length
        }))
  const notices = board.pages.flatMap(({ kind, title: words, text }): readonly Panel[] => {
    const title = linesOf(words, room.perLine / TITLE)
    const texts = textPages(text, room.perLine, room.lines - title.length)
    return texts.map((lines, i) => ({ kind: 'page', about: kind, title, lines, page: i + 1, pages: texts.length }))
  })
  return [...shown, ...notices]
}

/** Which of `count` panels is shown at `now`, each for `seconds`. All screens of a hall turn at the same moment. */
export const panelAt = (count: number, seconds: number, now: number): number =>
  count === 0 ? 0 : Math.floor(now / 1000 / Math.max(1, seconds)) % count
