import { code128, type DrawingContext } from 'bwip-js/generic'

/** A bar: where its left edge stands and how wide it is, in modules. */
export interface Bar {
  readonly x: number
  readonly width: number
}

/** Bars of a Code 128 (ISO/IEC 15417), without quiet zones. Digits are packed two to a symbol. Throws when it has no code. */
export function code128Bars(content: string): readonly Bar[] {
  const bars: Bar[] = []
  const drawing: DrawingContext<number> = {
    scale: () => [1, 1],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: () => undefined,
    // A bar arrives as a stroke: the middle of its width, and its width.
    line: (x, _y0, _x1, _y1, width) => bars.push({ x: x - width / 2, width }),
    polygon: () => undefined,
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => bars.length
  }
  const drawn = code128({ bcid: 'code128', text: content, height: 10 }, drawing)
  if (drawn === 0) throw new RangeError('a code without bars')
  const left = Math.min(...bars.map((bar) => bar.x))
  return bars.map((bar) => ({ ...bar, x: bar.x - left }))
}
