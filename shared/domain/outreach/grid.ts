import { assertNever } from '../../kernel/assertNever.ts'
import type { NewEvent } from '../../kernel/messages.ts'
import type { CardFacts } from './cardFacts.ts'
import type { GridRole } from './roles.ts'

/** What the register says of a grid itself. */
export interface GridDescription {
  readonly name: string
  /** The village or community it lies in. */
  readonly siteId: string
  /** 四至 in words, as people know the place. */
  readonly boundary: string
  readonly households: number
  /** Of the service station or point; empty when it has none. */
  readonly stationPhone: string
}

/** Somebody with one duty in one grid; the same person may have more of both (一格多员、一员多责). */
export interface GridAssignment {
  readonly assignmentId: string
  readonly role: GridRole
  readonly name: string
  /** Work phone: it stands on every card. */
  readonly phone: string
  /** What people turn to them for (定人定格定责). */
  readonly duty: string
  readonly from: string
  /** Last day; `null`: no end is known. */
  readonly until: string | null
}

type Assigned = Omit<GridAssignment, 'until'>

export type GridEvent =
  | NewEvent<
      'GridRegistered',
      GridDescription & { readonly gridId: string; readonly code: string; readonly on: string }
    >
  | NewEvent<'GridChanged', GridDescription & { readonly gridId: string }>
  | NewEvent<'GridClosed', { readonly gridId: string; readonly on: string }>
  /** `primary`: answers for the grid from the same day on. */
  | NewEvent<'GridStaffAssigned', Assigned & { readonly gridId: string; readonly primary: boolean }>
  | NewEvent<
      'GridStaffChanged',
      {
        readonly gridId: string
        readonly assignmentId: string
        readonly name: string
        readonly phone: string
        readonly duty: string
      }
    >
  /** `on` is the last day. */
  | NewEvent<'GridStaffEnded', { readonly gridId: string; readonly assignmentId: string; readonly on: string }>
  | NewEvent<'PrimaryChosen', { readonly gridId: string; readonly assignmentId: string; readonly from: string }>
  /** Something that cards print has changed since the version before: new cards carry the new number. */
  | NewEvent<'CardVersionMade', { readonly gridId: string; readonly version: number; readonly facts: CardFacts }>

export interface CardVersion {
  readonly version: number
  readonly facts: CardFacts
}

export interface KnownGrid extends GridDescription {
  readonly status: 'active' | 'closed'
  readonly gridId: string
  readonly code: string
  readonly registeredOn: string
  readonly closedOn: string | null
  readonly assignments: readonly GridAssignment[]
  /** Who answered for the grid from when on, in order. */
  readonly primaries: readonly { readonly assignmentId: string; readonly from: string }[]
  readonly versions: readonly CardVersion[]
}

export type GridState = { readonly status: 'none' } | KnownGrid

export const initialGrid: GridState = { status: 'none' }

export const gridStream = (gridId: string): string => `grid-${gridId}`

const describe = ({ name, siteId, boundary, households, stationPhone }: GridDescription): GridDescription => ({
  name,
  siteId,
  boundary,
  households,
  stationPhone
})

const withAssignment = (grid: KnownGrid, assignmentId: string, change: Partial<GridAssignment>): KnownGrid => ({
  ...grid,
  assignments: grid.assignments.map((one) => (one.assignmentId === assignmentId ? { ...one, ...change } : one))
})

/** Folds one fact. One about a grid that was never registered changes nothing. */
export function evolveGrid(state: GridState, event: GridEvent): GridState {
  if (event.type === 'GridRegistered') {
    const { gridId, code, on } = event.data
    const nobody = { assignments: [], primaries: [], versions: [] }
    return { ...describe(event.data), status: 'active', gridId, code, registeredOn: on, closedOn: null, ...nobody }
  }
  if (state.status === 'none') return state
  switch (event.type) {
    case 'GridChanged':
      return { ...state, ...describe(event.data) }
    case 'GridClosed':
      return { ...state, status: 'closed', closedOn: event.data.on }
    case 'GridStaffAssigned': {
      const { gridId: _gridId, primary, ...assigned } = event.data
      const { assignmentId, from } = assigned
      return {
        ...state,
        assignments: [...state.assignments, { ...assigned, until: null }],
        primaries: primary ? [...state.primaries, { assignmentId, from }] : state.primaries
      }
    }
    case 'GridStaffChanged': {
      const { assignmentId, name, phone, duty } = event.data
      return withAssignment(state, assignmentId, { name, phone, duty })
    }
    case 'GridStaffEnded':
      return withAssignment(state, event.data.assignmentId, { until: event.data.on })
    case 'PrimaryChosen': {
      const { assignmentId, from } = event.data
      return { ...state, primaries: [...state.primaries, { assignmentId, from }] }
    }
    case 'CardVersionMade': {
      const { version, facts } = event.data
      return { ...state, versions: [...state.versions, { version, facts }] }
    }
    default:
      return assertNever(event, 'grid event')
  }
}

export const isActiveOn = ({ from, until }: GridAssignment, date: string): boolean =>
  from <= date && (until === null || date <= until)

/** Who answers for the grid that day; `null`: the post is vacant. */
export function primaryOn(grid: KnownGrid, date: string): GridAssignment | null {
  const chosen = grid.primaries.findLast(({ from }) => from <= date)
  const assigned = grid.assignments.find(({ assignmentId }) => assignmentId === chosen?.assignmentId)
  return assigned && isActiveOn(assigned, date) ? assigned : null
}

/** Everybody on duty that day: whoever answers for the grid first, then by the order of roles. */
export function staffOn(grid: KnownGrid, date: string, order: readonly GridRole[]): readonly GridAssignment[] {
  const primary = primaryOn(grid, date)
  const place = (one: GridAssignment): number => (one === primary ? -1 : order.indexOf(one.role))
  return grid.assignments.filter((one) => isActiveOn(one, date)).sort((a, b) => place(a) - place(b))
}
