import type { RollWidth } from '../../documents/receipt/rolls.ts'
import { assertNever } from '../../kernel/assertNever.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { PrintEvent, PrintFailure, PrintState } from './printing.ts'

interface OfJob {
  readonly docId: string
  readonly jobId: string
}

export type PrintCommand =
  | (OfJob & {
      readonly type: 'queuePrint'
      readonly printer: string
      readonly copies: number
      readonly roll?: RollWidth
    })
  | (OfJob & { readonly type: 'markSent'; readonly reference: string })
  | (OfJob & { readonly type: 'markPrinted'; readonly evidence: 'file' | 'printer' | 'handed-over' })
  | (OfJob & { readonly type: 'markFailed'; readonly reason: PrintFailure; readonly detail: string })
  | (OfJob & { readonly type: 'markUnknown'; readonly detail: string })
  | (OfJob & { readonly type: 'resolveUnknown'; readonly cameOut: boolean })

/** Prints of a document that went well. */
export const printsDone = (state: PrintState): number => state.jobs.filter((job) => job.status === 'printed').length

/**
 * Count that 补打 is printed with: sheets that came out or may have. A failed attempt left nothing to tell apart, and a
 * second sheet beside one in doubt has to be marked.
 */
const sheetsBefore = (state: PrintState): number =>
  state.jobs.filter((job) => job.status === 'printed' || job.status === 'unknown').length

/**
 * The rules of printing one document. Nothing prints twice unasked: a second print while one is under way is refused
 * with `print-running`; one whose outcome is in doubt is settled by the clerk (`print-not-unknown` when there is no
 * doubt). Outcomes of a job that is settled already change nothing.
 */
export function decidePrinting(state: PrintState, command: PrintCommand): Decision<PrintEvent> {
  const { docId, jobId } = command
  const job = state.jobs.find((j) => j.jobId === jobId)
  const open = job?.status === 'queued' || job?.status === 'sent' || job?.status === 'unknown'
  switch (command.type) {
    case 'queuePrint': {
      if (job) return accept([], { jobId })
      if (state.jobs.some((j) => j.status === 'queued' || j.status === 'sent')) return refuse('print-running')
      const { printer, copies, roll } = command
      const data = { docId, jobId, printer, copies, reprint: sheetsBefore(state), ...(roll !== undefined && { roll }) }
      return accept<PrintEvent>([{ type: 'PrintQueued', v: 1, data }], { jobId })
    }
    case 'markSent':
      if (job?.status !== 'queued') return accept([])
      return accept<PrintEvent>([{ type: 'PrintSent', v: 1, data: { docId, jobId, reference: command.reference } }])
    case 'markPrinted':
      if (!open) return accept([])
      return accept<PrintEvent>([{ type: 'Printed', v: 1, data: { docId, jobId, evidence: command.evidence } }])
    case 'markFailed': {
      if (!open) return accept([])
      const { reason, detail } = command
      return accept<PrintEvent>([{ type: 'PrintFailed', v: 1, data: { docId, jobId, reason, detail } }])
    }
    case 'markUnknown':
      if (!open) return accept([])
      return accept<PrintEvent>([{ type: 'PrintUnknown', v: 1, data: { docId, jobId, detail: command.detail } }])
    case 'resolveUnknown': {
      if (job?.status !== 'unknown') return refuse('print-not-unknown')
      if (command.cameOut)
        return accept<PrintEvent>([{ type: 'Printed', v: 1, data: { docId, jobId, evidence: 'clerk' } }])
      return accept<PrintEvent>([
        { type: 'PrintFailed', v: 1, data: { docId, jobId, reason: 'other', detail: 'not-there' } }
      ])
    }
    default:
      return assertNever(command, 'print command')
  }
}
