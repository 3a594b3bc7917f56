import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { accepted, type Life, Lives, listOf } from './lives.ts'
import type { Printed } from './printedCards.ts'
import { registerOf } from './printedCards.ts'

let lives: Lives
beforeEach(async () => {
  lives = new Lives()
  await lives.found()
})
afterEach(() => lives.clear())

const BATCH = 'batch-0001'
const HOUSEHOLDS = [
  ['3栋501', '赵小满', '第一网格'],
  ['5栋101', '钱大有', '第二网格'],
  ['3栋502', '孙一', '第一网格']
] as const

const startList = async (life: Life, format: 'A6' | 'sheet90x54' = 'A6') =>
  life.doors['cards.start'](
    { format, bleed: false, source: { from: 'list', bytes: await listOf(HOUSEHOLDS) } },
    lives.caller,
    BATCH
  )
const startStock = (life: Life, cards: number, format: 'A6' | 'sheet90x54' = 'A6') =>
  life.doors['cards.start'](
    { format, bleed: false, source: { from: 'stock', parts: [{ gridId: 'g1', cards }] } },
    lives.caller,
    BATCH
  )
const shown = async (life: Life) => accepted(await life.doors['cards.batches']({}, lives.caller))[0]

/** Everything that a batch must have left behind, and nothing twice. */
function expectWhole(cards: number, sheets: number): readonly Printed[] {
  const register = registerOf(lives.events())
  expect(register).toHaveLength(cards)
  expect(new Set(register.map(({ cardNo }) => cardNo)).size).toBe(cards)
  const issued = lives.events().flatMap((e) => (e.type === 'DocumentIssued' ? [e.data.docId] : []))
  expect([issued.length, new Set(issued).size]).toEqual([sheets, sheets])
  expect(lives.papers()).toHaveLength(sheets)
  expect(lives.papers().every((name) => name.endsWith('.pdf'))).toBe(true)
  return register
}

describe('a batch of cards', () => {
  it('of a list: each household has its card and its entry, the list is gone afterwards', async () => {
    const life = await lives.begin()
    accepted(await startList(life))
    expect(lives.lists()).toHaveLength(1)
    await life.still()
    const register = expectWhole(3, 3)
    expect(
      register.map(({ gridId, household, by, version }) => [gridId, household?.door, household?.head, by, version])
    ).toEqual([
      ['g1', '3栋501', '赵小满', '单雨青', 1],
      ['g1', '3栋502', '孙一', '单雨青', 1],
      ['g2', '5栋101', '钱大有', '单雨青', 1]
    ])
    expect(await shown(life)).toMatchObject({ status: 'done', done: 3, sheets: 3 })
    expect(lives.lists()).toEqual([])
  })

  it('on sheets of ten: a sheet for each grid, and an entry for each card', async () => {
    const life = await lives.begin()
    accepted(await startStock(life, 23, 'sheet90x54'))
    await life.still()
    const register = expectWhole(23, 3)
    expect(register.every(({ to, household }) => to === 'stock' && household === null)).toBe(true)
  })

  it('begun by one press is one batch, however often the press arrives', async () => {
    const life = await lives.begin()
    const replies = await Promise.all([startStock(life, 2), startStock(life, 2)])
    expect(replies).toEqual([replies[0], replies[0]])
    await life.still()
    expect(await startStock(life, 2)).toEqual(replies[0])
    await life.still()
    expectWhole(2, 2)
  })

  it('with a mistake in its list prints nothing and keeps nothing', async () => {
    const life = await lives.begin()
    const bytes = await listOf([...HOUSEHOLDS, ['3栋503', '', '山顶网格']])
    const start = { format: 'A6', bleed: false, source: { from: 'list', bytes } } as const
    const preview = accepted(await life.doors['cards.readList']({ bytes }, lives.caller))
    expect(preview.errors).toEqual([{ row: 5, column: '网格', code: 'grid-unknown', value: '山顶网格' }])
    expect(await life.doors['cards.start'](start, lives.caller, BATCH)).toMatchObject({
      refusal: { code: 'list-errors' }
    })
    await life.still()
    expect([lives.papers(), lives.lists(), registerOf(lives.events())]).toEqual([[], [], []])
  })

  it('for a grid that nobody answers for does not begin', async () => {
    const life = await lives.begin()
    const [worker] = accepted(await life.doors['grid.get']({ gridId: 'g1' }, lives.caller)).staff
    const end = { gridId: 'g1', assignmentId: worker?.assignmentId ?? '', on: lives.ambient.today() }
    accepted(await life.doors['grid.endStaff'](end, lives.caller, 'end-0001'))
    lives.ambient.pass(24 * 3600)
    expect(await startStock(life, 2)).toMatchObject({ refusal: { code: 'card-vacant', name: '第一网格' } })
  })
})

