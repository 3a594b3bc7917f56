import { pinyin, polyphonic } from 'pinyin-pro'
import { COMMON_READINGS } from './commonReadings.ts'
import { toHalfWidth } from './halfWidth.ts'
import { mapGbkPrivateUse } from './privateUse.ts'

/** What a name or a text is found by. All lower case; pinyin without tones, ü as `v` (and as `u`, as many type it). */
export interface SearchKeys {
  /** The characters themselves, folded: no blanks, no punctuation, half width. */
  readonly text: string
  /** Whole pinyin, one string per way of reading, the likeliest first; rare characters stand for themselves. */
  readonly full: readonly string[]
  /** First letters, one string per way of reading. */
  readonly initials: readonly string[]
  /** For each of `full`, the offsets at which a syllable starts. */
  readonly starts: readonly (readonly number[])[]
}

/** Ways of reading kept per name and per text: enough for two doubtful characters, small enough for an index. */
const NAME_READINGS_MAX = 24
const TEXT_READINGS_MAX = 16

/** One character or one run of Latin letters or digits, with its readings. */
interface Token {
  readonly readings: readonly string[]
  /** First letter of a reading; a number is its own initial. */
  readonly initialOf: (reading: string) => string
}

/** Lower case, half width, ü as v, accents off Latin letters, everything but letters, digits and private use off. */
export function foldForSearch(text: string): string {
  return toHalfWidth(mapGbkPrivateUse(text))
    .toLowerCase()
    .replace(/u\u0308|[üǖǘǚǜ]/gu, 'v')
    .replace(/\p{Script=Latin}/gu, (char) => char.normalize('NFD').replace(/\p{M}/gu, ''))
    .replace(/[^\p{L}\p{Nd}\p{Nl}\p{Co}]/gu, '')
}

function withU(readings: readonly string[]): string[] {
  return readings.flatMap((reading) => (reading.includes('v') ? [reading, reading.replace('v', 'u')] : [reading]))
}

/** Readings of every code point in context, the likeliest first; a character without reading keeps itself. */
function readingsInContext(text: string, asName: boolean): string[][] {
  const options = { toneType: 'none', type: 'array', v: true } as const
  const chars = [...text]
  const inContext = pinyin(text, { ...options, surname: asName ? 'head' : 'off' })
  return chars.map((char, index) => {
    const alone = polyphonic(char, options)[0]?.[0] ?? char
    // The list runs parallel to the characters unless a mark was swallowed; then the character alone decides.
    const here = inContext.length === chars.length ? (inContext[index] ?? alone) : alone
    const found = [here, alone, ...(COMMON_READINGS.get(char) ?? [])].map((reading) => reading.toLowerCase())
    return [...new Set(withU(found.filter((reading) => reading !== '')))]
  })
}

function tokensOf(text: string, asName: boolean): Token[] {
  const tokens: Token[] = []
  // Blanks part words, so that "John Smith" has the initials js; `·` parts nothing else than words either.
  for (const word of text.split(/[\s·]+/u)) {
    for (const run of foldForSearch(word).match(/\p{Nd}+|[a-z]+|[^\p{Nd}a-z]+/gu) ?? []) {
      if (/^\p{Nd}/u.test(run)) tokens.push({ readings: [run], initialOf: (reading) => reading })
      else if (/^[a-z]/.test(run)) tokens.push({ readings: [run], initialOf: (reading) => reading.charAt(0) })
      else {
        const surnameMayStand = asName && tokens.length === 0
        for (const readings of readingsInContext(run, surnameMayStand)) {
          tokens.push({ readings, initialOf: (reading) => [...reading][0] ?? '' })
        }
      }
    }
  }
  return tokens
}

/** Choices of one reading per token: first the likeliest everywhere, then one other reading, then two … up to `max`. */
function choices(counts: readonly number[], max: number, maxChanges: number): number[][] {
  const all: number[][] = []
  let level = [{ picks: counts.map(() => 0), from: 0 }]
  for (let changes = 0; changes <= maxChanges && level.length > 0 && all.length < max; changes += 1) {
    all.push(...level.map((entry) => entry.picks))
    level = level.flatMap(({ picks, from }) =>
      counts.flatMap((count, at) =>
        at < from
          ? []
          : Array.from({ length: count - 1 }, (_, other) => ({ picks: picks.with(at, other + 1), from: at + 1 }))
      )
    )
  }
  return all.slice(0, max)
}

function keysOf(text: string, asName: boolean, max: number, maxChanges: number): SearchKeys {
  const tokens = tokensOf(text, asName)
  const full = new Map<string, readonly number[]>()
  const initials = new Set<string>()
  if (tokens.length === 0) return { text: '', full: [], initials: [], starts: [] }
  for (const picks of choices(
    tokens.map((token) => token.readings.length),
    max,
    maxChanges
  )) {
    const chosen = tokens.map((token, index) => token.readings[picks[index] ?? 0] ?? '')
    let offset = 0
    const starts = chosen.map((reading) => {
      offset += reading.length
      return offset - reading.length
    })
    const whole = chosen.join('')
    if (!full.has(whole)) full.set(whole, starts)
    initials.add(chosen.map((reading, index) => tokens[index]?.initialOf(reading) ?? '').join(''))
  }
  return { text: foldForSearch(text), full: [...full.keys()], initials: [...initials], starts: [...full.values()] }
}

/**
 * All keys under which a person's name is found: surname readings first (单 shan, 仇 qiu, 解 xie, 区 ou, 查 zha), then
 * the other common readings, at most 24. 买买提·艾力 gives `maimaitiaili` and `mmtal`; 𰻝 has no reading and stands for
 * itself. Source: readings from pinyin-pro's dictionary.
 */
export function nameKeys(name: string): SearchKeys {
  return keysOf(name, true, NAME_READINGS_MAX, 4)
}

/** Keys of a text such as an item's name: read in context, one doubtful character changed at a time, at most 16. */
export function textKeys(text: string): SearchKeys {
  return keysOf(text, false, TEXT_READINGS_MAX, 1)
}
