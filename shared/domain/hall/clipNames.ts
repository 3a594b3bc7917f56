/**
 * Names of the recordings that the hall's voice is put together from. A hall that records its own calls the files so
 * (`digit-0.wav`); whatever is missing there is taken from the built-in ones.
 */

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'] as const
const DIGITS = [...'0123456789'] as const

export const letterClip = (letter: string): string => `letter-${letter.toLowerCase()}`
export const digitClip = (digit: string): string => `digit-${digit}`

/**
 * 请, 号, 到, 号窗口办理; for a call that was taken back 更正 and 号请继续等候; 十 for counters from ten; 幺 for halls that
 * say so.
 */
export const PHRASE_CLIPS = ['please', 'number', 'to', 'counter', 'correction', 'wait-on', 'ten', 'yao'] as const

export const CLIP_NAMES: readonly string[] = [...DIGITS.map(digitClip), ...LETTERS.map(letterClip), ...PHRASE_CLIPS]

/** A recording may be one of these. */
export const CLIP_ENDINGS = ['wav', 'mp3', 'ogg'] as const
