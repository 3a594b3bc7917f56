import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type CaseEvent, evolveCase, initialCase } from '../../shared/domain/casework/case.ts'
import { evolvePrints, initialPrints, type PrintEvent } from '../../shared/domain/printing/printing.ts'
import { evolveQueue } from '../../shared/domain/queue/evolveQueue.ts'
import { initialQueue, type QueueEvent } from '../../shared/domain/queue/queue.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { foldCase } from '../../shared/projections/rows/caseRow.ts'
import { documentsTouched, foldDocument } from '../../shared/projections/rows/documentRow.ts'
import { foldRows, rowsNeeded } from '../../shared/projections/rows/rowBatch.ts'
import type { CaseKeysRow, CaseRow, DocumentRow, TicketRow } from '../../shared/projections/rows/rows.ts'
import { foldTicket } from '../../shared/projections/rows/ticketRow.ts'
import { recordsOf } from '../store/support/hallLife.ts'

// Many records on a busy machine take their time; nothing here is about how long.
vi.setConfig({ testTimeout: 60_000 })

const life = recordsOf(900, { seed: 5, casesPerDay: 12 })
const ofStream = (prefix: string): Map<string, Recorded[]> => {
  const streams = new Map<string, Recorded[]>()
  for (const recorded of life) {
    if (recorded.stream.startsWith(prefix)) {
      streams.set(recorded.stream, [...(streams.get(recorded.stream) ?? []), recorded])
    }
  }
  return streams
}

/** Tables as the store keeps them, in memory. */
class Tables {
  readonly tickets = new Map<string, TicketRow>()
  readonly cases = new Map<string, CaseRow>()
  readonly caseKeys = new Map<number, CaseKeysRow>()
  readonly documents = new Map<string, DocumentRow>()

  apply(records: readonly Recorded[]): void {
    const ids = rowsNeeded(records)
    const before = {
      tickets: ids.tickets.map((id) => this.tickets.get(id)),
      cases: ids.cases.map((id) => this.cases.get(id)),
      documents: ids.documents.map((id) => this.documents.get(id))
    }
    const after = foldRows(records, ids, before)
    for (const row of after.tickets) this.tickets.set(row.ticketId, row)
    for (const row of after.cases) this.cases.set(row.caseId, row)
    for (const row of after.caseKeys) this.caseKeys.set(row.order, row)
    for (const row of after.documents) this.documents.set(row.docId, row)
  }

  all(): unknown {
    return [this.tickets, this.cases, this.caseKeys, this.documents].map((table) =>
      [...table].sort(([a], [b]) => (a < b ? -1 : 1))
    )
  }
}

const inOneBatch = new Tables()
inOneBatch.apply(life)

describe('ticket rows', () => {
  it('say of every ticket what the queue itself says', () => {
    for (const [stream, records] of ofStream('queue-')) {
      const day = records
        .flatMap(({ commit }) => commit.events)
        .filter(({ type }) => type !== 'DocumentIssued')
        .reduce((state, event) => evolveQueue(state, event as QueueEvent), initialQueue)
      if (day.status === 'unopened') throw new Error('the day was never opened')
      expect(day.tickets.size).toBeGreaterThan(0)
      for (const [ticketId, ticket] of day.tickets) {
        const row = records.reduce<TicketRow | undefined>((at, one) => foldTicket(at, one, ticketId), undefined)
        expect(row).toEqual({ ...ticket, date: stream.slice('queue-'.length), version: expect.any(Number) })
      }
    }
  })

  it('do not change when a record comes again', () => {
    const [records = []] = [...ofStream('queue-').values()]
    const ticketId = 't-5-0-1'
    const once = records.reduce<TicketRow | undefined>((row, one) => foldTicket(row, one, ticketId), undefined)
    for (const again of records.slice(0, 20)) expect(foldTicket(once, again, ticketId)).toBe(once)
    expect(once?.status).toBe('finished')
  })

  it('are not made by a call of a ticket that nobody drew', () => {
    const called = life.find(({ commit }) => commit.events.some(({ type }) => type === 'TicketCalled'))
    expect(called && foldTicket(undefined, called, 't-5-0-1')).toBeUndefined()
  })
})

