import type { Contour } from './outlineOfPicture.ts'

/** A small TrueType font (ISO/IEC 14496-22, "OpenType") with straight outlines, as the PDF worker reads any other. */

export interface MadeGlyph {
  readonly codePoint: number
  /** In units of the font, y upwards. */
  readonly contours: readonly Contour[]
}

/** Units of an em; a picture of 128 dots has 16 each. */
export const EM = 2048

/** Where Chinese fonts have the upper and lower edge of a character's square. */
export const SQUARE = { top: Math.round(0.88 * EM), bottom: Math.round(0.88 * EM) - EM } as const

/** Height of a line: a little below that of the paper's own faces (1.151 and 0.286 of an em), which so stays theirs. */
const LINE = { above: Math.round(1.15 * EM), below: Math.round(0.285 * EM) } as const

const ON_CURVE = 0x01
const SAME_X = 0x10
const SAME_Y = 0x20

const bytes = (length: number, fill: (view: DataView) => void): Buffer => {
  const buffer = Buffer.alloc(length)
  fill(new DataView(buffer.buffer, buffer.byteOffset, length))
  return buffer
}

const words = (...values: readonly number[]): Buffer =>
  bytes(values.length * 2, (view) => {
    values.forEach((value, i) => {
      view.setUint16(i * 2, value & 0xffff)
    })
  })

const longs = (...values: readonly number[]): Buffer =>
  bytes(values.length * 4, (view) => {
    values.forEach((value, i) => {
      view.setUint32(i * 4, value >>> 0)
    })
  })

const padded = (buffer: Buffer): Buffer => Buffer.concat([buffer, Buffer.alloc((4 - (buffer.length % 4)) % 4)])

interface Box {
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly top: number
}

function boxOf(contours: readonly Contour[]): Box {
  const box = { left: EM, bottom: EM, right: -EM, top: -EM }
  for (const [x, y] of contours.flat()) {
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.bottom = Math.min(box.bottom, y)
    box.top = Math.max(box.top, y)
  }
  return contours.length === 0 ? { left: 0, bottom: 0, right: 0, top: 0 } : box
}

function glyphTable(contours: readonly Contour[]): Buffer {
  if (contours.length === 0) return Buffer.alloc(0)
  const { left, bottom, right, top } = boxOf(contours)
  const ends: number[] = []
  const flags: number[] = []
  const xs: number[] = []
  const ys: number[] = []
  let [penX, penY] = [0, 0]
  for (const contour of contours) {
    for (const [x, y] of contour) {
      flags.push(ON_CURVE | (x === penX ? SAME_X : 0) | (y === penY ? SAME_Y : 0))
      if (x !== penX) xs.push(x - penX)
      if (y !== penY) ys.push(y - penY)
      ;[penX, penY] = [x, y]
    }
    ends.push(flags.length - 1)
  }
  const head = words(contours.length, left, bottom, right, top, ...ends, 0)
  return padded(Buffer.concat([head, Buffer.from(flags), words(...xs), words(...ys)]))
}

/** Names 1, 2, 4 and 6; no person and no place. */
function nameTable(name: string): Buffer {
  const texts = [name, 'Regular', name, name].map((text) => Buffer.from(text, 'utf16le').swap16())
  const head = words(0, texts.length, 6 + 12 * texts.length)
  let offset = 0
  const records = texts.map((text, i) => {
    const record = words(3, 1, 0x409, [1, 2, 4, 6][i] ?? 6, text.length, offset)
    offset += text.length
    return record
  })
  return Buffer.concat([head, ...records, ...texts])
}

const sumOf = (buffer: Buffer): number => {
  let sum = 0
  const whole = padded(buffer)
  for (let i = 0; i < whole.length; i += 4) sum = (sum + whole.readUInt32BE(i)) >>> 0
  return sum
}

/** Format 12, which holds code points beyond the Basic Multilingual Plane. */
function characterMap(sorted: readonly MadeGlyph[]): Buffer {
  const groups = sorted.flatMap(({ codePoint }, i) => [codePoint, codePoint, i + 1])
  const length = 16 + 4 * groups.length
  return Buffer.concat([words(0, 1, 3, 10), longs(12), words(12, 0), longs(length, 0, sorted.length, ...groups)])
}

/** Every glyph is one em wide. `name` is ASCII without blanks. */
export function buildTrueType(name: string, glyphs: readonly MadeGlyph[]): Buffer {
  const sorted = [...glyphs].sort((a, b) => a.codePoint - b.codePoint)
  // Glyph 0 is the one for what the font has not; nobody asks this font for that.
  const all: readonly (readonly Contour[])[] = [[], ...sorted.map(({ contours }) => contours)]
  const outlines = all.map(glyphTable)
  const places = [0]
  for (const outline of outlines) places.push((places.at(-1) ?? 0) + outline.length)
  const boxes = all.map(boxOf)
  const most = (values: readonly number[]): number => Math.max(0, ...values)
  const box = boxOf(all.flat())
  const { above, below } = LINE
  const square = [box.left, box.bottom, box.right, box.top] as const
  const tables: readonly (readonly [string, Buffer])[] = [
    [
      'OS/2',
      Buffer.concat([
        words(4, EM, 400, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0),
        Buffer.alloc(10 + 16),
        Buffer.from('LNCH'),
        words(0x40, 0xffff, 0xffff, above, -below, 0, above, below),
        longs(0, 0),
        words(EM >> 1, SQUARE.top, 0, 0, 1)
      ])
    ],
    ['cmap', characterMap(sorted)],
    ['glyf', Buffer.concat(outlines)],
    [
      'head',
      Buffer.concat([
        longs(0x10000, 0x10000, 0, 0x5f0f3cf5),
        words(3, EM),
        Buffer.alloc(16),
        words(...square, 0, 8, 2, 1, 0)
      ])
    ],
    [
      'hhea',
      Buffer.concat([longs(0x10000), words(above, -below, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, all.length)])
    ],
    ['hmtx', words(...boxes.flatMap(({ left }) => [EM, left]))],
    ['loca', longs(...places)],
    [
      'maxp',
      Buffer.concat([
        longs(0x10000),
        words(all.length, most(all.map((one) => one.flat().length)), most(all.map((one) => one.length))),
        words(0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)
      ])
    ],
    ['name', nameTable(name)],
    ['post', Buffer.concat([longs(0x30000, 0), words(0, 0), longs(0, 0, 0, 0, 0)])]
  ]
  const power = 2 ** Math.floor(Math.log2(tables.length))
  let offset = 12 + 16 * tables.length
  const records = tables.map(([tag, table]) => {
    const record = Buffer.concat([Buffer.from(tag), longs(sumOf(table), offset, table.length)])
    offset += padded(table).length
    return record
  })
  const head = words(1, 0, tables.length, power * 16, Math.log2(power), (tables.length - power) * 16)
  return Buffer.concat([head, ...records, ...tables.map(([, table]) => padded(table))])
}
