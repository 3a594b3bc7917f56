import type { Recorded } from '../../shared/kernel/messages.ts'
import type { AskOptions, Store } from './store.ts'
import type { WorkingCopy } from './workingCopy.ts'

/** Records of a stream asked for at once; more come in further questions. */
const EVENTS_AT_ONCE = 500
/** A case has a handful of papers, a hall day some hundreds of tickets. */
const MOST_PAPERS = 500
const MOST_TICKETS = 5000

/** The store as the rest of the program sees it. */
export function storeOf(copy: WorkingCopy): Store {
  return {
    start: () => copy.start(),
    follow: (records) => copy.follow(records),
    appliedSeq: () => copy.appliedSeq(),
    headSeq: () => copy.headSeq(),
    isWhole: () => copy.isWhole(),
    waitFor: (seq, timeoutMs) => copy.waitFor(seq, timeoutMs),
    state: () => copy.state(),
    searchCases: (text, limit, options) => copy.ask('searchCases', { text, limit }, options),
    casesByIdNumber: (idNumber, limit, options) => copy.ask('casesByIdNumber', { idNumber, limit }, options),
    caseRow: (caseId, options) => copy.ask('caseRow', { caseId }, options),
    eventsOf: (stream, options) => eventsOf(copy, stream, options),
    documentRow: (docId, options) => copy.ask('documentRow', { docId }, options),
    documentsOfCase: (caseId, options) => copy.ask('documentsOfCase', { caseId, limit: MOST_PAPERS }, options),
    ticketsOf: (date, options) => copy.ask('ticketsOf', { date, limit: MOST_TICKETS }, options),
    streamVersion: (stream, options) => copy.ask('streamVersion', { stream }, options),
    digest: (options) => copy.ask('digest', null, options),
    close: () => copy.close()
  }
}

async function eventsOf(copy: WorkingCopy, stream: string, options?: AskOptions): Promise<readonly Recorded[]> {
  const all: Recorded[] = []
  for (;;) {
    const afterVersion = all.at(-1)?.version ?? 0
    const records = await copy.ask('eventsOf', { stream, afterVersion, limit: EVENTS_AT_ONCE }, options)
    all.push(...records)
    if (records.length < EVENTS_AT_ONCE) return all
  }
}
