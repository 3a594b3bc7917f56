/** The commands of ESC/POS that receipts are made of, as bytes. Names are those of the command reference. */

const ESC = 0x1b
const FS = 0x1c
const GS = 0x1d
const DLE = 0x10
export const LF = 0x0a

type Bytes = readonly number[]

/** ESC @: forget what an earlier document has set. */
export const RESET: Bytes = [ESC, 0x40]
/** FS &: two bytes are one Chinese character; FS S 0 0: without air around it. */
export const CHINESE: Bytes = [FS, 0x26, FS, 0x53, 0, 0]

/** ESC a: where the next lines stand. */
export const align = (where: 'left' | 'center'): Bytes => [ESC, 0x61, where === 'left' ? 0 : 1]

/** GS !: times the ordinary size in both directions, from 1 to 8. */
export const size = (times: number): Bytes => [GS, 0x21, ((times - 1) << 4) | (times - 1)]

const low = (value: number): number => value & 0xff
const high = (value: number): number => value >> 8

const qrFunction = (fn: number, parameters: Bytes): Bytes => {
  const length = parameters.length + 2
  return [GS, 0x28, 0x6b, low(length), high(length), 49, fn, ...parameters]
}

/** GS ( k: a QR code of model 2 with error correction M, its modules so many dots wide (1 to 16). */
export const qr = (data: Bytes, moduleDots: number): Bytes => [
  ...qrFunction(65, [50, 0]),
  ...qrFunction(67, [moduleDots]),
  ...qrFunction(69, [49]),
  ...qrFunction(80, [48, ...data]),
  ...qrFunction(81, [48])
]

/** GS v 0: the head of a picture; its rows of bytes follow, the first dot in the highest bit. */
export const raster = (widthBytes: number, rows: number): Bytes => [
  GS,
  0x76,
  0x30,
  0,
  low(widthBytes),
  high(widthBytes),
  low(rows),
  high(rows)
]

/** GS V 66: feed so far that the last line is past the knife, and `feed` more, then cut. */
export const cut = (feed: number): Bytes => [GS, 0x56, 66, feed]

/** GS a 0: say nothing unasked. */
export const NO_AUTOMATIC_STATUS: Bytes = [GS, 0x61, 0]

/** GS r 1: answered in its turn, when everything before it has been worked off. */
export const END_MARK: Bytes = [GS, 0x72, 1]

/** DLE EOT: answered at once, whatever still waits. 1 printer, 2 why offline, 3 error, 4 paper. */
export type Question = 1 | 2 | 3 | 4
export const ask = (question: Question): Bytes => [DLE, 0x04, question]

/** DLE DC4 8: carried out at once; drops everything that waits, and answers with `CLEARED`. */
export const CLEAR: Bytes = [DLE, 0x14, 8, 1, 3, 20, 1, 6, 2, 8]
export const CLEARED: Bytes = [0x37, 0x25, 0]

/** What makes a printer do something at once even in the middle of a picture, when it follows a DLE. */
const AT_ONCE: ReadonlySet<number> = new Set([0x04, 0x05, 0x14])

/** Changes single dots of a picture where its bytes would be a command that is carried out at once. */
export function withoutCommands(picture: Uint8Array): Uint8Array {
  return picture.map((byte, i) => (byte === DLE && AT_ONCE.has(picture[i + 1] ?? 0) ? byte | 0x08 : byte))
}
