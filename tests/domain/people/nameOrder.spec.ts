import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sortNames } from '../../../shared/domain/people/nameOrder.ts'

it('names stand in the order of their surnames as these are read: 区 Ōu, 仇 Qiú, 单 Shàn, 解 Xiè, 查 Zhā', () => {
  const inOrder = ['安宁', '欧阳娜娜', '区志强', '仇英', '单雄信', '王建国', '解缙', '查良镛', '张三']
  expect(sortNames([...inOrder].reverse())).toEqual(inOrder)
})

it('a whole syllable comes before a longer one, whatever follows', () => {
  expect(sortNames(['连心', '李央', '李安'])).toEqual(['李安', '李央', '连心'])
})

it('rare characters without a reading come last, and letters stand among the pinyin', () => {
  expect(sortNames(['\u{2EBF0}某', '周一', 'Maria Silva', '李四'])).toEqual([
    '李四',
    'Maria Silva',
    '周一',
    '\u{2EBF0}某'
  ])
})

it('is the same order whatever it was before', () => {
  const names = ['单雨青', '单于明', '周晓禾', '仇文澜', '买买提·艾力', '𠮷田', '李', '李娜']
  fc.assert(
    fc.property(fc.shuffledSubarray(names, { minLength: names.length }), (shuffled) => {
      expect(sortNames(shuffled)).toEqual(sortNames(names))
    })
  )
})
