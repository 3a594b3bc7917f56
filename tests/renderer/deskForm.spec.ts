import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ageOn } from '../../renderer/counter/desk/model/age.ts'
import {
  type AuthorityFields,
  blankAuthority,
  monthsAfter,
  suggestedAuthority,
  toAuthority
} from '../../renderer/counter/desk/model/authority.ts'
import { liveIdentity, settledNumber } from '../../renderer/counter/desk/model/identity.ts'
import {
  blankForm,
  type IntakeForm,
  isTyped,
  samePerson,
  toDecline,
  toEnquiry,
  toIntake
} from '../../renderer/counter/desk/model/intake.ts'
import { NEEDED, problemsOf } from '../../renderer/counter/desk/model/problems.ts'
import { fieldOfRefusal } from '../../renderer/counter/desk/model/refusalField.ts'
import { blankRows, type TickRow } from '../../renderer/counter/desk/model/ticks.ts'
import { contract } from '../../shared/contract/contract.ts'
import { checkPerson } from '../../shared/domain/casework/persons.ts'
import { checkProxy } from '../../shared/domain/casework/proxyAuthority.ts'
import { shippedItems } from '../../shared/domain/catalogue/shippedItems.ts'
import { DOCUMENT_KINDS } from '../../shared/domain/people/otherDocuments.ts'

const TODAY = '2026-11-23'
const GOOD = '11010519491231002X'
const item = shippedItems().items.find((one) => one.id === 'MZ-001')
if (!item) throw new Error('the item of the examples is gone')

const proxyWith = (authority: AuthorityFields) => ({
  name: '李四',
  idKind: 'residentId',
  idNumber: GOOD,
  phone: null,
  authority: toAuthority(authority)
})

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

  test('许可法 30: whoever only asks need not say who they are, but what they say must be right', () => {
    expect(problemsOf(blankForm(), TODAY, NEEDED.enquiry)).toEqual([])
    expect(problemsOf(blankForm(), TODAY, NEEDED.outsideAuthority).map(({ path }) => path)).toEqual(['applicant.name'])
    const wrong = { ...blankForm(), hasProxy: true }
    wrong.applicant.idNumber = '1101'
    expect(problemsOf(wrong, TODAY, NEEDED.enquiry).map(({ path }) => path)).toEqual(['applicant.idNumber'])
    expect(problemsOf(wrong, TODAY, NEEDED.notRequired).map(({ path }) => path)).toEqual([
      'applicant.idNumber',
      'proxy.name',
      'proxy.idNumber'
    ])
  })

  test('a proxy counts only when there is one', () => {
    const form = filled()
    expect(problemsOf({ ...form, hasProxy: true }, TODAY).map(({ path }) => path)).toEqual([
      'proxy.name',
      'proxy.idNumber',
      'proxy.authority.paper'
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
        expect(checkPerson(toEnquiry(form, null, 'owed').applicant, 'applicant', TODAY).ok).toBe(
          objections.length === 0
        )
      }),
      { numRuns: 500 }
    )
  })
})

describe('what is sent', () => {
  const rows = (of: readonly Partial<TickRow>[] = []): TickRow[] =>
    blankRows(item).map((row) => ({ ...row, ...of.find(({ materialId }) => materialId === row.materialId) }))
  const TYPED: readonly Partial<TickRow>[] = [
    { materialId: 'm1', result: 'inOrder', reason: '先写了又改成齐全' },
    { materialId: 'm2', result: 'missing', reason: ' 原件未带 ' },
    { materialId: 'm4', result: 'corrected', reason: '补签了日期' }
  ]
  const whole = (change: Partial<IntakeForm['applicant']> = {}): IntakeForm => ({
    ...filled(change),
    itemId: item.id,
    answers: { s1: 'no', s2: 'no' },
    ticks: rows(TYPED)
  })

  test('fits the contract, names of rare characters whole', () => {
    const form = { ...whole({ name: ' 𠮷𬎆娜 ', idValidUntil: '长期' }), hasProxy: true }
    Object.assign(form.proxy, { name: '李四', idNumber: GOOD })
    const sent = toIntake(form, item)
    expect(contract['casework.receive'].input.parse(sent)).toEqual(sent)
    expect(sent.applicant).toMatchObject({ name: '𠮷𬎆娜', idValidUntil: null })
    const enquiry = toEnquiry(form, item, 'told')
    expect(contract['enquiry.record'].input.parse(enquiry)).toEqual(enquiry)
    const declined = toDecline(
      { ...form, destination: { name: '区医保局', place: '', phone: '' } },
      item,
      'outsideAuthority'
    )
    expect(contract['casework.decline'].input.parse(declined)).toEqual(declined)
  })

  test('a reason goes along only with a gap or with what was put right', () => {
    expect(toIntake(whole(), item).ticks.map((tick) => tick.reason)).toEqual(['', '原件未带', '补签了日期'])
  })

  test('the answers go along, but for those about a proxy, which main knows', () => {
    const form = { ...whole(), answers: { s1: 'no', s2: 'yes', s3: 'yes', s8: 'no' } }
    expect(toIntake(form, item).answers).toEqual({ s1: 'no', s2: 'yes' })
  })

  test('无电话 sends none, whatever stands in the field', () => {
    expect(toIntake(whole({ phone: '13800138000', noPhone: true }), item).applicant.phone).toBeNull()
  })

  test('an end of validity that nobody wrote down is not sent', () => {
    expect(toIntake(whole(), item).applicant).not.toHaveProperty('idValidUntil')
    expect(toIntake(whole({ idValidUntil: '2030.06.18' }), item).applicant.idValidUntil).toBe('2030-06-18')
  })

  test('a proxy that was switched off again is not sent', () => {
    const form = whole()
    form.proxy.name = '李四'
    expect(toIntake(form, item).proxy).toBeNull()
    expect(toIntake({ ...form, hasProxy: true }, item).proxy?.name).toBe('李四')
  })

  test('首问负责: an enquiry is owed or told; without an item the words are the answer', () => {
    const asking = { ...filled(), asking: true, topic: ' 路灯坏了 ', answerText: '已转城管' }
    expect(toEnquiry(asking, null, 'owed')).toMatchObject({
      itemId: null,
      topic: '路灯坏了',
      answers: {},
      answer: null
    })
    expect(toEnquiry(asking, null, 'told').answer).toEqual({ text: '已转城管', destination: null })
    expect(toEnquiry(whole(), item, 'told').answer).toEqual({ text: '', destination: null })
  })

  test('许可法 32(2): whose matter it is goes along; what needs nothing names nobody', () => {
    const form = {
      ...whole(),
      declineReason: ' 属医保 ',
      destination: { name: '区医保局', place: '云溪路', phone: '' }
    }
    const told = toDecline(form, item, 'outsideAuthority')
    expect(told).toMatchObject({ reason: '属医保', destination: { name: '区医保局', place: '云溪路' } })
    expect(toDecline(form, item, 'notRequired').destination).toBeNull()
    expect(toEnquiry(form, null, 'elsewhere').answer).toMatchObject({
      text: '属医保',
      destination: { name: '区医保局' }
    })
  })
})

