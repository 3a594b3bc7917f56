import type { Json, NewEvent } from './messages.ts'

/** An expected "no", as data. `code` is a key of the texts in `shared/texts`; further fields fill the sentence. */
export interface Refusal<Code extends string = string> {
  readonly code: Code
  /** Field of the form the sentence belongs to, as a dotted path, e.g. `applicant.idNumber`. */
  readonly field?: string
  readonly [detail: string]: Json | undefined
}

/** What `decide` answers: events to record with the reply to the sender, or a refusal. Never throws for a broken rule. */
export type Decision<E extends NewEvent> =
  | { readonly ok: true; readonly events: readonly E[]; readonly reply: Json }
  | { readonly ok: false; readonly refusal: Refusal }

/** The answer of a command or query as it crosses to a screen. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

export function accept<E extends NewEvent>(events: readonly E[], reply: Json = null): Decision<E> {
  return { ok: true, events, reply }
}

export function refuse(
  code: string,
  details: Omit<Refusal, 'code'> = {}
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { ...details, code } as Refusal }
}
