import { assertNever } from '../../kernel/assertNever.ts'
import { accept, type Decision, type Refusal, refuse } from '../../kernel/result.ts'
import { isValidDate } from '../calendar/civilDate.ts'
import type { HallConfig } from '../hall/hall.ts'
import { codePointLength } from '../people/codePoints.ts'
import { normalizePersonName } from '../people/personName.ts'
import { parsePhone } from '../people/phone.ts'
import { type CardFacts, versionToday } from './cardFacts.ts'
import {
  type GridAssignment,
  type GridDescription,
  type GridEvent,
  type GridState,
  isActiveOn,
  type KnownGrid,
  primaryOn
} from './grid.ts'
import { nextGridCode } from './gridCode.ts'
import { type GridRole, PRIMARY_ROLE } from './roles.ts'

/** Ceilings in code points: what a card has room for. */
export const GRID_MAX = { name: 20, boundary: 60, duty: 20 } as const

interface Person {
  readonly name: string
  readonly phone: string
  readonly duty: string
}

export type GridCommand =
  | (GridDescription & {
      readonly type: 'registerGrid'
      readonly gridId: string
      readonly today: string
      readonly hall: Pick<HallConfig, 'regionCode' | 'sites'>
      /** Numbers of all grids, closed ones too: none is given twice. */
      readonly taken: readonly string[]
    })
  | (GridDescription & { readonly type: 'changeGrid'; readonly hall: Pick<HallConfig, 'sites'> })
  | { readonly type: 'closeGrid'; readonly on: string }
  | (Person & {
      readonly type: 'assignStaff'
      readonly assignmentId: string
      readonly role: GridRole
      readonly primary: boolean
      readonly from: string
    })
  | (Person & { readonly type: 'changeStaff'; readonly assignmentId: string })
  | { readonly type: 'endStaff'; readonly assignmentId: string; readonly on: string }
  | { readonly type: 'choosePrimary'; readonly assignmentId: string; readonly from: string }
  | { readonly type: 'makeCardVersion'; readonly facts: CardFacts }

type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/**
 * The rules of the grid register. Refuses with `grid-…` codes and those of names and phones, each with its field. Sources:
 * every grid has a number in the register, and exactly one worker who answers for it; who does what is fixed and printed
 * (定人定格定责).
 */
export function decideGrid(state: GridState, command: GridCommand): Decision<GridEvent> {
  if (command.type === 'registerGrid') {
    if (state.status !== 'none') return refuse('grid-known')
    const described = checkDescription(command, command.hall.sites)
    if (!described.ok) return described
    const code = nextGridCode(command.hall, command.siteId, command.taken)
    if (code === null) return refuse('grid-code-full', { field: 'siteId' })
    const { gridId, today } = command
    return accept<GridEvent>(
      [{ type: 'GridRegistered', v: 1, data: { ...described.value, gridId, code, on: today } }],
      { gridId, code }
    )
  }
  if (state.status === 'none') return refuse('grid-unknown')
  if (state.status === 'closed') return refuse('grid-closed')
  const { gridId } = state
  switch (command.type) {
    case 'changeGrid': {
      const described = checkDescription(command, command.hall.sites)
      if (!described.ok) return described
      // Its number says where it lies.
      if (command.siteId !== state.siteId) return refuse('grid-site-fixed', { field: 'siteId' })
      const unchanged = Object.entries(described.value).every(([key, value]) => state[key as keyof KnownGrid] === value)
      if (unchanged) return accept([])
      return accept<GridEvent>([{ type: 'GridChanged', v: 1, data: { ...described.value, gridId } }])
    }
    case 'closeGrid':
      if (!isValidDate(command.on)) return refuse('grid-date', { field: 'on' })
      return accept<GridEvent>([{ type: 'GridClosed', v: 1, data: { gridId, on: command.on } }])
    case 'assignStaff':
      return assign(state, command)
    case 'changeStaff': {
      const { assignmentId } = command
      const assigned = state.assignments.find((one) => one.assignmentId === assignmentId)
      if (!assigned) return refuse('grid-staff-unknown')
      if (assigned.until !== null) return refuse('grid-staff-ended')
      const person = checkPerson(command)
      if (!person.ok) return person
      const { name, phone, duty } = person.value
      if (name === assigned.name && phone === assigned.phone && duty === assigned.duty) return accept([])
      return accept<GridEvent>([{ type: 'GridStaffChanged', v: 1, data: { ...person.value, gridId, assignmentId } }])
    }
    case 'endStaff': {
      const { assignmentId, on } = command
      const assigned = state.assignments.find((one) => one.assignmentId === assignmentId)
      if (!assigned) return refuse('grid-staff-unknown')
      if (assigned.until !== null) return refuse('grid-staff-ended')
      if (!isValidDate(on)) return refuse('grid-date', { field: 'on' })
      if (on < assigned.from) return refuse('grid-end-early', { field: 'on', from: assigned.from })
      return accept<GridEvent>([{ type: 'GridStaffEnded', v: 1, data: { gridId, assignmentId, on } }])
    }
    case 'choosePrimary':
      return choosePrimary(state, command.assignmentId, command.from)
    case 'makeCardVersion': {
      const { version, isNew } = versionToday(state, command.facts)
      if (!isNew) return accept([], { version })
      return accept<GridEvent>([{ type: 'CardVersionMade', v: 1, data: { gridId, version, facts: command.facts } }], {
        version
      })
    }
    default:
      return assertNever(command, 'grid command')
  }
}

