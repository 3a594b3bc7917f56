import type { HallRun } from '../../projections/support/hallRun.ts'
import { AUTHORITY, ELSEWHERE, itemOf, PEOPLE, PROXY } from '../../support/builders.ts'
import { act, brought, CLERK, CLOCK, done, idOf, LEAD } from './steps.ts'

const { plain, rare, long } = PEOPLE

/** An agent whose power of attorney the office draws up. */
const AGENT = { ...PROXY, authority: { ...AUTHORITY, signed: false, drawUp: true } }

/** Papers of a licence are left at the counter by an agent, and nobody looks at them in time (许可法 32(4)). */
export function leftAtTheCounter(run: HallRun): string {
  run.pass(5)
  const proxy = { ...AGENT, idValidUntil: '2030-05-02' }
  const left = brought({ itemId: 'GT-004', applicant: { ...plain, idValidUntil: null }, proxy, ticketNo: 'G001' })
  return idOf(run.takeIn('receiveCase', left))
}

/** Complete papers are left, looked through the next day, and accepted from the day they came. */
export function leftComplete(run: HallRun): string {
  run.pass(5)
  return idOf(run.takeIn('receiveCase', brought({ itemId: 'HJ-004', applicant: rare, counter: null })))
}

export function lookedThrough(run: HallRun, caseId: string): void {
  run.pass(5)
  done(run.takeIn('acceptCase', brought({ itemId: 'HJ-004', applicant: rare, caseId })))
}

/** What the law accepts by itself when the last day to tell has passed in silence. */
export function deemed(run: HallRun, caseId: string): void {
  act(run, caseId, { type: 'deemAccepted' }, CLOCK)
}

/** Told at once that nothing is needed, without a case number; and that it is another's matter. */
export function declined(run: HallRun): void {
  run.pass(5)
  const item = itemOf('GT-004')
  const matter = { item, answers: {} }
  const reason = '房前屋后的零星林木不需要采伐许可'
  done(run.declineNew({ kind: 'notRequired', ...matter, applicant: plain, reason, destination: null }))
  const elsewhere = {
    ...matter,
    applicant: long,
    proxy: PROXY,
    reason: '国有林木不属于本机关职权',
    destination: ELSEWHERE
  }
  done(run.declineNew({ kind: 'outsideAuthority', ...elsewhere }))
}

/** A notice, a second one for what was overlooked, which a lead approves (许可法 72(4)), then the last piece. */
export function noticed(run: HallRun): string {
  run.pass(5)
  const gaps = { m1: 'missing', m2: 'notMeeting' } as const
  const visit = brought({ itemId: 'HJ-002', applicant: long, results: gaps, counter: null, ticketNo: 'E001' })
  return idOf(run.takeIn('giveOneTimeNotice', visit))
}

export function noticedAgain(run: HallRun, caseId: string): void {
  run.pass(5)
  const applicant = { ...long, phone: null }
  const approver = { personId: LEAD.personId, name: LEAD.name }
  const visit = brought({ itemId: 'HJ-002', applicant, proxy: AGENT, caseId, approver, results: { m3: 'missing' } })
  done(run.takeIn('giveOneTimeNotice', visit, '昨日漏看'))
}

export function supplemented(run: HallRun, caseId: string): void {
  run.pass(5)
  const results = { m1: 'corrected', m3: 'exempt' } as const
  done(run.takeIn('acceptCase', brought({ itemId: 'HJ-002', applicant: long, caseId, results })))
  act(run, caseId, { type: 'revealIdentity', field: 'applicant' })
}

/** An enquiry that comes back as a case: nothing is typed again, the first responder stays, a piece is missing. */
export function fromEnquiry(run: HallRun, caseId: string): void {
  run.pass(5)
  const answers = { s1: 'yes', s2: 'no' }
  const visit = brought({ itemId: 'MZ-001', applicant: plain, caseId, answers, results: { m4: 'missing' } })
  done(run.takeIn('giveOneTimeNotice', visit))
  run.pass(60)
  const results = { m7: 'committed', m3: 'exempt' } as const
  done(run.takeIn('acceptCase', brought({ itemId: 'MZ-001', applicant: plain, caseId, answers, results })))
}

/** Told what is missing, and not seen again. */
export function leftAlone(run: HallRun): string {
  run.pass(5)
  // A legal guardian, who needs no power of attorney.
  const proxy = { ...PROXY, phone: null, authority: null }
  const visit = brought({ itemId: 'MZ-001', applicant: rare, results: { m5: 'missing' }, proxy })
  const caseId = idOf(run.takeIn('giveOneTimeNotice', visit))
  act(run, caseId, { type: 'revealIdentity', field: 'proxy' })
  return caseId
}

export function lapsed(run: HallRun, caseId: string): void {
  act(run, caseId, { type: 'returnCase', reason: '期满没有补正，已经提醒' }, LEAD)
}

export const reminded = (run: HallRun, caseId: string): void =>
  act(run, caseId, { type: 'remindLapse', how: 'phone', note: '已接通' }, CLERK)

/** Taken back at the applicant's wish, who gets the originals back. */
export function withdrawn(run: HallRun): void {
  run.pass(5)
  const visit = brought({ itemId: 'GT-002', applicant: { ...long, idValidUntil: '2028-08-15' } })
  act(run, idOf(run.takeIn('acceptCase', visit)), { type: 'withdrawCase', reason: '改为翻修，不办了' })
}
