/** Black dots of a picture, for comparing what two programs have drawn. */

export interface Bitmap {
  readonly width: number
  readonly height: number
  /** 1 is black, row by row. */
  readonly bits: Uint8Array
}

/** A bitmap cut down to its ink. */
export interface Ink extends Bitmap {
  /** Where the ink begins in the whole picture. */
  readonly left: number
}

export function bitmapOf(picture: {
  readonly widthBytes: number
  readonly rows: number
  readonly bytes: Uint8Array
}): Bitmap {
  const width = picture.widthBytes * 8
  const bits = new Uint8Array(width * picture.rows).map((_, i) => ((picture.bytes[i >> 3] ?? 0) >> (7 - (i & 7))) & 1)
  return { width, height: picture.rows, bits }
}

/** A part of a page that pdftoppm has drawn in grey (PGM, binary); black where ink covers four tenths of a dot. */
export function pageBitmap(
  pgm: Buffer,
  box: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
): Bitmap {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 64).toString('latin1'))
  if (!head) throw new Error('no PGM')
  const pageWidth = Number(head[1])
  const [left, top] = [Math.floor(box.x0), Math.floor(box.y0)]
  const [width, height] = [Math.ceil(box.x1) - left, Math.ceil(box.y1) - top]
  const grey = pgm.subarray(head[0].length)
  const bits = new Uint8Array(width * height).map((_, i) => {
    const at = (top + Math.floor(i / width)) * pageWidth + left + (i % width)
    return (grey[at] ?? 255) <= 255 * 0.6 ? 1 : 0
  })
  return { width, height, bits }
}

export function inkOf({ width, bits }: Bitmap): Ink {
  const xs: number[] = []
  const ys: number[] = []
  bits.forEach((bit, i) => {
    if (bit === 0) return
    xs.push(i % width)
    ys.push(Math.floor(i / width))
  })
  if (xs.length === 0) throw new Error('no ink')
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [top, bottom] = [Math.min(...ys), Math.max(...ys)]
  const ink = { width: right - left + 1, height: bottom - top + 1, left }
  const cut = new Uint8Array(ink.width * ink.height).map(
    (_, i) => bits[(top + Math.floor(i / ink.width)) * width + left + (i % ink.width)] ?? 0
  )
  return { ...ink, bits: cut }
}

const at = ({ width, height, bits }: Bitmap, x: number, y: number): number =>
  x < 0 || y < 0 || x >= width || y >= height ? 0 : (bits[y * width + x] ?? 0)

/** Share of the black dots of either that both have, at the best of the places a dot apart. */
export function overlap(a: Bitmap, b: Bitmap): number {
  let best = 0
  for (const dx of [-2, -1, 0, 1, 2]) {
    for (const dy of [-2, -1, 0, 1, 2]) {
      let both = 0
      let either = 0
      for (let y = -2; y < Math.max(a.height, b.height) + 2; y++) {
        for (let x = -2; x < Math.max(a.width, b.width) + 2; x++) {
          const [one, other] = [at(a, x, y), at(b, x + dx, y + dy)]
          both += one & other
          either += one | other
        }
      }
      best = Math.max(best, both / either)
    }
  }
  return best
}