function assign(grid: KnownGrid, command: Extract<GridCommand, { type: 'assignStaff' }>): Decision<GridEvent> {
  const { assignmentId, role, primary, from } = command
  const person = checkPerson(command)
  if (!person.ok) return person
  if (!isValidDate(from)) return refuse('grid-date', { field: 'from' })
  const { name } = person.value
  const twice = grid.assignments.some((one) => one.role === role && one.name === name && one.until === null)
  if (twice) return refuse('grid-staff-twice', { field: 'name' })
  if (primary && role !== PRIMARY_ROLE) return refuse('grid-primary-role', { field: 'primary' })
  const holder = primary ? primaryFrom(grid, from) : null
  if (holder) return refuse('grid-primary-taken', { field: 'primary', name: holder.name })
  const data = { ...person.value, gridId: grid.gridId, assignmentId, role, primary, from }
  return accept<GridEvent>([{ type: 'GridStaffAssigned', v: 1, data }], { assignmentId })
}

/** Whoever answers for the grid on that day or is to do so later. */
function primaryFrom(grid: KnownGrid, from: string): GridAssignment | null {
  const last = grid.primaries.at(-1)
  const coming = last && last.from > from ? last.assignmentId : primaryOn(grid, from)?.assignmentId
  return grid.assignments.find(({ assignmentId }) => assignmentId === coming) ?? null
}

/** The one before stops being it on the day the new one begins: there is never a second one, and no gap. */
function choosePrimary(grid: KnownGrid, assignmentId: string, from: string): Decision<GridEvent> {
  const assigned = grid.assignments.find((one) => one.assignmentId === assignmentId)
  if (!assigned) return refuse('grid-staff-unknown')
  if (!isValidDate(from)) return refuse('grid-date', { field: 'from' })
  if (assigned.role !== PRIMARY_ROLE) return refuse('grid-primary-role')
  if (!isActiveOn(assigned, from)) return refuse('grid-primary-absent', { field: 'from' })
  const last = grid.primaries.at(-1)
  if (last && last.from > from) return refuse('grid-primary-order', { field: 'from', after: last.from })
  if (primaryOn(grid, from)?.assignmentId === assignmentId) return accept([])
  return accept<GridEvent>([{ type: 'PrimaryChosen', v: 1, data: { gridId: grid.gridId, assignmentId, from } }])
}

function checkDescription(given: GridDescription, sites: HallConfig['sites']): Checked<GridDescription> {
  const { siteId, households } = given
  const name = given.name.trim()
  const boundary = given.boundary.trim()
  if (name === '') return refuse('grid-name-missing', { field: 'name' })
  if (codePointLength(name) > GRID_MAX.name) return refuse('grid-name-long', { field: 'name', most: GRID_MAX.name })
  if (!sites.some(({ id }) => id === siteId)) return refuse('grid-site-unknown', { field: 'siteId' })
  if (boundary === '') return refuse('grid-boundary-missing', { field: 'boundary' })
  if (codePointLength(boundary) > GRID_MAX.boundary) {
    return refuse('grid-boundary-long', { field: 'boundary', most: GRID_MAX.boundary })
  }
  const phone = parsePhone(given.stationPhone)
  if (!phone.ok) return refuse(phone.code, { field: 'stationPhone' })
  return { ok: true, value: { name, siteId, boundary, households, stationPhone: phone.number } }
}

function checkPerson(given: Person): Checked<Person> {
  const named = normalizePersonName(given.name)
  if (!named.ok) return refuse(named.code, { field: 'name' })
  const phone = parsePhone(given.phone)
  if (!phone.ok) return refuse(phone.code, { field: 'phone' })
  if (phone.kind === 'none') return refuse('grid-phone-missing', { field: 'phone' })
  const duty = given.duty.trim()
  if (duty === '') return refuse('grid-duty-missing', { field: 'duty' })
  if (codePointLength(duty) > GRID_MAX.duty) return refuse('grid-duty-long', { field: 'duty', most: GRID_MAX.duty })
  return { ok: true, value: { name: named.name, phone: phone.number, duty } }
}
