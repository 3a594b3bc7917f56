import type { KnownCase } from '../../shared/projections/caseShown.ts'
import type { Desk } from '../../shared/projections/desk.ts'
import type { DocumentRow } from '../../shared/projections/rows/rows.ts'
import type { FileLog } from '../log/fileLog.ts'
import type { AskOptions, Store } from '../store/storeClient.ts'
import type { LookedUpPaper } from './paperLookup.ts'
import { type History, liveVersion } from './terminal.ts'

/**
 * The history as handlers see it: the store's working copy, asked for what is durable now. While it is being rebuilt
 * questions are answered from what is there, together with what lies on the desk.
 */
export function storeHistory(options: { readonly store: Store; readonly log: FileLog; readonly desk: Desk }): History {
  const { store, log, desk } = options
  const upToDate = (): AskOptions => ({ after: log.bookmark().seq })
  const whatIsThere = (): AskOptions => (store.state().phase === 'ready' ? upToDate() : {})
  return {
    async caseState(caseId) {
      return (await store.caseRow(caseId, whatIsThere()))?.state ?? null
    },
    async searchCases(text, limit) {
      const whole = store.state().phase === 'ready'
      const rows = await store.searchCases(text, limit, whatIsThere())
      // What is open is newer on the desk than in any copy.
      const cases = rows.map((row) => {
        const live = desk.cases.get(row.caseId)
        return live && live.status !== 'none' ? live : (row.state as KnownCase)
      })
      return { cases, complete: whole }
    },
    eventsOf: (stream) => store.eventsOf(stream, whatIsThere()),
    async paper(docId) {
      const row = await store.documentRow(docId, whatIsThere())
      return row ? looked(row) : null
    },
    async papersOfCase(caseId) {
      return (await store.documentsOfCase(caseId, whatIsThere())).map(looked)
    },
    streamVersion: (stream) => store.streamVersion(stream, upToDate())
  }
}

function looked(row: DocumentRow): LookedUpPaper {
  const { docId, docNo, caseId, issuedAt, paper, prints, template } = row
  return { docId, docNo, caseId, issuedAt, paper, prints, template }
}

const SHORT_MS = 300

/**
 * The log's second guard against writing into a stream twice: version of a stream that the desk does not have. New
 * cases and papers have fresh ids, so a store that cannot answer (being rebuilt, restarting) must not stop today's
 * work: what nobody knows is new. Commands on old cases never get here then, `versionOf` refuses them first.
 */
export async function versionInStore(store: Store | null, desk: Desk, stream: string): Promise<number> {
  const live = liveVersion(desk, stream)
  if (live !== undefined) return live
  if (store?.state().phase !== 'ready') return 0
  try {
    return await store.streamVersion(stream, { after: desk.seq, timeoutMs: SHORT_MS })
  } catch {
    return 0
  }
}
