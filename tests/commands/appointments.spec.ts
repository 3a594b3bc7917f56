import { beforeEach, describe, expect, it } from 'vitest'
import { queueByClock } from '../../electron/commands/queueClock.ts'
import type { Caller } from '../../electron/ipc/bindContract.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { defaultHallService } from '../../shared/domain/hall/service.ts'
import { metaOf } from '../support/builders.ts'
import { fakeTerminal, type TestTerminal } from './support/fakeTerminal.ts'

const KIOSK: Caller = { contentsId: 7, screen: 'kiosk', session: null }
const TODAY = '2026-11-23'
const silent = { warn: () => undefined }

let hall: TestTerminal
let presses = 0
const press = (): string => {
  presses += 1
  return `press-${String(presses).padStart(4, '0')}`
}
const events = (): readonly DomainEvent[] => hall.log.all().flatMap((r) => r.commit.events as readonly DomainEvent[])
const of = <T extends DomainEvent['type']>(type: T) => events().filter((e) => e.type === type)

beforeEach(async () => {
  hall = await fakeTerminal()
  const service = defaultHallService()
  const appointments = { ...service.appointments, on: true, places: { A: 2 } }
  await hall.log.append('hall', hall.desk.versionOf('hall') ?? 0, {
    commitId: 'set-service',
    events: [{ type: 'HallServiceSet', v: 1, data: { service: { ...service, appointments } } }] as never,
    meta: metaOf(),
    reply: null
  })
})

const book = async (slot = '10:00', date = TODAY, name = '欧阳娜娜子') => {
  const input = { group: 'A', date, slot, name, phone: '13800138000' }
  return hall.handlers['appointments.book'](input, hall.caller, press())
}
const booked = async (slot?: string, date?: string) => {
  const reply = await book(slot, date)
  if (!reply.ok) throw new Error(JSON.stringify(reply))
  return reply.value
}
const list = async (date = TODAY) => {
  const reply = await hall.handlers['appointments.list']({ date }, hall.caller)
  return reply.ok ? reply.value : []
}
const kioskIn = (code: string) => hall.handlers['kiosk.checkIn']({ code, paper: true }, KIOSK, press())

describe('an appointment', () => {
  it('has six digits of its own that day, however alike the dice fall', async () => {
    const codes = [(await booked('10:00')).code, (await booked('10:30')).code, (await booked('10:30')).code]
    expect(new Set(codes).size).toBe(3)
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true)
  })

  it('takes a place of its slot, and the last place goes to one of those who ask at once', async () => {
    const replies = await Promise.all([book(), book(), book()])
    expect(replies.map((reply) => (reply.ok ? 'booked' : reply.refusal.code))).toEqual([
      'booked',
      'booked',
      'slot-full'
    ])
    const slots = await hall.handlers['appointments.slots']({ group: 'A', date: TODAY }, hall.caller)
    const left = new Map(slots.ok ? slots.value.map((slot) => [slot.slot, slot.left]) : [])
    expect([left.get('10:00'), left.get('10:30')]).toEqual([0, 2])
    // Nine o'clock has begun.
    expect(left.has('09:00')).toBe(false)
  })

  it('is not made on a day of rest', async () => {
    const [saturday, monday] = ['2026-11-28', '2026-11-30']
    expect(await book('10:00', saturday)).toMatchObject({ refusal: { code: 'appointment-rest-day', field: 'date' } })
    const slots = (date: string) => hall.handlers['appointments.slots']({ group: 'A', date }, hall.caller)
    expect(await slots(saturday)).toEqual({ ok: true, value: [] })
    const open = await slots(monday)
    expect(open.ok && open.value[0]).toEqual({ slot: '09:00', left: 2 })
    expect(await book('10:00', monday)).toMatchObject({ ok: true })
  })

  it('is listed with its person masked (domain: clerk list)', async () => {
    await booked()
    const shown = await list()
    expect(shown).toMatchObject([{ name: '欧***子', groupName: '民政', status: 'booked', ticketNo: null }])
    expect(JSON.stringify(shown)).not.toMatch(/娜|13800138000/)
  })

  it('that is cancelled gives its place back, and no number', async () => {
    const { appointmentId, code } = await booked()
    const cancel = () =>
      hall.handlers['appointments.cancel']({ appointmentId, date: TODAY, reason: '改天' }, hall.caller, press())
    expect(await cancel()).toEqual({ ok: true, value: null })
    expect(await cancel()).toEqual({ ok: true, value: null })
    expect(of('AppointmentCancelled')).toHaveLength(1)
    expect(await kioskIn(code)).toMatchObject({ refusal: { code: 'appointment-cancelled' } })
    expect(of('TicketIssued')).toHaveLength(0)
  })
})

