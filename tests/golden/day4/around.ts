import { dayStream, judgeOpening } from '../../../shared/domain/day/openingChecks.ts'
import { decideRating, type RatingCommand } from '../../../shared/domain/feedback/decideRating.ts'
import { followUpDates } from '../../../shared/domain/feedback/followUp.ts'
import { initialRating, ratingStream } from '../../../shared/domain/feedback/rating.ts'
import { toAsk } from '../../../shared/domain/feedback/toAsk.ts'
import { paperHall } from '../../../shared/domain/hall/paperHall.ts'
import { decideDaySheet } from '../../../shared/domain/printing/daySheet.ts'
import { GLYPH_BYTES, packGlyph } from '../../../shared/domain/printing/glyphBitmap.ts'
import { decideGlyphs, GLYPHS, type GlyphCommand } from '../../../shared/domain/printing/glyphs.ts'
import { documentStream } from '../../../shared/domain/printing/printing.ts'
import { voiceStream } from '../../../shared/domain/queue/announced.ts'
import { accept } from '../../../shared/kernel/result.ts'
import { CaseReader } from '../../../shared/projections/caseLook.ts'
import { daySheet } from '../../../shared/projections/daySheet.ts'
import { BY_CLOCK, type HallRun } from '../../projections/support/hallRun.ts'
import { CLERK, HALL, LEAD } from '../../support/builders.ts'
import { done } from '../day2/steps.ts'
import { at, take } from './queueDay.ts'

const BY_LEAD = { by: LEAD.personId, byName: LEAD.name }
const VISITOR = { by: 'visitor', byName: '', screen: 'rating' } as const

/** Before the door is opened: everything is well but the printer of tickets. */
export function openingChecked(run: HallRun): void {
  const checks = judgeOpening({
    printers: { ticket: 'paper-out', paper: 'folder' },
    hallScreens: { planned: 1, open: 1 },
    lastSaid: null,
    voiceOn: true,
    diskFree: 40 * 1024 ** 3,
    now: run.at,
    newestRecord: null,
    holidaysMissing: false,
    coveredThrough: '2026-12-31',
    history: 'ready',
    logAlarm: false,
    openDays: 0,
    unprinted: 0
  })
  const data = { at: run.at, by: LEAD.personId, checks }
  done(run.commit(dayStream(run.date), accept([{ type: 'OpeningChecked', v: 1, data }]), BY_LEAD))
}

/** The hall's voice says what it has to say, newest last. */
export function announced(run: HallRun): void {
  const day = run.queues.get(run.date)
  const sayings = day && day.status !== 'unopened' ? [...day.sayings].reverse() : []
  for (const { sayId } of sayings.slice(0, 2)) {
    const data = { sayId, how: 'clips' as const, times: 2, startedAt: run.at, endedAt: run.at }
    const said = accept([{ type: 'CallAnnounced' as const, v: 1 as const, data }])
    done(run.commit(voiceStream(run.date), said, { by: 'visitor', byName: '', screen: 'hall' }))
  }
}

/** A visit from call to finish at the counter with the rating screen; answers with the id of its rating. */
function asked(run: HallRun): string {
  take(run, 'A')
  at(run, 1, 'callNext')
  at(run, 1, 'startService')
  at(run, 1, 'finishService')
  const day = run.queues.get(run.date)
  const last = day && day.status !== 'unopened' ? day.counters.get(1)?.last : null
  const finished = { ticketId: last?.ticketId ?? '', counter: 1, at: run.at, by: CLERK.personId, byName: CLERK.name }
  const ask = toAsk(run.desk, finished, run.date)
  if (!ask) throw new Error('nobody is asked')
  done(run.commit(ratingStream(ask.ratingId), decideRating(initialRating, { type: 'ask', ...ask }), BY_CLOCK))
  return ask.ratingId
}

type Told = RatingCommand extends infer C ? (C extends unknown ? Omit<C, 'at'> : never) : never

function onRating(run: HallRun, ratingId: string, command: Told, meta: object = VISITOR): void {
  const state = run.desk.ratings.get(ratingId) ?? initialRating
  done(run.commit(ratingStream(ratingId), decideRating(state, { ...command, at: run.at } as RatingCommand), meta))
}

/** One bad rating with all that becomes of it, one good one, one without an answer. */
export function ratings(run: HallRun): void {
  const { rating } = run.desk.service
  const on = run.date
  const dates = followUpDates(run.calendar, on, rating)
  const good = asked(run)
  onRating(run, good, { type: 'give', on, level: 1, reasons: [], comment: '', phone: null, dates })
  onRating(run, asked(run), { type: 'end', why: 'timeout' }, BY_CLOCK)
  const bad = asked(run)
  onRating(run, bad, { type: 'prolong', seconds: rating.timeoutSeconds })
  onRating(run, bad, {
    type: 'give',
    on,
    level: 4,
    reasons: ['again', 'notTold'],
    comment: '第二次才说还要户口簿',
    phone: '13800138007',
    dates
  })
  const by = { personId: LEAD.personId, name: LEAD.name }
  const lead = { on, by } as const
  onRating(run, bad, { type: 'start', ...lead, reviewer: by }, BY_LEAD)
  onRating(run, bad, { type: 'revealPhone', ...lead }, BY_LEAD)
  onRating(run, bad, { type: 'callBack', ...lead, reached: true, text: '已说明并致歉' }, BY_LEAD)
  const until = run.calendar.addWorkingDays(on, rating.closeDays + 2).date
  onRating(run, bad, { type: 'extend', ...lead, until, reason: '要问事项部门', approvedBy: by }, BY_LEAD)
  onRating(run, bad, { type: 'close', ...lead, outcome: 'fixed', text: '一次性告知单已补', secondLevel: 2 }, BY_LEAD)
  onRating(run, bad, { type: 'annotate', ...lead, text: '纳入月例会' }, BY_LEAD)
}

/** Two characters that no font has: one is drawn for all papers, one is left to the hand on one paper. */
export function glyphs(run: HallRun, docId: string): void {
  const dots = new Uint8Array(GLYPH_BYTES)
  dots.fill(0b00111100, 512, 1024)
  const codePoint = 0x2ebf0
  const command = (c: GlyphCommand) => done(run.commit(GLYPHS, decideGlyphs(run.desk.glyphs, c), BY_LEAD))
  command({ type: 'drawGlyph', lacking: [codePoint], codePoint, bitmap: packGlyph(dots), source: 'drawn' })
  command({ type: 'leaveToHand', lacking: [0x323b0], docId, codePoints: [0x323b0], kind: 'acceptanceNotice' })
}

/** The sheet of the day, for whoever locks the door. */
export function sheetPrinted(run: HallRun): void {
  const reader = new CaseReader()
  const { desk, calendar, date } = run
  const hall = desk.hall ?? HALL
  const moment = { today: date, now: run.at, calendar }
  const { left: _left, ...sheet } = daySheet(desk, hall, {
    ...moment,
    read: (state) => reader.read(desk, state, moment)
  })
  const docId = `day-${run.freshId()}`
  const jobId = run.freshId()
  const issued = { hall: paperHall(hall), issuedAt: run.at, issuedBy: LEAD.name }
  const paper = { kind: 'daySheet' as const, ...issued, ...sheet }
  done(run.commit(documentStream(docId), decideDaySheet({ paper, target: { kind: 'folder' }, docId, jobId }), BY_LEAD))
  done(run.print({ type: 'markPrinted', docId, jobId, evidence: 'file' }))
}
