import { describe, expect, it, vi } from 'vitest'
import { calendarInForce } from '../../shared/domain/calendar/liveCalendar.ts'
import { shippedCalendarYears } from '../../shared/domain/calendar/shippedYears.ts'
import type { KnownCaseState } from '../../shared/domain/casework/case.ts'
import type { Json, Recorded } from '../../shared/kernel/messages.ts'
import { CaseReader } from '../../shared/projections/caseLook.ts'
import { caseShown, type KnownCase } from '../../shared/projections/caseShown.ts'
import { Desk } from '../../shared/projections/desk.ts'
import { packDesk, unpackDesk } from '../../shared/projections/deskSnapshot.ts'
import { batchesShown, cardsRegistered, gridShown, gridsListed } from '../../shared/projections/outreachViews.ts'
import { paperShown } from '../../shared/projections/paperShown.ts'
import { deskView, hallView } from '../../shared/projections/queueViews.ts'
import { timeline } from '../../shared/projections/timeline.ts'
import { workView } from '../../shared/projections/workView.ts'
import { HALL } from '../support/builders.ts'
import { digestOf, golden } from './files.ts'
import { RECORDED_DAYS } from './recordedDays.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000 })

const HINT =
  'A log that was recorded earlier must go on showing the same. If the screens are meant to show something new, run ' +
  '`GOLDEN=views npx vitest run tests/golden`, look at the difference and commit it.'

function deskAfter(records: readonly Recorded[]): Desk {
  const desk = new Desk()
  for (const recorded of records) desk.apply(recorded)
  return desk
}

/** How cases stand at noon of the desk's newest day, by the holidays that were loaded until then. */
function readingAtNoon(desk: Desk) {
  const reader = new CaseReader()
  const calendar = calendarInForce(shippedCalendarYears(), () => desk.holidays)
  const moment = { today: desk.date, now: `${desk.date}T04:00:00.000Z`, calendar }
  return (state: KnownCaseState) => reader.read(desk, state, moment)
}

/** What people see after these records, and a digest of everything on the desk. */
function seenAfter(records: readonly Recorded[]) {
  const desk = deskAfter(records)
  const hall = desk.hall ?? HALL
  const { date } = desk
  const reading = readingAtNoon(desk)
  return {
    records: records.length,
    hall: hallView(hall, desk.service, desk.queues.get(date), date),
    desk: deskView(desk, hall, date, { counter: 9, personId: '' }, reading),
    work: workView(desk, reading),
    papers: [...desk.papers.values()].map(paperShown),
    cases: [...desk.cases.values()].map((state) => caseShown(state as KnownCase, reading)),
    grids: gridsListed(desk, hall, date),
    registered: [...desk.grids.keys()].map((gridId) => gridShown(desk, hall, gridId, date)),
    batches: batchesShown(desk),
    cards: cardsRegistered(records.filter(({ stream }) => stream.startsWith('register-'))),
    digest: digestOf(packDesk(desk))
  }
}

function timelinesOf(records: readonly Recorded[]) {
  const cases = new Set(records.map((r) => r.stream).filter((stream) => stream.startsWith('case-')))
  return Object.fromEntries(
    [...cases].map((stream) => {
      const docs = records.filter((r) => r.stream.startsWith(`doc-${stream.slice('case-'.length)}`))
      return [stream, timeline([...records.filter((r) => r.stream === stream), ...docs])]
    })
  )
}

const plain = <T>(value: T): unknown => JSON.parse(JSON.stringify(value))

describe.each(RECORDED_DAYS)('the recorded $name', ({ name, records: day }) => {
  /** At every quarter and at the end. */
  const places = [1, 2, 3, 4].map((quarter) => Math.floor((day.length * quarter) / 4))
  const makeViews = () => ({
    seen: places.map((count) => seenAfter(day.slice(0, count))),
    timelines: timelinesOf(day)
  })
  const views = golden<ReturnType<typeof makeViews>>('views', `${name}.views.json`, makeViews)

  it('is numbered like a log: positions without a gap, versions by stream', () => {
    expect(day.map((r) => r.position.seq)).toEqual(day.map((_, i) => i + 1))
    const versions = new Map<string, number>()
    for (const { stream, version } of day) {
      expect(version).toBe((versions.get(stream) ?? 0) + 1)
      versions.set(stream, version)
    }
  })

  it.each(places.map((count, i) => [count, i] as const))(
    'looks the same after %i records as when it was recorded',
    (count, i) => {
      const { digest, ...seen } = seenAfter(day.slice(0, count))
      const { digest: then, ...before } = views.seen[i] ?? { digest: '' }
      expect(plain(seen), HINT).toEqual(before)
      expect(digest, `Something on the desk that no view shows has changed. ${HINT}`).toBe(then)
    }
  )

  it('tells the same of each case', () => {
    expect(plain(timelinesOf(day)), HINT).toEqual(views.timelines)
  })

  it('comes to the same from a snapshot of any moment of it', () => {
    const whole = JSON.stringify(packDesk(deskAfter(day)))
    for (let cut = 0; cut <= day.length; cut += 1) {
      const restored = unpackDesk(JSON.parse(JSON.stringify(packDesk(deskAfter(day.slice(0, cut))))) as Json)
      for (const recorded of day.slice(cut)) restored?.apply(recorded)
      expect(restored && JSON.stringify(packDesk(restored)), `cut after ${cut} records`).toBe(whole)
    }
  })
})
