import type { AcceptancePaper, PaperHall } from '../../../shared/documents/papers.ts'
import type { Applicant, CaseItem, MaterialTick } from '../../../shared/domain/casework/case.ts'
import { caseNumber, documentNumber } from '../../../shared/domain/casework/numbers.ts'
import type { DomainEvent } from '../../../shared/domain/events.ts'
import { residentIdCheckCharacter } from '../../../shared/domain/people/residentId.ts'
import type { Commit, NewEvent, Recorded } from '../../../shared/kernel/messages.ts'

/**
 * The life of an invented hall, record by record, the same for the same seed: tickets that are called and served, cases
 * that are accepted, supplemented, corrected and completed, papers that are printed, fail and are printed again.
 */

/** A small, fast generator of numbers in [0, 1) (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const SURNAMES = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈单仇解区查𠮷'
]
const GIVEN = [
  ...'伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂芝玉萍红梅建国华文志永春燕珍凤云海波宁欣怡梓涵浩宇子轩雨泽一诺思远嘉乐𬭎'
]

export const DEMO_HALL: PaperHall = {
  name: '云溪街道便民服务中心',
  authorityName: '云溪街道办事处',
  address: '云溪路 1 号一楼大厅',
  hours: '工作日 9:00–17:30',
  enquiryPhone: '023-00001000',
  supervisionPhone: '023-00001001',
  demo: true
}

const ITEM: CaseItem = {
  itemId: 'item-1',
  version: 1,
  name: '最低生活保障申请（受理、初审）',
  taskCode: '11500102MB0000H0915500590001000',
  caseType: 'ESCALATED',
  handlingOffice: '社会事务办公室',
  promisedLimit: { value: 20, unit: 'WORKING_DAY' },
  statutoryLimit: { value: 30, unit: 'WORKING_DAY' }
}

const MATERIALS = ['居民身份证', '家庭居民户口簿', '诚信承诺书', '经济状况核对授权书', '收入、财产说明']

export interface Fact {
  readonly stream: string
  readonly commit: Commit
}

const pick = <T>(from: readonly T[], random: () => number): T => from[Math.floor(random() * from.length)] as T

/** An invented person; serials 996–999 of identity numbers belong to nobody born in those years. */
export function inventedApplicant(random: () => number): Applicant {
  const name = pick(SURNAMES, random) + pick(GIVEN, random) + (random() < 0.75 ? pick(GIVEN, random) : '')
  const two = (n: number): string => String(n).padStart(2, '0')
  const area = pick(['500102', '500103', '510104', '420106'], random)
  const birth = `${1940 + Math.floor(random() * 70)}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}`
  const body = `${area}${birth}${996 + Math.floor(random() * 4)}`
  return {
    name,
    idKind: 'residentId',
    idNumber: body + residentIdCheckCharacter(body),
    phone: random() < 0.9 ? `1380013${String(Math.floor(random() * 10000)).padStart(4, '0')}` : null,
    address: `云溪街道 ${1 + Math.floor(random() * 200)} 号`
  }
}

function dayOf(index: number): string {
  return new Date(Date.UTC(2024, 0, 2 + index)).toISOString().slice(0, 10)
}

export interface HallLifeOptions {
  readonly seed: number
  /** Cases taken in each day; each with its ticket, papers and prints. */
  readonly casesPerDay?: number
  /** Leaves tickets and prints out: one record a case, for measuring. */
  readonly casesOnly?: boolean
}

