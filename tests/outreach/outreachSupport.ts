import type { GridCommand } from '../../shared/domain/outreach/decideGrid.ts'
import { decideGrid } from '../../shared/domain/outreach/decideGrid.ts'
import { evolveGrid, type GridEvent, type GridState, initialGrid } from '../../shared/domain/outreach/grid.ts'
import { HALL } from '../support/builders.ts'
import { given, type Rules } from '../support/given.ts'

/** Grids of the invented hall. */

const rules: Rules<GridState, GridCommand, GridEvent> = {
  initial: initialGrid,
  decide: decideGrid,
  evolve: evolveGrid
}

export const givenGrid = given(rules)

export const TODAY = '2026-11-23'

export const DESCRIBED = {
  name: '第一网格',
  siteId: 's01',
  boundary: '东至云溪路，南至滨河',
  households: 312,
  stationPhone: '023-00001100'
} as const

export const register: GridCommand = {
  type: 'registerGrid',
  gridId: 'g1',
  ...DESCRIBED,
  today: TODAY,
  hall: HALL,
  taken: []
}

export const registered: GridEvent = {
  type: 'GridRegistered',
  v: 1,
  data: { gridId: 'g1', code: '50010200101', ...DESCRIBED, on: TODAY }
}

export const WORKER = { name: '单雨青', phone: '13800138001', duty: '走访、收件' }

type Assign = Extract<GridCommand, { type: 'assignStaff' }>
export const assign = (change: Partial<Assign> = {}): GridCommand => ({
  type: 'assignStaff',
  assignmentId: 'a1',
  role: 'worker',
  ...WORKER,
  primary: false,
  from: TODAY,
  ...change
})

type Assigned = Extract<GridEvent, { type: 'GridStaffAssigned' }>
export const assigned = (change: Partial<Assigned['data']> = {}): GridEvent => ({
  type: 'GridStaffAssigned',
  v: 1,
  data: { gridId: 'g1', assignmentId: 'a1', role: 'worker', ...WORKER, primary: true, from: TODAY, ...change }
})
