import { describe, expect, it } from 'vitest'
import { isCaseNumber, isEnquiryNumber, LAST_CASE_SERIAL } from '../../../shared/domain/casework/numbers.ts'
import {
  acceptCase,
  act,
  askAbout,
  type CaseOut,
  CLERK,
  caseRules,
  ELSEWHERE,
  giveNotice,
  itemOf,
  LEAD,
  NOBODY,
  PEOPLE,
  receiveCase,
  ticksFor
} from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(caseRules)
const item = itemOf('MZ-001')
const paperOf = (events: readonly CaseOut[]) => {
  const papers = events.flatMap((e) => (e.type === 'DocumentIssued' ? [e.data.paper] : []))
  expect(papers).toHaveLength(1)
  return papers[0]
}
/** Somebody asked about a matter that is in no catalogue, and nobody knew yet. */
const unknown = { item: null, topic: '楼上漏水怎么办', answers: {} } as const
const answer = (change: Partial<Parameters<typeof given>[0]> & Record<string, unknown> = {}) =>
  ({ ...act({ by: LEAD }), type: 'answerEnquiry', item: null, text: '请找物业', destination: null, ...change }) as const

describe('who only asks is told everything, as if they applied (许可法 30)', () => {
  it('under a number of its own, with the first responder, and the paper in the same commit', () => {
    const outcome = story().when(askAbout({ ticketNo: 'A007' }))
    expect(outcome.events.map((e) => e.type)).toEqual(['EnquiryRecorded', 'EnquiryAnswered', 'DocumentIssued'])
    const enquiryNo = 'ZX202611230100010'
    expect(outcome.reply).toEqual({
      caseId: enquiryNo,
      caseNo: enquiryNo,
      docId: `${enquiryNo}-1`,
      docNo: '云溪街办询〔2026〕010001号',
      also: []
    })
    expect(isEnquiryNumber(enquiryNo)).toBe(true)
    expect(outcome.events[0]).toMatchObject({
      data: { enquiryNo, askedOn: '2026-11-23', ticketNo: 'A007', counter: 1, firstResponder: { name: CLERK.name } }
    })
    expect(outcome.state).toMatchObject({ status: 'answered', owner: { personId: CLERK.personId }, papers: 1 })
  })

  it('every material that this visitor needs, where to get it, and what may stand for it', () => {
    const paper = paperOf(story().when(askAbout({ answers: { s1: 'yes', s2: 'no' } })).events)
    expect(paper).toMatchObject({
      kind: 'enquiryNotice',
      itemName: item.name,
      conditions: item.conditions,
      situations: [{ answer: '是' }, { answer: '否' }, { answer: '否' }],
      steps: ['受理', '初审', '上报', '等待上级决定', '送达'],
      promisedLimitText: '20个工作日',
      statutoryLimitText: '30个工作日',
      feeText: '不收费',
      resultName: item.result,
      presence: '可以委托他人代办',
      firstResponder: CLERK.name,
      destination: null
    })
    const materials = paper?.kind === 'enquiryNotice' ? paper.materials : []
    expect(materials.map((m) => m.name)).toEqual(
      item.materials.filter((m) => m.id !== 'm8' && m.id !== 'm9').map((m) => m.name)
    )
    expect(materials[1]).toMatchObject({ form: '纸质或电子', waiver: '电子证照免提交', note: item.materials[1]?.note })
    expect(materials[0]).toMatchObject({ waiver: null, reason: null, originals: 1, copies: 0 })
  })

  it('says who must come, and which other offices take part', () => {
    const inPerson = itemOf('HJ-004')
    expect(paperOf(story().when(askAbout({ item: inPerson })).events)).toMatchObject({
      presence: `须由本人办理：${inPerson.mustAppearInPerson}`
    })
    const joint = itemOf('GT-002')
    expect(paperOf(story().when(askAbout({ item: joint })).events)).toMatchObject({
      jointOffices: joint.jointOffices?.map((part) => part.office)
    })
  })

  it('of a proxy it asks nothing, and lists their papers', () => {
    const paper = paperOf(story().when(askAbout({ hasProxy: true })).events)
    expect(paper?.kind === 'enquiryNotice' && paper.materials.at(-1)?.name).toBe('授权委托书及代办人身份证')
  })

  it('is complete or is not given: every question it depends on is answered (许可法 32(4))', () => {
    story()
      .when(askAbout({ answers: { s1: 'no' } }))
      .refused('situation-unanswered', { field: 'answers.s2' })
  })
})

describe('asking needs no identity (许可法 30)', () => {
  it('anybody may ask without a name', () => {
    expect(story().when(askAbout()).state).toMatchObject({ applicant: NOBODY })
    expect(paperOf(story().when(askAbout()).events)).toMatchObject({
      applicant: { name: '', idKindLabel: '', idNumberMasked: '' }
    })
  })

  it('but what is told must be right: a case may be made of it without typing again', () => {
    const applicant = { ...PEOPLE.plain, idNumber: '500102198511209984' }
    story().when(askAbout({ applicant })).refused('id-check-digit', { field: 'applicant.idNumber' })
  })
})

