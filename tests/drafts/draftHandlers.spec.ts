import { describe, expect, it } from 'vitest'
import type { Caller } from '../../electron/ipc/bindContract.ts'
import { draftDoors, LARGEST_DRAFTS, MOST_DRAFTS, NO_DRAFTS } from '../../shared/contract/draftDoors.ts'
import { fakeTerminal } from '../commands/support/fakeTerminal.ts'
import { draft, kept, NOON, namesIn } from './samples.ts'

const as = (caller: Caller, personId: string): Caller => ({
  ...caller,
  session: caller.session && { ...caller.session, personId }
})

describe('the doors of drafts', () => {
  it('give each person what that person left, at whichever screen, and nothing of others', async () => {
    const { handlers, caller, ambient } = await fakeTerminal()
    ambient.setTo(NOON)
    const [zhou, shan] = [as(caller, 'zhou'), { ...as(caller, 'shan'), contentsId: 2 }]
    expect(await handlers['drafts.keep'](kept(draft('𠮷田阿梅')), zhou, 'press-0001')).toEqual({
      ok: true,
      value: null
    })
    expect(await handlers['drafts.mine']({}, shan)).toEqual({ ok: true, value: NO_DRAFTS })
    await handlers['drafts.keep'](kept(draft('欧阳海')), shan, 'press-0002')
    const mine = await handlers['drafts.mine']({}, { ...zhou, contentsId: 3 })
    expect(mine.ok && namesIn(mine.value)).toEqual(['𠮷田阿梅'])
  })

  it('stay shut while nobody is signed in', async () => {
    const { handlers, caller } = await fakeTerminal()
    const nobody = { ...caller, session: null }
    const refusal = { ok: false, refusal: { code: 'not-signed-in' } }
    expect(await handlers['drafts.keep'](NO_DRAFTS, nobody, 'press-0001')).toEqual(refusal)
    expect(await handlers['drafts.mine']({}, nobody)).toEqual(refusal)
  })

  it('leave no trace in the record: an unfinished form is no fact', async () => {
    const { handlers, caller, log } = await fakeTerminal()
    const before = log.all().length
    await handlers['drafts.keep'](kept(draft('𠮷田阿梅')), as(caller, 'zhou'), 'press-0001')
    expect(log.all().length).toBe(before)
  })

  it('refuse more than one person can have on a desk', async () => {
    const { handlers, caller } = await fakeTerminal()
    const long = { note: 'x'.repeat(LARGEST_DRAFTS) }
    const reply = await handlers['drafts.keep'](kept(draft('一', { form: long })), as(caller, 'zhou'), 'press-0001')
    expect(reply).toEqual({ ok: false, refusal: { code: 'too-large' } })
  })
})

describe('a message with drafts', () => {
  const { input } = draftDoors['drafts.keep']
  const takes = (value: unknown): boolean => input.safeParse(value).success
  const typed = kept(draft('𠮷田阿梅'), draft('欧阳海'))

  it('goes through as it was typed, outer blanks and characters beyond the BMP included', () => {
    expect(input.parse(typed)).toEqual(typed)
  })

  it('holds JSON and nothing else in its forms', () => {
    const cyclic: Record<string, unknown> = {}
    cyclic.self = cyclic
    const deep = JSON.parse(`${'['.repeat(5000)}${']'.repeat(5000)}`) as unknown
    const values = [
      undefined,
      Number.NaN,
      1n,
      () => 1,
      Symbol('x'),
      cyclic,
      deep,
      Array.from({ length: 2000 }, () => 1)
    ]
    for (const value of values) expect(takes(kept(draft('一', { form: { value } as never })))).toBe(false)
    for (const form of [null, [], 'x', 1]) expect(takes(kept(draft('一', { form } as never)))).toBe(false)
  })

  it('names each draft once, and its current one among them', () => {
    const [one, two] = typed.drafts
    expect(takes({ drafts: [one, { ...two, key: one?.key }], current: null })).toBe(false)
    expect(takes({ ...typed, current: 3 })).toBe(false)
    expect(takes({ ...typed, current: null })).toBe(true)
  })

  it('is dated by instants that compare as texts', () => {
    for (const at of [
      '',
      '2026-11-23',
      '2026-11-23T01:00:00Z',
      '2026-11-23T09:00:00.000+08:00',
      '2026-13-01T00:00:00.000Z'
    ])
      expect(takes(kept(draft('一', { at }))), at).toBe(false)
  })

  it(`holds ${MOST_DRAFTS} drafts at most`, () => {
    const many = (count: number) => kept(...Array.from({ length: count }, () => draft('一')))
    expect(takes(many(MOST_DRAFTS))).toBe(true)
    expect(takes(many(MOST_DRAFTS + 1))).toBe(false)
  })
})
