import { expect, it } from 'vitest'
import {
  limitPairText,
  limitText,
  remainingText,
  statutoryLimitText
} from '../../../shared/domain/catalogue/limitText.ts'

it.each([
  [20, 'WORKING_DAY', '20个工作日'],
  [15, 'CALENDAR_DAY', '15个自然日'],
  [0, 'WORKING_DAY', '当场办结'],
  [0, 'CALENDAR_DAY', '当场办结']
] as const)('a limit of %i %s reads %s: the unit is always said', (value, unit, text) => {
  expect(limitText({ value, unit })).toBe(text)
})

it('the statutory limit says when no law names one', () => {
  expect(statutoryLimitText(null)).toBe('无法定期限')
  expect(statutoryLimitText({ value: 30, unit: 'WORKING_DAY' })).toBe('30个工作日')
})

it('promise and statute stand side by side', () => {
  const statutory = { value: 60, unit: 'CALENDAR_DAY' } as const
  expect(limitPairText({ value: 20, unit: 'WORKING_DAY' }, statutory)).toBe('承诺20个工作日（法定60个自然日）')
  expect(limitPairText({ value: 0, unit: 'WORKING_DAY' }, { value: 10, unit: 'WORKING_DAY' })).toBe(
    '当场办结（法定10个工作日）'
  )
  expect(limitPairText({ value: 5, unit: 'WORKING_DAY' }, null)).toBe('承诺5个工作日')
})

it.each([
  [3, 'WORKING_DAY', '还剩3个工作日'],
  [0, 'WORKING_DAY', '今天到期'],
  [-2, 'CALENDAR_DAY', '已超2个自然日']
] as const)('%i %s left reads %s', (remaining, unit, text) => {
  expect(remainingText(remaining, unit)).toBe(text)
})
