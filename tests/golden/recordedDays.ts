import type { Recorded } from '../../shared/kernel/messages.ts'
import { golden, kept, oneALine } from './files.ts'
import { makeDay4 } from './makeDay4.ts'

/**
 * Logs as somebody has them on disk. What they say is never edited. Day 1 was recorded before items had situations,
 * proxies a power of attorney and receipts an answer; day 2 before there were grids, cards and a printer for each use; day 3 before numbers
 * could be held, transferred or taken back, and before anybody was asked how it was.
 * They stay as they are for ever.
 */
export const RECORDED_DAYS: readonly { readonly name: string; readonly records: readonly Recorded[] }[] = [
  { name: 'day-1', records: kept('day-1.json') },
  { name: 'day-2', records: kept('day-2.json') },
  { name: 'day-3', records: kept('day-3.json') },
  { name: 'day-4', records: golden<readonly Recorded[]>('day', 'day-4.json', makeDay4, oneALine) }
]

/** All of them, one after the other. */
export const allRecords = (): readonly Recorded[] => RECORDED_DAYS.flatMap(({ records }) => records)
