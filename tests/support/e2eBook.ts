import { isCasePaper } from '../../shared/documents/papers.ts'
import type { Json } from '../../shared/kernel/messages.ts'
import type { LogRecord } from './e2eLog.ts'

/**
 * What the records of the log add up to, counted here a second time with nothing of the program's own rules: numbers
 * without gaps, nothing twice.
 */
export class Book {
  /** What is wrong with the records, in words. */
  readonly problems: string[] = []
  /** Reply by command id. */
  readonly replies = new Map<string, Json>()
  /** Job ids of prints that came out. */
  readonly printedJobs: string[] = []
  private readonly commits = new Set<string>()
  private readonly serials = new Map<string, number>()
  private readonly waiting = new Map<string, number>()
  private readonly groupOf = new Map<string, string>()

  follow(records: readonly LogRecord[]): void {
    for (const record of records) this.count(record)
  }

  /** Tickets of a group and date (`YYYY-MM-DD`) that nobody has called. */
  waitingIn(date: string, group: string): number {
    return this.waiting.get(`${date} ${group}`) ?? 0
  }

  private count({ seq, stream, commitId, meta, reply, events }: LogRecord): void {
    const commit = `${stream} ${commitId}`
    if (this.commits.has(commit)) this.problems.push(`record ${seq}: the command ${commitId} is there twice`)
    this.commits.add(commit)
    this.replies.set(commitId, reply)
    const { date } = meta
    for (const event of events) {
      switch (event.type) {
        case 'TicketIssued': {
          const { ticketId, no, group } = event.data
          this.next(seq, `ticket ${date} ${group}`, no, (serial) => `${group}${String(serial).padStart(3, '0')}`)
          if (this.groupOf.has(ticketId)) this.problems.push(`record ${seq}: the ticket ${ticketId} is there twice`)
          this.groupOf.set(ticketId, group)
          this.move(date, group, 1)
          break
        }
        case 'TicketCalled':
          this.move(date, this.groupOf.get(event.data.ticketId) ?? '', -1)
          break
        case 'CaseReceived':
          this.next(seq, `case ${date}`, event.data.caseNo.slice(16, 20), (serial) => String(serial).padStart(4, '0'))
          break
        case 'DocumentIssued': {
          const [, nature, year, serial] = /(受|告)〔(\d{4})〕\d{2}(\d{4})号$/.exec(event.data.docNo) ?? []
          if (!isCasePaper(event.data.paper)) break
          this.next(seq, `paper ${nature} ${year}`, serial, (n) => String(n).padStart(4, '0'))
          break
        }
        case 'Printed':
          this.printedJobs.push(event.data.jobId)
          break
      }
    }
  }

  private move(date: string, group: string, by: number): void {
    this.waiting.set(`${date} ${group}`, this.waitingIn(date, group) + by)
  }

  private next(seq: number, series: string, found: string | undefined, write: (serial: number) => string): void {
    const serial = (this.serials.get(series) ?? 0) + 1
    this.serials.set(series, serial)
    if (found !== write(serial)) this.problems.push(`record ${seq}: ${series}: ${found} instead of ${write(serial)}`)
  }
}
