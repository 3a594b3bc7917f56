import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decidePrinting, type PrintCommand, printsDone } from '../../shared/domain/printing/decidePrinting.ts'
import { evolvePrints, initialPrints, type PrintState } from '../../shared/domain/printing/printing.ts'

const docId = 'd1'
const queue = (jobId: string): PrintCommand => ({ type: 'queuePrint', docId, jobId, printer: 'folder', copies: 1 })
const sent = (jobId: string): PrintCommand => ({ type: 'markSent', docId, jobId, reference: '1' })
const printed = (jobId: string): PrintCommand => ({ type: 'markPrinted', docId, jobId, evidence: 'printer' })
const broke = (jobId: string): PrintCommand => ({ type: 'markFailed', docId, jobId, reason: 'jam', detail: '' })
const lost = (jobId: string): PrintCommand => ({ type: 'markUnknown', docId, jobId, detail: '' })
const resolve = (jobId: string, cameOut: boolean): PrintCommand => ({ type: 'resolveUnknown', docId, jobId, cameOut })

/** State after commands; a refused one changes nothing. */
const stateAfter = (...commands: readonly PrintCommand[]): PrintState =>
  commands.reduce((state, command) => {
    const decision = decidePrinting(state, command)
    return decision.ok ? decision.events.reduce(evolvePrints, state) : state
  }, initialPrints)

const reprintOf = (state: PrintState): number | undefined => {
  const decision = decidePrinting(state, queue('next'))
  const event = decision.ok ? decision.events[0] : undefined
  return event?.type === 'PrintQueued' ? event.data.reprint : undefined
}

describe('printing one document', () => {
  test('the first print is no reprint', () => {
    expect(reprintOf(initialPrints)).toBe(0)
  })

  test('after a sheet came out the next is 补打 1, then 2', () => {
    expect(reprintOf(stateAfter(queue('a'), sent('a'), printed('a')))).toBe(1)
    expect(reprintOf(stateAfter(queue('a'), printed('a'), queue('b'), printed('b')))).toBe(2)
  })

  test('a failed attempt left no sheet, so the next print is not a reprint', () => {
    expect(reprintOf(stateAfter(queue('a'), sent('a'), broke('a')))).toBe(0)
  })

  test('a sheet that may have come out counts', () => {
    expect(reprintOf(stateAfter(queue('a'), sent('a'), lost('a')))).toBe(1)
  })

  test('while a print is under way a second one is refused', () => {
    for (const state of [stateAfter(queue('a')), stateAfter(queue('a'), sent('a'))]) {
      expect(decidePrinting(state, queue('b'))).toMatchObject({ ok: false, refusal: { code: 'print-running' } })
    }
  })

  test('the same print asked for twice is one print', () => {
    expect(decidePrinting(stateAfter(queue('a')), queue('a'))).toMatchObject({
      ok: true,
      events: [],
      reply: { jobId: 'a' }
    })
  })

  test('only a doubtful print is settled by the clerk', () => {
    for (const state of [
      initialPrints,
      stateAfter(queue('a')),
      stateAfter(queue('a'), printed('a')),
      stateAfter(queue('a'), broke('a'))
    ]) {
      expect(decidePrinting(state, resolve('a', true))).toMatchObject({
        ok: false,
        refusal: { code: 'print-not-unknown' }
      })
    }
  })

  test('the clerk says whether the sheet came out, and that ends it', () => {
    const doubtful = stateAfter(queue('a'), sent('a'), lost('a'))
    const yes = decidePrinting(doubtful, resolve('a', true))
    const no = decidePrinting(doubtful, resolve('a', false))
    expect(yes).toMatchObject({ events: [{ type: 'Printed', data: { evidence: 'clerk' } }] })
    expect(no).toMatchObject({ events: [{ type: 'PrintFailed', data: { reason: 'other' } }] })
  })

  test('whatever arrives in whatever order: never two prints under way, and what has ended stays as it is', () => {
    const ids = fc.constantFrom('a', 'b', 'c')
    const command = fc.tuple(fc.constantFrom(queue, sent, printed, broke, lost), ids).map(([make, id]) => make(id))
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        let state = initialPrints
        for (const next of commands) {
          const decision = decidePrinting(state, next)
          const before = state
          if (decision.ok) state = decision.events.reduce(evolvePrints, state)
          if (state.jobs.filter((job) => job.status === 'queued' || job.status === 'sent').length > 1) return false
          for (const job of before.jobs.filter((old) => old.status === 'printed' || old.status === 'failed')) {
            if (state.jobs.find((now) => now.jobId === job.jobId)?.status !== job.status) return false
          }
          if (printsDone(state) < printsDone(before)) return false
        }
        return true
      })
    )
  })
})
