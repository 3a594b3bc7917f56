import type { PaperData, PaperKind } from '../../documents/papers.ts'
import type { CaseState, CaseStatus } from '../../domain/casework/case.ts'
import type { PrintState } from '../../domain/printing/printing.ts'
import type { Ticket } from '../../domain/queue/queue.ts'

/** Rows of the working copy: everything a screen asks about history. Each is a fold of recorded events and nothing else. */

/** A ticket of any day. */
export interface TicketRow extends Ticket {
  /** Day of the queue it was drawn in, `YYYY-MM-DD`. */
  readonly date: string
  /** Version of the queue's stream at the last record that changed this row; older records are folded in already. */
  readonly version: number
}

/** A case as it stands. `state` is all of it, so that nothing has to be folded again to show one. */
export interface CaseRow {
  readonly caseId: string
  readonly caseNo: string
  readonly status: CaseStatus
  readonly receivedOn: string
  /** Sequence number of the record that received it: cases sort by it, and no two share one. */
  readonly receivedSeq: number
  readonly state: Exclude<CaseState, { status: 'none' }>
  /** Version of the case's stream at the last record folded in. */
  readonly version: number
}

/** What a case is found by. A row of its own: most changes of a case leave it as it is, and its index is the big one. */
export interface CaseKeysRow {
  /** Minus `receivedSeq`: among equal keys an index hands out the smallest first, which is then the newest case. */
  readonly order: number
  readonly keys: readonly string[]
}

/** A paper and each print of it. */
export interface DocumentRow {
  readonly docId: string
  readonly docNo: string
  readonly kind: PaperKind
  readonly template: number
  readonly caseId: string | null
  /** ISO instant. */
  readonly issuedAt: string
  /** Day of issue in Shanghai. */
  readonly date: string
  readonly paper: PaperData
  readonly prints: PrintState
  /** Version of the document's own stream (its prints) folded in; 0 = never printed. */
  readonly printsVersion: number
}
