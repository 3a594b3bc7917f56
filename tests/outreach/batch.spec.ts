import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type BatchEvent,
  type BatchState,
  batchOfDocument,
  contentOfSheet,
  evolveBatch,
  followPrint,
  followRegister,
  nextStep,
  sheetDocId,
  sheetsDone,
  sheetsOf
} from '../../shared/domain/outreach/batch.ts'
import { type BatchCommand, decideBatch, MOST_CARDS } from '../../shared/domain/outreach/decideBatch.ts'
import type { PrintEvent } from '../../shared/domain/printing/printing.ts'

const AT = '2026-11-23T01:00:00.000Z'
const start: Extract<BatchCommand, { type: 'startBatch' }> = {
  type: 'startBatch',
  batchId: 'b1',
  format: 'A6',
  bleed: false,
  printer: 'folder',
  origin: 'stock',
  parts: [{ gridId: 'g1', cards: 2 }],
  by: '单雨青'
}

const run = (state: BatchState | undefined, command: BatchCommand): BatchState => {
  const decision = decideBatch(state, command)
  if (!decision.ok) throw new Error(decision.refusal.code)
  const after = decision.events.reduce((s, e) => evolveBatch(s, e, AT), state)
  if (!after) throw new Error('no batch')
  return after
}
const code = (state: BatchState | undefined, command: BatchCommand): string => {
  const decision = decideBatch(state, command)
  return decision.ok ? `accepted ${decision.events.length}` : decision.refusal.code
}
const begun = run(undefined, start)
const made = (state: BatchState, n: number): BatchState => {
  const cards = [{ cardNo: `LK${n}`, household: null }]
  const data = { batchId: 'b1', n, docId: sheetDocId('b1', n), gridId: 'g1', version: 1, cards }
  return evolveBatch(state, { type: 'CardSheetIssued', v: 1, data }, AT) as BatchState
}
const doc = sheetDocId('b1', 1)
const print = (state: BatchState, event: PrintEvent): BatchState => followPrint(state, event)
const queued = (jobId: string): PrintEvent => ({
  type: 'PrintQueued',
  v: 1,
  data: { docId: doc, jobId, printer: 'folder', copies: 1, reprint: 0 }
})
const printed: PrintEvent = { type: 'Printed', v: 1, data: { docId: doc, jobId: 'j1', evidence: 'file' } }
const failed: PrintEvent = { type: 'PrintFailed', v: 1, data: { docId: doc, jobId: 'j1', reason: 'jam', detail: '' } }
const unknown: PrintEvent = { type: 'PrintUnknown', v: 1, data: { docId: doc, jobId: 'j1', detail: '' } }

