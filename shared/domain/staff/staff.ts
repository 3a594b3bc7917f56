import { assertNever } from '../../kernel/assertNever.ts'
import type { NewEvent } from '../../kernel/messages.ts'

/** clerk 窗口人员, lead 大厅负责人, administrator 管理员. */
export type Role = 'clerk' | 'lead' | 'administrator'

/** scrypt parameters beside the hash, so that they can be raised later without locking anybody out. */
export interface PasswordHash {
  readonly scheme: 'scrypt'
  readonly N: number
  readonly r: number
  readonly p: number
  /** Base64. */
  readonly salt: string
  /** Base64. */
  readonly hash: string
}

export type StaffEvent =
  | NewEvent<
      'StaffRegistered',
      {
        readonly personId: string
        readonly login: string
        readonly name: string
        readonly roles: readonly Role[]
        readonly demo: boolean
      }
    >
  | NewEvent<'PasswordSet', { readonly password: PasswordHash }>
  | NewEvent<'SignedIn', { readonly counter: number | null }>
  | NewEvent<'SignInFailed', { readonly at: string; readonly lockedUntil: string | null }>
  | NewEvent<'SignedOut', Record<string, never>>
  /** The person has left: the account is closed for good, what it did stays on record. */
  | NewEvent<'StaffEnded', Record<string, never>>

export type StaffState =
  | { readonly status: 'unknown' }
  | {
      /** `ended`: access was taken away; no sign-in any more, and the name is not given to anybody else. */
      readonly status: 'registered' | 'ended'
      readonly personId: string
      readonly login: string
      readonly name: string
      readonly roles: readonly Role[]
      readonly demo: boolean
      readonly password: PasswordHash | null
      /** Failures since the last good sign-in. */
      readonly failures: number
      /** ISO instant until which sign-in is refused. */
      readonly lockedUntil: string | null
    }

export const initialStaff: StaffState = { status: 'unknown' }

export const staffStream = (personId: string): string => `staff-${personId}`

export function evolveStaff(state: StaffState, event: StaffEvent): StaffState {
  if (event.type === 'StaffRegistered') {
    return { status: 'registered', ...event.data, password: null, failures: 0, lockedUntil: null }
  }
  if (state.status === 'unknown') return state
  switch (event.type) {
    case 'PasswordSet':
      // Whoever guessed at the old password has gained nothing, so the new one starts without failures and lock.
      return { ...state, password: event.data.password, failures: 0, lockedUntil: null }
    case 'SignedIn':
      return { ...state, failures: 0, lockedUntil: null }
    case 'SignInFailed':
      return { ...state, failures: state.failures + 1, lockedUntil: event.data.lockedUntil }
    case 'SignedOut':
      return state
    case 'StaffEnded':
      return { ...state, status: 'ended' }
    default:
      return assertNever(event, 'staff event')
  }
}
