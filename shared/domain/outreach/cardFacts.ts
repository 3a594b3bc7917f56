import type { PaperHall } from '../../documents/papers.ts'
import type { HallConfig } from '../hall/hall.ts'
import { paperHall } from '../hall/paperHall.ts'
import type { KnownGrid } from './grid.ts'
import { staffOn } from './grid.ts'
import { CARD_PROMISES } from './promises.ts'
import { GRID_ROLE_LABEL, GRID_ROLES } from './roles.ts'

/** Everything that a card of a grid prints, whoever it is for. When any of it changes, cards get a new version. */
export interface CardFacts {
  readonly hall: PaperHall
  readonly street: string
  readonly site: string
  readonly gridCode: string
  readonly gridName: string
  readonly boundary: string
  readonly stationPhone: string
  readonly staff: readonly CardStaff[]
  readonly promises: readonly string[]
}

export interface CardStaff {
  readonly roleLabel: string
  readonly name: string
  readonly phone: string
  readonly duty: string
}

/** 某街道办事处 → 某街道, 某镇人民政府 → 某镇. */
const streetOf = (authorityName: string): string => authorityName.replace(/(?:办事处|人民政府)$/u, '')

/** What a card says on that day. */
export function cardFacts(hall: HallConfig, grid: KnownGrid, date: string): CardFacts {
  return {
    hall: paperHall(hall),
    street: streetOf(hall.authorityName),
    site: hall.sites.find(({ id }) => id === grid.siteId)?.name ?? '',
    gridCode: grid.code,
    gridName: grid.name,
    boundary: grid.boundary,
    stationPhone: grid.stationPhone,
    staff: staffOn(grid, date, GRID_ROLES).map(({ role, name, phone, duty }) => ({
      roleLabel: GRID_ROLE_LABEL[role],
      name,
      phone,
      duty
    })),
    promises: CARD_PROMISES
  }
}

/** Why a card that was handed out is no longer right. */
export type CardChange = 'person' | 'phone' | 'duty' | 'grid' | 'hall' | 'promises'

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const who = ({ staff }: CardFacts): readonly string[] => staff.map(({ roleLabel, name }) => `${roleLabel} ${name}`)

/** What differs between two versions of a card; empty when they say the same. */
export function cardChanges(before: CardFacts, now: CardFacts): readonly CardChange[] {
  const changes: CardChange[] = []
  // Who comes first answers for the grid: another order is a change of people.
  if (!same(who(before), who(now))) changes.push('person')
  const phones = ({ staff }: CardFacts): ReadonlyMap<string, string> =>
    new Map(staff.map(({ roleLabel, name, phone }) => [`${roleLabel} ${name}`, phone]))
  const duties = ({ staff }: CardFacts): ReadonlyMap<string, string> =>
    new Map(staff.map(({ roleLabel, name, duty }) => [`${roleLabel} ${name}`, duty]))
  if (differsAmongCommon(phones(before), phones(now)) || before.stationPhone !== now.stationPhone) {
    changes.push('phone')
  }
  if (differsAmongCommon(duties(before), duties(now))) changes.push('duty')
  const place = ({ street, site, gridCode, gridName, boundary }: CardFacts) => [
    street,
    site,
    gridCode,
    gridName,
    boundary
  ]
  if (!same(place(before), place(now))) changes.push('grid')
  if (!same(before.hall, now.hall)) changes.push('hall')
  if (!same(before.promises, now.promises)) changes.push('promises')
  return changes
}

function differsAmongCommon(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): boolean {
  return [...before].some(([key, value]) => now.has(key) && now.get(key) !== value)
}

/** The version that cards of today carry: the newest one when it still says what holds, else the next number. */
export function versionToday(grid: KnownGrid, facts: CardFacts): { readonly version: number; readonly isNew: boolean } {
  const newest = grid.versions.at(-1)
  if (newest && cardChanges(newest.facts, facts).length === 0) return { version: newest.version, isNew: false }
  return { version: (newest?.version ?? 0) + 1, isNew: true }
}

/** Why cards of that version have to be replaced; empty when they still say what holds. */
export function outdatedBy(grid: KnownGrid, version: number, now: CardFacts): readonly CardChange[] {
  const issued = grid.versions.find((one) => one.version === version)
  return issued ? cardChanges(issued.facts, now) : []
}
