import type { CalendarYear } from '../../../shared/domain/calendar/calendarYear.ts'
import type { HallRun } from '../../projections/support/hallRun.ts'
import { PEOPLE } from '../../support/builders.ts'
import { act, brought, CLOCK, done, idOf, LEAD } from '../day2/steps.ts'
import { decide } from '../day2/work.ts'

/** Invented for this log: nobody has announced these days. */
const INVENTED_2027: CalendarYear = {
  year: 2027,
  notice: { title: '试用的放假安排（虚构）', reference: 'content_0000000', issued: '2026-12' },
  restDays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-01-04', '2027-01-05'],
  workingWeekends: ['2027-01-16']
}

const { plain, rare, long } = PEOPLE

/** What goes up, what several offices decide, and what a piece follows: each with dates beyond the year. */
export function partsUnderWay(run: HallRun): string {
  run.pass(5)
  idOf(run.takeIn('acceptCase', brought({ itemId: 'MZ-001', applicant: plain })))
  idOf(run.takeIn('acceptCase', brought({ itemId: 'GT-002', applicant: rare })))
  const results = { m7: 'deferred' } as const
  idOf(run.takeIn('acceptCase', brought({ itemId: 'MZ-003', applicant: long, results })))
  return idOf(run.takeIn('acceptCase', brought({ itemId: 'GT-004', applicant: plain })))
}

/** Papers of a licence are left at the counter; another licence is granted and has yet to be handed out. */
export function overTheYear(run: HallRun, licence: string): void {
  run.pass(5)
  idOf(run.takeIn('receiveCase', brought({ itemId: 'GT-004', applicant: rare })))
  decide(run, licence, 'approved', { certificateNo: '采字2026-0002', validUntil: '2027-04-01' })
}

/** The list of the next year comes in, and every date that was 暂定 is counted again, as the program does it. */
export function holidays(run: HallRun): void {
  done(run.loadHolidays(JSON.stringify(INVENTED_2027), LEAD))
  for (const caseId of [...run.cases.keys()]) {
    if (run.desk.cases.has(caseId)) act(run, caseId, { type: 'recomputeLimits' }, CLOCK)
  }
}
