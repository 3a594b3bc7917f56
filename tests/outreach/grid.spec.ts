import { describe, expect, it } from 'vitest'
import { type GridEvent, type KnownGrid, primaryOn, staffOn } from '../../shared/domain/outreach/grid.ts'
import { nextGridCode } from '../../shared/domain/outreach/gridCode.ts'
import { GRID_ROLES } from '../../shared/domain/outreach/roles.ts'
import { HALL } from '../support/builders.ts'
import { assign, assigned, DESCRIBED, givenGrid, register, registered, TODAY, WORKER } from './outreachSupport.ts'

const known = (events: readonly GridEvent[]): KnownGrid => {
  const { state } = givenGrid(...events)
  if (state.status === 'none') throw new Error('not registered')
  return state
}

describe('a grid comes into the register', () => {
  it('with a number of street, village and running number', () => {
    givenGrid().when(register).recorded([registered], { gridId: 'g1', code: '50010200101' })
  })

  it('under the next number of its village, also after one was closed', () => {
    expect(nextGridCode(HALL, 's01', ['50010200101', '50010200102', '50010201807'])).toBe('50010200103')
    expect(nextGridCode(HALL, 's18', ['50010201807'])).toBe('50010201808')
    expect(nextGridCode(HALL, 's99', [])).toBeNull()
  })

  it('never under a hundredth number', () => {
    givenGrid()
      .when({ ...register, taken: ['50010200199'] } as typeof register)
      .refused('grid-code-full', { field: 'siteId' })
  })

  it.each([
    [{ name: ' ' }, 'grid-name-missing', 'name'],
    [{ name: '格'.repeat(21) }, 'grid-name-long', 'name'],
    [{ siteId: 's99' }, 'grid-site-unknown', 'siteId'],
    [{ boundary: '' }, 'grid-boundary-missing', 'boundary'],
    [{ boundary: '界'.repeat(61) }, 'grid-boundary-long', 'boundary'],
    [{ stationPhone: '12' }, 'phone-format', 'stationPhone']
  ])('not with %o', (change, code, field) => {
    givenGrid()
      .when({ ...register, ...change } as typeof register)
      .refused(code, { field })
  })

  it('once', () => {
    givenGrid(registered).when(register).refused('grid-known')
  })

  it('and may be described anew, but lies where its number says', () => {
    const change = { type: 'changeGrid', ...DESCRIBED, hall: HALL } as const
    givenGrid(registered).when(change).nothing()
    givenGrid(registered)
      .when({ ...change, households: 400 })
      .recorded([{ type: 'GridChanged', v: 1, data: { gridId: 'g1', ...DESCRIBED, households: 400 } }])
    givenGrid(registered)
      .when({ ...change, siteId: 's02' })
      .refused('grid-site-fixed', { field: 'siteId' })
    givenGrid().when(change).refused('grid-unknown')
  })

  it('and once closed takes nothing any more', () => {
    const closed = { type: 'GridClosed', v: 1, data: { gridId: 'g1', on: TODAY } } as const
    givenGrid(registered).when({ type: 'closeGrid', on: TODAY }).recorded([closed])
    givenGrid(registered, closed).when(assign()).refused('grid-closed')
    givenGrid(registered).when({ type: 'closeGrid', on: '2026-02-30' }).refused('grid-date', { field: 'on' })
  })
})

