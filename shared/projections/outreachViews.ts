import type { CardFormat } from '../documents/papers.ts'
import type { HallConfig } from '../domain/hall/hall.ts'
import type { BatchOrigin, BatchSheet, BatchState, BatchStop } from '../domain/outreach/batch.ts'
import { sheetsDone } from '../domain/outreach/batch.ts'
import { type CardChange, cardFacts, outdatedBy, versionToday } from '../domain/outreach/cardFacts.ts'
import type { CardEvent, Household } from '../domain/outreach/cards.ts'
import { type GridAssignment, isActiveOn, type KnownGrid, primaryOn } from '../domain/outreach/grid.ts'
import { mask } from '../domain/people/masking.ts'
import type { Recorded } from '../kernel/messages.ts'
import type { OutreachDesk } from './outreachDesk.ts'

/** A grid in the list. `unregistered`: the hall names it, the register has nothing of it yet. */
export interface GridListed {
  readonly gridId: string
  readonly status: 'unregistered' | 'active' | 'closed'
  readonly name: string
  readonly siteId: string
  readonly siteName: string
  /** Empty while unregistered. */
  readonly code: string
  readonly households: number
  /** Who answers for it; `null`: vacant. */
  readonly primary: string | null
  /** Cards that say what is no longer right. */
  readonly outdated: number
}

export interface GridStaffShown extends GridAssignment {
  readonly primary: boolean
  readonly state: 'active' | 'coming' | 'ended'
  /** Other grids that the same person works in under the same phone. */
  readonly elsewhere: readonly string[]
}

export interface OutdatedCard {
  readonly cardNo: string
  /** Masked; `null`: stock. */
  readonly household: string | null
  readonly version: number
  readonly on: string
  readonly changes: readonly CardChange[]
}

export interface GridShown extends GridListed {
  readonly boundary: string
  readonly stationPhone: string
  readonly staff: readonly GridStaffShown[]
  /** Version that a card of today carries. */
  readonly version: number
  /** The first of them; `outdated` counts all. */
  readonly outdatedCards: readonly OutdatedCard[]
}

export interface BatchShown {
  readonly batchId: string
  readonly format: CardFormat
  readonly bleed: boolean
  readonly origin: BatchOrigin
  readonly sheets: number
  readonly done: number
  readonly cards: number
  readonly by: string
  readonly startedAt: string
  readonly status: BatchState['status']
  readonly stop: BatchStop | null
  readonly stopCode: string | null
  readonly stopGrid: string | null
  readonly sheet: Pick<BatchSheet, 'docId' | 'status' | 'jobId'> | null
}

/** One card of the register of issue. */
export interface CardRegistered {
  readonly cardNo: string
  readonly household: string | null
  readonly version: number
  readonly on: string
  readonly by: string
  readonly docId: string
}

const MOST_SHOWN = 200

/** The door is no name: who keeps the register finds a household by it; the holder's name is masked (个人信息保护法 6). */
export const householdShown = ({ door, head }: Household): string =>
  [door, head === '' ? '' : mask('name', 'list', head)].filter((one) => one !== '').join(' ')

/** Cards of a grid that have to be replaced, by holder. */
export function outdatedHolders(desk: OutreachDesk, hall: HallConfig, grid: KnownGrid, today: string) {
  const now = cardFacts(hall, grid, today)
  const changesOf = new Map<number, readonly CardChange[]>()
  return [...(desk.holders.get(grid.gridId)?.values() ?? [])].flatMap((holder) => {
    const changes = changesOf.get(holder.version) ?? outdatedBy(grid, holder.version, now)
    changesOf.set(holder.version, changes)
    return changes.length === 0 ? [] : [{ ...holder, changes }]
  })
}

function listed(desk: OutreachDesk, hall: HallConfig, grid: KnownGrid, today: string): GridListed {
  const { gridId, status, name, siteId, code, households } = grid
  const siteName = hall.sites.find(({ id }) => id === siteId)?.name ?? ''
  const active = status === 'active'
  return {
    gridId,
    status,
    name,
    siteId,
    siteName,
    code,
    households,
    primary: active ? (primaryOn(grid, today)?.name ?? null) : null,
    outdated: active ? outdatedHolders(desk, hall, grid, today).length : 0
  }
}