describe('first inquiry (首问负责)', () => {
  it('what is not answered stays owed by whoever heard it first', () => {
    const outcome = story().when(askAbout({ ...unknown, answer: null }))
    expect(outcome.events.map((e) => e.type)).toEqual(['EnquiryRecorded'])
    expect(outcome.state).toMatchObject({ status: 'enquiry', owner: { name: CLERK.name }, topic: '楼上漏水怎么办' })
    expect(outcome.reply).toMatchObject({ docId: null, docNo: null, also: [] })
  })

  it('while it is owed, questions may be open; the answer is complete', () => {
    const owed = story().and(askAbout({ answers: { s1: 'yes' }, answer: null }))
    owed.when(answer({ item })).refused('situation-unanswered', { field: 'answers.s2' })
    const outcome = owed.when(answer({ item, text: '', answers: { s2: 'no' } }))
    expect(outcome.state).toMatchObject({ status: 'answered', answers: { s1: 'yes', s2: 'no', s3: 'no' } })
    expect(paperOf(outcome.events)).toMatchObject({ firstResponder: CLERK.name, clerkName: LEAD.name })
  })

  it('without an item the question is needed, and the answer is the paper', () => {
    story()
      .when(askAbout({ ...unknown, topic: '  ' }))
      .refused('enquiry-topic-missing', { field: 'topic' })
    story().when(askAbout(unknown)).refused('enquiry-answer-missing', { field: 'answer.text' })
    const said = { text: ' 请找物业 ', destination: null }
    expect(paperOf(story().when(askAbout({ ...unknown, answer: said })).events)).toMatchObject({
      caseTypeLabel: '咨询',
      itemName: '楼上漏水怎么办',
      topic: '楼上漏水怎么办',
      answer: '请找物业',
      materials: []
    })
    const owed = story().and(askAbout({ ...unknown, answer: null }))
    owed.when(answer({ text: ' ' })).refused('enquiry-answer-missing', { field: 'text' })
    expect(owed.when(answer()).state).toMatchObject({ status: 'answered' })
  })

  it('"not ours" is never the end without a name to go to (许可法 32(2))', () => {
    const blank = { ...ELSEWHERE, name: ' ' }
    const away = { text: '这件事归林业部门', destination: blank }
    story()
      .when(askAbout({ ...unknown, answer: away }))
      .refused('destination-missing', { field: 'answer.destination.name' })
    const owed = story().and(askAbout({ ...unknown, answer: null }))
    owed.when(answer({ destination: blank })).refused('destination-missing', { field: 'destination.name' })
    const outcome = owed.when(answer({ destination: ELSEWHERE }))
    expect(paperOf(outcome.events)).toMatchObject({ destination: ELSEWHERE })
  })

  it('is answered once, and by the item it was asked about', () => {
    const owed = story().and(askAbout({ ...unknown, answer: null }))
    owed.when(answer({ item })).refused('case-other-item')
    owed.and(answer()).when(answer()).refused('case-not-open', { status: 'answered' })
    story().when(answer()).refused('case-unknown')
    owed.when(askAbout(unknown)).refused('case-not-open')
  })

  it('has no number left after the last serial of a day, and says so', () => {
    story()
      .when(askAbout({ enquirySerial: LAST_CASE_SERIAL + 1 }))
      .refused('enquiry-numbers-used-up')
  })

  it('a matter in no catalogue has no questions to answer', () => {
    story()
      .when(askAbout({ ...unknown, answers: { s1: 'yes' } }))
      .refused('situation-unknown', { field: 'answers.s1' })
  })
})

describe('a question that becomes a case: nothing is typed again, nothing is lost', () => {
  const asked = story().and(askAbout({ topic: '我能吃低保吗', applicant: PEOPLE.plain, ticketNo: 'A007' }))
  const next = { date: '2026-11-25', by: LEAD, docSerials: { 询: 1 }, ticketNo: null } as const

  it.each([
    ['accepted', acceptCase(next), 'accepted'],
    ['told', giveNotice({ ...next, ticks: ticksFor(item, { m1: 'missing' }) }), 'supplement'],
    ['received', receiveCase(next), 'received']
  ] as const)('%s: in the same stream, with a case number of its own', (_how, command, status) => {
    const outcome = asked.when(command)
    const enquiryNo = 'ZX202611230100010'
    const caseNo = '500102202611250100010'
    expect(isCaseNumber(caseNo)).toBe(true)
    expect(outcome.events[0]).toMatchObject({
      type: 'CaseReceived',
      data: { caseId: enquiryNo, caseNo, firstResponder: { name: CLERK.name } }
    })
    expect(outcome.reply).toMatchObject({ caseId: enquiryNo, caseNo, docId: `${enquiryNo}-2` })
    expect(outcome.state).toMatchObject({
      status,
      caseId: enquiryNo,
      caseNo,
      topic: '我能吃低保吗',
      receivedOn: '2026-11-25',
      ticketNo: 'A007',
      firstResponder: { name: CLERK.name },
      owner: { name: CLERK.name },
      papers: 2
    })
  })

  it('also while its answer is still owed', () => {
    const owed = story().and(askAbout({ answer: null }))
    expect(owed.when(acceptCase(next)).state).toMatchObject({ status: 'accepted' })
  })

  it('a question without an item becomes a case of whatever it was about; of another item it is another case', () => {
    const open = story().and(askAbout({ ...unknown, answer: null }))
    expect(open.when(acceptCase(next)).state).toMatchObject({ item: { itemId: 'MZ-001' }, topic: unknown.topic })
    asked.when(acceptCase({ ...next, item: itemOf('MZ-003') })).refused('case-other-item')
  })
})
