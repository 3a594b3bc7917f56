import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { DAY_LISTS } from '../../shared/documents/daySheetPaper.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { waitStats } from '../../shared/domain/queue/waitStats.ts'
import { accept } from '../../shared/kernel/result.ts'
import { type DaySheet, dayFigures, daySheet } from '../../shared/projections/daySheet.ts'
import { packDesk, unpackDesk } from '../../shared/projections/deskSnapshot.ts'
import { CALENDAR, CLERK, HALL, itemOf, LEAD, PEOPLE, PROXY, ticksFor } from '../support/builders.ts'
import { readingOf } from '../support/caseReading.ts'
import { BY_CLOCK, HallRun } from './support/hallRun.ts'
import { life, lifeOf } from './support/randomHall.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000 })

let run: HallRun

beforeEach(() => {
  run = new HallRun()
  run.hall({ type: 'HallFounded', v: 1, data: { config: HALL } })
})

const sheetOf = (of: HallRun = run): DaySheet =>
  daySheet(of.desk, of.desk.hall ?? HALL, {
    today: of.date,
    now: of.at,
    calendar: CALENDAR,
    read: readingOf(of.desk, of.date, of.at)
  })

const at = (type: Parameters<HallRun['counter']>[1], more: object = {}) => run.counter(9, type, CLERK, more)

/** A finished number, one that never came, one called, one held and one that waits. */
function evening(): void {
  for (const group of 'AAAAA') run.issue(group)
  run.pass(10)
  at('openCounter')
  at('callNext')
  at('startService')
  run.pass(8)
  at('finishService')
  at('callNext')
  at('markNoShow')
  at('callNext')
  at('startService')
  at('hold')
  at('callNext')
}

describe('the figures of a day', () => {
  it('are those of its statistics, in whole minutes and per cent, and the counts add up', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { queues, at: now } = lifeOf(steps)
        for (const day of queues.values()) {
          if (day.status === 'unopened' || day.extendedSince !== null) continue
          const figures = dayFigures(day, now)
          const { issued, walkIns, dispositions, wait, estimated, service, extendedMinutes } = waitStats(day)
          const whole = (seconds: number | null) => (seconds === null ? null : Math.round(seconds / 60))
          expect(figures).toEqual({
            issued,
            walkIns,
            finished: dispositions.finished,
            missed: dispositions.missed,
            cancelled: dispositions.cancelled,
            expired: dispositions.expired,
            open: dispositions.waiting + dispositions.underWay,
            waitMedian: whole(wait.p50),
            waitLongest: whole(wait.longest),
            withinEstimate: estimated.share === null ? null : Math.round(estimated.share * 100),
            serviceMean: whole(service.mean),
            extendedMinutes
          })
          const { finished, missed, cancelled, expired, open } = figures
          expect(finished + missed + cancelled + expired + open).toBe(issued)
        }
      }),
      { numRuns: 60 }
    )
  })

  it('of a closed day are those it had when it was closed', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const { desk, queues, at: now } = lifeOf(steps)
        const last = desk.lastDay
        if (!last) return
        const whole = queues.get(last.date)
        // Opened and closed again: nobody but the desk remembers what was before.
        if (whole?.status !== 'closed' || whole.tickets.size !== last.tickets.size) return
        expect(dayFigures(last, now)).toEqual(dayFigures(whole, now))
      }),
      { numRuns: 60 }
    )
  })

  it('have the extended session that goes on in them, and nothing to measure before anybody came', () => {
    expect(sheetOf().figures).toMatchObject({ issued: 0, waitMedian: null, extendedMinutes: 0 })
    run.issue('A')
    const began: DomainEvent = {
      type: 'ExtendedServiceBegan',
      v: 1,
      data: { at: run.at, waiting: 1, serving: 0, counters: [] }
    }
    run.commit(`queue-${run.date}`, accept([began]), BY_CLOCK)
    run.pass(25)
    expect(sheetOf()).toMatchObject({ extendedSince: expect.any(String), figures: { extendedMinutes: 25, open: 1 } })
  })

  it('go on when a closed hall is opened again, and are whole after it is closed a second time', () => {
    run.issue('A')
    at('openCounter')
    at('callNext')
    at('startService')
    run.pass(6)
    at('finishService')
    expect(at('closeHall')).toMatchObject({ ok: true })
    expect(sheetOf()).toMatchObject({ closed: true, figures: { issued: 1, finished: 1 } })
    run.issue('A')
    expect(sheetOf()).toMatchObject({ closed: false, figures: { issued: 2, finished: 1, open: 1 } })
    at('cancelTicket', { ticketId: `${run.date.replaceAll('-', '')}-A002`, reason: '走了' })
    expect(at('closeHall')).toMatchObject({ ok: true })
    expect(sheetOf()).toMatchObject({ closed: true, figures: { issued: 2, finished: 1, cancelled: 1 } })
  })
})

