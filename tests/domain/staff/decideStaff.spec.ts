import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  FAILURES_BEFORE_LOCK,
  isLocked,
  LOCK_SECONDS,
  type StaffCommand
} from '../../../shared/domain/staff/decideStaff.ts'
import type { StaffEvent } from '../../../shared/domain/staff/staff.ts'
import { PASSWORD, staffRules } from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(staffRules)
const person = { personId: 'zhou', login: 'zhou', name: '周晓禾', roles: ['clerk'], demo: false } as const
const register: StaffCommand = { type: 'registerStaff', ...person, password: PASSWORD }
const START = Date.parse('2026-11-23T01:00:00.000Z')
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString()
const signIn = (matches: boolean, seconds = 0): StaffCommand => ({
  type: 'signIn',
  at: at(seconds),
  matches,
  counter: 3
})

const registered = story().and(register)
/** So many wrong passwords, a second apart. */
const failing = (times: number) =>
  Array.from({ length: times }).reduce<typeof registered>((s, _, i) => s.and(signIn(false, i)), registered)

describe('registering', () => {
  it('records the person and the password apart, so that the password can be set again', () => {
    story()
      .when(register)
      .recorded(
        [
          { type: 'StaffRegistered', v: 1, data: person },
          { type: 'PasswordSet', v: 1, data: { password: PASSWORD } }
        ],
        { personId: 'zhou' }
      )
  })

  it('is refused for a sign-in name that is in use', () => {
    registered.when({ ...register, name: '另一个人' }).refused('login-taken', { field: 'login' })
  })

  it('holds no password, only its hash with the parameters it was made with', () => {
    expect(registered.state).toMatchObject({ status: 'registered', password: { scheme: 'scrypt', N: 32768 } })
  })
})

describe('signing in', () => {
  it('with the right password is recorded with the counter', () => {
    registered.when(signIn(true)).recorded([{ type: 'SignedIn', v: 1, data: { counter: 3 } }], { personId: 'zhou' })
  })

  it('under an unknown name is refused like a wrong password', () => {
    story().when(signIn(true)).refused('sign-in-failed', { field: 'password' })
    story().when(signIn(false)).refused('sign-in-failed', { field: 'password' })
  })

  it('a wrong password is recorded, and the reply says how many tries are left', () => {
    for (let failures = 0; failures < FAILURES_BEFORE_LOCK - 1; failures += 1) {
      failing(failures)
        .when(signIn(false, failures))
        .recorded([{ type: 'SignInFailed', v: 1, data: { at: at(failures), lockedUntil: null } }], {
          failed: true,
          left: FAILURES_BEFORE_LOCK - failures - 1,
          until: null
        })
    }
  })

  it('signing out is recorded and changes nothing about the account', () => {
    registered.when({ type: 'signOut' }).recorded([{ type: 'SignedOut', v: 1, data: {} }])
    expect(failing(3).and({ type: 'signOut' }).state).toEqual(failing(3).state)
  })
})

describe('the lock (GB/T 22239-2019: failures are limited)', () => {
  it('comes with the fifth failure in a row and lasts 300 seconds', () => {
    expect([FAILURES_BEFORE_LOCK, LOCK_SECONDS]).toEqual([5, 300])
    failing(4)
      .when(signIn(false, 4))
      .recorded([{ type: 'SignInFailed', v: 1, data: { at: at(4), lockedUntil: at(304) } }], {
        failed: true,
        left: 0,
        until: at(304)
      })
  })

  it('refuses even the right password, without another failure on record', () => {
    failing(5)
      .when(signIn(true, 10))
      .refused('sign-in-locked', { until: at(304), field: 'password' })
    failing(5)
      .when(signIn(false, 303))
      .refused('sign-in-locked', { until: at(304) })
  })

  it('is over when its time has come, to the second', () => {
    expect(isLocked(failing(5).state, at(303))).toBe(true)
    expect(isLocked(failing(5).state, at(304))).toBe(false)
    expect(failing(5).when(signIn(true, 304)).events).toMatchObject([{ type: 'SignedIn' }])
  })

  it('comes back with the next failure, until somebody gets in', () => {
    failing(5)
      .when(signIn(false, 400))
      .recorded([{ type: 'SignInFailed', v: 1, data: { at: at(400), lockedUntil: at(700) } }])
    const inAgain = failing(5).and(signIn(true, 400))
    expect(inAgain.when(signIn(false, 401)).reply).toMatchObject({ left: 4, until: null })
  })

  it('a good sign-in starts the count anew', () => {
    expect(failing(4).and(signIn(true, 5)).when(signIn(false, 6)).reply).toMatchObject({ left: 4, until: null })
  })

  it('survives a restart: the count is folded from what was recorded', () => {
    const facts: StaffEvent[] = [
      { type: 'StaffRegistered', v: 1, data: person },
      { type: 'PasswordSet', v: 1, data: { password: PASSWORD } },
      ...[0, 1, 2, 3].map((s): StaffEvent => ({ type: 'SignInFailed', v: 1, data: { at: at(s), lockedUntil: null } }))
    ]
    expect(story(...facts).when(signIn(false, 9)).reply).toMatchObject({ left: 0, until: at(309) })
    const locked: StaffEvent = { type: 'SignInFailed', v: 1, data: { at: at(9), lockedUntil: at(309) } }
    story(...facts, locked)
      .when(signIn(true, 10))
      .refused('sign-in-locked', { until: at(309) })
  })

  it('nobody but a registered person can be locked', () => {
    expect(isLocked(story().state, at(0))).toBe(false)
  })

  it('in any series of tries, nobody gets a sixth guess within 300 seconds', () => {
    const tries = fc.array(fc.tuple(fc.integer({ min: 0, max: 200 }), fc.boolean()), { maxLength: 60 })
    fc.assert(
      fc.property(tries, (series) => {
        let state = registered.state
        let now = 0
        let guesses: number[] = []
        for (const [wait, right] of series) {
          now += wait
          const decision = staffRules.decide(state, signIn(right, now))
          if (!decision.ok) {
            expect(decision.refusal.code).toBe('sign-in-locked')
            continue
          }
          state = decision.events.reduce(staffRules.evolve, state)
          if (right) guesses = []
          else guesses.push(now)
          const sixth = guesses.at(-6)
          if (sixth !== undefined) expect(now - sixth).toBeGreaterThanOrEqual(LOCK_SECONDS)
        }
      })
    )
  })
})
