import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { waitStats } from '../../shared/domain/queue/waitStats.ts'
import { anomaliesIn } from './morning/audit.ts'
import { figuresOf } from './morning/figures.ts'
import type { RawRecord } from './morning/hall.ts'
import { type Morning, runMorning } from './morning/run.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const SEED = 20261123
const VISITORS = 300

let morning: Morning
let records: readonly RawRecord[]

beforeAll(async () => {
  morning = await runMorning(SEED, VISITORS)
  records = morning.hall.records()
})
afterAll(() => morning.hall.close())

const all = () => records.flatMap((record) => record.events)
const count = (type: string): number => all().filter((event) => event.type === type).length

describe(`a morning of ${VISITORS} visitors at nine counters (seed ${SEED})`, () => {
  it('really had everything in it: reasons, appointments, no-shows, fetched copies, other counters, second thoughts', () => {
    const kinds = [
      'TicketRecalled',
      'TicketMissed',
      'TicketRejoined',
      'TicketHeld',
      'TicketTakenBack',
      'TicketTransferred',
      'NextServiceBegun',
      'ServiceCorrected',
      'ServiceStillRunning',
      'TicketCancelled',
      'ActUndone',
      'CounterPaused',
      'AppointmentLapsed',
      'ExtendedServiceBegan'
    ]
    expect(kinds.filter((type) => count(type) === 0)).toEqual([])
    const issued = all().flatMap((event) => (event.type === 'TicketIssued' ? [event.data] : []))
    expect(issued.filter((ticket) => ticket.priority).length).toBeGreaterThan(10)
    expect(issued.filter((ticket) => ticket.appointment).length).toBeGreaterThan(4)
    const undone = new Set(all().flatMap((event) => (event.type === 'ActUndone' ? [event.data.act] : [])))
    expect(undone.size, [...undone].join()).toBeGreaterThan(3)
    expect(morning.doubled).toBeGreaterThan(100)
  })

  it('has nothing in it that must not be', () => {
    expect(anomaliesIn(records)).toEqual([])
  })

  it('gives every visitor one number, and every number its end', () => {
    expect(new Set(morning.visitors.map((visitor) => visitor.ticketId)).size).toBe(VISITORS)
    const { issued, walkIns, dispositions } = waitStats(morning.day)
    expect(issued).toBe(VISITORS + walkIns)
    const { finished, missed, cancelled } = dispositions
    expect(finished + missed + cancelled).toBe(issued)
    // A paper for each number that was taken, none for who was served without one.
    expect(count('DocumentIssued')).toBe(VISITORS)
  })

  it('announces each call once, however many screens hear it', () => {
    expect(count('CallAnnounced')).toBe(count('TicketCalled') + count('TicketRecalled') + undoneCalls())
  })

  it('has the same figures, counted once more from the log’s own lines', () => {
    expect(figuresOf(records)).toEqual(waitStats(morning.day))
    expect(waitStats(morning.day).wait.count).toBeGreaterThan(VISITORS * 0.9)
  })

  it('does not close while people wait, and closes when nobody does (延时服务制)', () => {
    expect(morning.closedEarly).toMatchObject({ ok: false, refusal: { code: 'hall-not-empty' } })
    expect(morning.closed).toMatchObject({ ok: true })
    expect(all().at(-1)).toMatchObject({ type: 'HallDayClosed', data: { expired: [], by: 'p1' } })
    expect(count('ExtendedServiceBegan')).toBe(count('ExtendedServiceEnded'))
  })

  it('refuses what leads nowhere, and nothing else', () => {
    const known = [
      'nobody-waiting',
      'ticket-not-here',
      'ticket-not-waiting',
      'no-show-too-soon',
      'undo-changed',
      'undo-nothing',
      'counter-busy',
      'transfer-self',
      'transfer-counter-closed',
      'transfer-person-absent',
      'hall-not-empty',
      'rejoined-already',
      'group-not-here'
    ]
    expect([...morning.refused.keys()].filter((code) => !known.includes(code))).toEqual([])
  })
})

/** A call that is taken back is said too: nobody should go there. */
const undoneCalls = (): number =>
  all().filter((event) => event.type === 'ActUndone' && event.data.act === 'TicketCalled').length

describe('the audit of a morning', () => {
  const tampered = (change: (copy: RawRecord[]) => void): string[] => {
    const copy = structuredClone(records) as RawRecord[]
    change(copy)
    return anomaliesIn(copy.map((record, n) => ({ ...record, seq: n + 1 })))
  }
  const indexOf = (type: string): number => records.findIndex(({ events }) => events.some((e) => e.type === type))

  it.each(['TicketIssued', 'TicketCalled', 'ServiceStarted', 'ServiceFinished', 'TicketTransferred'])(
    'misses a %s that is left out',
    (type) => {
      expect(tampered((copy) => copy.splice(indexOf(type), 1)).length).toBeGreaterThan(0)
    }
  )

  it.each(['TicketCalled', 'TicketMissed', 'CallAnnounced'])('finds a %s that stands twice', (type) => {
    const again = (copy: RawRecord[]): void => {
      const at = indexOf(type)
      copy.splice(at, 0, { ...(copy[at] as RawRecord), commitId: 'again' })
    }
    expect(tampered(again).length).toBeGreaterThan(0)
  })
})