describe('what a day leaves', () => {
  it('numbers in the way of closing are named by what is to be done about them (延时服务制)', () => {
    evening()
    const { left, lists, closed } = sheetOf()
    expect(left).toEqual({ waiting: ['A005'], called: ['A004'], serving: [], held: ['A003'] })
    expect(lists.undisposed.map(({ no, state }) => [no, state])).toEqual([
      ['A003', '挂起，9 号窗口'],
      ['A004', '已叫号，9 号窗口'],
      ['A005', '等候中']
    ])
    expect(closed).toBe(false)
  })

  it('what lapsed at midnight stands on the sheet of the next day, also after that day is closed', () => {
    evening()
    const before = run.date
    run.goDays(1)
    run.closeDay(before)
    const lapsed = ['A002', 'A003', 'A004', 'A005']
    expect(sheetOf().lists.lapsed.map(({ no }) => no)).toEqual(lapsed)
    expect(sheetOf().lists.lapsed[0]?.state).toBe('11月23日过号，已作废')
    expect(sheetOf().lists.lapsed[1]?.state).toBe('11月23日没办完，已作废')
    expect(sheetOf()).toMatchObject({ figures: { issued: 0 }, lists: { undisposed: [] } })

    expect(run.issue('A')).toMatchObject({ value: { no: 'A001' } })
    at('cancelTicket', { ticketId: `${run.date.replaceAll('-', '')}-A001`, reason: '走了' })
    at('closeHall')
    expect(sheetOf()).toMatchObject({ closed: true })
    expect(sheetOf().lists.lapsed.map(({ no }) => no)).toEqual(lapsed)

    run.goDays(1)
    expect(sheetOf().lists.lapsed).toEqual([])
  })

  it('is told over a weekend: the last day that was open is the day before', () => {
    evening()
    const friday = run.date
    run.goDays(1)
    run.closeDay(friday)
    run.goDays(2)
    expect(sheetOf().lists.lapsed).toHaveLength(4)
  })

  it('survives a snapshot', () => {
    evening()
    const before = run.date
    run.goDays(1)
    run.closeDay(before)
    run.issue('B')
    const restored = unpackDesk(JSON.parse(JSON.stringify(packDesk(run.desk))))
    if (!restored) throw new Error('the snapshot was not taken')
    const look = { today: run.date, now: run.at, calendar: CALENDAR, read: readingOf(restored, run.date) }
    expect(daySheet(restored, HALL, look)).toEqual(sheetOf())
    expect(restored.lastDay).toEqual(run.desk.lastDay)
  })

  it('papers nobody has, cases that are due on the next working day, and notices whose materials are awaited', () => {
    const item = itemOf('MZ-001')
    const brought = { item, applicant: PEOPLE.plain, proxy: null, ticks: ticksFor(item) }
    expect(run.takeIn('acceptCase', brought)).toMatchObject({ ok: true })
    const missing = { ...brought, ticks: ticksFor(item, { [item.materials[0]?.id ?? '']: 'missing' }) }
    expect(run.takeIn('giveOneTimeNotice', { ...missing, applicant: PEOPLE.long })).toMatchObject({ ok: true })
    const { lists } = sheetOf()
    expect(lists.unprinted.map(({ state }) => state)).toEqual(['文书没有打印', '文书没有打印'])
    expect(lists.openNotices).toMatchObject([{ about: item.name, state: expect.stringMatching(/前补正$/) }])
    expect(lists.dueTomorrow).toEqual([])
    const accepted = [...run.cases.values()].find((one) => one.status === 'accepted')
    if (accepted?.status !== 'accepted') throw new Error('no case was accepted')
    const { due } = readingOf(run.desk, run.date, run.at)(accepted)
    const daysLeft = (): number => (Date.parse(due ?? '') - Date.parse(run.date)) / 86_400_000
    run.goDays(daysLeft() - 4)
    expect(sheetOf().lists.dueTomorrow).toEqual([])
    while (CALENDAR.addWorkingDays(run.date, 1).date !== due) run.goDays(1)
    expect(daysLeft()).toBeGreaterThan(0)
    expect(sheetOf().lists.dueTomorrow).toHaveLength(1)
    run.goDays(daysLeft())
    expect(sheetOf().lists.dueTomorrow[0]?.state).toMatch(/日到期$/)
    run.goDays(1)
    expect(sheetOf().lists.dueTomorrow[0]?.state).toMatch(/日到期，已超期$/)
  })

  it('names nobody: numbers, items and states only', () => {
    const people = [...Object.values(PEOPLE), PROXY].flatMap(({ name, idNumber, phone }) => [name, idNumber, phone])
    const secrets = [...people, CLERK.name, LEAD.name].filter((one) => one !== null)
    let lines = 0
    fc.assert(
      fc.property(life, (steps) => {
        const sheet = sheetOf(lifeOf(steps))
        lines += DAY_LISTS.reduce((sum, { list }) => sum + sheet.lists[list].length, 0)
        const said = JSON.stringify(sheet)
        for (const secret of secrets) expect(said).not.toContain(secret)
      }),
      { numRuns: 60 }
    )
    expect(lines).toBeGreaterThan(50)
  })
})
