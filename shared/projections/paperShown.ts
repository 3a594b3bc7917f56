import { isCasePaper, type PaperData } from '../documents/papers.ts'
import type { PrintState } from '../domain/printing/printing.ts'
import type { PaperShown } from './views.ts'

/** What is known of a paper, wherever it is kept. */
export interface KnownPaper {
  readonly docId: string
  readonly docNo: string
  readonly caseId: string | null
  readonly issuedAt: string
  readonly paper: PaperData
  readonly prints: PrintState
}

/** Its newest print decides what the clerk sees; one good print is a paper in somebody's hand. */
export function paperShown(known: KnownPaper): PaperShown {
  const { docId, docNo, caseId, issuedAt, paper, prints } = known
  const last = prints.jobs.at(-1)
  return {
    docId,
    docNo,
    kind: paper.kind,
    caseId,
    issuedAt,
    about: aboutOf(paper),
    status: last?.status ?? 'issued',
    failure: last?.failure ?? null,
    detail: last?.detail ?? null,
    prints: prints.jobs.filter((job) => job.status === 'printed').length,
    jobId: last?.jobId ?? null
  }
}

function aboutOf(paper: PaperData): string {
  if (isCasePaper(paper)) return paper.itemName
  if (paper.kind === 'contactCard') return [paper.site, paper.gridName].join(' ')
  if (paper.kind === 'daySheet') return paper.date
  return paper.kind === 'ticket' ? paper.groupName : paper.printerName
}

const ASIDE: ReadonlySet<PaperShown['kind']> = new Set(['testPage', 'daySheet'])

/**
 * Must it stay in sight? Not printed once, or its newest print is under way or in doubt. Nobody waits for a test page
 * or a day sheet that has failed: whoever asked for it has seen so.
 */
export const isUnprinted = (shown: PaperShown): boolean =>
  shown.status !== 'printed' && ((shown.prints === 0 && !ASIDE.has(shown.kind)) || shown.status !== 'failed')
