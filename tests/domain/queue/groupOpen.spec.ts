import { describe, expect, it } from 'vitest'
import { groupOpen } from '../../../shared/domain/queue/groupOpen.ts'
import { instant } from '../../support/builders.ts'
import { at, booked, byClock, day, issue, opened, SERVICE, serviceWith } from './presses.ts'

const two = serviceWith({ contingents: { A: 2 } })
const full = day().and(issue('A', 0)).and(issue('A', 1))

describe('the contingent of a group', () => {
  it('is given out when so many numbers are taken, at counter and kiosk alike', () => {
    full.when(issue('A', 2, { service: two })).refused('group-full', { field: 'group', name: '民政' })
    full.when(issue('A', 2, { service: two, source: 'kiosk' })).refused('group-full')
    expect(
      day()
        .and(issue('A'))
        .when(issue('A', 2, { service: two })).reply
    ).toMatchObject({ no: 'A002' })
  })

  it('concerns no other group, and none where the hall sets no number', () => {
    expect(full.when(issue('B', 2, { service: two })).reply).toMatchObject({ no: 'B001' })
    expect(full.when(issue('A', 2)).reply).toMatchObject({ no: 'A003' })
  })

  it('never turns away an appointment or who is served without a ticket, and they use up nobody’s', () => {
    const came = full.and(issue('A', 2, { service: two, appointment: booked('09:00') }))
    const walkIn = came.and(at(9, 'openCounter', 3)).and(at(9, 'serveWalkIn', 4, { group: 'A', service: two }))
    expect(opened(walkIn.state).tickets.size).toBe(4)
    walkIn.when(issue('A', 5, { service: two })).refused('group-full')
    const three = serviceWith({ contingents: { A: 3 } })
    expect(walkIn.when(issue('A', 5, { service: three })).reply).toMatchObject({ no: 'A005' })
  })

  it('goes on counting when the day is opened again', () => {
    const closed = full.and(at(1, 'openCounter', 2)).and(byClock('closeDay', 3))
    closed.when(issue('A', 4, { service: two })).refused('group-full')
  })
})

describe('the stop before closing', () => {
  // Closing at 17:30, 510 minutes after nine.
  const stop = serviceWith({ stopMinutes: 30 })

  it('gives no numbers in the last minutes, nor after closing', () => {
    expect(day().when(issue('A', 479, { service: stop })).reply).toMatchObject({ no: 'A001' })
    day()
      .when(issue('A', 480, { service: stop }))
      .refused('group-stopped', { field: 'group', name: '民政' })
    day()
      .when(issue('A', 600, { service: stop, source: 'kiosk' }))
      .refused('group-stopped')
  })

  it('is off unless the hall sets it, and never turns away an appointment', () => {
    expect(day().when(issue('A', 600)).reply).toMatchObject({ no: 'A001' })
    const late = { service: stop, appointment: booked('17:00') }
    expect(day().when(issue('A', 485, late)).reply).toMatchObject({ no: 'A001' })
  })

  it('is told to screens before anybody presses', () => {
    expect(groupOpen(null, stop, 'A', instant(480), '17:30')).toBe('stopped')
    expect(groupOpen(null, stop, 'A', instant(479), '17:30')).toBe('open')
    expect(groupOpen(opened(full.state), two, 'A', instant(5), '17:30')).toBe('full')
    expect(groupOpen(null, serviceWith({ contingents: { A: 0 } }), 'A', instant(5), '17:30')).toBe('full')
    expect(groupOpen(opened(full.state), SERVICE, 'A', instant(5), '17:30')).toBe('open')
  })
})

describe('checking in with an appointment', () => {
  it('gives one number, and the paper says the slot', () => {
    const came = day().and(issue('A', 50, { appointment: booked('10:00') }))
    came.when(issue('A', 51, { appointment: booked('10:00') })).refused('checked-in-already', { no: 'A001' })
    const paper = day()
      .when(issue('A', 50, { appointment: booked('10:00') }))
      .events.find((e) => e.type === 'DocumentIssued')
    expect(paper).toMatchObject({ data: { paper: { slot: '10:00' } } })
  })

  it('is refused on another day, when it was cancelled, and when it has lapsed', () => {
    const refused = (change: object, code: string): void =>
      day()
        .when(issue('A', 50, { appointment: booked('10:00', change) }))
        .refused(code)
    refused({ date: '2026-11-24' }, 'appointment-other-day')
    refused({ status: 'cancelled' }, 'appointment-cancelled')
    refused({ status: 'lapsed' }, 'appointment-lapsed')
  })

  it('is for the group that was booked', () => {
    const booking = booked('10:00', { group: 'B' })
    expect(day().when(issue('A', 50, { appointment: booking })).reply).toMatchObject({ no: 'B001' })
    day()
      .when(issue('A', 50, { appointment: booked('10:00', { group: 'Z' }) }))
      .refused('group-unknown')
  })
})
