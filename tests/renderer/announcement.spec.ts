import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { announcementText, spokenNumber, wholeNumber } from '../../renderer/hall/announcement.ts'
import { type CallAnnouncer, callAnnouncer } from '../../renderer/hall/announcer.ts'
import { chineseVoice } from '../../renderer/hall/speakers.ts'
import type { CallShown } from '../../shared/domain/queue/queue.ts'

describe('what the voice says', () => {
  it('reads the number digit by digit and the counter as a whole number', () => {
    expect(announcementText({ no: 'A005', counter: 3 })).toBe('请 A 零 零 五 号，到 三 号窗口办理')
    expect(announcementText({ no: 'B120', counter: 12 })).toBe('请 B 一 二 零 号，到 十二 号窗口办理')
  })

  it('says 二 for 2 before 号, never 两', () => {
    expect(announcementText({ no: 'C222', counter: 2 })).toBe('请 C 二 二 二 号，到 二 号窗口办理')
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

  it('gives every counter words of its own', () => {
    const all = Array.from({ length: 99 }, (_, i) => wholeNumber(i + 1))
    expect(new Set(all).size).toBe(99)
  })

  it('refuses what is no counter', () => {
    for (const value of [-1, 100, 1.5, Number.NaN]) expect(() => wholeNumber(value)).toThrow(RangeError)
  })
})

const call = (callId: string, no: string, counter = 1): CallShown => ({
  callId,
  no,
  counter,
  at: '2026-10-28T01:00:00.000Z',
  calls: 1
})

/** Speakers whose sounds end when the test says so; `sounds` tells what began, `playing` what sounds now. */
function controlled(): {
  announcer: CallAnnouncer
  sounds: string[]
  playing: () => number
  finish: () => Promise<void>
  finishAll: () => Promise<void>
} {
  const sounds: string[] = []
  let ends: (() => void)[] = []
  const begin = (sound: string) =>
    new Promise<void>((resolve) => {
      sounds.push(sound)
      ends.push(resolve)
    })
  const announcer = callAnnouncer({ chime: () => begin('chime'), say: (sentence) => begin(sentence) })
  const finish = async () => {
    const now = ends
    ends = []
    for (const end of now) end()
    // What follows the end of a sound begins in microtasks.
    for (let i = 0; i < 10; i += 1) await Promise.resolve()
  }
  const finishAll = async () => {
    while (ends.length > 0) await finish()
  }
  return { announcer, sounds, playing: () => ends.length, finish, finishAll }
}

const said = (sounds: readonly string[]) => sounds.filter((sound) => sound !== 'chime')

describe('announcements', () => {
  it('are chime first, then the sentence', async () => {
    const { announcer, sounds, finishAll } = controlled()
    announcer.offer([])
    announcer.offer([call('1', 'A001', 3)])
    await finishAll()
    expect(sounds).toEqual(['chime', '请 A 零 零 一 号，到 三 号窗口办理'])
  })

  it('do not repeat what stood on the screen when it started', async () => {
    const { announcer, sounds, finishAll } = controlled()
    announcer.offer([call('2', 'A002'), call('1', 'A001')])
    announcer.offer([call('2', 'A002'), call('1', 'A001')])
    await finishAll()
    expect(sounds).toEqual([])
  })

  it('follow one another in the order of the calls and never overlap', async () => {
    const { announcer, sounds, playing, finish } = controlled()
    announcer.offer([])
    announcer.offer([call('1', 'A001')])
    announcer.offer([call('3', 'C001'), call('2', 'B001'), call('1', 'A001')])
    while (playing() > 0) {
      expect(playing()).toBe(1)
      await finish()
    }
    expect(said(sounds).map((sentence) => sentence.charAt(2))).toEqual(['A', 'B', 'C'])
  })

  it('leave out a waiting call that a recall of the same number has overtaken', async () => {
    const { announcer, sounds, finishAll } = controlled()
    announcer.offer([])
    announcer.offer([call('1', 'A001')])
    announcer.offer([call('2', 'B001', 2), call('1', 'A001')])
    announcer.offer([call('3', 'B001', 5), call('1', 'A001')])
    await finishAll()
    expect(said(sounds)).toHaveLength(2)
    expect(said(sounds)[1]).toContain('到 五 号窗口')
  })

  it('say each call exactly once, however often the view is pushed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 30 }), async (pushes) => {
        const { announcer, sounds, finishAll, finish } = controlled()
        announcer.offer([])
        let calls: CallShown[] = []
        let n = 0
        for (const times of pushes) {
          n += 1
          calls = [call(`c${n}`, `A${String(n).padStart(3, '0')}`), ...calls].slice(0, 12)
          for (let i = 0; i < times; i += 1) announcer.offer([...calls])
          if (times === 2) await finish()
        }
        await finishAll()
        expect(said(sounds)).toHaveLength(pushes.length)
        expect(new Set(said(sounds)).size).toBe(pushes.length)
      })
    )
  })
})

describe('the voice', () => {
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
