import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import manifest from '../../../renderer/hall/clips/manifest.json'
import { isMuted } from '../../../renderer/hall/voice/mute.ts'
import { chineseVoice } from '../../../renderer/hall/voice/systemVoice.ts'
import { timelineOf } from '../../../renderer/hall/voice/timeline.ts'
import { sentenceOf, spokenNumber, wholeNumber, wordsOf } from '../../../renderer/hall/voice/words.ts'
import { CLIP_NAMES } from '../../../shared/domain/hall/clipNames.ts'
import { defaultHallService } from '../../../shared/domain/hall/service.ts'

const call = (no: string, counter: number) => ({ kind: 'call' as const, no, counter })
const clipsOf = (...of: Parameters<typeof wordsOf>): string =>
  wordsOf(...of)
    .map(({ clip }) => clip)
    .join(' ')

describe('what the voice says', () => {
  it('reads the number digit by digit and the counter as a whole number', () => {
    expect(sentenceOf(call('A005', 3))).toBe('请 A 零 零 五 号，到 三 号窗口办理')
    expect(sentenceOf(call('B120', 12))).toBe('请 B 一 二 零 号，到 十二 号窗口办理')
    expect(clipsOf(call('A005', 3))).toBe('please letter-a digit-0 digit-0 digit-5 number to digit-3 counter')
    expect(clipsOf(call('B120', 21))).toBe(
      'please letter-b digit-1 digit-2 digit-0 number to digit-2 ten digit-1 counter'
    )
    expect(clipsOf(call('B120', 10))).toBe('please letter-b digit-1 digit-2 digit-0 number to ten counter')
  })

  it('takes a call back in so many words', () => {
    const withdrawn = { kind: 'withdrawn' as const, no: 'A005', counter: 3 }
    expect(sentenceOf(withdrawn)).toBe('更正，A 零 零 五 号请继续等候')
    expect(clipsOf(withdrawn)).toBe('correction letter-a digit-0 digit-0 digit-5 wait-on')
  })

  it('says 二 for 2 before 号, never 两', () => {
    expect(sentenceOf(call('C222', 2))).toBe('请 C 二 二 二 号，到 二 号窗口办理')
  })

  it('says 幺 for 1 where the hall wants it, in numbers alone: a counter is 一号 everywhere', () => {
    expect(sentenceOf(call('A101', 1), 'yao')).toBe('请 A 幺 零 幺 号，到 一 号窗口办理')
    expect(clipsOf(call('A101', 11), 'yao')).toBe('please letter-a yao digit-0 yao number to ten digit-1 counter')
  })

  it('reads numbers beyond 999 in full', () => {
    expect(spokenNumber('a1024')).toBe('A 一 零 二 四')
  })

  it('keeps every character of the number in its order', () => {
    const digits = '零一二三四五六七八九'
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999 }), (serial) => {
        const no = `A${String(serial).padStart(3, '0')}`
        const back = spokenNumber(no)
          .split(' ')
          .map((word) => (digits.includes(word) ? String(digits.indexOf(word)) : word))
          .join('')
        expect(back).toBe(no)
      })
    )
  })

  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [21, '二十一'],
    [99, '九十九']
  ])('counts counter %i as %s', (value, words) => {
    expect(wholeNumber(value)).toBe(words)
  })

  it('gives every counter words of its own, and refuses what is no counter', () => {
    const all = Array.from({ length: 99 }, (_, i) => wholeNumber(i + 1))
    expect(new Set(all).size).toBe(99)
    for (const value of [-1, 100, 1.5, Number.NaN]) expect(() => wholeNumber(value)).toThrow(RangeError)
  })

  it('needs no recording that is not among the clips, and uses every clip', () => {
    const used = new Set<string>()
    for (let i = 0; i < 26; i += 1) {
      const no = `${String.fromCharCode(65 + i)}0123456789`
      for (const one of ['yi', 'yao'] as const) {
        for (const kind of ['call', 'withdrawn'] as const)
          for (const { clip } of wordsOf({ kind, no, counter: 12 }, one)) used.add(clip)
      }
    }
    expect([...used].sort()).toEqual([...CLIP_NAMES].sort())
  })
})

