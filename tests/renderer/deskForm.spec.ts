import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn } from '../../renderer/counter/desk/model/age.ts'
import { liveIdentity, settledNumber } from '../../renderer/counter/desk/model/identity.ts'
import { blankForm, type IntakeForm, isTyped, samePerson, toIntake } from '../../renderer/counter/desk/model/intake.ts'
import { problemsOf } from '../../renderer/counter/desk/model/problems.ts'
import { fieldOfRefusal } from '../../renderer/counter/desk/model/refusalField.ts'
import { returnedForm } from '../../renderer/counter/desk/model/returned.ts'
import type { TickRow } from '../../renderer/counter/desk/model/ticks.ts'
import { contract } from '../../shared/contract/contract.ts'
import { checkPerson } from '../../shared/domain/casework/persons.ts'
import { shippedItems } from '../../shared/domain/catalogue/shippedItems.ts'
import { DOCUMENT_KINDS } from '../../shared/domain/people/otherDocuments.ts'
import type { CaseDetail } from '../../shared/projections/views.ts'

const TODAY = '2026-11-23'
const GOOD = '11010519491231002X'
const item = shippedItems().items.find((one) => one.id === 'MZ-001')
if (!item) throw new Error('the item of the examples is gone')

const filled = (change: Partial<IntakeForm['applicant']> = {}): IntakeForm => {
  const form = blankForm()
  Object.assign(form.applicant, { name: '欧阳娜娜', idNumber: GOOD, phone: '13800138000' }, change)
  return form
}

describe('the number while it is typed', () => {
  test('an unfinished number is only counted until the field is left', () => {
    expect(liveIdentity('residentId', '110105', TODAY, false)).toEqual({ state: 'typing', characters: 6 })
    expect(liveIdentity('residentId', '110105', TODAY, true)).toMatchObject({
      state: 'wrong',
      code: 'id-length',
      length: 6
    })
  })

  test('a character that can never be part of it is said at once', () => {
    expect(liveIdentity('residentId', '11O105', TODAY, false)).toMatchObject({ state: 'wrong', code: 'id-characters' })
  })

  test('a whole number is right or wrong without leaving the field', () => {
    expect(liveIdentity('residentId', GOOD, TODAY, false)).toMatchObject({
      state: 'right',
      birth: '1949-12-31',
      sex: 'female'
    })
    expect(liveIdentity('residentId', '110105194912310021', TODAY, false)).toMatchObject({
      state: 'wrong',
      code: 'id-check-digit'
    })
  })

  test('a warning does not make it wrong', () => {
    const live = liveIdentity('residentId', '440524188001010014', TODAY, true)
    expect(live).toMatchObject({ state: 'right', warnings: ['id-age-over-120'] })
    expect(problemsOf(filled({ idNumber: '440524188001010014' }), TODAY)).toEqual([])
  })

  test('leaving the field brings full width, blanks and a small x into form, and keeps what is wrong', () => {
    expect(settledNumber('residentId', '１１０１０５１９４９１２３１００２Ｘ', TODAY)).toBe(GOOD)
    expect(settledNumber('residentId', '110105 19491231 002x', TODAY)).toBe(GOOD)
    expect(settledNumber('residentId', '1101', TODAY)).toBe('1101')
  })

  test('age is counted in full years', () => {
    expect(ageOn('1949-12-31', TODAY)).toBe(76)
    expect(ageOn('2000-11-23', TODAY)).toBe(26)
    expect(ageOn('2004-02-29', '2026-02-28')).toBe(21)
    expect(ageOn('2004-02-29', '2026-03-01')).toBe(22)
  })
})

