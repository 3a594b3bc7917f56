import { assertNever } from '../../kernel/assertNever.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { PasswordHash, Role, StaffEvent, StaffState } from './staff.ts'

/** Failures in a row before a lock, and how long it lasts: assessors' usual numbers (domain §12). */
export const FAILURES_BEFORE_LOCK = 5
export const LOCK_SECONDS = 300

export type StaffCommand =
  | {
      readonly type: 'registerStaff'
      readonly personId: string
      readonly login: string
      readonly name: string
      readonly roles: readonly Role[]
      readonly demo: boolean
      readonly password: PasswordHash
    }
  /** The shell has compared the password; the rule what that means is here. */
  | { readonly type: 'signIn'; readonly at: string; readonly matches: boolean; readonly counter: number | null }
  | { readonly type: 'signOut' }
  /** An administrator gives somebody a new password; that unlocks the account too. `by` is the administrator. */
  | { readonly type: 'setPassword'; readonly by: string; readonly password: PasswordHash }
  /** One's own, after the old one was compared by the shell. `same`: the new one is the old one again. */
  | {
      readonly type: 'changeOwnPassword'
      readonly at: string
      readonly matches: boolean
      readonly same: boolean
      readonly password: PasswordHash
    }
  /** `administrators`: ids of all who may administer now. */
  | { readonly type: 'endStaff'; readonly by: string; readonly administrators: readonly string[] }

/** Is sign-in refused at `at`? Asked before the costly comparison, so that a locked account cannot be used to load the PC. */
export const isLocked = (state: StaffState, at: string): boolean =>
  state.status === 'registered' && state.lockedUntil !== null && Date.parse(at) < Date.parse(state.lockedUntil)

/**
 * Refuses `login-taken`, `sign-in-locked {until}`, `sign-in-failed`, `person-unknown`, `password-own`, `password-same`,
 * `staff-end-self`, `staff-end-last-administrator`. A failed attempt is a fact too: it is recorded, and the reply says
 * how many are left, so a restart does not clear the count. Whose access has ended is treated like somebody unknown.
 */
export function decideStaff(state: StaffState, command: StaffCommand): Decision<StaffEvent> {
  switch (command.type) {
    case 'registerStaff': {
      if (state.status !== 'unknown') return refuse('login-taken', { field: 'login' })
      const { type: _type, password, ...person } = command
      return accept<StaffEvent>(
        [
          { type: 'StaffRegistered', v: 1, data: person },
          { type: 'PasswordSet', v: 1, data: { password } }
        ],
        { personId: person.personId }
      )
    }
    case 'signIn': {
      if (state.status !== 'registered') return refuse('sign-in-failed', { field: 'password' })
      if (isLocked(state, command.at)) return refuse('sign-in-locked', { until: state.lockedUntil, field: 'password' })
      if (command.matches) {
        const event: StaffEvent = { type: 'SignedIn', v: 1, data: { counter: command.counter } }
        return accept([event], { personId: state.personId })
      }
      return guessedWrong(state, command.at)
    }
    case 'signOut':
      return accept<StaffEvent>([{ type: 'SignedOut', v: 1, data: {} }])
    case 'setPassword':
      if (state.status !== 'registered') return refuse('person-unknown')
      // Without the old one nobody changes their own: an unattended desk must not cost anybody the account.
      if (state.personId === command.by) return refuse('password-own')
      return accept<StaffEvent>([{ type: 'PasswordSet', v: 1, data: { password: command.password } }])
    case 'changeOwnPassword':
      if (state.status !== 'registered') return refuse('person-unknown')
      if (isLocked(state, command.at)) return refuse('sign-in-locked', { until: state.lockedUntil, field: 'old' })
      if (!command.matches) return guessedWrong(state, command.at)
      if (command.same) return refuse('password-same', { field: 'password' })
      return accept<StaffEvent>([{ type: 'PasswordSet', v: 1, data: { password: command.password } }])
    case 'endStaff': {
      if (state.status !== 'registered') return refuse('person-unknown')
      if (state.personId === command.by) return refuse('staff-end-self')
      const others = command.administrators.filter((id) => id !== state.personId)
      if (state.roles.includes('administrator') && others.length === 0) return refuse('staff-end-last-administrator')
      return accept<StaffEvent>([{ type: 'StaffEnded', v: 1, data: {} }])
    }
    default:
      return assertNever(command, 'staff command')
  }
}

/** A wrong password counts wherever it was tried. After a lock has run out the count goes on: the next one locks again. */
function guessedWrong(state: Extract<StaffState, { personId: string }>, at: string): Decision<StaffEvent> {
  const failures = state.failures + 1
  const locked = failures >= FAILURES_BEFORE_LOCK
  const until = locked ? new Date(Date.parse(at) + LOCK_SECONDS * 1000).toISOString() : null
  const event: StaffEvent = { type: 'SignInFailed', v: 1, data: { at, lockedUntil: until } }
  return accept([event], { failed: true, left: Math.max(0, FAILURES_BEFORE_LOCK - failures), until })
}