describe('民法典 165: who acts for the applicant', () => {
  const typed = suggestedAuthority(blankAuthority(), { name: '低保申请', before: null }, TODAY)

  test('matters, powers and half a year stand ready; the signature does not', () => {
    expect(typed).toMatchObject({ matters: '低保申请', from: TODAY, until: '2027-05-23', paper: '' })
    expect(typed.powers).not.toBe('')
    expect(checkProxy(item, proxyWith(typed), TODAY)).toMatchObject({ ok: false, refusal: { code: 'proxy-unsigned' } })
    expect(checkProxy(item, proxyWith({ ...typed, paper: 'handedIn' }), TODAY).ok).toBe(true)
    expect(checkProxy(item, proxyWith({ ...typed, paper: 'drawUp' }), TODAY).ok).toBe(true)
  })

  test('a matter that was only the item before follows the item, words of one’s own stay', () => {
    const next = { name: '特困供养', before: '低保申请' }
    expect(suggestedAuthority(typed, next, TODAY).matters).toBe('特困供养')
    expect(suggestedAuthority({ ...typed, matters: '全部民政事项' }, next, TODAY).matters).toBe('全部民政事项')
  })

  test('a legal guardian needs none', () => {
    expect(toAuthority({ ...typed, kind: 'guardian' })).toBeNull()
    expect(checkProxy(item, proxyWith({ ...typed, kind: 'guardian' }), TODAY).ok).toBe(true)
  })

  test('half a year from the end of a long month ends with the short one', () => {
    expect(monthsAfter('2026-08-31', 6)).toBe('2027-02-28')
    expect(monthsAfter('2027-08-31', 6)).toBe('2028-02-29')
    expect(monthsAfter('2026-12-01', 6)).toBe('2027-06-01')
  })

  test('the desk asks whether the paper is there, and of a guardian it does not', () => {
    const form = { ...filled(), hasProxy: true }
    Object.assign(form.proxy, { name: '李四', idNumber: GOOD, authority: typed })
    expect(problemsOf(form, TODAY).map(({ path }) => path)).toEqual(['proxy.authority.paper'])
    expect(problemsOf(form, TODAY, NEEDED.outsideAuthority)).toEqual([])
    form.proxy.authority = { ...typed, kind: 'guardian' }
    expect(problemsOf(form, TODAY)).toEqual([])
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

  test('is the row that was sent at this place, when fewer were sent', () => {
    expect(fieldOfRefusal({ code: 'tick-reason-missing', field: 'ticks.1.reason' }, rows, ['m1', 'm3'])).toBe('ticks.2')
  })

  test('is the question, the power of attorney, the destination, the lead', () => {
    const at = (field: string) => fieldOfRefusal({ code: 'any', field }, rows)
    expect(at('answers.s2')).toBe('answers.s2')
    expect(at('proxy.authority.until')).toBe('proxy.authority.until')
    expect(at('proxy.authority.signed')).toBe('proxy.authority.paper')
    expect(at('destination.name')).toBe('destination.name')
    expect(at('answer.destination.name')).toBe('destination.name')
    expect(at('answer.text')).toBe('answerText')
    expect(at('topic')).toBe('topic')
    expect(at('reason')).toBe('declineReason')
    expect(at('approver')).toBe('approval.login')
    expect(at('approval.password')).toBe('approval.password')
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
