import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import { type CaseState, isPastEnquiry } from '../../shared/domain/casework/case.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { isRatingEvent } from '../../shared/domain/feedback/rating.ts'
import { closedQueue } from '../../shared/domain/queue/queue.ts'
import type { Json, Recorded } from '../../shared/kernel/messages.ts'
import { Desk } from '../../shared/projections/desk.ts'
import { packDesk, unpackDesk } from '../../shared/projections/deskSnapshot.ts'
import { isOutreachEvent } from '../../shared/projections/outreachDesk.ts'
import { EVERY_EVENT } from '../support/everyEvent.ts'
import type { HallRun } from './support/hallRun.ts'
import { life, lifeOf } from './support/randomHall.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000 })

const deskOf = (records: readonly Recorded[], desk = new Desk()): Desk => {
  for (const recorded of records) desk.apply(recorded)
  return desk
}

/** Through a file and back. */
function reopened(desk: Desk): Desk {
  const restored = unpackDesk(JSON.parse(JSON.stringify(packDesk(desk))) as Json)
  if (!restored) throw new Error('the snapshot was not taken')
  return restored
}

/** Byte for byte: order of entries counts too, since lists on screens come in it. */
const digest = (desk: Desk): string => JSON.stringify(packDesk(desk))

describe('a desk from a snapshot', () => {
  it('and the rest of the log is the desk from the whole log, wherever the snapshot was taken', () => {
    fc.assert(
      fc.property(life, fc.array(fc.nat(), { minLength: 1, maxLength: 4 }), (steps, cuts) => {
        const { records, desk } = lifeOf(steps)
        for (const cut of cuts) {
          const at = cut % (records.length + 1)
          const restored = deskOf(records.slice(at), reopened(deskOf(records.slice(0, at))))
          expect(digest(restored)).toBe(digest(desk))
          expect(restored).toEqual(desk)
        }
      }),
      { numRuns: 80 }
    )
  })

  it('may be one of a snapshot, again and again', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { records, desk } = lifeOf(steps)
        const restored = records.reduce((d, recorded) => deskOf([recorded], reopened(d)), new Desk())
        expect(digest(restored)).toBe(digest(desk))
      }),
      { numRuns: 10 }
    )
  })

  it('has everything: no field of the desk is left out', () => {
    const { shape: _shape, ...packed } = packDesk(new Desk()) as { readonly [key: string]: Json }
    expect(Object.keys(packed).sort()).toEqual(Object.keys(new Desk()).sort())
  })

  it('of another shape is not taken: the log is read instead', () => {
    const packed = packDesk(new Desk()) as { readonly [key: string]: Json }
    expect(unpackDesk(packed)).not.toBeNull()
    expect(unpackDesk({ ...packed, shape: 0 })).toBeNull()
    for (const other of [null, {}, [], 'x', 7] as Json[]) expect(unpackDesk(other)).toBeNull()
  })
})

describe('folding', () => {
  it('the same records gives the same desk', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { records } = lifeOf(steps)
        expect(digest(deskOf(records))).toBe(digest(deskOf(records)))
      }),
      { numRuns: 30 }
    )
  })

  it('leaves the records as they are', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { records } = lifeOf(steps)
        const before = JSON.stringify(records)
        deskOf(records)
        expect(JSON.stringify(records)).toBe(before)
      }),
      { numRuns: 20 }
    )
  })

  it('of these lives, taken together, meets every kind of fact', () => {
    const seen = new Set<string>()
    for (const steps of fc.sample(life, { numRuns: 160, seed: 20261123 })) {
      for (const { commit } of lifeOf(steps).records) for (const event of commit.events) seen.add(event.type)
    }
    const all = EVERY_EVENT
    // Nobody signs out or leaves in these lives, and the hall keeps its rules; everything else happens. Grids and their
    // cards have lives of their own (`tests/outreach`), as have ratings (`tests/feedback`), appointments, the voice and
    // hours past closing time (`tests/commands`).
    const never = [
      'AppointmentBooked',
      'AppointmentCancelled',
      'AppointmentLapsed',
      'CallAnnounced',
      'CommitmentUnblocked',
      'ExtendedServiceBegan',
      'ExtendedServiceEnded',
      'GlyphDrawn',
      'GlyphLeftToHand',
      'HallRulesSet',
      'HallServiceSet',
      'HolidaysLoaded',
      'LimitsRecomputed',
      'OpeningChecked',
      'SignedOut',
      'StaffEnded'
    ]
    const apart = (type: string): boolean =>
      [isOutreachEvent, isRatingEvent].some((is) => is({ type, v: 1, data: null }))
    const here = Object.keys(all).filter((type) => !apart(type))
    expect(here.filter((type) => !seen.has(type))).toEqual(never)
  })
})

