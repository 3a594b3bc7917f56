import type { Recorded } from '../../shared/kernel/messages.ts'
import type { CaseRow, DocumentRow, TicketRow } from '../../shared/projections/rows/rows.ts'
import type { HistoryState } from '../../shared/projections/views.ts'

/** How a question waits. */
export interface AskOptions {
  /** The answer must have seen the record with this sequence number; unless told, it holds what is there. */
  readonly after?: number
  /** Milliseconds until it rejects with `StoreUnavailable`; 5000 unless told. A restart of the page is waited for. */
  readonly timeoutMs?: number
}

/** Why a question got no answer. `behind`: the working copy has not come to the record asked for. */
export type UnavailableReason = 'behind' | 'not-open' | 'timeout' | 'fault' | 'closed'

export class StoreUnavailable extends Error {
  readonly reason: UnavailableReason

  constructor(reason: UnavailableReason, detail = '') {
    super(`the working copy does not answer: ${reason}${detail && `, ${detail}`}`)
    this.name = 'StoreUnavailable'
    this.reason = reason
  }
}

/** What happened to the working copy, for the program's log; holds no personal data. */
export type StoreReport =
  /** The database is empty although it once held records of this log. */
  | { readonly what: 'lost'; readonly heldSeq: number }
  /** The database holds records of another log (`epoch`, `mark`) or more than the log has (`ahead`); it was emptied. */
  | { readonly what: 'other-log'; readonly difference: 'epoch' | 'mark' | 'ahead'; readonly seq: number }
  /** The database cannot be used; it was deleted. */
  | { readonly what: 'damaged'; readonly error: string }
  | { readonly what: 'not-deleted'; readonly error: string }
  | { readonly what: 'disk-full' }
  /** The log could not be read on from where the database stands; it answers from what it has. */
  | { readonly what: 'log-unreadable'; readonly error: string }
  | { readonly what: 'page-ended'; readonly reason: string }
  /** A transaction was aborted, or the program made a mistake. What ends two lives in a row like this is deleted. */
  | { readonly what: 'aborted' | 'fault'; readonly error: string }
  | { readonly what: 'rebuilding'; readonly fromSeq: number; readonly toSeq: number }
  | { readonly what: 'ready'; readonly seq: number }

/**
 * The working copy of the history: rows folded from the log, kept in IndexedDB by a hidden page. Nothing here is the
 * truth; all of it can be lost and comes back from the log. Every question rejects with `StoreUnavailable` when there is
 * no answer in time.
 */
export interface Store {
  /** Opens the page. Resolves when it answers, before anything is rebuilt, or when it has failed and is being tried again. */
  start(): Promise<void>
  /** To be called with every batch of durable records, in order; those before `start` are read from the log. */
  follow(records: readonly Recorded[]): void
  /** Sequence number of the last record that is in the working copy. */
  appliedSeq(): number
  /** Sequence number of the last record that is known to be durable. */
  headSeq(): number
  /** Does it hold every durable record? */
  isWhole(): boolean
  /** `true` once the working copy holds this record, `false` when it does not within the time. */
  waitFor(seq: number, timeoutMs: number): Promise<boolean>
  state(): HistoryState
  /** Cases found by what a clerk types: names, pinyin, numbers. Whole ones first, then newest first. */
  searchCases(text: string, limit: number, options?: AskOptions): Promise<readonly CaseRow[]>
  /** Cases of one person by the whole number: open ones first, then newest first. */
  casesByIdNumber(idNumber: string, limit: number, options?: AskOptions): Promise<readonly CaseRow[]>
  caseRow(caseId: string, options?: AskOptions): Promise<CaseRow | null>
  /** Records of a stream in order, all of them. */
  eventsOf(stream: string, options?: AskOptions): Promise<readonly Recorded[]>
  documentRow(docId: string, options?: AskOptions): Promise<DocumentRow | null>
  /** Papers of a case, oldest first. */
  documentsOfCase(caseId: string, options?: AskOptions): Promise<readonly DocumentRow[]>
  /** Tickets of a day (`YYYY-MM-DD`) in order of issue. */
  ticketsOf(date: string, options?: AskOptions): Promise<readonly TicketRow[]>
  /** 0 for a stream of which nothing is known. */
  streamVersion(stream: string, options?: AskOptions): Promise<number>
  /** SHA-256 over all rows and the checkpoint; reads everything, for tests and diagnosis. */
  digest(options?: AskOptions): Promise<string>
  /** Ends the page; questions still open are rejected. */
  close(): Promise<void>
}
