import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { REFUSALS } from '../../../shared/contract/refusals.ts'
import { type CasePaperData, isCasePaper } from '../../../shared/documents/papers.ts'
import { addDays } from '../../../shared/domain/calendar/civilDate.ts'
import { type CaseEvent, type CaseState, ENDED, evolveCase, initialCase } from '../../../shared/domain/casework/case.ts'
import type { CaseCommand } from '../../../shared/domain/casework/commands.ts'
import { decideCase } from '../../../shared/domain/casework/decideCase.ts'
import type { CaseOut } from '../../../shared/domain/casework/draft.ts'
import { NATURE, type Nature } from '../../../shared/domain/casework/numbers.ts'
import { resultsFor } from '../../../shared/domain/casework/ticks.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import {
  acceptCase,
  act,
  askAbout,
  CLERK,
  caseAct,
  DAY,
  declineCase,
  ELSEWHERE,
  giveNotice,
  instant,
  itemOf,
  LEAD,
  PROXY,
  receiveCase
} from '../../support/builders.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 120_000 })

/** Deferrable and promised, on the spot, real estate, joint licence with a procedure, escalated. */
const ITEMS: readonly ServiceItem[] = [
  { ...itemOf('MZ-003'), excludedProcedures: ['PUBLICITY'] },
  itemOf('SB-006'),
  itemOf('GT-005'),
  itemOf('GT-002'),
  itemOf('MZ-001')
]

const VERBS = [
  'recordEnquiry',
  'answerEnquiry',
  'receiveCase',
  'acceptCase',
  'giveOneTimeNotice',
  'declineCase',
  'deemAccepted',
  'remindLapse',
  'returnCase',
  'withdrawCase',
  'offerHandOver',
  'acceptHandOver',
  'declineHandOver',
  'returnHandOver',
  'startExcludedProcedure',
  'prolongExcludedProcedure',
  'endExcludedProcedure',
  'requestExtension',
  'approveExtension',
  'declineExtension',
  'submitUpward',
  'returnFromAbove',
  'giveOpinion',
  'receiveDeferred',
  'checkCommitment',
  'recomputeLimits',
  'decideCase',
  'deliverResult',
  'completeCase',
  'revealIdentity'
] as const satisfies readonly CaseCommand['type'][]

type Verb = (typeof VERBS)[number]

const INTAKE: readonly Verb[] = ['receiveCase', 'acceptCase', 'giveOneTimeNotice', 'declineCase']
const PASSING_ON: readonly Verb[] = ['offerHandOver', 'acceptHandOver', 'declineHandOver', 'returnHandOver']

/** What somebody might sensibly do, so that the runs get somewhere. */
const FITTING: Record<CaseState['status'], readonly Verb[]> = {
  none: ['recordEnquiry', 'recordEnquiry', ...INTAKE],
  enquiry: ['answerEnquiry', ...INTAKE, ...PASSING_ON],
  answered: INTAKE,
  received: ['deemAccepted', ...INTAKE, ...PASSING_ON],
  supplement: ['remindLapse', 'returnCase', ...INTAKE, ...PASSING_ON],
  accepted: [...VERBS.slice(VERBS.indexOf('startExcludedProcedure')), ...PASSING_ON, 'returnCase', 'withdrawCase'],
  decided: ['deliverResult', 'checkCommitment', ...PASSING_ON],
  completed: ['checkCommitment', 'recomputeLimits'],
  declined: VERBS,
  returned: VERBS,
  withdrawn: VERBS
}

