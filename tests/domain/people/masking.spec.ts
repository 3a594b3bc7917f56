import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  mask,
  maskAddress,
  maskBankCard,
  maskId,
  maskName,
  maskPhone,
  type PersonalDataKind,
  type Scene
} from '../../../shared/domain/people/masking.ts'

describe('masking of names', () => {
  it.each([
    ['张三', '张*'],
    ['张三丰', '张*丰'],
    ['欧阳娜娜', '欧**娜'],
    ['张', '*'],
    ['买买提·艾力', '买**·*力'],
    ['阿卜杜拉·买买提江·库尔班', '阿***·****·**班'],
    ['𠮷田', '𠮷*'],
    ['王𬭎', '王*'],
    ['葛\u{E0101}城', '葛\u{E0101}*'],
    ['\u{2EBF0}', '*'],
    ['John Smith', 'John ***'],
    ['Maria da Silva', 'Maria *** ***'],
    ['Madonna', 'M***'],
    ['', '']
  ])('shows %s as %s in a list', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it('does not tell the length of very long parts', () => {
    expect(maskName(`张${'某'.repeat(20)}`)).toBe(maskName(`张${'某'.repeat(30)}`))
  })

  it('never shows more than the first and the last character of a Chinese name', () => {
    const char = fc.constantFrom(...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗𠮷𬭎䶮㛃')
    fc.assert(
      fc.property(fc.array(char, { minLength: 2, maxLength: 8 }), (chars) => {
        const shown = [...maskName(chars.join(''))].filter((one) => one !== '*')
        expect(shown).toEqual(chars.length > 2 ? [chars[0], chars.at(-1)] : [chars[0]])
      })
    )
  })
})

describe('masking of numbers and addresses', () => {
  it('hides the birth on the receipt and more in the list', () => {
    expect(maskId('500102198511209985', 'receipt')).toBe('500102********9985')
    expect(maskId('500102198511209985', 'list')).toBe('5001**********9985')
  })

  it.each([
    ['E12345678', 'E1****678'],
    ['H1234567801', 'H1******801'],
    ['12345', '***45'],
    ['12', '*2'],
    ['1', '*'],
    ['', '']
  ])('shows the document number %s as %s', (id, masked) => {
    expect(maskId(id, 'list')).toBe(masked)
    expect(maskId(id, 'receipt')).toBe(masked)
  })

  it.each([
    ['13800138000', '138****8000'],
    ['023-63812345', '023-****2345'],
    ['0810-5123456-801', '0810-****3456'],
    ['12345', '12345'],
    ['4001234567', '4001234567'],
    ['+85291234567', '******67'],
    ['', '']
  ])('shows the phone %s as %s', (phone, masked) => {
    expect(maskPhone(phone)).toBe(masked)
  })

  it('keeps the last four of a bank card behind a fixed number of stars', () => {
    expect(maskBankCard('6222020000000001234')).toBe('****1234')
    expect(maskBankCard('6222020000001234')).toBe('****1234')
    expect(maskBankCard('123')).toBe('****')
  })

  it.each([
    ['渝州市清溪街道桂花社区12号3单元', '渝州市清溪街道桂花社区***'],
    ['清溪街道石坝村2组', '清溪街道石坝村***'],
    ['清溪街道滨河路9号', '清溪街道***'],
    ['渝州市某路1号', '渝州市***'],
    ['某路1号', '***'],
    ['清溪街道桂花社区', '清溪街道桂花社区']
  ])('shows the address %s as %s', (address, masked) => {
    expect(maskAddress(address)).toBe(masked)
  })
})

describe('what may be shown where (PIPL; customary table)', () => {
  const id = '500102198511209985'
  const rows: [PersonalDataKind, string, Record<Scene, string>][] = [
    [
      'name',
      '欧阳娜娜',
      { hall: '', publicNotice: '欧阳娜娜', receipt: '欧阳娜娜', list: '欧**娜', detail: '欧阳娜娜' }
    ],
    [
      'idNumber',
      id,
      {
        hall: '',
        publicNotice: '',
        receipt: '500102********9985',
        list: '5001**********9985',
        detail: '5001**********9985'
      }
    ],
    [
      'phone',
      '13800138000',
      { hall: '', publicNotice: '', receipt: '138****8000', list: '138****8000', detail: '138****8000' }
    ],
    [
      'bankCard',
      '6222020000001234',
      { hall: '', publicNotice: '', receipt: '****1234', list: '****1234', detail: '****1234' }
    ],
    [
      'address',
      '清溪街道桂花社区12号',
      {
        hall: '',
        publicNotice: '清溪街道桂花社区***',
        receipt: '清溪街道桂花社区12号',
        list: '清溪街道桂花社区***',
        detail: '清溪街道桂花社区12号'
      }
    ],
    [
      'organisation',
      '清溪种养专业合作社',
      {
        hall: '',
        publicNotice: '清溪种养专业合作社',
        receipt: '清溪种养专业合作社',
        list: '清溪种养专业合作社',
        detail: '清溪种养专业合作社'
      }
    ],
    ['health', '肢体二级', { hall: '', publicNotice: '', receipt: '', list: '', detail: '' }]
  ]

  it.each(rows)('follows the table for %s', (kind, value, expected) => {
    const scenes: Scene[] = ['hall', 'publicNotice', 'receipt', 'list', 'detail']
    expect(Object.fromEntries(scenes.map((scene) => [scene, mask(kind, scene, value)]))).toEqual(expected)
  })

  it('shows nothing of a person in the hall', () => {
    for (const [kind, value] of rows) expect(mask(kind, 'hall', value)).toBe('')
  })
})