describe('who does what is fixed (定人定格定责)', () => {
  it('phones are kept as they are dialled, names as people write them', () => {
    givenGrid(registered)
      .when(assign({ name: ' 买买提•艾力 ', phone: '１３８ ００１３ ８００１' }))
      .recorded([assigned({ name: '买买提·艾力', primary: false })], { assignmentId: 'a1' })
  })

  it.each([
    [{ name: '' }, 'name-missing', 'name'],
    [{ phone: '1380013' }, 'phone-format', 'phone'],
    [{ phone: '无' }, 'grid-phone-missing', 'phone'],
    [{ duty: ' ' }, 'grid-duty-missing', 'duty'],
    [{ duty: '职'.repeat(21) }, 'grid-duty-long', 'duty'],
    [{ from: '2026-13-01' }, 'grid-date', 'from']
  ] as const)('not with %o', (change, code, field) => {
    givenGrid(registered).when(assign(change)).refused(code, { field })
  })

  it('one person may have several duties, but not the same one twice', () => {
    givenGrid(registered, assigned())
      .when(assign({ assignmentId: 'a2' }))
      .refused('grid-staff-twice', { field: 'name' })
    expect(givenGrid(registered, assigned()).when(assign({ assignmentId: 'a2', role: 'agent' })).events).toHaveLength(1)
  })

  it('a phone that changes is changed in place; what is said already is not recorded', () => {
    const change = { type: 'changeStaff', assignmentId: 'a1', ...WORKER } as const
    givenGrid(registered, assigned()).when(change).nothing()
    const data = { gridId: 'g1', assignmentId: 'a1', ...WORKER, phone: '13800138009' }
    givenGrid(registered, assigned())
      .when({ ...change, phone: '138 0013 8009' })
      .recorded([{ type: 'GridStaffChanged', v: 1, data }])
    givenGrid(registered).when(change).refused('grid-staff-unknown')
  })

  it('an end is not before the beginning, and there is one', () => {
    const end = { type: 'endStaff', assignmentId: 'a1', on: '2026-11-30' } as const
    const ended = { type: 'GridStaffEnded', v: 1, data: { gridId: 'g1', assignmentId: 'a1', on: end.on } } as const
    givenGrid(registered, assigned()).when(end).recorded([ended])
    givenGrid(registered, assigned())
      .when({ ...end, on: '2026-11-22' })
      .refused('grid-end-early', { field: 'on', from: TODAY })
    givenGrid(registered, assigned(), ended).when(end).refused('grid-staff-ended')
  })

  it('those who left and those who have not begun are not on duty', () => {
    const grid = known([
      registered,
      assigned({ assignmentId: 'a1', primary: false, from: '2026-01-01' }),
      { type: 'GridStaffEnded', v: 1, data: { gridId: 'g1', assignmentId: 'a1', on: '2026-11-22' } },
      assigned({ assignmentId: 'a2', name: '解晓东', primary: false, from: '2026-11-24' }),
      assigned({ assignmentId: 'a3', name: '仇文澜', role: 'police', primary: false, from: TODAY })
    ])
    const names = (date: string) => staffOn(grid, date, GRID_ROLES).map(({ name }) => name)
    expect([names('2026-11-22'), names(TODAY), names('2026-11-24')]).toEqual([
      ['单雨青'],
      ['仇文澜'],
      ['解晓东', '仇文澜']
    ])
  })
})

describe('one worker answers for a grid (每个网格配备一名网格员)', () => {
  const second = assigned({ assignmentId: 'a2', name: '解晓东', primary: false })

  it('a second one is refused by name', () => {
    givenGrid(registered, assigned())
      .when(assign({ assignmentId: 'a2', name: '解晓东', primary: true }))
      .refused('grid-primary-taken', { field: 'primary', name: '单雨青' })
  })

  it('also one who would begin before somebody who is to be it', () => {
    givenGrid(registered, assigned({ from: '2026-12-01' }))
      .when(assign({ assignmentId: 'a2', name: '解晓东', primary: true }))
      .refused('grid-primary-taken', { name: '单雨青' })
  })

  it('no other role does', () => {
    givenGrid(registered)
      .when(assign({ role: 'police', primary: true }))
      .refused('grid-primary-role')
    givenGrid(registered, assigned({ role: 'doctor', primary: false }))
      .when({ type: 'choosePrimary', assignmentId: 'a1', from: TODAY })
      .refused('grid-primary-role')
  })

  it('changes from one day to the next, without a gap and without two', () => {
    const story = givenGrid(registered, assigned(), second)
    const from = '2026-12-01'
    const chosen = story.when({ type: 'choosePrimary', assignmentId: 'a2', from })
    chosen.recorded([{ type: 'PrimaryChosen', v: 1, data: { gridId: 'g1', assignmentId: 'a2', from } }])
    const grid = chosen.state as KnownGrid
    expect(primaryOn(grid, '2026-11-30')?.name).toBe('单雨青')
    expect(primaryOn(grid, from)?.name).toBe('解晓东')
    expect(primaryOn(grid, '2026-11-22')).toBeNull()
  })

  it('is not given back to a day that was decided already, nor to somebody who is not there', () => {
    const story = givenGrid(registered, assigned(), second).and({
      type: 'choosePrimary',
      assignmentId: 'a2',
      from: '2026-12-01'
    })
    story
      .when({ type: 'choosePrimary', assignmentId: 'a1', from: '2026-11-30' })
      .refused('grid-primary-order', { after: '2026-12-01' })
    story
      .when({ type: 'choosePrimary', assignmentId: 'a1', from: '2026-11-01' })
      .refused('grid-primary-absent', { field: 'from' })
    story.when({ type: 'choosePrimary', assignmentId: 'a2', from: '2026-12-02' }).nothing()
  })

  it('a grid whose worker has left is vacant, and may get one again', () => {
    const story = givenGrid(registered, assigned()).and({ type: 'endStaff', assignmentId: 'a1', on: '2026-11-30' })
    const grid = story.state as KnownGrid
    expect([primaryOn(grid, '2026-11-30')?.name, primaryOn(grid, '2026-12-01')]).toEqual(['单雨青', null])
    story
      .when(assign({ assignmentId: 'a2', name: '解晓东', primary: true, from: '2026-11-30' }))
      .refused('grid-primary-taken')
    expect(
      story.when(assign({ assignmentId: 'a2', name: '解晓东', primary: true, from: '2026-12-01' })).events
    ).toHaveLength(1)
  })
})