describe('what lies on the desk, against the whole history', () => {
  const isOpen = (status: string): boolean => status === 'queued' || status === 'sent' || status === 'unknown'

  /** After any life. */
  const always = (check: (run: HallRun) => void, numRuns = 60): void =>
    fc.assert(
      fc.property(life, (steps) => check(lifeOf(steps))),
      { numRuns }
    )

  const over = ['completed', 'declined', 'returned', 'withdrawn']
  /** Over, and nothing is left to be checked. */
  const isDone = (state: CaseState): boolean =>
    over.includes(state.status) && !(state.status === 'completed' && state.commitments.some((c) => c.checked === null))

  it('is every case that is not over, and of the others only what was done since the day turned', () => {
    always(({ desk, cases, records }) => {
      for (const [id, state] of cases) {
        if (!isDone(state) && !isPastEnquiry(state, desk.date)) expect(desk.cases.get(id)).toEqual(state)
      }
      // The record that turned the day to where it stands; a clock that goes back turns nothing.
      const turned = records.findIndex((r) => r.commit.meta.date === desk.date)
      const since = new Set(records.slice(turned).map((r) => r.stream))
      for (const [id, state] of desk.cases) {
        expect(state).toEqual(cases.get(id))
        if (isDone(state)) expect(since).toContain(`case-${id}`)
      }
    })
  })

  it('is the queue of every day that is not closed, and of the closed only that they are and their numbers', () => {
    always(({ desk, queues }) => {
      expect([...desk.queues.keys()]).toEqual([...queues.keys()])
      for (const [date, queue] of queues) {
        expect(desk.queues.get(date)).toEqual(queue.status === 'closed' ? closedQueue(date, queue.serials) : queue)
      }
    })
  })

  it('is every paper of a case that is not known to have come out', () => {
    always(({ desk, prints, records }) => {
      const issued = records.flatMap((r) => r.commit.events.map((event) => ({ event: event as DomainEvent, r })))
      for (const { event, r } of issued) {
        if (event.type !== 'DocumentIssued' || event.data.paper.kind === 'ticket') continue
        const jobs = prints.get(event.data.docId)?.jobs ?? []
        if (jobs.some((j) => j.status === 'printed')) continue
        expect(desk.papers.get(event.data.docId)).toMatchObject({
          docNo: event.data.docNo,
          paper: event.data.paper,
          prints: { jobs },
          issuedAt: r.commit.meta.at
        })
      }
    })
  })

  it('is every print that is under way or in doubt, also of papers that were put away', () => {
    always(({ desk, prints }) => {
      for (const [docId, { jobs }] of prints) {
        const known = [...(desk.papers.get(docId)?.prints.jobs ?? []), ...(desk.strayPrints.get(docId)?.jobs ?? [])]
        // A ticket of a closed day goes with its prints: nobody waits for it.
        if (docId.startsWith('t-') && !desk.papers.has(docId)) continue
        expect(known).toEqual(expect.arrayContaining(jobs.filter((j) => isOpen(j.status))))
      }
    })
  })

  it('is no ticket of a day that is closed, and every one of a later day, unless it is in somebody’s hand', () => {
    always(({ desk, queues, prints }) => {
      const onDesk = [...desk.papers.values()].flatMap((p) => (p.paper.kind === 'ticket' ? [p] : []))
      const closed = [...queues].flatMap(([date, { status }]) => (status === 'closed' ? [date] : []))
      const lastClosed = closed.sort().at(-1) ?? ''
      for (const { date } of onDesk)
        expect([...queues.values()].some((q) => q.status === 'open' && q.date === date)).toBe(true)
      for (const queue of queues.values()) {
        if (queue.status !== 'open' || queue.date <= lastClosed) continue
        for (const { ticketId, source } of queue.tickets.values()) {
          // Who is served without a number gets no paper with one.
          if (source === 'walkIn') continue
          const jobs = prints.get(`t-${ticketId}`)?.jobs ?? []
          if (!jobs.some((j) => j.status === 'printed')) expect(desk.papers.has(`t-${ticketId}`)).toBe(true)
        }
      }
    })
  })

  it('knows the version of a stream, or that it does not', () => {
    always(({ desk, versions }) => {
      for (const [stream, version] of versions) expect([version, undefined]).toContain(desk.versionOf(stream))
      for (const id of desk.cases.keys()) expect(desk.versionOf(`case-${id}`)).toBe(versions.get(`case-${id}`))
      for (const date of desk.queues.keys()) expect(desk.versionOf(`queue-${date}`)).toBe(versions.get(`queue-${date}`))
      for (const id of desk.papers.keys()) expect(desk.versionOf(`doc-${id}`)).toBe(versions.get(`doc-${id}`))
      for (const id of desk.staff.keys()) expect(desk.versionOf(`staff-${id}`)).toBe(versions.get(`staff-${id}`))
    })
  })

  it('knows how many tries of a password were wrong, whatever day they were on', () => {
    always(({ desk, staff }) => {
      expect(desk.staff.get('zhou')).toEqual(staff.get('zhou'))
    }, 20)
  })

  it('has the last serials of every day and year, so that numbers go on without a gap and none comes twice', () => {
    always(({ desk, serials, cases }) => {
      const asked = [...desk.enquirySerials].map(([date, serial]) => [`ZX-${date}`, serial] as const)
      const all = Object.fromEntries([...desk.caseSerials, ...desk.docSerials, ...asked])
      expect(all).toEqual(Object.fromEntries(serials))
      const numbers = [...cases.values()].flatMap((c) => (c.status === 'none' ? [] : [c.caseNo]))
      expect(new Set(numbers).size).toBe(numbers.length)
    })
  })

  it('has what the hall says of itself last, and where it prints', () => {
    always(({ desk, records }) => {
      const events = records.flatMap((r) => r.commit.events as readonly DomainEvent[])
      const config = events.flatMap((e) =>
        e.type === 'HallChanged' || e.type === 'HallFounded' ? [e.data.config] : []
      )
      const chosen = events.flatMap((e) => (e.type === 'PrinterChosen' ? [e.data.target] : []))
      const card = events.flatMap((e) => (e.type === 'PrinterAssigned' ? [e.data.target] : []))
      const all = chosen.at(-1) ?? { kind: 'folder' }
      expect(desk.hall).toEqual(config.at(-1))
      expect(desk.printers).toEqual({ ticket: all, paper: all, card: card.at(-1) ?? { kind: 'folder' } })
      expect(desk.seq).toBe(records.length)
    }, 20)
  })
})
