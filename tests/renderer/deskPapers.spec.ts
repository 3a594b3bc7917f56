import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stepOf, stepOfAll } from '../../renderer/counter/desk/model/paperState.ts'
import type { PaperShown } from '../../shared/projections/views.ts'

type Status = PaperShown['status']
const STATUSES = ['issued', 'queued', 'sent', 'printed', 'failed', 'unknown'] as const satisfies readonly Status[]
const papers = (...all: Status[]) => all.map((status, at) => ({ docId: `d${at}`, status }))
const ids = (of: readonly { readonly docId: string }[]) => of.map(({ docId }) => docId)

describe('papers of one act', () => {
  test('one key prints all that are not out yet, in their order', () => {
    const { step, of } = stepOfAll(papers('issued', 'issued', 'issued'))
    expect([step, ids(of)]).toEqual(['print', ['d0', 'd1', 'd2']])
  })

  test('after a failure only what is not out is printed again', () => {
    const { step, of } = stepOfAll(papers('printed', 'failed', 'issued'))
    expect([step, ids(of)]).toEqual(['retry', ['d1', 'd2']])
  })

  test('when all are out, the first one may be printed once more', () => {
    const { step, of } = stepOfAll(papers('printed', 'printed'))
    expect([step, ids(of)]).toEqual(['reprint', ['d0']])
  })

  test('an unknown one is looked at before anything is printed again', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...STATUSES), { minLength: 1, maxLength: 5 }), (all) => {
        const { step, of } = stepOfAll(papers(...all))
        if (all.includes('unknown')) expect(step).toBe('answer')
        else if (step === 'print' || step === 'retry') expect(of.every((one) => one.status !== 'printed')).toBe(true)
        expect(of.length).toBeGreaterThan(0)
        if (all.length === 1) expect(step).toBe(stepOf({ status: all[0] ?? 'issued' }))
      })
    )
  })
})
