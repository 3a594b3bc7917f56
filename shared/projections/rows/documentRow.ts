import {
  type DocumentIssued,
  documentStream,
  evolvePrints,
  initialPrints,
  type PrintEvent
} from '../../domain/printing/printing.ts'
import type { NewEvent, Recorded } from '../../kernel/messages.ts'
import type { DocumentRow } from './rows.ts'

/** A record over the union: a new event of a print that is not listed here fails the compile. */
const PRINT_EVENTS: Record<PrintEvent['type'], true> = {
  PrintQueued: true,
  PrintSent: true,
  Printed: true,
  PrintFailed: true,
  PrintUnknown: true
}

const isPrintEvent = (event: NewEvent): event is PrintEvent => Object.hasOwn(PRINT_EVENTS, event.type)
const isIssue = (event: NewEvent): event is DocumentIssued => event.type === 'DocumentIssued'

const DOCUMENT_PREFIX = documentStream('')

/** Ids of the papers a record issues (in the stream of what they certify) or prints (in the paper's own stream). */
export function documentsTouched(recorded: Recorded): readonly string[] {
  const ids = new Set<string>()
  for (const event of recorded.commit.events) if (isIssue(event)) ids.add(event.data.docId)
  if (printsOnly(recorded)) ids.add(recorded.stream.slice(DOCUMENT_PREFIX.length))
  return [...ids]
}

const printsOnly = (recorded: Recorded): boolean =>
  recorded.stream.startsWith(DOCUMENT_PREFIX) && recorded.commit.events.some(isPrintEvent)

/** Is this the record that issued the paper? Then there is no earlier row to read. */
export function issuesDocument(recorded: Recorded, docId: string): boolean {
  return recorded.commit.events.some((event) => isIssue(event) && event.data.docId === docId)
}

/**
 * Folds one record into the row of one paper. Issued once, whatever is replayed; of the prints, a record that is in the
 * row already changes nothing. Prints of a paper that was never issued leave no row: the log orders the issue first.
 */
export function foldDocument(row: DocumentRow | undefined, recorded: Recorded, docId: string): DocumentRow | undefined {
  const issued = row ?? issuedRow(recorded, docId)
  if (!issued || recorded.stream !== documentStream(docId) || recorded.version <= issued.printsVersion) return issued
  let prints = issued.prints
  for (const event of recorded.commit.events) if (isPrintEvent(event)) prints = evolvePrints(prints, event)
  return { ...issued, prints, printsVersion: recorded.version }
}

function issuedRow(recorded: Recorded, docId: string): DocumentRow | undefined {
  const event = recorded.commit.events.filter(isIssue).find((issue) => issue.data.docId === docId)
  if (!event) return undefined
  const { docNo, template, caseId, paper } = event.data
  const { at, date } = recorded.commit.meta
  return {
    docId,
    docNo,
    kind: paper.kind,
    template,
    caseId,
    issuedAt: at,
    date,
    paper,
    prints: initialPrints,
    printsVersion: 0
  }
}
