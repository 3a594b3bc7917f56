import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readingOfMessage, readingOfText } from '../../../shared/domain/people/cardReading.ts'

const TODAY = '2026-11-23'
const CARD = {
  idKind: 'residentId',
  name: '𠮷田',
  idNumber: '500102198511209985',
  validUntil: '2030.01.02',
  address: '云溪街道云栖社区 3 号'
}

describe('a message of a card reader', () => {
  it('is read field by field, as the card has it', () => {
    expect(readingOfMessage(CARD, TODAY)).toEqual({ ...CARD, validUntil: '2030-01-02' })
    expect(readingOfMessage({ ...CARD, validUntil: '20200102-长期' }, TODAY)?.validUntil).toBeNull()
    expect(readingOfMessage({ idNumber: CARD.idNumber }, TODAY)).toEqual({
      idKind: 'residentId',
      idNumber: CARD.idNumber,
      name: '',
      address: ''
    })
  })

  it('loses the padding of fixed fields and keeps every character of a name', () => {
    const read = (name: string) => readingOfMessage({ ...CARD, name }, TODAY)?.name
    expect(read('\uFEFF买买提·艾力\u3000\u3000\0\0')).toBe('买买提·艾力')
    // A private-use character that nobody can name is put right later (domain §13); half of a pair is none.
    expect(read('张\uE123三')).toBe('张\uE123三')
    expect(read('张\uD842三')).toBe('张三')
    // What GB 18030-2005 parked in the private area has a place of its own since 2022.
    expect(read('张\uE863')).toBe('张䶮')
  })

  it('names the kind of card by its number', () => {
    expect(readingOfMessage({ ...CARD, idNumber: '810000198809099971' }, TODAY)?.idKind).toBe('hkMoTwResidence')
    expect(readingOfMessage({ ...CARD, idKind: 'nonsense' }, TODAY)?.idKind).toBe('residentId')
    expect(readingOfMessage({ ...CARD, idKind: 'hkMacaoPermit', idNumber: 'H12345678' }, TODAY)).toMatchObject({
      idKind: 'hkMacaoPermit',
      idNumber: 'H12345678'
    })
  })

  it('is no card without a good number (GB 11643-1999)', () => {
    for (const idNumber of ['', '500102198511209989', '500102851120998', 5.001e17, null, ['x'], {}]) {
      expect(readingOfMessage({ ...CARD, idNumber }, TODAY)).toBeNull()
    }
    for (const message of [null, undefined, 1, 'x', [], [CARD]]) expect(readingOfMessage(message, TODAY)).toBeNull()
  })

  it('takes nothing from where nothing was said, and no field that never ends', () => {
    const inherited = Object.create(CARD) as object
    expect(readingOfMessage(inherited, TODAY)).toBeNull()
    expect(readingOfMessage({ ...CARD, address: '号'.repeat(101) }, TODAY)?.address).toBe('')
    expect(readingOfMessage({ ...CARD, name: '三'.repeat(5000) }, TODAY)?.name).toBe('')
  })

  it('never breaks anything, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string({ unit: 'binary' }), (message, text) => {
        readingOfMessage(message, TODAY)
        readingOfText(text, TODAY)
      })
    )
  })
})

describe('what a reader types that plays a keyboard', () => {
  it('is read whatever the order of its fields', () => {
    const fields = ['欧阳娜娜', '女', '汉', '19851120', '重庆市云溪街道云栖社区3号', CARD.idNumber, '云溪区公安局']
    const until = '20200102-20400102'
    const expected = {
      idKind: 'residentId',
      idNumber: CARD.idNumber,
      name: '欧阳娜娜',
      validUntil: '2040-01-02',
      address: '重庆市云溪街道云栖社区3号'
    }
    expect(readingOfText([...fields, until].join('|'), TODAY)).toEqual(expected)
    expect(readingOfText([until, ...fields].reverse().join('\t'), TODAY)).toEqual(expected)
  })

  it('is a card by its number alone, and nothing without one', () => {
    expect(readingOfText('50010219660502996x\r\n', TODAY)).toMatchObject({ idNumber: '50010219660502996X', name: '' })
    expect(readingOfText('欧阳娜娜|女|汉', TODAY)).toBeNull()
    expect(readingOfText('500102198511209989', TODAY)).toBeNull()
    expect(readingOfText('|'.repeat(5000), TODAY)).toBeNull()
  })
})