describe('case rows', () => {
  it('hold the state that the events of the case fold to', () => {
    const streams = ofStream('case-')
    expect(streams.size).toBeGreaterThan(50)
    for (const records of streams.values()) {
      const state = records
        .flatMap(({ commit }) => commit.events)
        .filter(({ type }) => type !== 'DocumentIssued')
        .reduce((at, event) => evolveCase(at, event as CaseEvent), initialCase)
      const row = records.reduce<CaseRow | undefined>(foldCase, undefined)
      expect(row?.state).toEqual(state)
      expect(row).toMatchObject({
        status: state.status,
        receivedSeq: records[0]?.position.seq,
        version: records.at(-1)?.version
      })
    }
  })

  it('do not change when a record comes again', () => {
    for (const records of ofStream('case-').values()) {
      const once = records.reduce<CaseRow | undefined>(foldCase, undefined)
      for (const again of records) expect(foldCase(once, again)).toBe(once)
    }
  })

  it('are not made by an event of a case that was never received', () => {
    const completed = life.find(({ commit }) => commit.events.some(({ type }) => type === 'CaseCompleted'))
    if (!completed) throw new Error('nothing was completed')
    expect(foldCase(undefined, completed)).toBeUndefined()
  })

  it('pass over events of a kind that is not known here', () => {
    const [records = []] = [...ofStream('case-').values()]
    const [first] = records
    if (!first) throw new Error('no case')
    const row = foldCase(undefined, first)
    const sealed: Recorded = {
      ...first,
      version: first.version + 1,
      commit: { ...first.commit, events: [{ type: 'log.sealed', v: 1, data: {} }] }
    }
    expect(foldCase(row, sealed)?.state).toEqual(row?.state)
  })
})

describe('document rows', () => {
  it('hold every print of a paper, whichever stream issued it', () => {
    const prints = ofStream('doc-')
    const kinds = new Set<string>()
    for (const row of inOneBatch.documents.values()) {
      kinds.add(row.kind)
      const records = prints.get(`doc-${row.docId}`) ?? []
      const events = records.flatMap(({ commit }) => commit.events)
      expect(row.prints).toEqual(events.reduce((at, event) => evolvePrints(at, event as PrintEvent), initialPrints))
      expect(row.printsVersion).toBe(records.length)
    }
    expect([...kinds].sort()).toEqual(['acceptanceNotice', 'ticket'])
    expect([...inOneBatch.documents.values()].some(({ prints: { jobs } }) => jobs.length === 2)).toBe(true)
  })

  it('do not change when issue or print come again', () => {
    for (const recorded of life) {
      for (const docId of documentsTouched(recorded)) {
        const row = inOneBatch.documents.get(docId)
        expect(foldDocument(row, recorded, docId)).toBe(row)
      }
    }
  })

  it('are not made by a print of a paper that was never issued', () => {
    const queued = life.find(({ stream }) => stream.startsWith('doc-'))
    expect(queued && foldDocument(undefined, queued, queued.stream.slice(4))).toBeUndefined()
  })
})

describe('a batch', () => {
  it('leaves the same rows however the records are cut into batches', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 30 }), (sizes) => {
        const tables = new Tables()
        let at = 0
        for (const size of [...sizes, life.length]) {
          tables.apply(life.slice(at, at + size))
          at += size
        }
        expect(tables.all()).toEqual(inOneBatch.all())
      }),
      { numRuns: 15 }
    )
  })

  it('asks only for rows that do not come into being in it', () => {
    expect(rowsNeeded(life)).toEqual({ tickets: [], cases: [], documents: [] })
    const later = life.slice(400)
    const needed = rowsNeeded(later)
    const born = new Set(
      later.flatMap(({ commit }) => commit.events.map(({ data }) => (data as { caseId?: string }).caseId))
    )
    expect(needed.cases.length).toBeGreaterThan(0)
    for (const caseId of needed.cases) expect(born.has(caseId)).toBe(false)
  })

  it('writes the search keys of a case again only when its applicant has changed', () => {
    const keysWritten = (wanted: string): number => {
      const tables = new Tables()
      let written = 0
      for (const recorded of life) {
        const ids = rowsNeeded([recorded])
        const before = {
          tickets: ids.tickets.map((id) => tables.tickets.get(id)),
          cases: ids.cases.map((id) => tables.cases.get(id)),
          documents: ids.documents.map((id) => tables.documents.get(id))
        }
        const { caseKeys } = foldRows([recorded], ids, before)
        if (recorded.commit.events.some(({ type }) => type === wanted)) written += caseKeys.length
        tables.apply([recorded])
      }
      return written
    }
    expect(keysWritten('CaseCompleted')).toBe(0)
    expect(keysWritten('ApplicantCorrected')).toBeGreaterThan(0)
  })
})
