import type { TicketTaken } from '../../shared/contract/queueDoors.ts'
import { appointmentStream, noAppointments } from '../../shared/domain/queue/appointment.ts'
import { type AppointmentCommand, decideAppointments } from '../../shared/domain/queue/decideAppointments.ts'
import { slotsOf } from '../../shared/domain/queue/slots.ts'
import type { Json, Meta } from '../../shared/kernel/messages.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import { appointmentsShown } from '../../shared/projections/appointmentsShown.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import { checkInBy } from './checkIn.ts'
import { onQueue } from './onQueue.ts'
import { hallOf, metaOf, systemMeta, type Terminal, versionOfDay } from './terminal.ts'

type Door = Extract<keyof Handlers, `appointments.${string}`>
type Uses = Pick<Terminal, 'desk' | 'executor' | 'store'>

/** Six digits: enough for a day, short enough to be typed at a kiosk. */
const CODES = 1_000_000

/**
 * One commit about a day's appointments. In the lane of the queue: whether somebody has come is the queue's to say, and
 * must not change in between.
 */
function onAppointments(
  { desk, executor, store }: Uses,
  sender: { readonly meta: Meta; readonly commandId: string; readonly date: string },
  make: () => AppointmentCommand
): Promise<Reply<Json>> {
  const { meta, commandId, date } = sender
  const stream = appointmentStream(date)
  return executor.run({
    lane: 'queue',
    stream,
    commandId,
    meta,
    decide: () => decideAppointments(desk.appointments.get(date) ?? noAppointments, make()),
    expected: () => versionOfDay({ desk, store }, stream, date)
  })
}

/** Agreed times: booked and cancelled at the counter, checked in there or at the kiosk. */
export function appointmentHandlers(terminal: Terminal): Pick<Handlers, Door> {
  const { desk, ambient, calendar } = terminal
  const dayOf = (date: string) => desk.appointments.get(date) ?? noAppointments
  const settings = () => desk.service.appointments

  return {
    'appointments.slots'({ group, date }) {
      // Nobody is there on a rest day.
      const closed = calendar.isWorkingDay(date) === false
      const value = closed ? [] : slotsOf(settings(), dayOf(date), group, date, ambient.nowIso())
      return Promise.resolve({ ok: true, value })
    },

    'appointments.list'({ date }) {
      const hall = hallOf(terminal)
      if (!hall.ok) return Promise.resolve(hall)
      return Promise.resolve({ ok: true, value: appointmentsShown(hall.value, dayOf(date)) })
    },

    async 'appointments.book'(input, caller, commandId) {
      const { date } = input
      if (calendar.isWorkingDay(date) === false) return refuse('appointment-rest-day', { field: 'date' })
      const meta = metaOf(terminal, caller)
      const { at, by, date: today } = meta
      const id = ambient.newId()
      const code = String(ambient.randomBytes(4).readUInt32BE() % CODES).padStart(6, '0')
      const reply = await onAppointments(terminal, { meta, commandId, date }, () => {
        return { type: 'book', at, settings: settings(), by, id, code, today, ...input }
      })
      return reply as Reply<{ appointmentId: string; code: string }>
    },

    async 'appointments.cancel'({ appointmentId, date, reason }, caller, commandId) {
      const meta = metaOf(terminal, caller)
      const { at, by } = meta
      const reply = await onAppointments(terminal, { meta, commandId, date }, () => {
        const ticketNo = dayOf(date).get(appointmentId)?.ticketNo ?? null
        return { type: 'cancel', at, settings: settings(), by, appointmentId, reason, ticketNo }
      })
      return reply.ok ? { ok: true, value: null } : reply
    },

    async 'appointments.checkIn'({ appointmentId }, caller, commandId) {
      const meta = metaOf(terminal, caller)
      const reply = await onQueue(terminal, { meta, commandId }, () =>
        checkInBy(desk, meta.date, (one) => one.appointmentId === appointmentId, 'counter')
      )
      return reply as Reply<TicketTaken>
    }
  }
}

/** By the clock: whoever is too late by now has lapsed. Days when the program was off are made good. */
export async function lapseAppointments(terminal: Uses & Pick<Terminal, 'ambient'>): Promise<void> {
  const { desk } = terminal
  const meta = systemMeta(terminal)
  const due = [...desk.appointments].filter(
    ([date, day]) =>
      date <= meta.date && [...day.values()].some((one) => one.status === 'booked' && one.ticketNo === undefined)
  )
  for (const [date] of due) {
    // No screen can send an id with a colon, so nobody can use up the program's own.
    await onAppointments(terminal, { meta, commandId: `lapse:${date}:${meta.at}`, date }, () => {
      const all = [...(desk.appointments.get(date)?.values() ?? [])]
      const came = all.flatMap(({ appointmentId, ticketNo }) => (ticketNo === undefined ? [] : [appointmentId]))
      return { type: 'lapse', at: meta.at, settings: desk.service.appointments, checkedIn: new Set(came) }
    })
  }
}
