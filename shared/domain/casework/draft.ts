import type { CasePaper, CasePaperData } from '../../documents/papers.ts'
import { accept, type Decision } from '../../kernel/result.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import type { DocumentIssued } from '../printing/printing.ts'
import { type CaseEvent, type CaseState, evolveCase, type KnownCaseState } from './case.ts'
import type { Act } from './commands.ts'
import { type Issued, paperIssuer } from './issue.ts'
import { casePaper } from './paperFacts.ts'

/** What a decision about a case records: facts, and the papers that say so. */
export type CaseOut = CaseEvent | DocumentIssued

/** What the counter is told: the numbers clerk and visitor go by, the paper of the outcome apart from the others. */
export type CaseReply = {
  readonly caseId: string
  readonly caseNo: string
  readonly docId: string | null
  readonly docNo: string | null
  /** Ids of the further papers of the same act. */
  readonly also: readonly string[]
}

/**
 * One commit as it is being written: facts in their order, with the state they lead to, then the papers. A paper is
 * written from the state at that moment, so the facts that name people and numbers come before it.
 */
export function draft(before: CaseState, act: Act & { readonly item: ServiceItem | null }, caseId: string) {
  const issue = paperIssuer(act, caseId, before.status === 'none' ? 0 : before.papers)
  const facts: CaseEvent[] = []
  const papers: Issued[] = []
  let now = before

  function known(): KnownCaseState {
    if (now.status === 'none') throw new Error('a case begins with its receipt or enquiry')
    return now
  }

  return {
    known,
    add(event: CaseEvent): void {
      facts.push(event)
      now = evolveCase(now, event)
    },
    paper<K extends CasePaperData['kind']>(
      kind: K,
      write: (common: CasePaper) => Extract<CasePaperData, { kind: K }>
    ): Issued {
      const issued = issue(kind, (docNo) => write(casePaper(known(), act, docNo)))
      papers.push(issued)
      return issued
    },
    done(): Decision<CaseOut> {
      const [main] = papers
      const reply: CaseReply = {
        caseId,
        caseNo: known().caseNo,
        docId: main?.docId ?? null,
        docNo: main?.docNo ?? null,
        also: papers.slice(1).map((p) => p.docId)
      }
      return accept<CaseOut>([...facts, ...papers.map((p) => p.event)], reply)
    }
  }
}

export type Draft = ReturnType<typeof draft>
