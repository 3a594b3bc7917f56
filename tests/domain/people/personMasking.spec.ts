import { describe, expect, it } from 'vitest'
import type { Scene } from '../../../shared/domain/people/masking.ts'
import { DOCUMENT_KINDS } from '../../../shared/domain/people/otherDocuments.ts'
import { type MaskedPerson, maskPerson } from '../../../shared/domain/people/personMasking.ts'

const PERSON = {
  name: '欧阳娜娜',
  idKind: 'residentId',
  idNumber: '500102198511209985',
  phone: '13800138000',
  address: '清溪街道桂花社区12号'
}
const ORGANISATION = {
  name: '清溪街道桂花种养专业合作社',
  idKind: 'creditCode',
  idNumber: '1150011255408455X1',
  phone: '023-63812345',
  address: '清溪街道桂花社区3号'
}

const NOTHING: MaskedPerson = { name: '', idNumber: '', phone: '', address: '' }

/** The customary table, whole: rows of a person and of an organisation, a column a scene (个人信息保护法 6, 28). */
const OF_PERSON: Record<Scene, MaskedPerson> = {
  hall: NOTHING,
  publicNotice: { ...NOTHING, name: '欧阳娜娜', address: '清溪街道桂花社区***' },
  receipt: {
    name: '欧阳娜娜',
    idNumber: '500102********9985',
    phone: '138****8000',
    address: '清溪街道桂花社区12号'
  },
  list: { name: '欧**娜', idNumber: '5001**********9985', phone: '138****8000', address: '清溪街道桂花社区***' },
  detail: {
    name: '欧阳娜娜',
    idNumber: '5001**********9985',
    phone: '138****8000',
    address: '清溪街道桂花社区12号'
  }
}
const OF_ORGANISATION: Record<Scene, MaskedPerson> = {
  hall: NOTHING,
  publicNotice: { ...ORGANISATION, ...pick(OF_PERSON.publicNotice, 'address'), phone: '' },
  receipt: { ...ORGANISATION, phone: '023-****2345' },
  list: { ...ORGANISATION, phone: '023-****2345', address: '清溪街道桂花社区***' },
  detail: { ...ORGANISATION, phone: '023-****2345' }
}

function pick<T, K extends keyof T>(from: T, key: K): Pick<T, K> {
  return { [key]: from[key] } as Pick<T, K>
}

const SCENES: readonly Scene[] = ['hall', 'publicNotice', 'receipt', 'list', 'detail']

describe('a person as they may be shown', () => {
  it.each(SCENES)('follows the table of customs in the scene %s', (scene) => {
    expect(maskPerson(scene, PERSON)).toEqual(OF_PERSON[scene])
  })

  it.each(SCENES)('as an organisation shows name and credit code, which are public, in the scene %s', (scene) => {
    const { name, idNumber, phone, address } = OF_ORGANISATION[scene]
    expect(maskPerson(scene, ORGANISATION)).toEqual({ name, idNumber, phone, address })
  })

  it('hides the number of every other kind of document, whatever it looks like', () => {
    for (const { kind } of DOCUMENT_KINDS) {
      const shown = maskPerson('list', { ...PERSON, idKind: kind })
      expect(shown.idNumber === PERSON.idNumber, kind).toBe(kind === 'creditCode')
      expect(shown.name === PERSON.name, kind).toBe(kind === 'creditCode')
    }
    expect(maskPerson('list', { ...PERSON, idKind: 'unheardOf' }).idNumber).toBe('5001**********9985')
  })

  it('keeps that somebody has no phone, and shows no address where there is none', () => {
    const { address: _none, ...proxy } = PERSON
    expect(maskPerson('receipt', { ...proxy, phone: null })).toEqual({
      name: '欧阳娜娜',
      idNumber: '500102********9985',
      phone: null,
      address: ''
    })
  })

  it('shows nothing of anybody in the hall', () => {
    for (const who of [PERSON, ORGANISATION]) expect(maskPerson('hall', who)).toEqual(NOTHING)
  })
})