describe('stopping and going on', () => {
  it('a pause lets the sheet under way come out and makes no other; going on prints the rest', async () => {
    const life = await lives.begin()
    accepted(await startStock(life, 4))
    accepted(await life.doors['cards.pause']({ batchId: BATCH }, lives.caller, 'pause-0001'))
    await life.still()
    expect(lives.papers().length).toBeLessThan(4)
    expect(await shown(life)).toMatchObject({ status: 'paused', stop: 'asked' })
    accepted(await life.doors['cards.resume']({ batchId: BATCH }, lives.caller, 'resume-0001'))
    await life.still()
    expectWhole(4, 4)
  })

  it('a phone that changes in a pause stands on the cards that follow, with a new version', async () => {
    const life = await lives.begin()
    accepted(await startStock(life, 3))
    accepted(await life.doors['cards.pause']({ batchId: BATCH }, lives.caller, 'pause-0001'))
    await life.still()
    const before = registerOf(lives.events()).length
    const [worker] = accepted(await life.doors['grid.get']({ gridId: 'g1' }, lives.caller)).staff
    accepted(
      await life.doors['grid.changeStaff'](
        {
          gridId: 'g1',
          assignmentId: worker?.assignmentId ?? '',
          name: '员g1',
          phone: '13800138077',
          duty: '走访',
          everywhere: false
        },
        lives.caller,
        'change-0001'
      )
    )
    accepted(await life.doors['cards.resume']({ batchId: BATCH }, lives.caller, 'resume-0001'))
    await life.still()
    const versions = expectWhole(3, 3).map(({ version }) => version)
    expect(versions).toEqual([1, 1, 1].map((one, i) => (i < before ? one : before === 0 ? 1 : 2)))
  })

  it('a batch that is given up leaves no list behind', async () => {
    const life = await lives.begin()
    accepted(await startList(life))
    accepted(await life.doors['cards.cancel']({ batchId: BATCH }, lives.caller, 'cancel-0001'))
    await life.still()
    expect(await shown(life)).toMatchObject({ status: 'cancelled' })
    expect(lives.lists()).toEqual([])
    expect(registerOf(lives.events())).toHaveLength(lives.papers().length)
  })

  it('a list that is lost stops the batch and says so', async () => {
    const life = await lives.begin()
    accepted(await startList(life))
    accepted(await life.doors['cards.pause']({ batchId: BATCH }, lives.caller, 'pause-0001'))
    await life.still()
    life.terminal.cardLists.remove(BATCH)
    life.die()
    const next = await lives.begin()
    accepted(await next.doors['cards.resume']({ batchId: BATCH }, lives.caller, 'resume-0001'))
    await next.still()
    expect(await shown(next)).toMatchObject({ status: 'paused', stop: 'list-lost' })
  })

  it('a sheet that cannot be made stops the batch; it goes on when that is put right', async () => {
    const pdf = lives.pdf
    lives.pdf = { ...pdf, render: async () => ({ ok: false, failure: 'layout', detail: 'broken' }) }
    const life = await lives.begin()
    accepted(await startStock(life, 2))
    await life.still()
    expect(await shown(life)).toMatchObject({ status: 'paused', stop: 'failed', done: 0 })
    life.die()
    lives.pdf = pdf
    const next = await lives.begin()
    await next.still()
    expect(lives.papers()).toEqual([])
    accepted(await next.doors['cards.resume']({ batchId: BATCH }, lives.caller, 'resume-0001'))
    await next.still()
    expectWhole(2, 2)
    // What failed left nothing to tell apart: the second try is no reprint.
    const reprints = lives.events().flatMap((e) => (e.type === 'PrintQueued' ? [e.data.reprint] : []))
    expect(new Set(reprints)).toEqual(new Set([0]))
  })

  it('a grid that is closed in between stops the batch with its name', async () => {
    const life = await lives.begin()
    accepted(await startList(life))
    accepted(await life.doors['cards.pause']({ batchId: BATCH }, lives.caller, 'pause-0001'))
    accepted(await life.doors['grid.close']({ gridId: 'g2', on: lives.ambient.today() }, lives.caller, 'close-0001'))
    accepted(await life.doors['cards.resume']({ batchId: BATCH }, lives.caller, 'resume-0001'))
    await life.still()
    expect(await shown(life)).toMatchObject({
      status: 'paused',
      stop: 'refused',
      stopCode: 'grid-closed',
      stopGrid: '第二网格'
    })
  })
})

