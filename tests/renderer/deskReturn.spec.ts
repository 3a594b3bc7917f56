import { describe, expect, test } from 'vitest'
import { blankForm, type IntakeForm } from '../../renderer/counter/desk/model/intake.ts'
import { mayContinue, returnedForm } from '../../renderer/counter/desk/model/returned.ts'
import { blankRows } from '../../renderer/counter/desk/model/ticks.ts'
import { shippedItems } from '../../shared/domain/catalogue/shippedItems.ts'
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
    light: null,
    owner: { personId: 'zhou', name: '周晓禾' },
    offeredTo: null,
    caseType: item.caseType,
    itemVersion: 1,
    topic: '',
    answers: { s1: 'yes', s2: 'no', s3: 'no' },
    situations: [],
    applicant: {
      name: '欧阳娜娜',
      idKind: 'residentId',
      idMasked: '1101**********002X',
      phoneMasked: null,
      idValidUntil: '2030-06-18',
      address: '溪畔社区'
    },
    proxy: null,
    ticketNo: 'A001',
    firstResponder: '周晓禾',
    handOver: null,
    acceptedOn: null,
    deemed: false,
    notifyBy: null,
    localDue: null,
    ticks,
    lastNotice: { docNo: '云溪街办告〔2026〕010001号', givenOn: TODAY, lapseOn: null },
    trips: 1,
    faults: 0,
    deferred: [],
    commitments: [],
    exclusions: [],
    extension: null,
    upward: null,
    opinions: [],
    decision: null,
    ending: null,
    procedures: [],
    extensionMax: 10,
    upperAuthority: '',
    licence: false,
    actions: ['continue'],
    papers: [],
    timeline: []
  }
  const people = { applicant: { idNumber: GOOD, phone: null }, proxy: null, looked: true }

  test('finds item, person and what was in order filled in', () => {
    const form = returnedForm(detail, item, people, null)
    expect(form).toMatchObject({ caseId: 'c1', itemId: item.id, hasProxy: false })
    expect(form.applicant).toMatchObject({ name: '欧阳娜娜', idNumber: GOOD, noPhone: true, address: '溪畔社区' })
    expect(form.ticks.filter((row) => row.result === null).map((row) => row.materialId)).toEqual([
      item.materials[1]?.id
    ])
  })

  test('finds the answers again, and the end of validity', () => {
    const form = returnedForm(detail, item, people, null)
    expect(form.answers).toEqual({ s1: 'yes', s2: 'no' })
    expect(form.applicant.idValidUntil).toBe('2030-06-18')
  })

  test('首问负责: an enquiry becomes a case with nothing typed again and nothing looked at yet', () => {
    const asked: CaseDetail = {
      ...detail,
      status: 'answered',
      topic: '怎么办低保',
      ticks: [],
      answers: { s1: 'yes', s3: 'yes' }
    }
    const form = returnedForm(asked, item, people, null)
    expect(form).toMatchObject({
      caseId: 'c1',
      itemId: item.id,
      topic: '怎么办低保',
      hasProxy: true,
      answers: { s1: 'yes' }
    })
    expect(form.ticks).toEqual(blankRows(item))
    // No phone was told, which does not mean that there is none.
    expect(form.applicant).toMatchObject({ idNumber: GOOD, noPhone: false })
  })

  test('of a matter in no catalogue what was asked comes back', () => {
    const asked: CaseDetail = { ...detail, status: 'enquiry', itemId: '', topic: '路灯坏了', ticks: [], answers: {} }
    expect(returnedForm(asked, null, people, null)).toMatchObject({ asking: true, itemId: '', topic: '路灯坏了' })
  })

  test('民法典 165: the proxy comes back with what they may do; the paper lies in the file', () => {
    const authority = {
      matters: '低保申请',
      powers: '代为提交材料',
      from: TODAY,
      until: '2027-05-23',
      signed: false,
      drawUp: true
    }
    const proxy = { ...detail.applicant, name: '李四', authority }
    const full = { ...people, proxy: { idNumber: GOOD, phone: '13800138000' } }
    expect(returnedForm({ ...detail, proxy }, item, full, null).proxy).toMatchObject({
      name: '李四',
      phone: '13800138000',
      authority: { kind: 'agent', matters: '低保申请', paper: 'handedIn' }
    })
    const guardian = returnedForm({ ...detail, proxy: { ...proxy, authority: null } }, item, full, null)
    expect(guardian.proxy.authority.kind).toBe('guardian')
  })

  test('许可法 32: whatever is not accepted yet may be taken up again', () => {
    const of = (status: CaseDetail['status']) => mayContinue({ status })
    expect((['enquiry', 'answered', 'received', 'supplement'] as const).every(of)).toBe(true)
    expect((['accepted', 'decided', 'completed', 'declined', 'returned', 'withdrawn'] as const).some(of)).toBe(false)
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
