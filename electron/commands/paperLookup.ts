import type { KnownPaper } from '../../shared/projections/paperShown.ts'
import type { Terminal } from './terminal.ts'

/** A paper with its template: from the desk while it is of today or unprinted, else from the store. */
export interface LookedUpPaper extends KnownPaper {
  readonly template: number
}

export async function paperById(
  terminal: Pick<Terminal, 'desk' | 'store'>,
  docId: string
): Promise<LookedUpPaper | null> {
  return terminal.desk.papers.get(docId) ?? (await terminal.store.paper(docId))
}

/** Oldest first. What the desk has is newer than the store's copy. */
export async function papersOfCase(
  terminal: Pick<Terminal, 'desk' | 'store'>,
  caseId: string
): Promise<readonly LookedUpPaper[]> {
  const kept = await terminal.store.papersOfCase(caseId)
  const live = [...terminal.desk.papers.values()].filter((p) => p.caseId === caseId)
  const merged = new Map<string, LookedUpPaper>([...kept, ...live].map((p) => [p.docId, p]))
  return [...merged.values()].sort((a, b) => a.issuedAt.localeCompare(b.issuedAt))
}