describe('recordings in a row', () => {
  it('begin where the one before has ended and its pause is over, by exact lengths', () => {
    const lengths: Readonly<Record<string, number>> = { a: 0.25, b: 1 }
    const words = [
      { clip: 'a', pause: 100 },
      { clip: 'b', pause: 300 },
      { clip: 'a', pause: 0 }
    ]
    const { cues, end } = timelineOf(words, (clip) => lengths[clip] ?? 0, 2)
    expect(cues.map(({ clip }) => clip)).toEqual(['a', 'b', 'a'])
    for (const [i, at] of [2, 2.35, 3.65].entries()) expect(cues[i]?.at).toBeCloseTo(at, 9)
    expect(end).toBeCloseTo(3.9, 9)
  })
})

describe('the built-in recordings', () => {
  const folder = path.resolve(__dirname, '../../../renderer/hall/clips')
  const entries = Object.entries(manifest)

  it('are one for each word, and no more than 1.5 MB together', () => {
    expect(Object.keys(manifest).sort()).toEqual([...CLIP_NAMES].sort())
    const files = readdirSync(folder).filter((name) => name.endsWith('.wav'))
    expect(files.sort()).toEqual(entries.map(([, { file }]) => file).sort())
    expect(files.reduce((sum, name) => sum + statSync(path.join(folder, name)).size, 0)).toBeLessThan(1_500_000)
  })

  it.each(entries)(
    '%s is 16 kHz mono, as long as it says, loud enough, and without silence at its ends',
    (_name, clip) => {
      const wav = readFileSync(path.join(folder, clip.file))
      expect([wav.readUInt16LE(22), wav.readUInt32LE(24), wav.readUInt16LE(34)]).toEqual([1, 16_000, 16])
      const samples = Array.from({ length: (wav.length - 44) / 2 }, (_, i) => wav.readInt16LE(44 + 2 * i) / 32_768)
      expect(Math.round(samples.length / 16)).toBe(clip.milliseconds)
      expect(clip.milliseconds).toBeGreaterThan(200)
      const loudest = Math.max(...samples.map(Math.abs))
      expect(loudest).toBeGreaterThan(0.3)
      expect(loudest).toBeLessThan(0.95)
      const heard = (part: readonly number[]): boolean => part.some((sample) => Math.abs(sample) > 0.01)
      expect([heard(samples.slice(0, 320)), heard(samples.slice(-320))]).toEqual([true, true])
    }
  )

  it('sound different from each other', () => {
    const all = entries.map(([, { file }]) => readFileSync(path.join(folder, file)).toString('latin1'))
    expect(new Set(all).size).toBe(CLIP_NAMES.length)
  })
})

describe('muted hours', () => {
  const { voice } = defaultHallService()

  it.each([
    ['11:59', false],
    ['12:00', true],
    ['13:29', true],
    ['13:30', false],
    ['21:59', false],
    ['22:00', true],
    ['03:00', true],
    ['06:00', false]
  ])('hold from their beginning and not at their end, over midnight too: %s is %s', (time, muted) => {
    const mute = [
      { from: '12:00', until: '13:30' },
      { from: '22:00', until: '06:00' }
    ]
    expect(isMuted({ ...voice, mute }, time)).toBe(muted)
  })

  it('are all hours where the voice is off or turned down to nothing', () => {
    expect(isMuted(voice, '10:00')).toBe(false)
    expect(isMuted({ ...voice, on: false }, '10:00')).toBe(true)
    expect(isMuted({ ...voice, volume: 0 }, '10:00')).toBe(true)
  })
})

describe('the system’s voice', () => {
  const voice = (lang: string, localService: boolean) => ({ lang, localService })

  it('is a local Mandarin one before any other Chinese one', () => {
    const mandarin = voice('zh-CN', true)
    expect(chineseVoice([voice('en-US', true), voice('zh-HK', true), mandarin])).toBe(mandarin)
    const taiwan = voice('zh-TW', true)
    expect(chineseVoice([voice('zh-HK', true), taiwan])).toBe(taiwan)
  })

  it('is never one over the network, nor another language', () => {
    expect(chineseVoice([voice('zh-CN', false), voice('en-US', true), voice('zh-HK', true)])).toBeNull()
  })
})
