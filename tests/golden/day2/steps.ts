import type { Json } from '../../../shared/kernel/messages.ts'
import type { Reply } from '../../../shared/kernel/result.ts'
import type { Brought, HallRun, Plain } from '../../projections/support/hallRun.ts'
import { CLERK, itemOf, LEAD, ticksFor } from '../../support/builders.ts'

/** The reply of a step that is meant to happen; throws with the refusal otherwise. */
export function done(reply: Reply<Json>): Json {
  if (!reply.ok) throw new Error(`the rules refused a step of the day: ${JSON.stringify(reply.refusal)}`)
  return reply.value
}

/** Id of the case or enquiry that a reply names. */
export function idOf(reply: Reply<Json>): string {
  const value = done(reply)
  const id = typeof value === 'object' && value !== null && 'caseId' in value ? value['caseId'] : null
  if (typeof id !== 'string') throw new Error(`the reply names no case: ${JSON.stringify(value)}`)
  return id
}

/** In the name of the clock. */
export const CLOCK = { personId: 'system', name: CLERK.name, roles: [] } as const

/** Somebody of the hall does something with a case that works. */
export function act(
  run: HallRun,
  caseId: string,
  command: Plain,
  by: typeof CLERK | typeof LEAD | typeof CLOCK = CLERK
) {
  run.pass(3)
  done(run.onCase(caseId, command, by))
}

type Visit = Omit<Brought, 'item' | 'ticks' | 'proxy'> &
  Partial<Pick<Brought, 'ticks' | 'proxy'>> & {
    readonly itemId: string
    readonly results?: Parameters<typeof ticksFor>[1]
  }

/** What a visitor brings: everything in order, but for `results`. */
export function brought({ itemId, results = {}, ...visit }: Visit): Brought {
  const item = itemOf(itemId)
  return { proxy: null, ticks: ticksFor(item, results), ...visit, item }
}

/** To the next day on which something happens; the queues of the day before are closed where they were open. */
export function turnTo(run: HallRun, date: string): void {
  const before = run.date
  run.goDays(Math.round((Date.parse(date) - Date.parse(before)) / 86_400_000))
  if (run.queues.has(before)) done(run.closeDay(before))
}

/** A paper comes out into a folder. */
export function printed(run: HallRun, docId: string): void {
  const jobId = run.freshId()
  done(run.print({ type: 'queuePrint', docId, jobId, printer: 'folder', copies: 1 }))
  done(run.print({ type: 'markPrinted', docId, jobId, evidence: 'file' }))
}

export { CLERK, LEAD }
