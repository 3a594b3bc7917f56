import { beforeEach, describe, expect, it } from 'vitest'
import { fakeTerminal, type TestTerminal } from './support/fakeTerminal.ts'

const FIRST = 'Xinren-2026'
const SECOND = 'Gaiguo-2026'

let hall: TestTerminal
const caller = (personId: string, contentsId = 1) => ({
  ...hall.caller,
  contentsId,
  session: { personId, name: personId, roles: ['administrator' as const], counter: null }
})

/** Two administrators and a clerk. */
beforeEach(async () => {
  hall = await fakeTerminal()
  for (const [login, role] of [
    ['cheng', 'administrator'],
    ['bai', 'administrator'],
    ['zhou', 'clerk']
  ] as const) {
    const person = { login, name: login, roles: [role], password: FIRST }
    expect(await hall.handlers['staff.register'](person, hall.caller, `register-${login}`)).toMatchObject({ ok: true })
  }
})

const signIn = (login: string, password: string, commandId: string) =>
  hall.handlers['staff.signIn']({ login, password, counter: null }, { ...hall.caller, session: null }, commandId)
const setPassword = (personId: string, password: string, by = 'cheng') =>
  hall.handlers['staff.setPassword']({ personId, password }, caller(by), `set-${personId}`)
const change = (old: string, password: string, commandId = 'change-01') =>
  hall.handlers['staff.changeOwnPassword']({ old, password }, caller('zhou'), commandId)
const end = (personId: string, by: string) =>
  hall.handlers['staff.end']({ personId }, caller(by), `end-${personId}-${by}`)

describe('a password set by an administrator', () => {
  it('is the one that counts from then on', async () => {
    expect(await setPassword('zhou', SECOND)).toEqual({ ok: true, value: null })
    expect(await signIn('zhou', FIRST, 'sign-in-01')).toMatchObject({ refusal: { code: 'sign-in-failed' } })
    expect(await signIn('zhou', SECOND, 'sign-in-02')).toMatchObject({ ok: true })
  })

  it('follows the rules, and nobody unknown gets one', async () => {
    expect(await setPassword('zhou', 'kurz')).toMatchObject({ refusal: { code: 'password-short', field: 'password' } })
    expect(await setPassword('nobody', SECOND)).toMatchObject({ refusal: { code: 'person-unknown' } })
    expect(await setPassword('cheng', SECOND)).toMatchObject({ refusal: { code: 'password-own' } })
  })
})

describe('one’s own password', () => {
  it('is changed with the present one only', async () => {
    expect(await change(SECOND, 'Drittes-2026')).toMatchObject({ refusal: { code: 'password-old-wrong', left: 4 } })
    expect(await change(FIRST, SECOND, 'change-02')).toEqual({ ok: true, value: null })
    expect(await signIn('zhou', SECOND, 'sign-in-01')).toMatchObject({ ok: true })
  })

  it('must be another one, and follow the rules', async () => {
    expect(await change(FIRST, FIRST)).toMatchObject({ refusal: { code: 'password-same', field: 'password' } })
    expect(await change(FIRST, 'nurkleine', 'change-02')).toMatchObject({
      refusal: { code: 'password-classes', field: 'password' }
    })
  })

  it('sent again after a lost answer is changed once and answered alike', async () => {
    const [one, two] = await Promise.all([change(FIRST, SECOND), change(FIRST, SECOND)])
    expect(one).toEqual({ ok: true, value: null })
    expect(two).toEqual(one)
    expect(hall.log.all().filter(({ commit }) => commit.commitId === 'change-01')).toHaveLength(1)
  })

  it('after five wrong ones even the right one waits', async () => {
    for (let n = 0; n < 4; n += 1) await change('Falsch-2026', SECOND, `wrong-${n}`)
    expect(await change('Falsch-2026', SECOND, 'wrong-4')).toMatchObject({
      refusal: { code: 'sign-in-locked', field: 'old' }
    })
    expect(await change(FIRST, SECOND, 'right-01')).toMatchObject({ refusal: { code: 'sign-in-locked' } })
    hall.ambient.pass(300)
    expect(await change(FIRST, SECOND, 'right-02')).toEqual({ ok: true, value: null })
  })
})

describe('ending somebody’s access', () => {
  it('ends what they have open, wherever that is', async () => {
    const { sessions } = hall.terminal
    const session = { personId: 'zhou', name: 'zhou', roles: ['clerk' as const], counter: 1 }
    sessions.open(7, session)
    sessions.open(8, { ...session, personId: 'qiu' })
    expect(await end('zhou', 'cheng')).toEqual({ ok: true, value: null })
    expect([sessions.of(7), sessions.of(8)?.personId]).toEqual([null, 'qiu'])
    expect(await signIn('zhou', FIRST, 'sign-in-01')).toEqual(await signIn('nobody', FIRST, 'sign-in-02'))
  })

  it('by two administrators of each other in the same moment leaves one of them', async () => {
    const replies = await Promise.all([end('bai', 'cheng'), end('cheng', 'bai')])
    expect(replies).toMatchObject([{ ok: true }, { refusal: { code: 'staff-end-last-administrator' } }])
    expect(await end('cheng', 'cheng')).toMatchObject({ refusal: { code: 'staff-end-self' } })
  })
})
