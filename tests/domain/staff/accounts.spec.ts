import { describe, expect, it } from 'vitest'
import type { StaffCommand } from '../../../shared/domain/staff/decideStaff.ts'
import { PASSWORD, staffRules } from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const at = (seconds: number): string => new Date(Date.parse('2026-11-23T01:00:00.000Z') + seconds * 1000).toISOString()
const NEW = { ...PASSWORD, salt: 'bmV1' }
const person = { personId: 'zhou', login: 'zhou', name: '周晓禾', roles: ['clerk'], demo: false } as const
const register: StaffCommand = { type: 'registerStaff', ...person, password: PASSWORD }
const signIn = (matches: boolean, seconds: number): StaffCommand => ({
  type: 'signIn',
  at: at(seconds),
  matches,
  counter: 1
})
const setPassword = (by: string): StaffCommand => ({ type: 'setPassword', by, password: NEW })
const change = (matches: boolean, same = false, seconds = 10): StaffCommand => ({
  type: 'changeOwnPassword',
  at: at(seconds),
  matches,
  same,
  password: NEW
})
const end = (by: string, ...administrators: string[]): StaffCommand => ({ type: 'endStaff', by, administrators })

const story = given(staffRules)
const clerk = story().and(register)
const administrator = story().and({ ...register, personId: 'root', login: 'root', roles: ['administrator'] })
const failing = (times: number) =>
  Array.from({ length: times }).reduce<typeof clerk>((s, _, i) => s.and(signIn(false, i)), clerk)
const ended = clerk.and(end('root', 'root'))

describe('a new password from an administrator', () => {
  it('replaces the old one and unlocks: who guessed at the old one has gained nothing', () => {
    clerk.when(setPassword('root')).recorded([{ type: 'PasswordSet', v: 1, data: { password: NEW } }])
    const unlocked = failing(5).and(setPassword('root'))
    expect(unlocked.state).toMatchObject({ password: NEW, failures: 0, lockedUntil: null })
    expect(unlocked.when(signIn(false, 6)).reply).toMatchObject({ left: 4, until: null })
  })

  it('is for somebody else: one’s own needs the old one', () => {
    administrator.when(setPassword('root')).refused('password-own')
  })

  it('is for somebody who is there', () => {
    story().when(setPassword('root')).refused('person-unknown')
    ended.when(setPassword('root')).refused('person-unknown')
  })
})

describe('one’s own new password', () => {
  it('is set when the old one was right', () => {
    clerk.when(change(true)).recorded([{ type: 'PasswordSet', v: 1, data: { password: NEW } }])
  })

  it('counts a wrong old one like a wrong sign-in, up to the lock', () => {
    clerk.when(change(false)).recorded([{ type: 'SignInFailed', v: 1, data: { at: at(10), lockedUntil: null } }], {
      failed: true,
      left: 4,
      until: null
    })
    expect(failing(4).when(change(false)).reply).toMatchObject({ left: 0, until: at(310) })
    failing(5)
      .when(change(true))
      .refused('sign-in-locked', { field: 'old', until: at(304) })
  })

  it('is another one', () => {
    clerk.when(change(true, true)).refused('password-same', { field: 'password' })
  })

  it('is nothing for somebody who is not there', () => {
    story().when(change(true)).refused('person-unknown')
    ended.when(change(true)).refused('person-unknown')
  })
})

describe('the end of somebody’s access', () => {
  it('is recorded; who it was and what was done stays', () => {
    clerk.when(end('root', 'root')).recorded([{ type: 'StaffEnded', v: 1, data: {} }])
    expect(ended.state).toMatchObject({ status: 'ended', name: '周晓禾', roles: ['clerk'] })
  })

  it('lets nobody sign in any more, and the screen cannot tell it from an unknown name', () => {
    ended.when(signIn(true, 1)).refused('sign-in-failed', { field: 'password' })
    ended.when(signIn(false, 1)).refused('sign-in-failed', { field: 'password' })
  })

  it('gives the sign-in name to nobody else: the record would mix two people', () => {
    ended.when(register).refused('login-taken', { field: 'login' })
  })

  it('is not one’s own, not the last administrator’s, and comes once', () => {
    administrator.when(end('root', 'root', 'other')).refused('staff-end-self')
    administrator.when(end('other', 'root')).refused('staff-end-last-administrator')
    expect(administrator.when(end('other', 'root', 'other')).events).toHaveLength(1)
    ended.when(end('root', 'root')).refused('person-unknown')
    story().when(end('root', 'root')).refused('person-unknown')
  })
})
