import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Json } from '../../shared/kernel/messages.ts'
import { Desk } from '../../shared/projections/desk.ts'
import { packDesk, unpackDesk } from '../../shared/projections/deskSnapshot.ts'
import { isOutreachEvent } from '../../shared/projections/outreachDesk.ts'
import { EVERY_EVENT } from '../support/everyEvent.ts'
import { accepted, type Life, Lives, listOf } from './lives.ts'

let lives: Lives
beforeEach(async () => {
  lives = new Lives()
  await lives.found()
})
afterEach(() => lives.clear())

/** Everything that can happen to grids and cards, one after the other. */
async function everything(life: Life): Promise<void> {
  const { doors } = life
  const { caller, ambient } = lives
  const from = ambient.today()
  const one = { gridId: 'g1', phone: '13800138003', duty: '巡查', primary: false, from }
  accepted(await doors['grid.assign']({ ...one, role: 'worker', name: '解晓东' }, caller, 'assign-0001'))
  accepted(
    await doors['grid.choosePrimary']({ gridId: 'g1', assignmentId: 'assign-0001', from }, caller, 'primary-0001')
  )
  const grid = { name: '第一网格', siteId: 's01', boundary: '南至滨河', households: 5, stationPhone: '' }
  accepted(await doors['grid.change']({ gridId: 'g1', ...grid }, caller, 'grid-0001'))
  const bytes = await listOf([['3栋501', '赵小满', '第一网格']])
  accepted(
    await doors['cards.start']({ format: 'A6', bleed: false, source: { from: 'list', bytes } }, caller, 'batch-0001')
  )
  await life.still()
  const parts = [{ gridId: 'g2', cards: 3 }]
  const stock = { format: 'A5', bleed: true, source: { from: 'stock', parts } } as const
  accepted(await doors['cards.start'](stock, caller, 'batch-0002'))
  accepted(await doors['cards.pause']({ batchId: 'batch-0002' }, caller, 'pause-0001'))
  await life.still()
  const person = { name: '解晓东', phone: '13800138004', duty: '巡查' }
  const change = { gridId: 'g1', assignmentId: 'assign-0001', everywhere: false, ...person }
  accepted(await doors['grid.changeStaff'](change, caller, 'change-0001'))
  accepted(await doors['cards.resume']({ batchId: 'batch-0002' }, caller, 'resume-0001'))
  await life.still()
  const end = { gridId: 'g1', assignmentId: 'assign-0001', on: from }
  accepted(await doors['grid.endStaff'](end, caller, 'end-0001'))
  accepted(await doors['grid.close']({ gridId: 'g2', on: from }, caller, 'close-0001'))
}

it('a desk from a snapshot and the rest of the log is the desk from the whole log, wherever it was taken', async () => {
  const life = await lives.begin()
  await everything(life)
  const records = lives.log.all()
  const seen = new Set(lives.events().map(({ type }) => type))
  const all = Object.keys(EVERY_EVENT).filter((type) => isOutreachEvent({ type, v: 1, data: null }))
  expect(all.filter((type) => !seen.has(type as never))).toEqual([])

  const whole = new Desk()
  for (const recorded of records) whole.apply(recorded)
  for (let cut = 0; cut <= records.length; cut += 1) {
    const before = new Desk()
    for (const recorded of records.slice(0, cut)) before.apply(recorded)
    const desk = unpackDesk(JSON.parse(JSON.stringify(packDesk(before))) as Json)
    if (!desk) throw new Error('the snapshot was not taken')
    for (const recorded of records.slice(cut)) desk.apply(recorded)
    expect(desk).toEqual(whole)
  }
})

it('batches that are over leave the desk with their day; cards and grids stay', async () => {
  const life = await lives.begin()
  await everything(life)
  life.die()
  lives.ambient.pass(24 * 3600)
  const next = await lives.begin()
  const { desk } = next.terminal
  expect(desk.batches.size).toBe(2)
  const from = lives.ambient.today()
  const back = { gridId: 'g1', assignmentId: 'worker-g1', from }
  accepted(await next.doors['grid.choosePrimary'](back, lives.caller, 'primary-0002'))
  const parts = [{ gridId: 'g1', cards: 1 }]
  expect(
    await next.doors['cards.start'](
      { format: 'A6', bleed: false, source: { from: 'stock', parts } },
      lives.caller,
      'batch-0003'
    )
  ).toMatchObject({ ok: true })
  await next.still()
  expect([...desk.batches.keys()]).toEqual(['batch-0003'])
  expect([desk.grids.size, desk.holders.get('g1')?.size]).toEqual([2, 2])
  // Numbers go on where they were: one of the list, three of stock, one of today.
  expect(desk.cardSerials.get('2026')).toBe(5)
})
