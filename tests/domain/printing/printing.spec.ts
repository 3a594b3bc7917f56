import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type PrintCommand, printsDone } from '../../../shared/domain/printing/decidePrinting.ts'
import type { PrintState } from '../../../shared/domain/printing/printing.ts'
import { printRules } from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(printRules)
const of = { docId: 'doc-1', jobId: 'j1' } as const
const queue = (jobId: string): PrintCommand => ({
  type: 'queuePrint',
  docId: 'doc-1',
  jobId,
  printer: 'folder',
  copies: 1
})
const queued = story().and(queue('j1'))
const sent = queued.and({ type: 'markSent', ...of, reference: 'ipp-7' })
const lost = sent.and({ type: 'markUnknown', ...of, detail: 'no-answer' })

describe('one print of a paper', () => {
  it('is asked for with printer, copies and its count of 补打', () => {
    const data = { ...of, printer: 'folder', copies: 1, reprint: 0 }
    story()
      .when(queue('j1'))
      .recorded([{ type: 'PrintQueued', v: 1, data }], { jobId: 'j1' })
    expect(queued.state.jobs).toEqual([
      {
        jobId: 'j1',
        printer: 'folder',
        copies: 1,
        reprint: 0,
        status: 'queued',
        reference: null,
        failure: null,
        detail: null
      }
    ])
  })

  it('keeps the width of the roll that the printer held then', () => {
    const narrow = story().and({ ...queue('j1'), roll: 58 } as PrintCommand)
    expect(narrow.state.jobs[0]).toMatchObject({ roll: 58 })
  })

  it('goes to the printer under the printer’s own name for it', () => {
    expect(sent.state.jobs[0]).toMatchObject({ status: 'sent', reference: 'ipp-7' })
    sent.when({ type: 'markSent', ...of, reference: 'ipp-8' }).nothing()
  })

  it('is printed only on evidence', () => {
    sent
      .when({ type: 'markPrinted', ...of, evidence: 'printer' })
      .recorded([{ type: 'Printed', v: 1, data: { ...of, evidence: 'printer' } }])
  })

  it('may have no better evidence than that a printer took every byte', () => {
    sent
      .when({ type: 'markPrinted', ...of, evidence: 'handed-over' })
      .recorded([{ type: 'Printed', v: 1, data: { ...of, evidence: 'handed-over' } }])
  })

  it('fails with a reason that the clerk can do something about', () => {
    const failed = sent.when({ type: 'markFailed', ...of, reason: 'paper-out', detail: '纸盒 1' })
    expect(failed.state.jobs[0]).toMatchObject({ status: 'failed', failure: 'paper-out', detail: '纸盒 1' })
  })

  it('whose outcome is lost is in doubt, never “printed”, and counts as a sheet that may lie there', () => {
    expect(lost.state.jobs[0]).toMatchObject({ status: 'unknown', detail: 'no-answer' })
    expect(printsDone(lost.state)).toBe(0)
    expect(lost.when(queue('j2')).events[0]).toMatchObject({ data: { reprint: 1 } })
  })

  it('in doubt is settled by the clerk who looks', () => {
    lost
      .when({ type: 'resolveUnknown', ...of, cameOut: true })
      .recorded([{ type: 'Printed', v: 1, data: { ...of, evidence: 'clerk' } }])
    lost
      .when({ type: 'resolveUnknown', ...of, cameOut: false })
      .recorded([{ type: 'PrintFailed', v: 1, data: { ...of, reason: 'other', detail: 'not-there' } }])
    sent.when({ type: 'resolveUnknown', ...of, cameOut: true }).refused('print-not-unknown')
  })

  it('that nobody asked for has no outcome', () => {
    story()
      .when({ type: 'markPrinted', ...of, evidence: 'file' })
      .nothing()
    story()
      .when({ type: 'markFailed', ...of, reason: 'jam', detail: '' })
      .nothing()
    story()
      .when({ type: 'markUnknown', ...of, detail: '' })
      .nothing()
  })
})

describe('any series of prints of one paper', () => {
  const jobs = fc.constantFrom('j1', 'j2', 'j3')
  const command: fc.Arbitrary<PrintCommand> = fc.oneof(
    jobs.map(queue),
    jobs.map((jobId): PrintCommand => ({ type: 'markSent', docId: 'doc-1', jobId, reference: 'r' })),
    jobs.map((jobId): PrintCommand => ({ type: 'markPrinted', docId: 'doc-1', jobId, evidence: 'printer' })),
    jobs.map((jobId): PrintCommand => ({ type: 'markFailed', docId: 'doc-1', jobId, reason: 'jam', detail: '' })),
    jobs.map((jobId): PrintCommand => ({ type: 'markUnknown', docId: 'doc-1', jobId, detail: '' })),
    fc
      .tuple(jobs, fc.boolean())
      .map(([jobId, cameOut]): PrintCommand => ({ type: 'resolveUnknown', docId: 'doc-1', jobId, cameOut }))
  )

  it('has one print under way at most, settles each once, and counts 补打 by the sheets there may be', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
        let state: PrintState = printRules.initial
        const settled = new Map<string, string>()
        for (const asked of commands) {
          const decision = printRules.decide(state, asked)
          if (!decision.ok) continue
          const before = state
          state = decision.events.reduce(printRules.evolve, state)
          const underWay = state.jobs.filter((j) => j.status === 'queued' || j.status === 'sent')
          expect(underWay.length).toBeLessThanOrEqual(1)
          expect(new Set(state.jobs.map((j) => j.jobId)).size).toBe(state.jobs.length)
          for (const { jobId, status } of state.jobs) {
            if (settled.has(jobId)) expect(status).toBe(settled.get(jobId))
            if (status === 'printed' || status === 'failed') settled.set(jobId, status)
          }
          const fresh = state.jobs.find((j) => !before.jobs.some((b) => b.jobId === j.jobId))
          const sheets = before.jobs.filter((j) => j.status === 'printed' || j.status === 'unknown').length
          if (fresh) expect(fresh.reprint).toBe(sheets)
        }
      })
    )
  })
})