describe('arriving', () => {
  it('by code at the kiosk gives a number that names the appointment and counts by its slot', async () => {
    const { code, appointmentId } = await booked('09:30')
    hall.ambient.setTo('2026-11-23T01:25:00.000Z')
    expect(await kioskIn(code)).toMatchObject({ ok: true, value: { no: 'A001', paper: 'printing' } })
    expect(of('TicketIssued')).toMatchObject([
      {
        data: {
          source: 'kiosk',
          appointment: { appointmentId, slotStart: '2026-11-23T01:30:00.000Z' },
          orderAt: '2026-11-23T01:15:00.000Z'
        }
      }
    ])
    expect(await list()).toMatchObject([{ status: 'checkedIn', ticketNo: 'A001' }])
  })

  it('by name at the counter gives a number too; one appointment gives one', async () => {
    const { appointmentId, code } = await booked()
    const atDesk = () => hall.handlers['appointments.checkIn']({ appointmentId }, hall.caller, press())
    expect((await Promise.all([atDesk(), kioskIn(code)])).filter((reply) => reply.ok)).toHaveLength(1)
    expect(await atDesk()).toMatchObject({ refusal: { code: 'checked-in-already', no: 'A001' } })
  })

  it('with a code of another day, or of nobody, is refused', async () => {
    const { code } = await booked('10:00', '2026-11-24')
    expect(await kioskIn(code)).toMatchObject({ refusal: { code: 'appointment-unknown', field: 'code' } })
    expect(await kioskIn('999999')).toMatchObject({ refusal: { code: 'appointment-unknown' } })
  })

  it('is no longer cancelled', async () => {
    const { appointmentId, code } = await booked()
    await kioskIn(code)
    const input = { appointmentId, date: TODAY, reason: '' }
    expect(await hall.handlers['appointments.cancel'](input, hall.caller, press())).toMatchObject({
      refusal: { code: 'checked-in-already' }
    })
  })
})

describe('not coming', () => {
  const minuteAt = async (at: string): Promise<void> => {
    hall.ambient.setTo(at)
    await queueByClock(hall.terminal, silent)
  }

  it('lapses by the clock after the slot’s end and the grace, once; who came has not lapsed', async () => {
    const came = await booked('10:00')
    const not = await booked('10:00')
    hall.ambient.setTo('2026-11-23T01:55:00.000Z')
    await kioskIn(came.code)
    await minuteAt('2026-11-23T02:44:00.000Z')
    expect(of('AppointmentLapsed')).toHaveLength(0)
    await minuteAt('2026-11-23T02:45:00.000Z')
    await minuteAt('2026-11-23T02:46:00.000Z')
    expect(of('AppointmentLapsed')).toMatchObject([{ data: { appointmentId: not.appointmentId } }])
    expect((await list()).map((one) => one.status)).toEqual(['checkedIn', 'lapsed'])
  })

  it('is still told from coming when the hall has been closed for the day', async () => {
    const { code } = await booked('10:00')
    const not = await booked('10:00')
    await kioskIn(code)
    await hall.handlers['queue.openCounter']({}, hall.caller, press())
    await hall.handlers['queue.callNext']({}, hall.caller, press())
    await hall.handlers['queue.startService']({}, hall.caller, press())
    await hall.handlers['queue.finishService']({ saidEnd: null }, hall.caller, press())
    expect(await hall.handlers['queue.closeHall']({}, hall.caller, press())).toMatchObject({ ok: true })
    await minuteAt('2026-11-23T04:00:00.000Z')
    expect(of('AppointmentLapsed')).toMatchObject([{ data: { appointmentId: not.appointmentId } }])
    expect((await list()).map((one) => one.status)).toEqual(['checkedIn', 'lapsed'])
  })

  it('on a day when the program was off is made good at the next start', async () => {
    await booked('10:00')
    await minuteAt('2026-11-25T01:00:00.000Z')
    expect(of('AppointmentLapsed')).toHaveLength(1)
  })
})

describe('a clock that jumps ahead for a moment', () => {
  it('takes no agreed time away', async () => {
    const { code } = await booked('10:00', '2026-11-24')
    hall.ambient.setTo('2030-01-01T01:00:00.000Z')
    await hall.handlers['queue.openCounter']({}, hall.caller, press())
    hall.ambient.setTo('2026-11-24T01:50:00.000Z')
    expect(await kioskIn(code)).toMatchObject({ ok: true })
  })
})
