import { digitClip, letterClip } from '../../../shared/domain/hall/clipNames.ts'
import type { VoiceSettings } from '../../../shared/domain/hall/service.ts'
import type { Saying } from '../../../shared/domain/queue/queue.ts'

/**
 * What the voice says for a call, as recordings one after another and as a sentence for the system's voice. The number
 * is spoken letter by letter and digit by digit, 0 as 零 and 2 as 二 (never 两, which the ear takes for another digit);
 * the counter as a whole number (12 → 十二), as people say it in a hall.
 */

/** A recording, and the silence after it in milliseconds. */
export interface Word {
  readonly clip: string
  readonly pause: number
}

type Said = Pick<Saying, 'kind' | 'no' | 'counter'>

/** Between the characters of a number: apart enough for the ear to count them. */
const BETWEEN = 70
/** At the comma of the sentence. */
const COMMA = 320

const DIGITS = '零一二三四五六七八九'

const charactersOf = (no: string): readonly string[] => no.toUpperCase().match(/[A-Z0-9]/g) ?? []

/** A whole number 0…99 in words: 3 → 三, 12 → 十二, 20 → 二十. Throws RangeError for anything else. */
export function wholeNumber(value: number): string {
  if (!Number.isInteger(value) || value < 0 || value > 99) throw new RangeError(`no counter has the number ${value}`)
  const tens = Math.floor(value / 10)
  const ones = value % 10
  if (tens === 0) return DIGITS.charAt(ones)
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`
}

/** `A015` → `A 零 一 五`, or `A 零 幺 五`: blanks make a voice read the characters one by one. */
export const spokenNumber = (no: string, one: VoiceSettings['one'] = 'yi'): string =>
  charactersOf(no)
    .map((character) => {
      if (!/[0-9]/.test(character)) return character
      return character === '1' && one === 'yao' ? '幺' : DIGITS.charAt(Number(character))
    })
    .join(' ')

/** `请 A 零 零 五 号，到 三 号窗口办理`; for a call that was taken back `更正，A 零 零 五 号请继续等候`. */
export const sentenceOf = ({ kind, no, counter }: Said, one: VoiceSettings['one'] = 'yi'): string =>
  kind === 'call'
    ? `请 ${spokenNumber(no, one)} 号，到 ${wholeNumber(counter)} 号窗口办理`
    : `更正，${spokenNumber(no, one)} 号请继续等候`

const numberClips = (no: string, one: VoiceSettings['one']): readonly string[] =>
  charactersOf(no).map((character) => {
    if (!/[0-9]/.test(character)) return letterClip(character)
    return character === '1' && one === 'yao' ? 'yao' : digitClip(character)
  })

const counterClips = (counter: number): readonly string[] =>
  [...wholeNumber(counter)].map((word) => (word === '十' ? 'ten' : digitClip(String(DIGITS.indexOf(word)))))

const apart = (clips: readonly string[]): readonly Word[] => clips.map((clip) => ({ clip, pause: BETWEEN }))

/** The same as recordings. */
export function wordsOf({ kind, no, counter }: Said, one: VoiceSettings['one'] = 'yi'): readonly Word[] {
  const number = apart(numberClips(no, one))
  if (kind === 'withdrawn') return [{ clip: 'correction', pause: COMMA }, ...number, { clip: 'wait-on', pause: 0 }]
  return [
    { clip: 'please', pause: BETWEEN },
    ...number,
    { clip: 'number', pause: COMMA },
    { clip: 'to', pause: BETWEEN },
    ...apart(counterClips(counter)),
    { clip: 'counter', pause: 0 }
  ]
}
