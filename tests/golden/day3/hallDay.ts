import type { HallRun } from '../../projections/support/hallRun.ts'
import { HALL, itemOf } from '../../support/builders.ts'
import { done } from '../day2/steps.ts'
import { assignPrinter, onGrid, testPage } from './outreach.ts'
import { finish } from './press.ts'

/** What goes up, what several offices decide, a licence, what may follow. */
const ITEMS = ['MZ-001', 'MZ-003', 'GT-002', 'GT-004']

export function found(run: HallRun): void {
  for (const id of ITEMS) done(run.publish(itemOf(id), 1))
  done(run.hall({ type: 'HallFounded', v: 1, data: { config: HALL } }))
}

/** A receipt printer, one of the print service, one of the network; files again for papers. A test page of each use. */
export function printersAssigned(run: HallRun): void {
  const roll = { kind: 'raw', host: 'roll.test', port: 9100, paper: '80', status: true, name: '取号小票机' } as const
  assignPrinter(run, 'ticket', roll)
  assignPrinter(run, 'paper', { kind: 'spooler', queue: 'a4', name: '文书打印机' })
  assignPrinter(run, 'card', { kind: 'ipp', uri: 'ipp://cards.test/ipp/print', name: '卡片打印机' })
  finish(run, testPage(run, 'ticket'), 'printed')
  finish(run, testPage(run, 'paper'), 'no-answer')
  finish(run, testPage(run, 'card'), 'printed')
  assignPrinter(run, 'paper', { kind: 'folder' })
}

const WORKER = { role: 'worker', name: '单雨青', phone: '13800138001', duty: '走访、收件、代办' } as const
const SECOND = { role: 'worker', name: '周晓禾', phone: '13800138002', duty: '走访、收件' } as const
const POLICE = { role: 'police', name: '仇文澜', phone: '023-00001102', duty: '治安、户口' } as const

const FIRST_GRID = { name: '第一网格', siteId: 's01', boundary: '东至云溪路，南至滨河', households: 312 } as const

/** Three grids with their people: one with a station, two without; somebody works in two of them. */
export function gridsRegistered(run: HallRun): void {
  register(run, 'g1', { ...FIRST_GRID, stationPhone: '023-00001100' })
  register(run, 'g2', { name: '第二网格', siteId: 's02', boundary: '溪畔路两侧', households: 280, stationPhone: '' })
  register(run, 'g3', { name: '第三网格', siteId: 's02', boundary: '老渡口一带', households: 35, stationPhone: '' })
  const from = run.date
  onGrid(run, 'g1', { type: 'assignStaff', assignmentId: 'a1', ...WORKER, primary: true, from })
  onGrid(run, 'g1', { type: 'assignStaff', assignmentId: 'a2', ...SECOND, primary: false, from })
  onGrid(run, 'g1', { type: 'assignStaff', assignmentId: 'a3', ...POLICE, primary: false, from })
  onGrid(run, 'g2', { type: 'assignStaff', assignmentId: 'a4', ...WORKER, primary: true, from })
}

interface Described {
  readonly name: string
  readonly siteId: string
  readonly boundary: string
  readonly households: number
  readonly stationPhone: string
}

function register(run: HallRun, gridId: string, described: Described): void {
  const taken = [...run.desk.grids.values()].flatMap((grid) => (grid.status === 'none' ? [] : [grid.code]))
  onGrid(run, gridId, { type: 'registerGrid', gridId, ...described, today: run.date, hall: HALL, taken })
}

/** Somebody else answers for the first grid; another phone, one who leaves, and a grid that is given up. */
export function gridsChange(run: HallRun): void {
  const on = run.date
  onGrid(run, 'g1', {
    type: 'changeGrid',
    ...FIRST_GRID,
    boundary: '东至云溪路，南至滨河，含新桥',
    stationPhone: '023-00001100',
    hall: HALL
  })
  onGrid(run, 'g1', { type: 'choosePrimary', assignmentId: 'a2', from: on })
  onGrid(run, 'g1', { type: 'changeStaff', assignmentId: 'a3', name: POLICE.name, phone: '13800138003', duty: '治安' })
  onGrid(run, 'g1', { type: 'endStaff', assignmentId: 'a1', on })
  onGrid(run, 'g2', { type: 'endStaff', assignmentId: 'a4', on })
  onGrid(run, 'g3', { type: 'closeGrid', on })
}

/** The grid that nobody answered for has somebody again. */
export function vacancyFilled(run: HallRun): void {
  onGrid(run, 'g2', { type: 'assignStaff', assignmentId: 'a5', ...SECOND, primary: true, from: run.date })
}