describe('what stands in the way', () => {
  test('is told in the order of the form', () => {
    expect(problemsOf(blankForm(), TODAY).map(({ path }) => path)).toEqual([
      'applicant.name',
      'applicant.idNumber',
      'applicant.phone'
    ])
  })

  test('an applicant’s phone is answered by a number or by 无电话, not by a blank', () => {
    expect(problemsOf(filled({ phone: '' }), TODAY)).toEqual([{ path: 'applicant.phone', code: 'phone-unanswered' }])
    expect(problemsOf(filled({ phone: '', noPhone: true }), TODAY)).toEqual([])
    expect(problemsOf(filled({ phone: '1380013800' }), TODAY)).toMatchObject([{ code: 'phone-format' }])
  })

  test('a proxy counts only when there is one', () => {
    const form = filled()
    expect(problemsOf({ ...form, hasProxy: true }, TODAY).map(({ path }) => path)).toEqual([
      'proxy.name',
      'proxy.idNumber'
    ])
    expect(problemsOf(form, TODAY)).toEqual([])
  })

  test('the desk objects to exactly what main would refuse, and besides only to a phone nobody asked for', () => {
    const examples = fc.constantFrom('𠮷丽娜', '买买提·艾力', GOOD, 'E12345678', '13800138000', '无', '')
    const texts = fc.oneof(examples, fc.string({ unit: 'grapheme', maxLength: 60 }))
    const kinds = fc.constantFrom(...DOCUMENT_KINDS.map(({ kind }) => kind))
    fc.assert(
      fc.property(texts, kinds, texts, texts, (name, idKind, idNumber, phone) => {
        const form = filled({ name, idKind, idNumber, phone })
        const objections = problemsOf(form, TODAY).filter(({ code }) => code !== 'phone-unanswered')
        expect(checkPerson(toIntake(form).applicant, 'applicant', TODAY).ok).toBe(objections.length === 0)
      }),
      { numRuns: 500 }
    )
  })
})

describe('what is sent', () => {
  const rows: TickRow[] = [
    { materialId: 'm1', result: 'inOrder', reason: '先写了又改成齐全' },
    { materialId: 'm2', result: 'missing', reason: ' 原件未带 ' }
  ]

  test('fits the contract, names of rare characters whole', () => {
    const form = { ...filled({ name: ' 𠮷𬎆娜 ' }), itemId: item.id, ticks: rows }
    const sent = toIntake(form)
    expect(contract['casework.accept'].input.parse(sent)).toEqual(sent)
    expect(sent.applicant.name).toBe('𠮷𬎆娜')
  })

  test('a reason goes along only with a gap', () => {
    expect(toIntake({ ...filled(), ticks: rows }).ticks.map((tick) => tick.reason)).toEqual(['', '原件未带'])
  })

  test('无电话 sends none, whatever stands in the field', () => {
    expect(toIntake(filled({ phone: '13800138000', noPhone: true })).applicant.phone).toBeNull()
  })

  test('a proxy that was switched off again is not sent', () => {
    const form = filled()
    form.proxy.name = '李四'
    expect(toIntake(form).proxy).toBeNull()
    expect(toIntake({ ...form, hasProxy: true }).proxy?.name).toBe('李四')
  })
})

describe('the form', () => {
  test('counts as worked on from the first thing entered', () => {
    expect(isTyped(blankForm())).toBe(false)
    expect(isTyped({ ...blankForm(), itemId: item.id })).toBe(true)
    expect(isTyped({ ...blankForm(), applicant: { ...blankForm().applicant, noPhone: true } })).toBe(true)
    expect(isTyped({ ...blankForm(), ticks: [{ materialId: 'm1', result: null, reason: 'x' }] })).toBe(true)
  })

  test('another matter of the same person keeps the person and nothing of the matter', () => {
    const again = samePerson({
      ...filled(),
      itemId: item.id,
      caseId: 'c1',
      ticks: [{ materialId: 'm1', result: 'missing', reason: '' }]
    })
    expect(again.applicant.idNumber).toBe(GOOD)
    expect(again).toMatchObject({ itemId: '', caseId: null, ticks: [] })
  })
})

