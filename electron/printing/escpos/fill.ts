/** Outlines to dots: closed polygons, filled by the non-zero rule, with the share of each dot that they cover. */

/** One closed ring of points, x and y in turn, in dots from the upper left corner. */
export type Ring = readonly number[]

/** Scan lines in one row of dots; across, the share is exact. */
const LINES_A_ROW = 5

interface Crossing {
  readonly x: number
  /** Which way the outline goes there. */
  readonly turn: 1 | -1
}

function crossingsAt(rings: readonly Ring[], y: number): readonly Crossing[] {
  const found: Crossing[] = []
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      const next = (i + 2) % ring.length
      const x0 = ring[i] ?? 0
      const y0 = ring[i + 1] ?? 0
      const x1 = ring[next] ?? 0
      const y1 = ring[next + 1] ?? 0
      // Its upper end belongs to an edge, its lower end does not: where two meet, one is counted.
      if (y0 <= y === y1 <= y) continue
      found.push({ x: x0 + ((y - y0) / (y1 - y0)) * (x1 - x0), turn: y1 > y0 ? 1 : -1 })
    }
  }
  return found.sort((a, b) => a.x - b.x)
}

/** The shares of a field of dots that have been covered so far, row by row; 1 is all of a dot. */
export interface Cover {
  readonly width: number
  readonly rows: number
  readonly shares: Float32Array
}

export const emptyCover = (width: number, rows: number): Cover => ({
  width,
  rows,
  shares: new Float32Array(width * rows)
})

function coverSpan({ width, shares }: Cover, row: number, from: number, to: number): void {
  const left = Math.max(0, from)
  const right = Math.min(width, to)
  for (let x = Math.floor(left); x < right; x++) {
    const at = row * width + x
    shares[at] = (shares[at] ?? 0) + (Math.min(right, x + 1) - Math.max(left, x)) / LINES_A_ROW
  }
}

/** Adds one shape to the field. What lies outside the field is left out. */
export function fill(cover: Cover, rings: readonly Ring[]): void {
  const heights = rings.flatMap((ring) => ring.filter((_, i) => i % 2 === 1))
  const top = Math.max(0, Math.floor(Math.min(...heights)))
  const bottom = Math.min(cover.rows, Math.ceil(Math.max(...heights)))
  for (let row = top; row < bottom; row++) {
    for (let line = 0; line < LINES_A_ROW; line++) {
      let winding = 0
      let from = 0
      for (const { x, turn } of crossingsAt(rings, row + (line + 0.5) / LINES_A_ROW)) {
        if (winding === 0) from = x
        winding += turn
        if (winding === 0) coverSpan(cover, row, from, x)
      }
    }
  }
}

/** Rows of bytes, the first dot in the highest bit; a dot is black from this share on. `width` is a multiple of 8. */
export function toBits({ width, rows, shares }: Cover, blackFrom: number): Uint8Array {
  const bits = new Uint8Array((width / 8) * rows)
  shares.forEach((share, i) => {
    if (share >= blackFrom) bits[i >> 3] = (bits[i >> 3] ?? 0) | (0x80 >> (i & 7))
  })
  return bits
}
