import { ippClient } from './ipp/client.ts'
import { type IppPrinterTimes, jobPrinter, printerTimes, type Way } from './ipp/jobPrinter.ts'
import { obstacleOf } from './ipp/obstacles.ts'
import { type Printer, unknown } from './printers.ts'

/** A printer speaks for itself. */
const ITSELF: Way = {
  nameFor: ({ docId, jobId }) => `${docId}-${jobId}`,
  clear: async () => null,
  follower: () => ({
    obstacle: async (state) => obstacleOf(state),
    settled: async () => null,
    // Some pages may be white: only the clerk can see.
    completed: async ({ reasons }) =>
      reasons.includes('job-completed-with-errors')
        ? unknown(reasons.join(' '))
        : { status: 'printed', evidence: 'printer' },
    dropped: async (outcome) => outcome
  })
}

/** A printer that is spoken to directly over IPP. `uri` is `ipp://…` or `ipps://…`; throws TypeError for another. */
export const ippPrinter = (uri: string, times: Partial<IppPrinterTimes> = {}): Printer =>
  jobPrinter(ippClient(uri, printerTimes(times)), ITSELF, times)
