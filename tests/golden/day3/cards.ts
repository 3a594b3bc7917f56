import { outdatedHolders } from '../../../shared/projections/outreachViews.ts'
import type { HallRun } from '../../projections/support/hallRun.ts'
import { HALL } from '../../support/builders.ts'
import { done } from '../day2/steps.ts'
import { vacancyFilled } from './hallDay.ts'
import { onBatch, startBatch } from './outreach.ts'
import { press } from './press.ts'

const FIRST = [
  { door: '云栖路 3 号', head: '欧阳娜娜子' },
  { door: '云栖路 5 号', head: '' }
]
const SECOND = [{ door: '', head: '买买提·艾力' }]

/**
 * Two sheets of cards for the drawer, of which the second finds no paper at first; and single cards for households, whose
 * printing is stopped for lunch.
 */
export function stockOfCards(run: HallRun): void {
  const how = { format: 'sheet90x54', bleed: true, origin: 'stock' } as const
  const stock = startBatch(run, how, [{ gridId: 'g1', cards: 12 }])
  press(run, stock, null, 'printed', 'paper-out')
  onBatch(run, stock, { type: 'resumeBatch' })
  press(run, stock, null, 'printed')

  const single = { format: 'single85x54', bleed: false, origin: 'households' } as const
  const batch = startBatch(run, single, [{ gridId: 'g1', cards: FIRST.length }])
  onBatch(run, batch, { type: 'pauseBatch', reason: 'asked' })
  onBatch(run, batch, { type: 'resumeBatch' })
  press(run, batch, FIRST, 'printed', 'printed')
}

/**
 * Cards that say what holds no longer are printed anew; a grid that nobody answers for gets none until somebody does; and
 * a batch is given up whose list is lost and whose last sheet had come out.
 */
export function cardsForHouseholds(run: HallRun): void {
  // The last day of those who leave is over.
  run.goDays(1)
  const grid = run.desk.grids.get('g1')
  const due = grid && grid.status !== 'none' ? outdatedHolders(run.desk, HALL, grid, run.date) : []
  const households = due.flatMap(({ household }) => household ?? [])
  const again = { format: 'A6', bleed: false, origin: 'outdated' } as const
  press(
    run,
    startBatch(run, again, [{ gridId: 'g1', cards: households.length }]),
    households,
    ...households.map(() => 'printed' as const)
  )

  const large = { format: 'A5', bleed: true, origin: 'households' } as const
  const vacant = startBatch(run, large, [
    { gridId: 'g2', cards: SECOND.length },
    { gridId: 'g1', cards: FIRST.length }
  ])
  const list = [...SECOND, ...FIRST]
  press(run, vacant, list)
  vacancyFilled(run)
  onBatch(run, vacant, { type: 'resumeBatch' })
  press(run, vacant, list, 'printed', 'no-answer')
  const sheet = run.desk.batches.get(vacant)?.sheet
  const of = { docId: sheet?.docId ?? '', jobId: sheet?.jobId ?? '' }
  done(run.print({ type: 'resolveUnknown', ...of, cameOut: true }))
  press(run, vacant, undefined)
  onBatch(run, vacant, { type: 'cancelBatch' })
}