describe('a batch', () => {
  it('goes sheet by sheet: made, printed, registered, and only then the next', () => {
    expect(nextStep(begun)).toEqual({ do: 'make', n: 1 })
    const one = made(begun, 1)
    expect(nextStep(one)).toEqual({ do: 'print', docId: doc, jobId: `first-${doc}` })
    const under = print(one, queued('j1'))
    expect(nextStep(under)).toEqual({ do: 'wait' })
    const out = print(under, printed)
    expect(nextStep(out)).toEqual({ do: 'register', docId: doc })
    const entered = followRegister(out, doc)
    expect([nextStep(entered), sheetsDone(entered)]).toEqual([{ do: 'make', n: 2 }, 1])
    const last = sheetDocId('b1', 2)
    const two = made(entered, 2)
    const done = followRegister(
      print(two, { type: 'Printed', v: 1, data: { docId: last, jobId: 'j2', evidence: 'file' } }),
      last
    )
    expect(nextStep(done)).toEqual({ do: 'end' })
    expect(run(done, { type: 'endBatch' }).status).toBe('done')
  })

  it('stands still when a sheet failed, and prints it once more when somebody says so', () => {
    const stuck = print(print(made(begun, 1), queued('j1')), failed)
    expect(nextStep(stuck)).toEqual({ do: 'pause' })
    const paused = run(stuck, { type: 'pauseBatch', reason: 'failed' })
    expect([nextStep(paused), paused.stop]).toEqual([{ do: 'wait' }, 'failed'])
    const again = run(paused, { type: 'resumeBatch' })
    expect(nextStep(again)).toEqual({ do: 'print', docId: doc, jobId: `again1-${doc}` })
  })

  it('asks about a sheet that may or may not be out, and does not go on before it is answered', () => {
    const doubt = print(print(made(begun, 1), queued('j1')), unknown)
    expect(nextStep(doubt)).toEqual({ do: 'wait' })
    const paused = run(doubt, { type: 'pauseBatch', reason: 'asked' })
    expect(code(paused, { type: 'resumeBatch' })).toBe('batch-unsettled')
    expect(nextStep(print(doubt, printed))).toEqual({ do: 'register', docId: doc })
    expect(nextStep(print(doubt, failed))).toEqual({ do: 'pause' })
  })

  it('registers a sheet that came out after the batch was stopped or given up', () => {
    const under = print(made(begun, 1), queued('j1'))
    for (const command of [{ type: 'pauseBatch', reason: 'asked' }, { type: 'cancelBatch' }] as const) {
      const stopped = print(run(under, command), printed)
      expect(nextStep(stopped)).toEqual({ do: 'register', docId: doc })
      expect(nextStep(followRegister(stopped, doc))).toEqual({ do: 'wait' })
    }
  })

  it('once over takes no command', () => {
    const over = run(begun, { type: 'cancelBatch' })
    for (const type of ['resumeBatch', 'cancelBatch', 'endBatch'] as const)
      expect(code(over, { type })).toBe('batch-over')
    expect(code(begun, { type: 'resumeBatch' })).toBe('batch-running')
    expect(code(undefined, { type: 'cancelBatch' })).toBe('batch-unknown')
    expect(code(undefined, { ...start, parts: [] })).toBe('batch-empty')
    expect(code(undefined, { ...start, parts: [{ gridId: 'g1', cards: MOST_CARDS + 1 }] })).toBe('batch-large')
    const paused = run(begun, { type: 'pauseBatch', reason: 'asked' })
    expect(code(paused, { type: 'pauseBatch', reason: 'asked' })).toBe('accepted 0')
  })

  it('knows its own documents by their ids, and no others', () => {
    expect(batchOfDocument(sheetDocId('5b3c-x-1', 12))).toBe('5b3c-x-1')
    for (const id of ['card-b1-0', 'card-b1', 'doc-1', 'card--1']) expect(batchOfDocument(id)).toBeNull()
  })
})

describe('what stands on which sheet', () => {
  const parts = fc.array(fc.record({ gridId: fc.string({ minLength: 1 }), cards: fc.integer({ min: 1, max: 25 }) }), {
    minLength: 1,
    maxLength: 6
  })

  it('every card of the list is on exactly one sheet, in order, and no sheet mixes grids', () => {
    fc.assert(
      fc.property(parts, fc.constantFrom(1, 10), (all, perSheet) => {
        const sheets = sheetsOf(all, perSheet)
        const found = Array.from({ length: sheets }, (_, i) => contentOfSheet(all, perSheet, i + 1))
        const cards = found.flatMap((sheet) =>
          sheet ? Array.from({ length: sheet.cards }, (_, i) => `${sheet.first + i} ${sheet.gridId}`) : []
        )
        const expected = all.flatMap(({ gridId, cards: n }) => Array.from({ length: n }, () => gridId))
        expect(cards).toEqual(expected.map((gridId, i) => `${i} ${gridId}`))
        expect(found.every((sheet) => sheet !== null && sheet.cards <= perSheet)).toBe(true)
        expect(contentOfSheet(all, perSheet, sheets + 1)).toBeNull()
      })
    )
  })
})

/** Every event of a batch is a fact: one that comes before the beginning changes nothing. */
it('a fact about a batch that nobody knows is passed over', () => {
  const event: BatchEvent = { type: 'CardBatchResumed', v: 1, data: { batchId: 'b1' } }
  expect(evolveBatch(undefined, event, AT)).toBeUndefined()
})
