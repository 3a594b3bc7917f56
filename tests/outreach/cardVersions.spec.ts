import { describe, expect, it } from 'vitest'
import { checkDigit } from '../../shared/domain/casework/numbers.ts'
import type { HallConfig } from '../../shared/domain/hall/hall.ts'
import { cardChanges, cardFacts, outdatedBy, versionToday } from '../../shared/domain/outreach/cardFacts.ts'
import { cardNumber, householdLabel, serialOfCard, yearOfCard } from '../../shared/domain/outreach/cards.ts'
import type { GridEvent, KnownGrid } from '../../shared/domain/outreach/grid.ts'
import { HALL } from '../support/builders.ts'
import { assigned, DESCRIBED, givenGrid, registered, TODAY, WORKER } from './outreachSupport.ts'

const police = assigned({ assignmentId: 'a2', role: 'police', name: '仇文澜', phone: '13800138002', primary: false })

const gridOf = (...events: readonly GridEvent[]): KnownGrid => givenGrid(registered, ...events).state as KnownGrid
const factsOf = (grid: KnownGrid, hall: HallConfig = HALL, date = TODAY) => cardFacts(hall, grid, date)

describe('a card says', () => {
  it('who is on duty that day, whoever answers for the grid first; roles that nobody has are left out', () => {
    const facts = factsOf(gridOf(police, assigned()))
    expect(facts.staff.map(({ roleLabel, name }) => [roleLabel, name])).toEqual([
      ['网格员', '单雨青'],
      ['社区民警', '仇文澜']
    ])
    expect(facts).toMatchObject({ street: '云溪街道', site: '云栖社区', gridCode: '50010200101' })
    expect(facts.promises).toHaveLength(6)
  })

  it('of a town whose name ends otherwise the town', () => {
    expect(factsOf(gridOf(), { ...HALL, authorityName: '溪口镇人民政府' }).street).toBe('溪口镇')
  })
})

describe('the version of a card', () => {
  const changed = (change: Partial<typeof WORKER>): GridEvent => ({
    type: 'GridStaffChanged',
    v: 1,
    data: { gridId: 'g1', assignmentId: 'a1', ...WORKER, ...change }
  })
  const made = (grid: KnownGrid): GridEvent => {
    const facts = factsOf(grid)
    return { type: 'CardVersionMade', v: 1, data: { gridId: 'g1', version: versionToday(grid, facts).version, facts } }
  }

  it('is 1 first, stays while nothing changes, and rises with every change', () => {
    const one = gridOf(assigned())
    expect(versionToday(one, factsOf(one))).toEqual({ version: 1, isNew: true })
    const kept = gridOf(assigned(), made(one))
    expect(versionToday(kept, factsOf(kept))).toEqual({ version: 1, isNew: false })
    const two = gridOf(assigned(), made(one), changed({ phone: '13800138009' }))
    expect(versionToday(two, factsOf(two))).toEqual({ version: 2, isNew: true })
    // Back to what it was is a change again; the number never falls.
    const three = gridOf(assigned(), made(one), changed({ phone: '13800138009' }), made(two), changed({}))
    expect(versionToday(three, factsOf(three))).toEqual({ version: 3, isNew: true })
  })

  it('is recorded once for each change', () => {
    const grid = gridOf(assigned())
    const facts = factsOf(grid)
    const story = givenGrid(registered, assigned())
    story
      .when({ type: 'makeCardVersion', facts })
      .recorded([{ type: 'CardVersionMade', v: 1, data: { gridId: 'g1', version: 1, facts } }], { version: 1 })
    story.and({ type: 'makeCardVersion', facts }).when({ type: 'makeCardVersion', facts }).nothing()
  })

  it.each([
    ['a phone', [changed({ phone: '13800138009' })], HALL, ['phone']],
    ['a duty', [changed({ duty: '代办' })], HALL, ['duty']],
    ['a name', [changed({ name: '解晓东' })], HALL, ['person']],
    ['somebody new', [police], HALL, ['person']],
    [
      'a boundary',
      [{ type: 'GridChanged', v: 1, data: { gridId: 'g1', ...DESCRIBED, boundary: '东至桥头' } }],
      HALL,
      ['grid']
    ],
    [
      'the phone of the station',
      [{ type: 'GridChanged', v: 1, data: { gridId: 'g1', ...DESCRIBED, stationPhone: '023-00001101' } }],
      HALL,
      ['phone']
    ],
    ['the hall moves', [], { ...HALL, address: '滨河路 2 号' }, ['hall']],
    [
      'the number of households, which no card says',
      [{ type: 'GridChanged', v: 1, data: { gridId: 'g1', ...DESCRIBED, households: 999 } }],
      HALL,
      []
    ]
  ] as const)('%s: cards handed out before are told with the reason', (_what, events, hall, changes) => {
    const before = gridOf(assigned())
    const now = gridOf(assigned(), made(before), ...(events as readonly GridEvent[]))
    expect(outdatedBy(now, 1, factsOf(now, hall))).toEqual(changes)
  })

  it('somebody whose term has run out makes cards old without anybody touching the register', () => {
    const before = gridOf(assigned())
    const ending: GridEvent = { type: 'GridStaffEnded', v: 1, data: { gridId: 'g1', assignmentId: 'a1', on: TODAY } }
    const now = gridOf(assigned(), made(before), ending)
    expect(outdatedBy(now, 1, factsOf(now))).toEqual([])
    expect(outdatedBy(now, 1, factsOf(now, HALL, '2026-11-24'))).toEqual(['person'])
  })

  it('another one who answers for the grid is a change of people', () => {
    const other = assigned({ assignmentId: 'a2', name: '解晓东', phone: '13800138003', primary: false })
    const both = factsOf(gridOf(assigned(), other))
    const swapped = factsOf(
      gridOf(assigned(), other, {
        type: 'PrimaryChosen',
        v: 1,
        data: { gridId: 'g1', assignmentId: 'a2', from: TODAY }
      })
    )
    expect(cardChanges(both, swapped)).toEqual(['person'])
  })
})

describe('the number of a card', () => {
  it('has year, terminal, running number and a check digit (ISO 7064)', () => {
    const no = cardNumber('2026', '01', 123)
    expect(no).toBe(`LK202601000123${checkDigit('202601000123')}`)
    expect([yearOfCard(no), serialOfCard(no)]).toEqual(['2026', 123])
  })

  it('and its household reads as people say it', () => {
    expect(householdLabel({ door: '3栋501', head: '赵小满' })).toBe('3栋501 赵小满')
    expect(householdLabel({ door: '', head: '赵小满' })).toBe('赵小满')
  })
})
