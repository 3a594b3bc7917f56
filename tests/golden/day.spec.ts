import { describe, expect, it, vi } from 'vitest'
import type { Json, Recorded } from '../../shared/kernel/messages.ts'
import { caseShown, type KnownCase } from '../../shared/projections/caseShown.ts'
import { Desk } from '../../shared/projections/desk.ts'
import { packDesk, unpackDesk } from '../../shared/projections/deskSnapshot.ts'
import { paperShown } from '../../shared/projections/paperShown.ts'
import { deskView, hallView } from '../../shared/projections/queueViews.ts'
import { timeline } from '../../shared/projections/timeline.ts'
import { HALL } from '../support/builders.ts'
import { digestOf, golden, oneALine } from './files.ts'
import { makeDay } from './makeDay.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000 })

const HINT =
  'A log that was recorded earlier must go on showing the same. If the screens are meant to show something new, run ' +
  '`GOLDEN=views npx vitest run tests/golden`, look at the difference and commit it.'

const day = golden<readonly Recorded[]>('day', 'day-1.json', makeDay, oneALine)

function deskAfter(records: readonly Recorded[]): Desk {
  const desk = new Desk()
  for (const recorded of records) desk.apply(recorded)
  return desk
}

/** What people see after so many records, and a digest of everything on the desk. */
function seenAfter(count: number) {
  const desk = deskAfter(day.slice(0, count))
  const hall = desk.hall ?? HALL
  const { date } = desk
  return {
    records: count,
    hall: hallView(hall, desk.queues.get(date), date),
    desk: deskView(desk, hall, date, 9),
    papers: [...desk.papers.values()].map(paperShown),
    cases: [...desk.cases.values()].map((state) => caseShown(state as KnownCase)),
    digest: digestOf(packDesk(desk))
  }
}

/** At every quarter of the recorded day and at its end. */
const places = [1, 2, 3, 4].map((quarter) => Math.floor((day.length * quarter) / 4))
const timelines = () => {
  const cases = new Set(day.map((r) => r.stream).filter((stream) => stream.startsWith('case-')))
  return Object.fromEntries(
    [...cases].map((stream) => {
      const docs = day.filter((r) => r.stream.startsWith(`doc-${stream.slice('case-'.length)}`))
      return [stream, timeline([...day.filter((r) => r.stream === stream), ...docs])]
    })
  )
}
const makeViews = () => ({ seen: places.map(seenAfter), timelines: timelines() })
const views = golden<ReturnType<typeof makeViews>>('views', 'day-1.views.json', makeViews)
const plain = <T>(value: T): unknown => JSON.parse(JSON.stringify(value))

describe('the recorded day', () => {
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
      const { digest, ...seen } = seenAfter(count)
      const { digest: then, ...before } = views.seen[i] ?? { digest: '' }
      expect(plain(seen), HINT).toEqual(before)
      expect(digest, `Something on the desk that no view shows has changed. ${HINT}`).toBe(then)
    }
  )

  it('tells the same of each case', () => {
    expect(plain(timelines()), HINT).toEqual(views.timelines)
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
