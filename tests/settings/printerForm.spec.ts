import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { targetOf, targetSchema, valuesOf } from '../../renderer/counter/admin/printer/targetSchema.ts'
import { checkDetail, doubtDetail } from '../../renderer/texts/index.ts'
import type { PrinterTarget } from '../../shared/domain/hall/hall.ts'

const name = fc.constantFrom('前台打印机', '取号机')
const roll = fc.constantFrom({}, { ticketWidth: '58' as const })
const targets: fc.Arbitrary<PrinterTarget> = fc.oneof(
  roll.map((width) => ({ kind: 'folder' as const, ...width })),
  fc.tuple(name, roll).map(([called, width]) => ({
    kind: 'ipp' as const,
    uri: 'ipp://printer.test/ipp/print',
    name: called,
    ...width
  })),
  fc
    .tuple(name, roll)
    .map(([called, width]) => ({ kind: 'spooler' as const, queue: 'office', name: called, ...width })),
  fc.record({
    kind: fc.constant('raw' as const),
    host: fc.constant('printer.test'),
    port: fc.integer({ min: 1, max: 65_535 }),
    paper: fc.constantFrom('80' as const, '58' as const),
    status: fc.boolean(),
    name
  })
)

describe('the form of a printer', () => {
  it('shows a printer and its roll and gives them back unchanged', () => {
    fc.assert(
      fc.property(targets, (one) => {
        expect(targetOf(targetSchema.parse(valuesOf(one)))).toEqual(one)
      })
    )
  })

  it('says nothing of a roll of the usual width, as assignments from before did not', () => {
    expect(targetOf(targetSchema.parse(valuesOf({ kind: 'folder', ticketWidth: '80' })))).toEqual({ kind: 'folder' })
  })
})

describe('what the program writes down about a printer', () => {
  it('is said in words; a printer’s own code is not made up into any', () => {
    for (const detail of ['no-answer', 'no-status', 'paper-near-end'])
      expect(checkDetail(detail)).toMatch(/[一-鿿].*。$/u)
    expect([checkDetail('media-empty-error'), checkDetail('')]).toEqual([null, null])
  })

  it('of a print in doubt is said where the sheet is asked for', () => {
    expect(doubtDetail('no-end-mark')).toMatch(/没有说打完。$/)
    expect(doubtDetail('no contact: no-answer')).toBe(doubtDetail('no-answer'))
    expect([doubtDetail('closed'), doubtDetail(null)]).toEqual([null, null])
  })
})
