import { assertNever } from '../../kernel/assertNever.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { addDays } from '../calendar/civilDate.ts'
import type { AppointmentSettings } from '../hall/service.ts'
import type { Appointment, AppointmentDay, AppointmentEvent } from './appointment.ts'
import { slotStartOf } from './order.ts'
import { bookable, placesOf, slotTimes, takenIn } from './slots.ts'

interface Given {
  readonly at: string
  readonly settings: AppointmentSettings
}

/**
 * `today`: date of `at` in Shanghai; `id` becomes the appointment's; `code`: six random digits, the next free ones of
 * that day are taken. `ticketNo`: number that was given for it, `checkedIn`: ids of those that got one (facts of the
 * queue).
 */
export type AppointmentCommand = Given &
  (
    | {
        readonly type: 'book'
        readonly by: string
        readonly id: string
        readonly code: string
        readonly today: string
        readonly group: string
        readonly date: string
        readonly slot: string
        readonly name: string
        readonly phone: string | null
      }
    | {
        readonly type: 'cancel'
        readonly by: string
        readonly appointmentId: string
        readonly reason: string
        readonly ticketNo: string | null
      }
    | { readonly type: 'lapse'; readonly checkedIn: ReadonlySet<string> }
  )

type Of<Type extends AppointmentCommand['type']> = Extract<AppointmentCommand, { readonly type: Type }>
type Decided = Decision<AppointmentEvent>

const CODES = 1_000_000

/**
 * The rules of one day's appointments: booking, cancelling, and that nobody came. Each refuses as its own function says;
 * the clock is refused nothing.
 */
export function decideAppointments(day: AppointmentDay, command: AppointmentCommand): Decided {
  switch (command.type) {
    case 'book':
      return book(day, command)
    case 'cancel':
      return cancel(day, command)
    case 'lapse':
      return lapse(day, command)
    default:
      return assertNever(command, 'appointment command')
  }
}

/** From `wanted` upwards the first code that nobody has on this day. */
function freeCode(day: AppointmentDay, wanted: string): string {
  const taken = new Set([...day.values()].map((a) => a.code))
  const start = Number.parseInt(wanted, 10) || 0
  for (let n = 0; n < CODES; n += 1) {
    const code = String((start + n) % CODES).padStart(6, '0')
    if (!taken.has(code)) return code
  }
  return wanted
}

/**
 * Refuses `slot-unknown` (no such slot, or the group takes no appointments), `appointment-date {last}`, `slot-past`
 * once it has begun, `slot-full`.
 */
function book(day: AppointmentDay, command: Of<'book'>): Decided {
  const { at, by, id: appointmentId, today, group, date, slot, name, phone, settings } = command
  const places = placesOf(settings, group)
  if (places === 0 || !slotTimes(settings).includes(slot)) return refuse('slot-unknown', { field: 'slot' })
  if (!bookable(settings, date, today)) {
    return refuse('appointment-date', { field: 'date', last: addDays(today, settings.daysAhead) })
  }
  if (Date.parse(slotStartOf(date, slot)) <= Date.parse(at)) return refuse('slot-past', { field: 'slot' })
  if (takenIn(day, group, slot) >= places) return refuse('slot-full', { field: 'slot' })
  const code = freeCode(day, command.code)
  const data = { at, by, appointmentId, code, group, date, slot, name, phone }
  return accept([{ type: 'AppointmentBooked', v: 1, data }], { appointmentId, code })
}

/** Refuses `appointment-unknown`, `appointment-lapsed`, `checked-in-already {no}`; cancelled twice is nothing. */
function cancel(day: AppointmentDay, { at, by, appointmentId, reason, ticketNo }: Of<'cancel'>): Decided {
  const known = day.get(appointmentId)
  if (!known) return refuse('appointment-unknown')
  if (ticketNo !== null) return refuse('checked-in-already', { no: ticketNo })
  if (known.status === 'lapsed') return refuse('appointment-lapsed')
  if (known.status === 'cancelled') return accept([])
  return accept([{ type: 'AppointmentCancelled', v: 1, data: { appointmentId, at, by, reason } }])
}

/** Is it too late to come: `graceMinutes` past the end of its slot? */
function isOver({ date, slot }: Appointment, { slotMinutes, graceMinutes }: AppointmentSettings, at: string): boolean {
  return Date.parse(at) >= Date.parse(slotStartOf(date, slot)) + (slotMinutes + graceMinutes) * 60_000
}

/** By the clock: whoever is booked, did not come and is too late now. */
function lapse(day: AppointmentDay, { at, checkedIn, settings }: Of<'lapse'>): Decided {
  const over = [...day.values()].filter(
    (a) => a.status === 'booked' && !checkedIn.has(a.appointmentId) && isOver(a, settings, at)
  )
  return accept(over.map(({ appointmentId }) => ({ type: 'AppointmentLapsed', v: 1, data: { appointmentId, at } })))
}
