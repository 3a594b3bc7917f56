import { describe, expect, it } from 'vitest'
import { CARD_FORMATS, type PaperData, type PaperKind } from '../../shared/documents/papers.ts'
import { NATURE } from '../../shared/domain/casework/numbers.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { EVERY_EVENT } from '../support/everyEvent.ts'
import { allRecords } from './recordedDays.ts'

const MISSING = 'Let it happen in a recorded day: makeDay4.ts before the first release, a new day after it.'

const events = allRecords().flatMap((recorded) => recorded.commit.events) as unknown as readonly DomainEvent[]
const papers: readonly PaperData[] = events.flatMap((e) => (e.type === 'DocumentIssued' ? [e.data.paper] : []))
/** A kind that is new does not compile until it stands here or has a nature. */
const OF_NO_CASE: Record<Exclude<PaperKind, keyof typeof NATURE>, true> = {
  contactCard: true,
  daySheet: true,
  testPage: true,
  ticket: true
}
const PAPER_KINDS = Object.keys({ ...OF_NO_CASE, ...NATURE }) as PaperKind[]

type Data<T extends DomainEvent['type']> = Extract<DomainEvent, { type: T }>['data']

/** The different values at one place of all facts of a kind. */
function ways<T extends DomainEvent['type']>(type: T, of: (data: Data<T>) => unknown): unknown[] {
  const facts = events.filter((e) => e.type === type)
  return [...new Set(facts.map((e) => of(e.data as Data<T>)))].sort()
}

describe('the recorded days together', () => {
  it('meet every kind of fact there is, and no other', () => {
    const met = new Set<string>(events.map((e) => e.type))
    expect(
      Object.keys(EVERY_EVENT).filter((type) => !met.has(type)),
      MISSING
    ).toEqual([])
    expect([...met].filter((type) => !Object.hasOwn(EVERY_EVENT, type))).toEqual([])
  })

  it('meet every kind of paper there is, and no other', () => {
    const met = new Set(papers.map((paper) => paper.kind))
    expect(
      PAPER_KINDS.filter((kind) => !met.has(kind)),
      MISSING
    ).toEqual([])
    expect([...met].filter((kind) => !PAPER_KINDS.includes(kind))).toEqual([])
  })

  it('have a case that goes each way that a case can go', () => {
    expect(ways('AcceptanceDeclined', (d) => d.kind)).toEqual(['notRequired', 'outsideAuthority'])
    expect(ways('HandOverReturned', (d) => d.cause)).toEqual(['declined', 'timeout'])
    expect(ways('CaseReturned', (d) => d.cause)).toEqual(['deferredLate', 'lapsed'])
    expect(ways('ReturnedFromAbove', (d) => d.result)).toEqual(['approved', 'refused', 'sentBack'])
    expect(ways('JointOpinionGiven', (d) => d.agrees)).toEqual([false, true])
    expect(ways('CommitmentChecked', (d) => d.kept)).toEqual([false, true])
    expect(ways('CaseDecided', (d) => d.result)).toEqual(['approved', 'refused'])
    expect(ways('CaseDecided', (d) => d.onTheSpot)).toEqual([false, true])
    expect(ways('ResultDelivered', (d) => d.method)).toEqual(['collect', 'home', 'post', 'proxy'])
    expect(ways('OneTimeNoticeGiven', (d) => d.fault !== null)).toEqual([false, true])
    expect(ways('EnquiryAnswered', (d) => d.destination !== null)).toEqual([false, true])
    expect(ways('CaseAccepted', (d) => Boolean(d.deemed))).toEqual([false, true])
    expect(ways('IdentityRevealed', (d) => d.field)).toEqual(['applicant', 'proxy'])
  })

  it('count again what lay in a year whose holidays came later: both clocks and the day that was printed', () => {
    expect(ways('LimitsRecomputed', (d) => d.dues !== null)).toEqual([false, true])
    expect(ways('LimitsRecomputed', (d) => d.lapseOn?.date)).toContain('2027-02-23')
    const before = events.flatMap((e) => (e.type === 'CaseAccepted' ? [e.data.promisedDue] : []))
    expect(before).toContainEqual({ date: '2027-01-04', provisional: true })
    expect(ways('LimitsRecomputed', (d) => d.dues?.promisedDue.date)).toContain('2027-01-05')
  })

  it('count again every date of the parts of a way: the day to tell, the local part, opinions, pieces, the delivery', () => {
    const counted = events.flatMap((e) => (e.type === 'LimitsRecomputed' ? Object.keys(e.data.parts ?? {}) : []))
    expect([...new Set(counted)].sort()).toEqual(['deferred', 'deliverBy', 'localDue', 'notifyBy', 'opinions'])
  })

  it('have batches of cards of each origin and format, that stop for each reason and end both ways', () => {
    expect(ways('CardBatchStarted', (d) => d.origin)).toEqual(['households', 'outdated', 'stock'])
    expect(ways('CardBatchStarted', (d) => d.format)).toEqual([...CARD_FORMATS].sort())
    expect(ways('CardBatchPaused', (d) => d.reason)).toEqual(['asked', 'failed', 'list-lost', 'refused'])
    expect(ways('CardBatchEnded', (d) => d.how)).toEqual(['cancelled', 'done'])
    expect(ways('ContactCardIssued', (d) => d.to)).toEqual(['household', 'stock'])
  })

  it('have a printer of each kind, and one for each use', () => {
    expect(ways('PrinterAssigned', (d) => d.use)).toEqual(['card', 'paper', 'ticket'])
    expect(ways('PrinterAssigned', (d) => d.target.kind)).toEqual(['folder', 'ipp', 'raw', 'spooler'])
  })

  it('accept by law from the receipt day what nobody looked at in five working days (许可法 32)', () => {
    const deemed = events.flatMap((e) => (e.type === 'CaseAccepted' && e.data.deemed ? [e.data] : []))
    expect(deemed).toMatchObject([{ acceptedOn: '2026-11-23', deemed: { since: '2026-12-01' } }])
  })
})