/** Never ends; take what is needed. */
export function* hallLife({ seed, casesPerDay = 40, casesOnly = false }: HallLifeOptions): Generator<Fact> {
  const random = seeded(seed)
  let commits = 0
  const open: { caseId: string; applicant: Applicant; noticed: boolean }[] = []
  const people: Applicant[] = []
  for (let day = 0; ; day += 1) {
    const date = dayOf(day)
    const at = (minute: number): string => new Date(Date.parse(`${date}T01:00:00.000Z`) + minute * 60_000).toISOString()
    const fact = (stream: string, minute: number, events: readonly DomainEvent[]): Fact => {
      commits += 1
      const meta = {
        at: at(minute),
        date,
        by: 'person-1',
        byName: '演示甲',
        screen: 'counter',
        counter: 1,
        terminal: '01'
      }
      return {
        stream,
        commit: { commitId: `c-${seed}-${commits}`, events: events as readonly NewEvent[], meta, reply: null }
      }
    }
    const queue = `queue-${date}`
    if (!casesOnly) yield fact(queue, 0, [{ type: 'HallDayOpened', v: 1, data: { date } }])
    for (let n = 1; n <= casesPerDay; n += 1) {
      const id = `${seed}-${day}-${n}`
      const minute = n * 10
      const no = `A${String(n).padStart(3, '0')}`
      if (!casesOnly) yield* ticketLife(fact, queue, `t-${id}`, no, n, minute, at, random)
      const applicant = people.length > 50 && random() < 0.2 ? pick(people, random) : inventedApplicant(random)
      if (people.length < 5000) people.push(applicant)
      const caseId = `k-${id}`
      const caseNo = caseNumber('500102', date, '01', ((n - 1) % 9999) + 1)
      const received: DomainEvent = {
        type: 'CaseReceived',
        v: 1,
        data: {
          caseId,
          caseNo,
          receivedOn: date,
          item: ITEM,
          applicant,
          proxy: null,
          ticketNo: no,
          counter: 1,
          firstResponder: { personId: 'person-1', name: '演示甲' }
        }
      }
      const ticks: MaterialTick[] = MATERIALS.map((name, index) => ({
        materialId: `m-${index}`,
        name,
        result: 'inOrder',
        reason: ''
      }))
      const checked: DomainEvent = { type: 'MaterialsChecked', v: 1, data: { ticks } }
      if (!casesOnly && random() < 0.15) {
        const docNo = documentNumber('云溪街办', '告', date.slice(0, 4), '01', n)
        const given: DomainEvent = {
          type: 'OneTimeNoticeGiven',
          v: 1,
          data: {
            docId: `n-${id}`,
            docNo,
            round: 1,
            gaps: ticks.slice(0, 1),
            givenOn: date,
            lapseOn: null,
            fault: null
          }
        }
        yield fact(`case-${caseId}`, minute + 5, [received, checked, given])
        open.push({ caseId, applicant, noticed: true })
        continue
      }
      const docId = `d-${id}`
      yield fact(`case-${caseId}`, minute + 5, [
        received,
        checked,
        ...accepted(docId, caseId, caseNo, date, n, applicant)
      ])
      if (casesOnly) continue
      yield* printLife(fact, docId, minute + 6, random)
      open.push({ caseId, applicant, noticed: false })
      if (open.length > 60) {
        const index = Math.floor(random() * open.length)
        const [{ caseId: older, applicant: who, noticed } = { caseId, applicant, noticed: false }] = open.splice(
          index,
          1
        )
        const corrected = { ...who, name: `${who.name.slice(0, 1)}${pick(GIVEN, random)}`, phone: null }
        if (noticed || random() < 0.1) {
          yield fact(`case-${older}`, minute + 7, [
            { type: 'ApplicantCorrected', v: 1, data: { applicant: corrected, proxy: null } }
          ])
        }
        if (!noticed)
          yield fact(`case-${older}`, minute + 8, [
            { type: 'CaseCompleted', v: 1, data: { completedOn: date, note: '' } }
          ])
      }
    }
    if (!casesOnly) yield fact(queue, 600, [{ type: 'HallDayClosed', v: 1, data: { date, expired: [] } }])
  }
}

type MakeFact = (stream: string, minute: number, events: readonly DomainEvent[]) => Fact

