import type { PathCommand } from 'fontkit'
import type { Ring } from './fill.ts'

/** A point of the font's own grid, y upwards, as dots. */
export type Place = (x: number, y: number) => readonly [x: number, y: number]

/** Straight pieces of a curve. A curve is a part of a character of at most 96 dots: the error is below a tenth of one. */
const PIECES = 8

/** The outline of a glyph as closed rings of straight pieces. */
export function ringsOf(commands: readonly PathCommand[], place: Place): readonly Ring[] {
  const rings: number[][] = []
  let ring: number[] = []
  let x = 0
  let y = 0
  const to = (nextX: number, nextY: number): void => {
    ring.push(...place(nextX, nextY))
    x = nextX
    y = nextY
  }
  const end = (): void => {
    if (ring.length >= 6) rings.push(ring)
    ring = []
  }
  for (const { command, args } of commands) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = args
    switch (command) {
      case 'moveTo':
        end()
        to(a, b)
        break
      case 'lineTo':
        to(a, b)
        break
      case 'quadraticCurveTo': {
        const [x0, y0] = [x, y]
        for (let i = 1; i <= PIECES; i++) {
          const t = i / PIECES
          const s = 1 - t
          to(s * s * x0 + 2 * s * t * a + t * t * c, s * s * y0 + 2 * s * t * b + t * t * d)
        }
        break
      }
      case 'bezierCurveTo': {
        const [x0, y0] = [x, y]
        for (let i = 1; i <= PIECES; i++) {
          const t = i / PIECES
          const s = 1 - t
          const [k0, k1, k2, k3] = [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t]
          to(k0 * x0 + k1 * a + k2 * c + k3 * e, k0 * y0 + k1 * b + k2 * d + k3 * f)
        }
        break
      }
      case 'closePath':
        end()
        break
    }
  }
  end()
  return rings
}
