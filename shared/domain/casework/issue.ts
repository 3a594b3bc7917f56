import type { CasePaperData } from '../../documents/papers.ts'
import { type DocumentIssued, TEMPLATE } from '../printing/printing.ts'
import type { Act } from './commands.ts'
import { documentNumber, NATURE } from './numbers.ts'

/** A paper that is being issued: its ids, and the event once it is written. */
export interface Issued {
  readonly docId: string
  readonly docNo: string
  readonly event: DocumentIssued
}

/**
 * Issues the papers of one commit, in order: `docId` counts on within the case, `docNo` within the terminal's year and
 * the kind of paper, so that two papers of one kind in one commit have two numbers. The hall's typeface becomes part of
 * the paper: a reprint must not look different because somebody has changed a setting since.
 */
export function paperIssuer(act: Act, caseId: string, issuedBefore: number) {
  let papers = issuedBefore
  const used = new Map<string, number>()
  return <K extends CasePaperData['kind']>(
    kind: K,
    write: (docNo: string) => Extract<CasePaperData, { kind: K }>
  ): Issued => {
    const nature = NATURE[kind]
    const serial = (used.get(nature) ?? act.docSerials[nature] ?? 0) + 1
    used.set(nature, serial)
    papers += 1
    const { authorityShort, terminal } = act.hall
    const docNo = documentNumber(authorityShort, nature, act.date.slice(0, 4), terminal, serial)
    const docId = `${caseId}-${papers}`
    const paper = { ...write(docNo), typeface: act.rules.paperTypeface }
    return {
      docId,
      docNo,
      event: { type: 'DocumentIssued', v: 1, data: { docId, docNo, template: TEMPLATE, caseId, paper } }
    }
  }
}

export type PaperIssuer = ReturnType<typeof paperIssuer>
