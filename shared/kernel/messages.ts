/** The vocabulary of everything that is recorded. JSON only; instants are ISO 8601 strings in UTC, dates `YYYY-MM-DD` in Asia/Shanghai. */

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** A fact about to be recorded: past tense, JSON only, with the version of its shape. */
export interface NewEvent<Type extends string = string, Data = unknown> {
  readonly type: Type
  /** Version of the shape of `data`; upcasters lift older ones (design rule: shapes only grow). */
  readonly v: number
  readonly data: Data
}

/** Who did it, when and where. Time comes in with the command; the domain never reads a clock. */
export interface Meta {
  /** ISO instant (UTC) at which the command was taken up. */
  readonly at: string
  /** Date of `at` in Asia/Shanghai. */
  readonly date: string
  /** Person id; `system` for reactions and timers, `setup` before there is anybody. */
  readonly by: string
  /** Name of the person as it was then (papers print it). */
  readonly byName: string
  /** Role of the application window that sent it. */
  readonly screen: string
  /** Counter the person sat at, if any. */
  readonly counter?: number
  /** Two digits; part of case numbers. */
  readonly terminal: string
}

/** One command = one commit = one record of the log. `commitId` is the command's id. */
export interface Commit<E extends NewEvent = NewEvent> {
  readonly commitId: string
  readonly events: readonly E[]
  readonly meta: Meta
  /** What the sender was told. A command sent again gets exactly this. Numbers and ids only, no personal data. */
  readonly reply: Json
}

/** A place in the log. `epoch` changes when a log is restored or lost; `seq` counts records from 1, 0 = before the first. */
export interface Position {
  readonly epoch: string
  readonly seq: number
}

/** A commit as it stands in the log. `version` counts the records of its stream from 1. */
export interface Recorded<E extends NewEvent = NewEvent> {
  readonly stream: string
  readonly version: number
  readonly position: Position
  readonly commit: Commit<E>
}
