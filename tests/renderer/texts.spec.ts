import { describe, expect, it } from 'vitest'
import { clockTime, dateOf, dayAndTime, longDate, minutesText, waitText, weekday } from '../../renderer/texts/format.ts'
import { refusalText } from '../../renderer/texts/refusals.ts'
import { REFUSALS } from '../../shared/contract/refusals.ts'

describe('sentences of refusals', () => {
  it.each(REFUSALS)('%s has a sentence in Chinese that ends, with or without its details', (code) => {
    const sentence = refusalText({ code })
    expect(sentence).toMatch(/^[^A-Za-z]*\p{Script=Han}.*。$/su)
    expect(sentence).not.toMatch(/undefined|null|NaN|\[object/)
    expect(sentence).not.toContain(code)
  })

  it('carry their details', () => {
    expect(refusalText({ code: 'sign-in-failed', left: 2 })).toBe('登录名或密码不正确，还可以再试 2 次。')
    expect(refusalText({ code: 'sign-in-locked', until: '2026-10-28T01:05:00.000Z' })).toContain('09:05')
    expect(refusalText({ code: 'counter-busy', no: 'A007' })).toContain('A007 号')
    expect(refusalText({ code: 'materials-not-in-order', materials: ['户口簿', '照片'] })).toContain('“户口簿”、“照片”')
    expect(refusalText({ code: 'materials-not-in-order', materials: ['甲', '乙', '丙', '丁'] })).toContain('等 4 项')
    expect(refusalText({ code: 'case-not-open', status: 'completed' })).toContain('已办结')
  })

  it('name a code that nobody knows, so that it can be asked about', () => {
    expect(refusalText({ code: 'never-heard' })).toContain('never-heard')
    expect(refusalText({ code: 'toString' })).toContain('toString')
  })
})

describe('times and dates', () => {
  it('are shown in Shanghai whatever the zone of the PC', () => {
    expect(clockTime('2026-10-27T16:05:00.000Z')).toBe('00:05')
    expect(dateOf('2026-10-27T16:05:00.000Z')).toBe('2026-10-28')
    expect(dayAndTime('2026-10-27T16:05:00.000Z')).toBe('10月28日 00:05')
  })

  it('are written as on a calendar', () => {
    expect(longDate('2026-10-28')).toBe('2026年10月28日')
    expect(weekday('2026-10-28')).toBe('星期三')
  })

  it('are empty for what is no instant', () => {
    expect(clockTime('')).toBe('')
    expect(dayAndTime('soon')).toBe('')
  })
})

describe('spans', () => {
  it.each([
    [0, '不到 1 分钟'],
    [1, '1 分钟'],
    [59.9, '59 分钟'],
    [60, '1 小时'],
    [125, '2 小时 5 分钟']
  ])('%d minutes are %s', (minutes, text) => {
    expect(minutesText(minutes)).toBe(text)
  })

  it('of waiting are a range and never a promise', () => {
    expect(waitText({ low: 9, high: 15 })).toBe('约 9–15 分钟')
    expect(waitText({ low: 0, high: 0 })).toBe('马上就到')
    expect(waitText(null)).toBe('暂时无法预计')
  })
})