/** One thing that somebody does: to which case, after how many days, and which way its choices fall. */
const step = fc.record({
  at: fc.nat({ max: 4 }),
  verb: fc.nat({ max: 10_000 }),
  wild: fc.constantFrom(false, false, false, true),
  days: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1, 3, 8, 100),
  flip: fc.boolean(),
  well: fc.boolean(),
  picks: fc.array(fc.nat(), { minLength: 10, maxLength: 10 })
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

/** A hall with running numbers, as the terminal keeps them. */
class Hall {
  readonly cases = new Map<string, CaseState>()
  readonly slots: string[] = []
  readonly docNos: string[] = []
  readonly docIds: string[] = []
  readonly caseNos: string[] = []
  readonly serials = new Map<string, number>()
  readonly docSerials: Partial<Record<Nature, number>> = {}
  readonly done = new Set<CaseEvent['type']>()
  date = DAY

  next(key: string): number {
    return (this.serials.get(key) ?? 0) + 1
  }

  /** Years run on in one place here, so that a number that repeats cannot hide behind its year. */
  run(todo: Step): void {
    this.date = addDays(this.date, todo.days)
    const id = this.slots[todo.at]
    const state = (id === undefined ? undefined : this.cases.get(id)) ?? initialCase
    const decision = decideCase(state, this.command(state, todo))
    if (!decision.ok) {
      expect(REFUSALS).toContain(decision.refusal.code)
      return
    }
    const { events } = decision
    papersMatch(events)
    const after = events.reduce((s: CaseState, e) => (e.type === 'DocumentIssued' ? s : evolveCase(s, e)), state)
    if (after.status === 'none') throw new Error('a case that was recorded has a status')
    if (id === undefined) this.slots.push(after.caseId)
    // Whoever sits there is done, one day; then somebody else comes.
    if (ENDED.has(after.status) && todo.flip) this.slots.splice(this.slots.indexOf(after.caseId), 1)
    this.cases.set(after.caseId, after)
    for (const event of events) this.count(event)
    const mine = this.docIds.filter((docId) => docId.startsWith(`${after.caseId}-`))
    expect(after.papers).toBe(mine.length)
  }

  private count(event: CaseOut): void {
    const bump = (key: string) => this.serials.set(key, this.next(key))
    if (event.type === 'DocumentIssued') {
      const { docId, docNo, paper } = event.data
      if (!isCasePaper(paper)) throw new Error('a case issues no other papers')
      this.docIds.push(docId)
      this.docNos.push(docNo)
      const nature = NATURE[paper.kind]
      this.docSerials[nature] = (this.docSerials[nature] ?? 0) + 1
      return
    }
    this.done.add(event.type)
    if (event.type === 'CaseReceived') {
      bump(`case ${this.date}`)
      this.caseNos.push(event.data.caseNo)
    }
    if (event.type === 'EnquiryRecorded') {
      bump(`enquiry ${this.date}`)
      this.caseNos.push(event.data.enquiryNo)
    }
  }

  private command(state: CaseState, todo: Step): CaseCommand {
    const { flip, well, at, picks } = todo
    const verbs = todo.wild ? VERBS : FITTING[state.status]
    const verb = verbs[todo.verb % verbs.length] ?? 'receiveCase'
    const known = state.status === 'none' ? null : state
    const item = ITEMS.find((i) => i.id === known?.item.itemId) ?? ITEMS[at % ITEMS.length] ?? itemOf('MZ-001')
    const place = {
      date: this.date,
      at: instant(flip ? 30 : 70, this.date),
      by: flip ? LEAD : CLERK,
      docSerials: { ...this.docSerials }
    }
    const here = caseAct({ ...place, item })
    const authority = PROXY.authority && { ...PROXY.authority, until: '2099-12-31', drawUp: true }
    const intake = {
      ...place,
      item,
      proxy: flip && item.agentAllowed ? { ...PROXY, authority } : null,
      caseSerial: this.next(`case ${this.date}`),
      ticks: item.materials.map((material, n) => {
        const results = resultsFor(material).filter((r) => (well ? r !== 'missing' && r !== 'notMeeting' : true))
        const result = results[(picks[n] ?? 0) % results.length] ?? 'inOrder'
        return { materialId: material.id, result, reason: '看不清' }
      })
    }
    const enquirySerial = this.next(`enquiry ${this.date}`)
    const plain = { ...intake, ticks: intake.ticks.map((t) => ({ ...t, result: 'inOrder' as const })) }
    const open = known && known.item.itemId === '' ? null : item
    const reason = '有这个需要'
    switch (verb) {
      case 'recordEnquiry':
        return askAbout({
          ...place,
          item: flip ? item : null,
          topic: '问一件事',
          enquirySerial,
          answer: well ? { text: '这样办', destination: flip ? null : ELSEWHERE } : null
        })
      case 'answerEnquiry':
        return { ...act(place), type: verb, item: open, text: '这样办', destination: null }
      case 'receiveCase':
        return receiveCase(plain)
      case 'acceptCase':
        return acceptCase(intake, item.caseType === 'INSTANT' && flip ? { certificateNo: 'X1' } : null)
      case 'giveOneTimeNotice':
        return giveNotice(intake, reason)
      case 'declineCase':
        return declineCase(well ? 'notRequired' : 'outsideAuthority', { ...intake, enquirySerial })
      case 'deemAccepted':
        return { ...here, type: verb }
      case 'remindLapse':
        return { ...here, type: verb, how: 'phone', note: '' }
      case 'returnCase':
      case 'withdrawCase':
        return { ...here, type: verb, reason }
      case 'offerHandOver':
        return { ...act(place), type: verb, item: open, to: flip ? CLERK : LEAD, reason }
      case 'acceptHandOver':
        return { ...act({ ...place, at: instant(31, this.date) }), type: verb }
      case 'declineHandOver':
        return { ...act(place), type: verb, reason }
      case 'returnHandOver':
        return { type: verb, at: place.at }
      case 'startExcludedProcedure': {
        const [procedure = 'PUBLICITY'] = item.excludedProcedures
        return { ...here, type: verb, procedure, reason, basis: '办法', expectedEnd: addDays(this.date, 9) }
      }
      case 'prolongExcludedProcedure':
        return { ...here, type: verb, expectedEnd: addDays(this.date, 20), reason }
      case 'endExcludedProcedure':
      case 'recomputeLimits':
        return { ...here, type: verb }
      case 'requestExtension':
        return { ...here, type: verb, days: 5, reason }
      case 'approveExtension':
        return { ...here, type: verb, head: '主任' }
      case 'declineExtension':
        return { ...here, type: verb, reason }
      case 'submitUpward':
        return { ...here, type: verb, to: '区民政局', expectedBack: addDays(this.date, 10) }
      case 'returnFromAbove':
        return { ...here, type: verb, result: well ? 'approved' : 'refused', note: '' }
      case 'giveOpinion': {
        const offices = item.jointOffices ?? []
        return {
          ...here,
          type: verb,
          office: offices[(picks[0] ?? 0) % offices.length]?.office ?? '',
          agrees: true,
          note: ''
        }
      }
      case 'receiveDeferred':
      case 'checkCommitment': {
        const materialId = flip ? 'm6' : 'm7'
        return verb === 'receiveDeferred'
          ? { ...here, type: verb, materialId }
          : { ...here, type: verb, materialId, kept: well, note: '核实' }
      }
      case 'decideCase': {
        const reviewers = ['周晓禾', '单雨青']
        const result = well ? 'approved' : 'refused'
        return { ...here, type: verb, result, reasons: reason, certificateNo: 'X2', validUntil: null, reviewers }
      }
      case 'deliverResult':
        return { ...here, type: verb, method: 'collect', recipient: '本人', agent: null, trackingNo: null, place: '' }
      case 'completeCase':
        return { type: verb, date: this.date, note: '' }
      case 'revealIdentity':
        return { type: verb, field: flip ? 'applicant' : 'proxy' }
    }
  }
}

/** The one paper of each outcome; facts without a paper are not here. */
const KIND: Partial<Record<CaseEvent['type'], readonly CasePaperData['kind'][]>> = {
  EnquiryAnswered: ['enquiryNotice'],
  HandOverOffered: ['handOverSlip'],
  ReceiptGiven: ['receiptOfMaterials'],
  OneTimeNoticeGiven: ['oneTimeNotice'],
  CaseAccepted: ['acceptanceNotice'],
  AcceptanceDeclined: ['notRequiredNotice', 'nonAcceptanceDecision'],
  CaseReturned: ['returnNotice'],
  CaseWithdrawn: ['returnNotice'],
  ExcludedProcedureStarted: ['excludedProcedureNotice'],
  ExcludedProcedureProlonged: ['excludedProcedureNotice'],
  ExtensionApproved: ['extensionNotice'],
  CaseDecided: ['decision'],
  ResultDelivered: ['deliveryReceipt']
}

const FURTHER: readonly string[] = ['commitmentLetter', 'deferredMaterialsNotice', 'powerOfAttorney']

/** Each outcome has its one paper in the same commit, and no paper is there that no fact names. */
function papersMatch(events: readonly CaseOut[]): void {
  const papers = events.flatMap((e) => (e.type === 'DocumentIssued' ? [e.data] : []))
  const named: string[] = []
  for (const event of events) {
    if (event.type === 'DocumentIssued') continue
    const kinds = KIND[event.type]
    if (!kinds || !('docId' in event.data)) {
      expect(kinds, event.type).toBeUndefined()
      expect(event.data, event.type).not.toHaveProperty('docId')
      continue
    }
    const { docId, docNo, alsoIssued = [] } = event.data
    const own = papers.filter((p) => p.docId === docId)
    expect(own.map((p) => p.docNo)).toEqual([docNo])
    expect(kinds).toContain(own[0]?.paper.kind)
    for (const id of alsoIssued) expect(FURTHER).toContain(papers.find((p) => p.docId === id)?.paper.kind)
    named.push(docId, ...alsoIssued)
  }
  expect([...named].sort()).toEqual(papers.map((p) => p.docId).sort())
}

describe('whatever people do, in whatever order', () => {
  it('no two papers share a number or an id, no outcome is without its paper, and no rule throws', () => {
    const happened = new Set<CaseEvent['type']>()
    fc.assert(
      fc.property(fc.array(step, { minLength: 30, maxLength: 120 }), (steps) => {
        const hall = new Hall()
        for (const todo of steps) hall.run(todo)
        for (const numbers of [hall.docNos, hall.docIds, hall.caseNos]) {
          expect(new Set(numbers).size).toBe(numbers.length)
        }
        for (const type of hall.done) happened.add(type)
      }),
      { numRuns: 200, seed: 20261123 }
    )
    // Nothing of the above would mean much if the runs did not get anywhere.
    expect([...happened]).toEqual(
      expect.arrayContaining([...Object.keys(KIND), 'HandOverAccepted', 'DeferredMaterialReceived'])
    )
  })

  it('a fact that does not fit changes nothing and breaks nothing: recorded facts are never refused', () => {
    const facts: CaseOut[] = []
    const collect = (command: CaseCommand, from: CaseState = initialCase) => {
      const decision = decideCase(from, command)
      if (decision.ok) facts.push(...decision.events)
    }
    for (const item of ITEMS) {
      collect(acceptCase({ item }))
      collect(receiveCase({ item }))
      collect(declineCase('notRequired', { item }))
      collect(askAbout({ item }))
    }
    const recorded = facts.flatMap((e) => (e.type === 'DocumentIssued' ? [] : [e]))
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...recorded), { maxLength: 30 }), (events) => {
        const state = events.reduce(evolveCase, initialCase)
        const begun = events.some((e) => e.type === 'CaseReceived' || e.type === 'EnquiryRecorded')
        expect(state.status !== 'none').toBe(begun)
      })
    )
  })
})
