import { GLYPH_SIDE } from '../../../shared/domain/printing/glyphBitmap.ts'

/** Points in turn, x and y, of one closed line; the first one is not repeated. */
export type Contour = readonly (readonly [x: number, y: number])[]

type Point = readonly [x: number, y: number]

const key = ([x, y]: Point): number => y * (GLYPH_SIDE + 1) + x

/** The borders of every black dot to a white one, by where they begin; black lies to the right of each. */
function bordersOf(bytes: Uint8Array): Map<number, (readonly [from: Point, to: Point])[]> {
  const black = (x: number, y: number): boolean =>
    x >= 0 &&
    y >= 0 &&
    x < GLYPH_SIDE &&
    y < GLYPH_SIDE &&
    (((bytes[(y * GLYPH_SIDE + x) >> 3] ?? 0) >> (7 - (x & 7))) & 1) === 1
  const borders = new Map<number, (readonly [Point, Point])[]>()
  const add = (from: Point, to: Point): void => {
    borders.set(key(from), [...(borders.get(key(from)) ?? []), [from, to]])
  }
  for (let y = 0; y < GLYPH_SIDE; y++) {
    for (let x = 0; x < GLYPH_SIDE; x++) {
      if (!black(x, y)) continue
      if (!black(x, y - 1)) add([x, y], [x + 1, y])
      if (!black(x + 1, y)) add([x + 1, y], [x + 1, y + 1])
      if (!black(x, y + 1)) add([x + 1, y + 1], [x, y + 1])
      if (!black(x - 1, y)) add([x, y + 1], [x, y])
    }
  }
  return borders
}

/**
 * The outline of a picture in dots, y downwards: rings around the black clockwise, around holes the other way. One
 * outline instead of a rectangle for every run of dots, between which viewers leave hair lines.
 */
export function outlineOfPicture(bytes: Uint8Array): readonly Contour[] {
  const borders = bordersOf(bytes)
  const contours: Contour[] = []
  for (const begins of borders.values()) {
    for (let first = begins.pop(); first; first = begins.pop()) contours.push(ringFrom(first, borders))
  }
  return contours
}

function ringFrom(
  [start, second]: readonly [Point, Point],
  borders: Map<number, (readonly [Point, Point])[]>
): Contour {
  const corners: Point[] = []
  let [from, to] = [start, second]
  for (;;) {
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
    if (key(to) === key(start)) break
    const out = borders.get(key(to)) ?? []
    // Where two dots touch by a corner the line stays with its own dot: it turns to the right.
    const right = out.findIndex(([a, b]) => b[0] - a[0] === -dy && b[1] - a[1] === dx)
    const [next] = out.splice(Math.max(0, right), 1)
    if (!next) break
    const [nx, ny] = [next[1][0] - next[0][0], next[1][1] - next[0][1]]
    if (nx !== dx || ny !== dy) corners.push(to)
    ;[from, to] = next
  }
  const [before, after] = [corners.at(-1), corners[0]]
  const straight = before && after && (before[0] === after[0] || before[1] === after[1])
  return straight ? corners : [start, ...corners]
}