describe('a program that dies in the middle of a batch', () => {
  it('goes on after the next start, wherever it died: each sheet comes out once, each card is entered once', async () => {
    const whole = await lives.begin()
    accepted(await startList(whole))
    await whole.still()
    const appends = whole.log.appends
    whole.die()
    expect(appends).toBeGreaterThan(15)
    for (let append = 1; append <= appends; append += 1) {
      for (const lands of [false, true]) {
        lives.clear()
        lives = new Lives()
        await lives.found()
        const first = await lives.begin({ append, lands })
        void startList(first)
        await first.log.died
        const second = await lives.begin()
        await second.still()
        // A batch that never began is begun by the same press, sent again.
        accepted(await startList(second))
        await second.still()
        expectWhole(3, 3)
        expect(lives.lists()).toEqual([])
        second.die()
      }
    }
  }, 120_000)
})

describe('cards that are no longer right', () => {
  it('are listed with the reason, masked, and printed anew for those households only', async () => {
    const life = await lives.begin()
    accepted(await startList(life))
    await life.still()
    const grid = async () => accepted(await life.doors['grid.get']({ gridId: 'g1' }, lives.caller))
    expect((await grid()).outdated).toBe(0)
    const [worker] = (await grid()).staff
    accepted(
      await life.doors['grid.changeStaff'](
        {
          gridId: 'g1',
          assignmentId: worker?.assignmentId ?? '',
          name: '员g1',
          phone: '13800138077',
          duty: '走访',
          everywhere: false
        },
        lives.caller,
        'change-0001'
      )
    )
    const old = await grid()
    expect(old.outdatedCards.map(({ household, changes, version }) => [household, changes, version])).toEqual([
      ['3栋501 赵*满', ['phone'], 1],
      ['3栋502 孙*', ['phone'], 1]
    ])
    const listed = accepted(await life.doors['grid.list']({}, lives.caller))
    expect(listed.slice(0, 2).map(({ outdated }) => outdated)).toEqual([2, 0])
    accepted(
      await life.doors['cards.start'](
        { format: 'A6', bleed: false, source: { from: 'outdated', gridIds: ['g1', 'g2'] } },
        lives.caller,
        'batch-0002'
      )
    )
    await life.still()
    expectWhole(5, 5)
    expect((await grid()).outdated).toBe(0)
    const year = lives.ambient.today().slice(0, 4)
    const register = accepted(await life.doors['cards.register']({ gridId: 'g1', year }, lives.caller))
    expect(register.map(({ household, version, by }) => [household, version, by])).toEqual([
      ['3栋502 孙*', 2, '单雨青'],
      ['3栋501 赵*满', 2, '单雨青'],
      ['3栋502 孙*', 1, '单雨青'],
      ['3栋501 赵*满', 1, '单雨青']
    ])
  })

  it('a person is changed in every grid where they work, if one says so', async () => {
    const life = await lives.begin()
    const assign = {
      gridId: 'g2',
      role: 'agent',
      name: '员g1',
      phone: '13800138001',
      duty: '代办',
      primary: false
    } as const
    accepted(await life.doors['grid.assign']({ ...assign, from: lives.ambient.today() }, lives.caller, 'agent-0001'))
    const [worker] = accepted(await life.doors['grid.get']({ gridId: 'g1' }, lives.caller)).staff
    expect(worker?.elsewhere).toEqual(['第二网格'])
    const changed = await life.doors['grid.changeStaff'](
      {
        gridId: 'g1',
        assignmentId: worker?.assignmentId ?? '',
        name: '员g1',
        phone: '13800138077',
        duty: '走访入户',
        everywhere: true
      },
      lives.caller,
      'change-0001'
    )
    expect(accepted(changed)).toEqual({ grids: 2 })
    const there = accepted(await life.doors['grid.get']({ gridId: 'g2' }, lives.caller)).staff
    expect(there.map(({ role, phone, duty }) => [role, phone, duty])).toEqual([
      ['worker', '13800138001', '走访'],
      ['agent', '13800138077', '代办']
    ])
  })
})
