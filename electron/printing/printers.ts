import type { PrintFailure } from '../../shared/domain/printing/printing.ts'
import type { DocumentForm } from './pdfProtocol.ts'

/** What a printer is to the program: something that takes a paper and says truthfully what became of it. */

export interface PrintNames {
  readonly docId: string
  /** Number on the paper; no personal data. */
  readonly docNo: string
  readonly jobId: string
}

export interface Submission {
  /** As the printer itself made it with `nameFor`. */
  readonly name: string
  /** The document in the form that the printer takes. */
  readonly document: Uint8Array
  readonly copies: number
  /** `roll`: whatever the receipt printer holds; `card`: 85.6 × 54 mm (ISO/IEC 7810 ID-1). */
  readonly media: 'A4' | 'A5' | 'A6' | 'card' | 'roll'
  /** The second page is the back of the first. Absent: one side each. */
  readonly twoSided?: boolean
  /**
   * Must be durable before it resolves: a printer that can, calls it before the document leaves, so that a job that is
   * not recorded as sent has certainly not been printed.
   */
  readonly onSent: (reference: string) => Promise<void>
}

/** `unknown`: contact was lost when the sheet may have been on its way. Never "printed" on hope. */
export type Outcome =
  | { readonly status: 'printed'; readonly evidence: 'file' | 'printer' | 'handed-over' }
  | { readonly status: 'failed'; readonly reason: PrintFailure; readonly detail: string }
  | { readonly status: 'unknown'; readonly detail: string }

export interface Printer {
  /** The form of its documents; a PDF when left out. */
  readonly takes?: DocumentForm
  /** Name of a job, the same for the same ids; it is what `lookUp` finds after a crash. */
  nameFor(names: PrintNames): string
  /** Prints and waits for the end of it. Rejects only when `onSent` does. */
  submit(submission: Submission): Promise<Outcome>
  /**
   * What became of a job that a crash has cut off. `reference` is null when it was never recorded as sent.
   * `never-arrived`: the printer has not and will not print it.
   */
  lookUp(name: string, reference: string | null): Promise<Outcome | 'never-arrived'>
}

export const failed = (reason: PrintFailure, detail: string): Outcome => ({ status: 'failed', reason, detail })
export const unknown = (detail: string): Outcome => ({ status: 'unknown', detail })
