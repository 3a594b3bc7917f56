import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parsePhone } from '../../../shared/domain/people/phone.ts'

describe('phone numbers', () => {
  it.each([
    ['13800138000', '13800138000'],
    ['13000000000', '13000000000'],
    ['14700000001', '14700000001'],
    ['15912345678', '15912345678'],
    ['16600000002', '16600000002'],
    ['17312345678', '17312345678'],
    ['18800000003', '18800000003'],
    ['19900000004', '19900000004'],
    ['+86 138 0013 8000', '13800138000'],
    ['0086-138-0013-8000', '13800138000'],
    ['１３８００１３８０００', '13800138000']
  ])('takes the mobile number %s', (raw, number) => {
    expect(parsePhone(raw)).toEqual({ ok: true, kind: 'mobile', number })
  })

  it.each([
    ['023-63812345', '023-63812345'],
    ['02363812345', '023-63812345'],
    ['(023) 6381 2345', '023-63812345'],
    ['（0810）5123456转801', '0810-5123456-801'],
    ['010-12345678-1', '010-12345678-1'],
    ['+86 23 63812345', '023-63812345'],
    ['+86-023-63812345', '023-63812345']
  ])('takes the landline %s with area code', (raw, number) => {
    expect(parsePhone(raw)).toEqual({ ok: true, kind: 'landline', number })
  })

  it.each(['400-123-4567', '8001234567', '95588', '12345', '10086', '96110'])('takes the service number %s', (raw) => {
    expect(parsePhone(raw)).toEqual({ ok: true, kind: 'service', number: raw.replaceAll('-', '') })
  })

  it.each([
    ['+852 9123 4567', '+85291234567'],
    ['00853-6612-3456', '+85366123456'],
    ['+886 912 345 678', '+886912345678'],
    ['+1 202 555 0123', '+12025550123']
  ])('takes the number %s from outside the mainland', (raw, number) => {
    expect(parsePhone(raw)).toEqual({ ok: true, kind: 'overseas', number })
  })

  it.each(['', '  ', '无', '没有', '-'])('takes %j as "no phone", which is a legal answer', (raw) => {
    expect(parsePhone(raw)).toEqual({ ok: true, kind: 'none', number: '' })
  })

  it.each([
    '1380013800',
    '138001380000',
    '12800138000',
    '10086001234',
    '23800138000',
    '1380013800a',
    '138-0013-80',
    '0138001380',
    '1３8',
    '11011011011',
    '+86 12800138000',
    '+852'
  ])('refuses %s', (raw) => {
    expect(parsePhone(raw)).toEqual({ ok: false, code: 'phone-format' })
  })

  it('leaves a normalised number as it is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('+86 138 0013 8000', '(023)63812345转8', '400-123-4567', '+852 9123 4567', '无'),
        (raw) => {
          const once = parsePhone(raw)
          expect(once.ok && parsePhone(once.number)).toEqual(once)
        }
      )
    )
  })
})
