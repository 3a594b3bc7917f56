import type { z } from 'zod'
import type { Role } from '../domain/staff/staff.ts'

/** Roles of application windows. `store` is the hidden page and has no door at all. */
export type ScreenRole = 'counter' | 'hall' | 'kiosk' | 'rating'

/** Who must be signed in at that screen. `anyone` only for what comes before a sign-in and for screens of visitors. */
export type Allowed = readonly Role[] | 'anyone'

interface Door<Input extends z.ZodType> {
  readonly screens: readonly ScreenRole[]
  readonly allowed: Allowed
  readonly input: Input
  /** Ceiling of a message that carries a file, in bytes; what carries none is held to that of all messages. */
  readonly largest?: number
}

/** Changes something; carries a fresh `commandId` a press. Sent again with the same id it is harmless. */
export interface CommandDoor<Input extends z.ZodType = z.ZodType, Value = unknown> extends Door<Input> {
  readonly kind: 'command'
  /** Type only: what a good reply holds. */
  readonly value?: Value
}

/** Reads something. */
export interface QueryDoor<Input extends z.ZodType = z.ZodType, Value = unknown> extends Door<Input> {
  readonly kind: 'query'
  readonly value?: Value
}

/** A topic that is pushed whole to every screen that listens, starting with what holds now. */
export interface PushDoor<Value = unknown> {
  readonly kind: 'push'
  readonly screens: readonly ScreenRole[]
  readonly value?: Value
}

export const command =
  <Value>() =>
  <Input extends z.ZodType>(door: Door<Input>): CommandDoor<Input, Value> => ({ kind: 'command', ...door })

export const query =
  <Value>() =>
  <Input extends z.ZodType>(door: Door<Input>): QueryDoor<Input, Value> => ({ kind: 'query', ...door })

export const push = <Value>(screens: readonly ScreenRole[]): PushDoor<Value> => ({ kind: 'push', screens })
