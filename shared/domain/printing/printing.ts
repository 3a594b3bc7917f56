import type { PaperData } from '../../documents/papers.ts'
import type { RollWidth } from '../../documents/receipt/rolls.ts'
import { assertNever } from '../../kernel/assertNever.ts'
import type { NewEvent } from '../../kernel/messages.ts'

/** Version of the layouts that new papers are issued with; older ones keep theirs. */
export const TEMPLATE = 1

/**
 * Issued in the same commit as the fact it certifies, so there is no outcome without its paper. `data` is all the
 * paper says; it is rendered again from this, years later, with the same template version.
 */
export type DocumentIssued = NewEvent<
  'DocumentIssued',
  {
    readonly docId: string
    /** Number printed on it; a ticket's is the ticket number. */
    readonly docNo: string
    readonly template: number
    readonly caseId: string | null
    readonly paper: PaperData
    /** A number that somebody reads off a screen: nothing is printed unless it is asked for. */
    readonly onScreen?: true
  }
>

/** Why a sheet did not come out; each has its sentence and its next step in `shared/texts`. */
export type PrintFailure =
  | 'paper-out'
  | 'jam'
  | 'offline'
  | 'aborted'
  | 'rejected'
  | 'missing-glyph'
  | 'disk-full'
  | 'layout'
  | 'other'

/** One stream a document (`doc-<docId>`): each print of it. Lost contact is `unknown`, never "printed". */
export type PrintEvent =
  | NewEvent<
      'PrintQueued',
      {
        readonly docId: string
        readonly jobId: string
        readonly printer: string
        readonly copies: number
        /** 0 for the first print, then 1, 2 … ; the paper says 补打 with this count. */
        readonly reprint: number
        /** Of the roll that the printer held then, in millimetres; 80 when left out. */
        readonly roll?: RollWidth
      }
    >
  | NewEvent<'PrintSent', { readonly docId: string; readonly jobId: string; readonly reference: string }>
  | NewEvent<
      'Printed',
      {
        readonly docId: string
        readonly jobId: string
        /** `handed-over`: it took every byte and can tell no more, and the hall has chosen to live with that. */
        readonly evidence: 'file' | 'printer' | 'handed-over' | 'clerk'
      }
    >
  | NewEvent<
      'PrintFailed',
      { readonly docId: string; readonly jobId: string; readonly reason: PrintFailure; readonly detail: string }
    >
  | NewEvent<'PrintUnknown', { readonly docId: string; readonly jobId: string; readonly detail: string }>

export interface PrintJob {
  readonly jobId: string
  readonly printer: string
  readonly copies: number
  readonly reprint: number
  readonly roll?: RollWidth
  readonly status: 'queued' | 'sent' | 'printed' | 'failed' | 'unknown'
  readonly reference: string | null
  readonly failure: PrintFailure | null
  readonly detail: string | null
}

export interface PrintState {
  readonly jobs: readonly PrintJob[]
}

export const initialPrints: PrintState = { jobs: [] }

export const documentStream = (docId: string): string => `doc-${docId}`

const withJob = (state: PrintState, jobId: string, change: Partial<PrintJob>): PrintState => ({
  jobs: state.jobs.map((job) => (job.jobId === jobId ? { ...job, ...change } : job))
})

export function evolvePrints(state: PrintState, event: PrintEvent): PrintState {
  switch (event.type) {
    case 'PrintQueued': {
      const { jobId, printer, copies, reprint, roll } = event.data
      const job: PrintJob = {
        jobId,
        printer,
        copies,
        reprint,
        ...(roll !== undefined && { roll }),
        status: 'queued',
        reference: null,
        failure: null,
        detail: null
      }
      return { jobs: [...state.jobs, job] }
    }
    case 'PrintSent':
      return withJob(state, event.data.jobId, { status: 'sent', reference: event.data.reference })
    case 'Printed':
      return withJob(state, event.data.jobId, { status: 'printed' })
    case 'PrintFailed':
      return withJob(state, event.data.jobId, {
        status: 'failed',
        failure: event.data.reason,
        detail: event.data.detail
      })
    case 'PrintUnknown':
      return withJob(state, event.data.jobId, { status: 'unknown', detail: event.data.detail })
    default:
      return assertNever(event, 'print event')
  }
}
