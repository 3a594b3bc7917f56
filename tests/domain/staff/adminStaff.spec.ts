import { describe, expect, it } from 'vitest'
import { isLocked, type StaffCommand } from '../../../shared/domain/staff/decideStaff.ts'
import { initialStaff, type PasswordHash, type StaffEvent } from '../../../shared/domain/staff/staff.ts'
import { peopleListed } from '../../../shared/projections/peopleListed.ts'
import { PASSWORD, staffRules } from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const story = given(staffRules)
const START = Date.parse('2026-11-23T01:00:00.000Z')
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString()
const OTHER: PasswordHash = { ...PASSWORD, hash: 'bmV1' }

const person = { personId: 'zhou', login: 'zhou', name: '周晓禾', roles: ['clerk'], demo: false } as const
const clerk = story().and({ type: 'registerStaff', ...person, password: PASSWORD })
const head = story().and({
  type: 'registerStaff',
  ...person,
  personId: 'cheng',
  login: 'cheng',
  roles: ['administrator'],
  password: PASSWORD
})

const set = (by = 'cheng'): StaffCommand => ({ type: 'setPassword', by, password: OTHER })
const change = (given: { matches?: boolean; same?: boolean; seconds?: number } = {}): StaffCommand => ({
  type: 'changeOwnPassword',
  at: at(given.seconds ?? 0),
  matches: given.matches ?? true,
  same: given.same ?? false,
  password: OTHER
})
const end = (by = 'cheng', administrators: readonly string[] = ['cheng']): StaffCommand => ({
  type: 'endStaff',
  by,
  administrators
})
const signIn = (matches: boolean, seconds = 0): StaffCommand => ({
  type: 'signIn',
  at: at(seconds),
  matches,
  counter: 2
})

const newPassword: StaffEvent = { type: 'PasswordSet', v: 1, data: { password: OTHER } }
const left = clerk.and(end())

/** Somebody who has just been locked out, at second 4. */
const locked = [0, 1, 2, 3, 4].reduce((s, second) => s.and(signIn(false, second)), clerk)

describe('a new password for somebody else', () => {
  it('is recorded and takes the place of the old one', () => {
    clerk.when(set()).recorded([newPassword])
    expect(clerk.and(set()).state).toMatchObject({ password: OTHER })
  })

  it('unlocks the account and starts the count of failures anew', () => {
    expect(isLocked(locked.state, at(5))).toBe(true)
    const unlocked = locked.and(set())
    expect(isLocked(unlocked.state, at(5))).toBe(false)
    unlocked.when(signIn(true, 6)).recorded([{ type: 'SignedIn', v: 1, data: { counter: 2 } }])
    expect(unlocked.when(signIn(false, 6)).reply).toMatchObject({ left: 4, until: null })
  })

  it('is refused for oneself: that takes the present password', () => {
    clerk.when(set('zhou')).refused('password-own')
  })

  it('is refused for somebody who was never registered or has left', () => {
    story().when(set()).refused('person-unknown')
    left.when(set()).refused('person-unknown')
  })
})

describe('one’s own password', () => {
  it('is changed when the present one was right', () => {
    clerk.when(change()).recorded([newPassword])
  })

  it('is not changed with a wrong one, which counts like a failed sign-in', () => {
    clerk
      .when(change({ matches: false }))
      .recorded([{ type: 'SignInFailed', v: 1, data: { at: at(0), lockedUntil: null } }], {
        failed: true,
        left: 4,
        until: null
      })
    const tried = clerk.and(signIn(false, 0)).and(change({ matches: false, seconds: 1 }))
    expect(tried.when(signIn(false, 2)).reply).toMatchObject({ left: 2 })
  })

  it('cannot be guessed at an unattended desk: the fifth wrong one locks, and then the right one is refused too', () => {
    const guessed = [0, 1, 2, 3, 4].reduce((s, seconds) => s.and(change({ matches: false, seconds })), clerk)
    guessed.when(change({ seconds: 5 })).refused('sign-in-locked', { field: 'old', until: at(304) })
    guessed.when(signIn(true, 5)).refused('sign-in-locked')
    guessed.when(change({ seconds: 304 })).recorded([newPassword])
  })

  it('must be another one', () => {
    clerk.when(change({ same: true })).refused('password-same', { field: 'password' })
  })

  it('is told to be wrong before it is told to be the same', () => {
    expect(clerk.when(change({ matches: false, same: true })).reply).toMatchObject({ failed: true })
  })

  it('is nothing for somebody who was never registered or has left', () => {
    story().when(change()).refused('person-unknown')
    left.when(change()).refused('person-unknown')
  })
})

describe('the end of somebody’s access (GB/T 22239-2019: surplus accounts are removed)', () => {
  it('is recorded', () => {
    clerk.when(end()).recorded([{ type: 'StaffEnded', v: 1, data: {} }])
  })

  it('makes sign-in refused exactly like that of somebody unknown, right password or wrong', () => {
    for (const matches of [true, false]) {
      const unknown = staffRules.decide(initialStaff, signIn(matches))
      expect(staffRules.decide(left.state, signIn(matches))).toEqual(unknown)
      expect(unknown).toMatchObject({ ok: false, refusal: { code: 'sign-in-failed' } })
    }
  })

  it('says nothing of a lock that was on the account', () => {
    locked.and(end()).when(signIn(true, 5)).refused('sign-in-failed')
    expect(isLocked(locked.and(end()).state, at(5))).toBe(false)
  })

  it('does not free the sign-in name: what it did stays its own', () => {
    left.when({ type: 'registerStaff', ...person, name: '另一位', password: OTHER }).refused('login-taken')
  })

  it('is refused for oneself', () => {
    head.when(end('cheng', ['cheng', 'bai'])).refused('staff-end-self')
  })

  it('is refused for the last administrator', () => {
    head.when(end('bai', ['cheng'])).refused('staff-end-last-administrator')
    head.when(end('bai', ['cheng', 'bai'])).recorded([{ type: 'StaffEnded', v: 1, data: {} }])
  })

  it('of a clerk does not depend on how many administrators there are', () => {
    clerk.when(end('bai', [])).recorded([{ type: 'StaffEnded', v: 1, data: {} }])
  })

  it('comes once, and to nobody unknown', () => {
    left.when(end()).refused('person-unknown')
    story().when(end()).refused('person-unknown')
  })
})

describe('the list of people', () => {
  it('says who is locked as long as the lock lasts', () => {
    const listed = (seconds: number) => peopleListed([locked.state], at(seconds))[0]?.lockedUntil
    expect([listed(5), listed(303), listed(304)]).toEqual([at(304), at(304), null])
  })

  it('puts those who have left last and keeps the order in which people came', () => {
    const people = [left.state, head.state, initialStaff, { ...locked.state, personId: 'qiu' }]
    expect(peopleListed(people, at(5)).map(({ personId, ended }) => [personId, ended])).toEqual([
      ['cheng', false],
      ['qiu', false],
      ['zhou', true]
    ])
  })

  it('never holds a password or its hash', () => {
    const text = JSON.stringify(peopleListed([clerk.state, left.state], at(0)))
    for (const secret of [PASSWORD.hash, PASSWORD.salt, 'scrypt']) expect(text).not.toContain(secret)
  })
})
