/**
 * Text in GB 18030, the code of Chinese receipt printers. The platform reads it and cannot write it, so what it reads
 * is turned round once. Where the editions of the standard differ, this follows the platform; none of those characters
 * is sent to a printer as text.
 */

interface Tables {
  /** Code of two bytes by UTF-16 unit; 0 where there is none. */
  readonly two: Uint16Array
  /** Place among the codes of four bytes by UTF-16 unit, counted from 1; 0 where there is none. */
  readonly four: Uint16Array
}

/** Codes of four bytes up to U+FFFF. */
const BMP_PLACES = 39_420
/** Place of U+10000 (GB 18030—2022, 6.3: from 90308130 on, in the order of the code points). */
const BEYOND_BMP = 189_000

const fourBytes = (place: number): readonly [number, number, number, number] => [
  0x81 + Math.floor(place / 12_600),
  0x30 + (Math.floor(place / 1260) % 10),
  0x81 + (Math.floor(place / 10) % 126),
  0x30 + (place % 10)
]

function twoByteCodes(): readonly number[] {
  const codes: number[] = []
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push((lead << 8) | trail)
  }
  return codes
}

/** Throws where the platform reads a code as anything but one character: the tables would be shifted. */
function read(bytes: readonly number[], count: number): string {
  const text = new TextDecoder('gb18030').decode(Uint8Array.from(bytes))
  if (text.length !== count) throw new Error('the platform reads GB 18030 differently')
  return text
}

function makeTables(): Tables {
  const two = new Uint16Array(0x10000)
  const four = new Uint16Array(0x10000)
  const codes = twoByteCodes()
  const pairs = read(
    codes.flatMap((code) => [code >> 8, code & 0xff]),
    codes.length
  )
  codes.forEach((code, i) => {
    two[pairs.charCodeAt(i)] ||= code
  })
  const places = Array.from({ length: BMP_PLACES }, (_, place) => place)
  const fours = read(places.flatMap(fourBytes), BMP_PLACES)
  for (const place of places) four[fours.charCodeAt(place)] = place + 1
  return { two, four }
}

let tables: Tables | null = null

function tablesOnce(): Tables {
  tables ??= makeTables()
  return tables
}

/** Throws RangeError for a character that has no code: half a surrogate pair, some private-use ones. */
function codeOf(char: string): readonly number[] {
  const codePoint = char.codePointAt(0) ?? 0
  if (codePoint < 0x80) return [codePoint]
  if (codePoint > 0xffff) return fourBytes(BEYOND_BMP + codePoint - 0x10000)
  const { two, four } = tablesOnce()
  const code = two[codePoint] ?? 0
  if (code !== 0) return [code >> 8, code & 0xff]
  const place = four[codePoint] ?? 0
  if (place === 0) throw new RangeError('a character without a code in GB 18030')
  return fourBytes(place - 1)
}

/** The bytes of a text. Throws RangeError for a character that has no code. */
export const encodeGb18030 = (text: string): Uint8Array => Uint8Array.from([...text].flatMap(codeOf))

/**
 * Codes of two bytes that came after GBK or changed their meaning between the editions (2000, 2005, 2022): the euro
 * sign, ḿ and ǹ, the description characters, the vertical forms, the 80 radicals and characters of row FE.
 */
const NOT_IN_GBK: readonly (readonly [number, number])[] = [
  [0xa2e3, 0xa2e3],
  [0xa6d9, 0xa6df],
  [0xa6ec, 0xa6ed],
  [0xa6f3, 0xa6f3],
  [0xa6f6, 0xa6fe],
  [0xa8bc, 0xa8bc],
  [0xa8bf, 0xa8bf],
  [0xa989, 0xa995],
  [0xfe50, 0xfea0]
]

/**
 * Whether every receipt printer with a Chinese font has the character in its own memory: ASCII, and what GBK has.
 * Nobody can ask a printer which others it has; it would print a blank or something else.
 */
export function inRom(char: string): boolean {
  const codePoint = char.codePointAt(0) ?? 0
  if (codePoint < 0x80) return codePoint >= 0x20 && codePoint < 0x7f
  if (codePoint > 0xffff || (codePoint >= 0xe000 && codePoint <= 0xf8ff)) return false
  const code = tablesOnce().two[codePoint] ?? 0
  return code !== 0 && !NOT_IN_GBK.some(([from, to]) => code >= from && code <= to)
}
