import { type CaseEvent, evolveCase, initialCase } from '../../shared/domain/casework/case.ts'
import { evolvePrints, initialPrints, type PrintEvent } from '../../shared/domain/printing/printing.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import type { KnownCase } from '../../shared/projections/caseShown.ts'
import type { LookedUpPaper } from './paperLookup.ts'
import type { History } from './terminal.ts'

/** TEMPORARY stand-in for the store while the spine is being put together. */
export class MemoryHistory implements History {
  private readonly all: Recorded[] = []
  follow(records: readonly Recorded[]): void {
    this.all.push(...records)
  }
  async eventsOf(stream: string): Promise<readonly Recorded[]> {
    return this.all.filter((r) => r.stream === stream)
  }
  async caseState(caseId: string) {
    const records = await this.eventsOf(`case-${caseId}`)
    const events = records.flatMap((r) => r.commit.events).filter((e) => e.type !== 'DocumentIssued') as CaseEvent[]
    return events.length === 0 ? null : events.reduce(evolveCase, initialCase)
  }
  async searchCases(text: string, limit: number) {
    const ids = [...new Set(this.all.map((r) => r.stream).filter((s) => s.startsWith('case-')))]
    const states = await Promise.all(ids.map((s) => this.caseState(s.slice(5))))
    const hit = (c: KnownCase) => [c.caseNo, c.applicant.name, c.applicant.idNumber].some((t) => t.includes(text))
    const cases = states.filter((c): c is KnownCase => c !== null && c.status !== 'none').filter(hit)
    return { cases: cases.reverse().slice(0, limit), complete: true }
  }
  async papersOfCase(caseId: string) {
    return (await this.papers()).filter((p) => p.caseId === caseId)
  }
  async paper(docId: string) {
    return (await this.papers()).find((p) => p.docId === docId) ?? null
  }
  async streamVersion(stream: string) {
    return (await this.eventsOf(stream)).length
  }
  private async papers(): Promise<LookedUpPaper[]> {
    const out = new Map<string, LookedUpPaper>()
    for (const r of this.all)
      for (const e of r.commit.events) {
        if (e.type === 'DocumentIssued') {
          const d = e.data as never as LookedUpPaper
          out.set(d.docId, { ...d, issuedAt: r.commit.meta.at, prints: initialPrints })
        } else if (r.stream.startsWith('doc-')) {
          const p = out.get(r.stream.slice(4))
          if (p) out.set(p.docId, { ...p, prints: evolvePrints(p.prints, e as PrintEvent) })
        }
      }
    return [...out.values()]
  }
}
