import type { Recorded } from '../../shared/kernel/messages.ts'
import type { CaseRow, DocumentRow, TicketRow } from '../../shared/projections/rows/rows.ts'

/** What main and the hidden store page say to each other over their MessagePort. Requests carry an `n` that the answer repeats. */

/** Where the working copy stands. */
export interface Checkpoint {
  readonly epoch: string
  readonly seq: number
  /** Hash of the record at `seq`, so that a log that was swapped underneath is noticed. */
  readonly hash: string
}

export interface StoreBatch {
  readonly records: readonly Recorded[]
  /** Hash of the last record of the batch. */
  readonly hash: string
}

/** Everything main may ask of the page, by name: what goes in and what comes out. */
export interface StoreCalls {
  /** First thing said on a port; opens nothing. Also asked now and then to see whether the page still lives. */
  hello: { in: null; out: null }
  /** Opens the database. `null`: there is nothing in it. */
  open: { in: null; out: Checkpoint | null }
  /** Folds a batch in, in one transaction; records up to the checkpoint are passed over. Answers the new checkpoint. */
  apply: { in: StoreBatch; out: Checkpoint | null }
  /** Empties the database. */
  wipe: { in: null; out: null }
  /** SHA-256 over every row and the checkpoint, in hex. */
  digest: { in: null; out: string }
  searchCases: { in: { text: string; limit: number }; out: readonly CaseRow[] }
  casesByIdNumber: { in: { idNumber: string; limit: number }; out: readonly CaseRow[] }
  caseRow: { in: { caseId: string }; out: CaseRow | null }
  eventsOf: { in: { stream: string; afterVersion: number; limit: number }; out: readonly Recorded[] }
  documentRow: { in: { docId: string }; out: DocumentRow | null }
  documentsOfCase: { in: { caseId: string; limit: number }; out: readonly DocumentRow[] }
  ticketsOf: { in: { date: string; limit: number }; out: readonly TicketRow[] }
  streamVersion: { in: { stream: string }; out: number }
}

export type StoreCallName = keyof StoreCalls
export type InputOf<K extends StoreCallName> = StoreCalls[K]['in']
export type OutputOf<K extends StoreCallName> = StoreCalls[K]['out']

export type StoreRequest = {
  readonly [K in StoreCallName]: { readonly n: number; readonly call: K; readonly input: InputOf<K> }
}[StoreCallName]

/**
 * Why a call failed. `damaged`: the database cannot be used any more and is to be made anew. `full`: no room on the
 * disk. `aborted`: the browser gave a transaction up without saying why. `fault`: a mistake of the program.
 */
export type StoreFailureKind = 'damaged' | 'full' | 'aborted' | 'fault'

export interface StoreFailure {
  readonly kind: StoreFailureKind
  /** Name of the error, e.g. `UnknownError`. */
  readonly name: string
  /** For the program's log: names of tables and methods, never a value out of a row. */
  readonly message: string
}

/** `n` 0: said unasked, when the database was closed underneath the page. */
export type StoreAnswer =
  | { readonly n: number; readonly ok: true; readonly value: unknown }
  | { readonly n: number; readonly ok: false; readonly failure: StoreFailure }

/** Name under which the preload hands the port on to the page. */
export const STORE_PORT_MESSAGE = 'linchuang-store-port'