describe('a visitor who comes back', () => {
  const ticks = item.materials.map(({ id, name }, at) => ({
    materialId: id,
    name,
    result: at === 1 ? ('missing' as const) : ('inOrder' as const),
    reason: ''
  }))
  const detail: CaseDetail = {
    caseId: 'c1',
    caseNo: '500102202611230100011',
    itemId: item.id,
    itemName: item.name,
    applicantMasked: '欧**娜',
    idMasked: '1101**********002X',
    status: 'supplement',
    receivedOn: TODAY,
    promisedDue: null,
    statutoryDue: null,
    notices: 1,
    itemVersion: 1,
    applicant: {
      name: '欧阳娜娜',
      idKind: 'residentId',
      idMasked: '1101**********002X',
      phoneMasked: null,
      address: '溪畔社区'
    },
    proxy: null,
    ticketNo: 'A001',
    firstResponder: '周晓禾',
    acceptedOn: null,
    ticks,
    lastNotice: { docNo: '云溪街办告〔2026〕010001号', givenOn: TODAY, lapseOn: null },
    papers: [],
    timeline: []
  }
  const people = { applicant: { idNumber: GOOD, phone: null }, proxy: null }

  test('finds item, person and what was in order filled in', () => {
    const form = returnedForm(detail, item, people, null)
    expect(form).toMatchObject({ caseId: 'c1', itemId: item.id, hasProxy: false })
    expect(form.applicant).toMatchObject({ name: '欧阳娜娜', idNumber: GOOD, noPhone: true, address: '溪畔社区' })
    expect(form.ticks.filter((row) => row.result === null).map((row) => row.materialId)).toEqual([
      item.materials[1]?.id
    ])
  })

  test('keeps a newer phone, a proxy and results that were entered before the case was found', () => {
    const typed = { ...filled({ phone: '13900000000' }), itemId: item.id, hasProxy: true }
    typed.proxy.name = '李四'
    typed.ticks = [{ materialId: item.materials[1]?.id ?? '', result: 'notMeeting', reason: '过期' }]
    const form = returnedForm(detail, item, people, typed)
    expect(form.applicant).toMatchObject({ phone: '13900000000', noPhone: false, address: '溪畔社区' })
    expect(form.proxy.name).toBe('李四')
    expect(form.ticks[1]).toMatchObject({ result: 'notMeeting', reason: '过期' })
  })

  test('takes no results from another item', () => {
    const typed = { ...filled(), itemId: 'MZ-002' }
    typed.ticks = [{ materialId: item.materials[1]?.id ?? '', result: 'inOrder', reason: '' }]
    expect(returnedForm(detail, item, people, typed).ticks[1]?.result).toBeNull()
  })
})

describe('the place of a refusal', () => {
  const rows: TickRow[] = ['m1', 'm2', 'm3'].map((materialId) => ({ materialId, result: null, reason: '' }))

  test('is the field it names', () => {
    expect(fieldOfRefusal({ code: 'id-check-digit', field: 'applicant.idNumber' }, rows)).toBe('applicant.idNumber')
    expect(fieldOfRefusal({ code: 'tick-reason-missing', field: 'ticks.2.reason' }, rows)).toBe('ticks.2')
    expect(fieldOfRefusal({ code: 'second-notice-needs-lead', field: 'secondNoticeReason' }, rows)).toBe(
      'secondNoticeReason'
    )
  })

  test('is the row of the material it names, whatever the index says', () => {
    expect(fieldOfRefusal({ code: 'tick-missing', field: 'ticks.0.result', materialId: 'm3' }, rows)).toBe('ticks.2')
  })

  test('is nowhere for a field that does not exist', () => {
    expect(fieldOfRefusal({ code: 'log-full' }, rows)).toBeNull()
    expect(fieldOfRefusal({ code: 'bad-input', field: 'ticks.9.reason' }, rows)).toBeNull()
    expect(fieldOfRefusal({ code: 'bad-input', field: 'somewhere.else' }, rows)).toBeNull()
  })

  test('is known for codes that carry none', () => {
    expect(fieldOfRefusal({ code: 'case-other-item' }, rows)).toBe('itemId')
  })
})