/** Grids of the register by number, then those that the hall names and nobody has registered. */
export function gridsListed(desk: OutreachDesk, hall: HallConfig, today: string): readonly GridListed[] {
  const known = [...desk.grids.values()].flatMap((grid) =>
    grid.status === 'none' ? [] : [listed(desk, hall, grid, today)]
  )
  const rank = { active: 0, unregistered: 1, closed: 2 } as const
  const unregistered = hall.grids
    .filter(({ id }) => !desk.grids.has(id))
    .map(({ id, name }): GridListed => {
      const site = hall.sites.find(({ gridId }) => gridId === id)
      return {
        gridId: id,
        status: 'unregistered',
        name,
        siteId: site?.id ?? '',
        siteName: site?.name ?? '',
        code: '',
        households: 0,
        primary: null,
        outdated: 0
      }
    })
  return [...known, ...unregistered].sort((a, b) => rank[a.status] - rank[b.status] || a.code.localeCompare(b.code))
}

/** One grid with its people; `null` for one that is not registered. */
export function gridShown(desk: OutreachDesk, hall: HallConfig, gridId: string, today: string): GridShown | null {
  const grid = desk.grids.get(gridId)
  if (!grid || grid.status === 'none') return null
  const primary = primaryOn(grid, today)
  const outdated = grid.status === 'active' ? outdatedHolders(desk, hall, grid, today) : []
  return {
    ...listed(desk, hall, grid, today),
    boundary: grid.boundary,
    stationPhone: grid.stationPhone,
    staff: grid.assignments.map((one) => ({
      ...one,
      primary: one === primary,
      state: isActiveOn(one, today) ? 'active' : one.from > today ? 'coming' : 'ended',
      elsewhere: elsewhere(desk, grid, one, today)
    })),
    version: versionToday(grid, cardFacts(hall, grid, today)).version,
    outdatedCards: outdated.slice(0, MOST_SHOWN).map(({ cardNo, household, version, on, changes }) => ({
      cardNo,
      household: household === null ? null : householdShown(household),
      version,
      on,
      changes
    }))
  }
}

function elsewhere(desk: OutreachDesk, grid: KnownGrid, { name, phone }: GridAssignment, today: string) {
  return [...desk.grids.values()].flatMap((other) =>
    other.status === 'active' &&
    other.gridId !== grid.gridId &&
    other.assignments.some((one) => one.name === name && one.phone === phone && isActiveOn(one, today))
      ? [other.name]
      : []
  )
}

/** Newest first. */
export function batchesShown(desk: OutreachDesk): readonly BatchShown[] {
  return [...desk.batches.values()]
    .map((batch): BatchShown => {
      const { batchId, format, bleed, origin, sheets, parts, by, startedAt, status, stop, stopCode, sheet } = batch
      const stopGrid = desk.grids.get(batch.stopGridId ?? '')
      return {
        batchId,
        format,
        bleed,
        origin,
        sheets,
        done: sheetsDone(batch),
        cards: parts.reduce((sum, part) => sum + part.cards, 0),
        by,
        startedAt,
        status,
        stop,
        stopCode,
        stopGrid: stopGrid && stopGrid.status !== 'none' ? stopGrid.name : null,
        sheet: sheet && { docId: sheet.docId, status: sheet.status, jobId: sheet.jobId }
      }
    })
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt))
}

/** The register of issue of one grid and year, newest first, from the records of its stream. */
export function cardsRegistered(records: readonly Recorded[]): readonly CardRegistered[] {
  return records
    .flatMap(({ commit }) => commit.events as readonly CardEvent[])
    .map(({ data }) => ({
      cardNo: data.cardNo,
      household: data.household === null ? null : householdShown(data.household),
      version: data.version,
      on: data.on,
      by: data.by,
      docId: data.docId
    }))
    .reverse()
}
