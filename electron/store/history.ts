import type { Recorded } from '../../shared/kernel/messages.ts'
import type { CaseRow, DocumentRow } from '../../shared/projections/rows/rows.ts'
import { type AskOptions, type Store, StoreUnavailable } from './store.ts'

/** The history as command handlers and screens ask for it. */
export interface StoreHistory {
  caseState(caseId: string): Promise<CaseRow['state'] | null>
  /** `complete: false`: part of the history is not there yet, or nothing answered. */
  searchCases(
    text: string,
    limit: number
  ): Promise<{ readonly cases: readonly CaseRow['state'][]; readonly complete: boolean }>
  casesByIdNumber(idNumber: string, limit: number): Promise<readonly CaseRow['state'][]>
  eventsOf(stream: string): Promise<readonly Recorded[]>
  paper(docId: string): Promise<DocumentRow | null>
  papersOfCase(caseId: string): Promise<readonly DocumentRow[]>
  /** 0 for a stream that does not exist. Rejects while the history is not whole: a missing stream would look new. */
  streamVersion(stream: string): Promise<number>
}

/**
 * Asks the store so that an answer has seen everything that was durable when it was asked for. While the history is
 * being rebuilt that would mean waiting for minutes: then it holds what is there already.
 */
export function historyOf(store: Store): StoreHistory {
  const isReady = (): boolean => store.state().phase === 'ready'
  const seen = (): AskOptions => (isReady() ? { after: store.headSeq() } : {})
  return {
    caseState: async (caseId) => (await store.caseRow(caseId, seen()))?.state ?? null,
    async searchCases(text, limit) {
      const complete = isReady()
      try {
        const rows = await store.searchCases(text, limit, seen())
        return { cases: rows.map(({ state }) => state), complete }
      } catch (error) {
        if (error instanceof StoreUnavailable) return { cases: [], complete: false }
        throw error
      }
    },
    casesByIdNumber: async (idNumber, limit) => {
      const rows = await store.casesByIdNumber(idNumber, limit, seen())
      return rows.map(({ state }) => state)
    },
    eventsOf: (stream) => store.eventsOf(stream, seen()),
    paper: (docId) => store.documentRow(docId, seen()),
    papersOfCase: (caseId) => store.documentsOfCase(caseId, seen()),
    async streamVersion(stream) {
      if (!isReady()) throw new StoreUnavailable('behind')
      return store.streamVersion(stream, seen())
    }
  }
}