function* ticketLife(
  fact: MakeFact,
  queue: string,
  ticketId: string,
  no: string,
  serial: number,
  minute: number,
  at: (minute: number) => string,
  random: () => number
): Generator<Fact> {
  const issuedAt = at(minute)
  yield fact(queue, minute, [
    { type: 'TicketIssued', v: 1, data: { ticketId, no, group: 'A', serial, issuedAt, ahead: 0, estimate: null } },
    {
      type: 'DocumentIssued',
      v: 1,
      data: {
        docId: `p-${ticketId}`,
        docNo: no,
        template: 1,
        caseId: null,
        paper: {
          kind: 'ticket',
          hall: DEMO_HALL,
          no,
          groupName: '民政',
          ahead: 0,
          estimate: null,
          counters: [1],
          issuedAt,
          ticketId
        }
      }
    }
  ])
  const call = { ticketId, no, counter: 1, at: at(minute + 1), callId: `${ticketId}-1` }
  yield fact(queue, minute + 1, [{ type: 'TicketCalled', v: 1, data: call }])
  if (random() < 0.1) {
    yield fact(queue, minute + 2, [{ type: 'TicketRecalled', v: 1, data: { ...call, callId: `${ticketId}-2` } }])
    yield fact(queue, minute + 3, [{ type: 'TicketMissed', v: 1, data: { ticketId, counter: 1, at: at(minute + 3) } }])
    return
  }
  yield fact(queue, minute + 2, [{ type: 'ServiceStarted', v: 1, data: { ticketId, counter: 1, at: at(minute + 2) } }])
  yield fact(queue, minute + 9, [{ type: 'ServiceFinished', v: 1, data: { ticketId, counter: 1, at: at(minute + 9) } }])
}

function accepted(
  docId: string,
  caseId: string,
  caseNo: string,
  date: string,
  serial: number,
  applicant: Applicant
): readonly DomainEvent[] {
  const docNo = documentNumber('云溪街办', '受', date.slice(0, 4), '01', serial)
  const due = { date, provisional: false }
  const paper: AcceptancePaper = {
    kind: 'acceptanceNotice',
    hall: DEMO_HALL,
    docNo,
    caseNo,
    itemName: ITEM.name,
    itemCode: ITEM.taskCode,
    caseTypeLabel: '上报件',
    handlingOffice: ITEM.handlingOffice,
    applicant: {
      name: applicant.name,
      idKindLabel: '居民身份证',
      idNumberMasked: '500102********9985',
      phoneMasked: null,
      proxyName: null,
      proxyPhoneMasked: null
    },
    receivedOn: date,
    issuedOn: date,
    clerkName: '演示甲',
    counter: 1,
    legalBasis: ['社会救助暂行办法 第11条'],
    acceptedOn: date,
    promisedDue: due,
    promisedLimitText: '20个工作日',
    statutoryDue: due,
    statutoryLimitText: '30个工作日',
    materials: MATERIALS.map((name) => ({
      name,
      originals: 1,
      copies: 1,
      result: 'inOrder',
      reason: null,
      note: null
    })),
    feeText: '不收费',
    resultName: '告知书',
    excludedProcedures: []
  }
  return [
    { type: 'CaseAccepted', v: 1, data: { docId, docNo, acceptedOn: date, promisedDue: due, statutoryDue: due } },
    { type: 'DocumentIssued', v: 1, data: { docId, docNo, template: 1, caseId, paper } }
  ]
}

function* printLife(fact: MakeFact, docId: string, minute: number, random: () => number): Generator<Fact> {
  const stream = `doc-${docId}`
  const tries = random() < 0.1 ? 2 : 1
  for (let reprint = 0; reprint < tries; reprint += 1) {
    const jobId = `${docId}-${reprint}`
    yield fact(stream, minute, [
      { type: 'PrintQueued', v: 1, data: { docId, jobId, printer: 'folder', copies: 1, reprint } }
    ])
    yield fact(stream, minute, [{ type: 'PrintSent', v: 1, data: { docId, jobId, reference: jobId } }])
    yield fact(stream, minute, [
      reprint + 1 < tries
        ? { type: 'PrintFailed', v: 1, data: { docId, jobId, reason: 'paper-out', detail: '' } }
        : { type: 'Printed', v: 1, data: { docId, jobId, evidence: 'file' } }
    ])
  }
}

/** Gives facts their places, as a log would. */
export function recorder(epoch: string): (fact: Fact) => Recorded {
  const versions = new Map<string, number>()
  let seq = 0
  return ({ stream, commit }) => {
    seq += 1
    const version = (versions.get(stream) ?? 0) + 1
    versions.set(stream, version)
    return { stream, version, position: { epoch, seq }, commit }
  }
}

/** The first `count` records of a hall's life. */
export function recordsOf(count: number, options: HallLifeOptions, epoch = 'epoch-1'): Recorded[] {
  const record = recorder(epoch)
  const records: Recorded[] = []
  for (const fact of hallLife(options)) {
    if (records.length === count) break
    records.push(record(fact))
  }
  return records
}
