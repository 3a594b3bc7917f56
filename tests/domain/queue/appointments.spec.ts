import { describe, expect, it } from 'vitest'
import { type AppointmentSettings, defaultHallService } from '../../../shared/domain/hall/service.ts'
import {
  type AppointmentDay,
  type AppointmentEvent,
  evolveAppointments,
  noAppointments
} from '../../../shared/domain/queue/appointment.ts'
import { type AppointmentCommand, decideAppointments } from '../../../shared/domain/queue/decideAppointments.ts'
import { slotsOf, slotTimes } from '../../../shared/domain/queue/slots.ts'
import { DAY, instant } from '../../support/builders.ts'
import { given } from '../../support/given.ts'

const settings: AppointmentSettings = {
  ...defaultHallService().appointments,
  ...{ on: true, places: { A: 2, B: 1 }, from: '09:00', until: '11:00' }
}
const rules = { initial: noAppointments, decide: decideAppointments, evolve: evolveAppointments }
const day = given<AppointmentDay, AppointmentCommand, AppointmentEvent>(rules)

type Book = Extract<AppointmentCommand, { type: 'book' }>
const book = (id: string, change: Partial<Book> = {}): Book => ({
  type: 'book',
  ...{ at: instant(0), by: 'zhou', id, code: '123456', today: DAY },
  ...{ group: 'A', date: DAY, slot: '10:00', name: '欧阳娜娜子', phone: null, settings },
  ...change
})
const cancel = (appointmentId: string, ticketNo: string | null = null): AppointmentCommand => ({
  type: 'cancel',
  ...{ at: instant(5), by: 'zhou', appointmentId, reason: '改期', ticketNo, settings }
})
const lapse = (minute: number, ...checkedIn: string[]): AppointmentCommand => ({
  type: 'lapse',
  ...{ at: instant(minute), checkedIn: new Set(checkedIn), settings }
})

describe('slots', () => {
  it('begin from the first to the last time of the hall, and none runs into the next day', () => {
    expect(slotTimes(settings)).toEqual(['09:00', '09:30', '10:00', '10:30', '11:00'])
    expect(slotTimes({ ...settings, from: '23:00', until: '23:59' })).toEqual(['23:00', '23:30'])
    expect(slotTimes({ ...settings, slotMinutes: 0 })).toEqual([])
  })

  it('say how many places are left, and those that have begun are gone', () => {
    const { state } = day()
      .and(book('1'))
      .and(book('2'))
      .and(book('3', { slot: '10:30' }))
    expect(slotsOf(settings, state, 'A', DAY, instant(30))).toEqual([
      { slot: '10:00', left: 0 },
      { slot: '10:30', left: 1 },
      { slot: '11:00', left: 2 }
    ])
    expect(slotsOf(settings, state, 'B', DAY, instant(30)).map((s) => s.left)).toEqual([1, 1, 1])
  })

  it('are none for a group that takes no appointments, or with appointments off', () => {
    expect(slotsOf(settings, noAppointments, 'C', DAY, instant(0))).toEqual([])
    expect(slotsOf({ ...settings, on: false }, noAppointments, 'A', DAY, instant(0))).toEqual([])
  })
})

describe('booking', () => {
  it('records what was agreed and gives six digits to check in with', () => {
    const data = { appointmentId: '1', code: '123456', group: 'A', date: DAY, slot: '10:00' }
    const person = { name: '欧阳娜娜子', phone: null }
    day()
      .when(book('1'))
      .recorded([{ type: 'AppointmentBooked', v: 1, data: { at: instant(0), by: 'zhou', ...data, ...person } }], {
        appointmentId: '1',
        code: '123456'
      })
  })

  it('gives no code twice on a day', () => {
    expect(day().and(book('1')).when(book('2')).reply).toMatchObject({ code: '123457' })
    const last = day().and(book('1', { code: '999999' }))
    expect(last.when(book('2', { code: '999999' })).reply).toMatchObject({ code: '000000' })
    const gone = day().and(book('1')).and(cancel('1'))
    expect(gone.when(book('2')).reply).toMatchObject({ code: '123457' })
  })

  it('ends when a slot is full; a cancelled place is free again', () => {
    const two = day().and(book('1')).and(book('2'))
    two.when(book('3')).refused('slot-full', { field: 'slot' })
    expect(two.and(cancel('1')).when(book('3')).events).toHaveLength(1)
  })

  it('is refused for no such slot, one that has begun, a day that is past or too far ahead', () => {
    day()
      .when(book('1', { slot: '10:10' }))
      .refused('slot-unknown')
    day()
      .when(book('1', { group: 'C' }))
      .refused('slot-unknown')
    day()
      .when(book('1', { settings: { ...settings, on: false } }))
      .refused('slot-unknown')
    day()
      .when(book('1', { at: instant(60) }))
      .refused('slot-past')
    day()
      .when(book('1', { date: '2026-11-22' }))
      .refused('appointment-date', { last: '2026-12-07' })
    day()
      .when(book('1', { date: '2026-12-08' }))
      .refused('appointment-date')
    expect(day().when(book('1', { date: '2026-12-07' })).events).toHaveLength(1)
  })
})

describe('cancelling', () => {
  const one = day().and(book('1'))

  it('is recorded once, with its reason', () => {
    const data = { appointmentId: '1', at: instant(5), by: 'zhou', reason: '改期' }
    one.when(cancel('1')).recorded([{ type: 'AppointmentCancelled', v: 1, data }])
    one.and(cancel('1')).when(cancel('1')).nothing()
  })

  it('is too late for who has a number, and for one that lapsed; an unknown one is refused', () => {
    one.when(cancel('1', 'A007')).refused('checked-in-already', { no: 'A007' })
    one.and(lapse(105)).when(cancel('1')).refused('appointment-lapsed')
    one.when(cancel('2')).refused('appointment-unknown')
  })
})

describe('nobody came', () => {
  const three = day()
    .and(book('1'))
    .and(book('2'))
    .and(book('3', { slot: '10:30' }))

  it('an appointment lapses fifteen minutes after its slot has ended', () => {
    three.when(lapse(104)).nothing()
    const lapsed = (appointmentId: string, minute: number) =>
      ({ type: 'AppointmentLapsed', v: 1, data: { appointmentId, at: instant(minute) } }) as const
    three.when(lapse(105)).recorded([lapsed('1', 105), lapsed('2', 105)])
    three
      .and(lapse(105))
      .when(lapse(135))
      .recorded([lapsed('3', 135)])
  })

  it('not when they checked in or cancelled', () => {
    three.and(cancel('2')).when(lapse(105, '1')).nothing()
  })
})
