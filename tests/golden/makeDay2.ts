import type { CalendarYear } from '../../shared/domain/calendar/calendarYear.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { HallRun } from '../projections/support/hallRun.ts'
import { answeredAtOnce, answers, owed } from './day2/enquiries.ts'
import { changes, doubtfulPrint, found, items, morning, signIns } from './day2/hallDay.ts'
import * as intakes from './day2/intakes.ts'
import { act, CLOCK, done, LEAD, printed, turnTo } from './day2/steps.ts'
import * as work from './day2/work.ts'

/** Invented for this log: nobody has announced these days. */
const INVENTED_2027: CalendarYear = {
  year: 2027,
  notice: { title: '试用的放假安排（虚构）', reference: 'content_0000000', issued: '2026-12' },
  restDays: ['2027-01-01', '2027-01-02', '2027-01-03', '2027-02-22'],
  workingWeekends: ['2027-01-09']
}

/**
 * Monday 2026-11-23 and the weeks after in the demo hall, by the rules of today, with ids and times that are always the
 * same. Everything that a case can go through happens at least once, and a case goes each way that it can go; what came
 * later happens in day 3.
 *
 * The committed `day-2.json` was made with it, and is never made again because a rule has changed. By the rules of today
 * it shows which shapes are still made.
 */
export function makeDay2(): readonly Recorded[] {
  const run = new HallRun('2026-11-23T00:50:00.000Z')
  found(run)
  signIns(run)
  morning(run)
  const asked = answeredAtOnce(run)
  const questions = owed(run)
  const silent = intakes.leftAtTheCounter(run)
  const complete = intakes.leftComplete(run)
  intakes.declined(run)
  const noticed = intakes.noticed(run)
  const spot = work.onTheSpot(run)
  work.bill(run)
  work.helpAtOnce(run)
  intakes.withdrawn(run)
  doubtfulPrint(run, `${noticed}-1`)
  printed(run, `${spot}-1`)

  turnTo(run, '2026-11-24')
  changes(run)
  items(run)
  answers(run, questions)
  intakes.lookedThrough(run, complete)
  intakes.noticedAgain(run, noticed)
  intakes.fromEnquiry(run, asked)
  const alone = intakes.leftAlone(run)
  const [kept, broken, late] = work.promises(run)
  const joint = work.joint(run)

  turnTo(run, '2026-11-25')
  intakes.supplemented(run, noticed)
  work.publicNotice(run, asked)

  turnTo(run, '2026-11-27')
  work.opinions(run, joint)
  work.longerNotice(run, asked)

  turnTo(run, '2026-11-30')
  work.kept(run, kept)
  work.refusedAbove(run, noticed)

  turnTo(run, '2026-12-01')
  intakes.deemed(run, silent)
  work.broken(run, broken)

  turnTo(run, '2026-12-07')
  work.pieceTooLate(run, late)
  work.noticeOver(run, asked)
  work.licensed(run, silent)
  work.upward(run, asked)
  work.extended(run, asked)

  turnTo(run, '2026-12-21')
  const overTheYear = work.overTheYear(run)
  work.repaired(run, broken)
  holidays(run)

  turnTo(run, '2027-01-06')
  work.approvedAbove(run, asked)
  work.decide(run, overTheYear, 'approved')

  turnTo(run, '2027-02-17')
  intakes.reminded(run, alone)
  turnTo(run, '2027-02-24')
  intakes.lapsed(run, alone)
  return run.records
}

/** The list of the next year comes in, and every date that was 暂定 is counted again, as the program does it. */
function holidays(run: HallRun): void {
  done(run.loadHolidays(JSON.stringify(INVENTED_2027), LEAD))
  for (const caseId of [...run.cases.keys()]) {
    if (run.desk.cases.has(caseId)) act(run, caseId, { type: 'recomputeLimits' }, CLOCK)
  }
}
