import type { NewEvent } from '../../kernel/messages.ts'

/**
 * An agreed time. Checking in is a fact of the queue (the ticket names the appointment), so an appointment and its number
 * can never disagree; here stand the booking, its cancelling, and that nobody came. One stream a day.
 */
export type AppointmentStatus = 'booked' | 'cancelled' | 'lapsed'

export interface Appointment {
  readonly appointmentId: string
  /** Six digits to check in with; unique in its day. */
  readonly code: string
  readonly group: string
  readonly date: string
  /** `HH:MM` in Shanghai. */
  readonly slot: string
  /** As the visitor said it; may be empty. Never on a screen of the hall. */
  readonly name: string
  readonly phone: string | null
  readonly status: AppointmentStatus
  /** Number that was given for it; missing: nobody has come. */
  readonly ticketNo?: string
}

interface Doer {
  readonly at: string
  readonly by: string
}

export type AppointmentEvent =
  | NewEvent<
      'AppointmentBooked',
      Doer & {
        readonly appointmentId: string
        readonly code: string
        readonly group: string
        readonly date: string
        readonly slot: string
        readonly name: string
        readonly phone: string | null
      }
    >
  | NewEvent<'AppointmentCancelled', Doer & { readonly appointmentId: string; readonly reason: string }>
  | NewEvent<'AppointmentLapsed', { readonly appointmentId: string; readonly at: string }>

/** By id, in order of booking. */
export type AppointmentDay = ReadonlyMap<string, Appointment>

export const noAppointments: AppointmentDay = new Map()

export const appointmentStream = (date: string): string => `appointments-${date}`

/** Somebody has come and got this number. Total. */
export function withArrival(day: AppointmentDay, appointmentId: string, ticketNo: string): AppointmentDay {
  const known = day.get(appointmentId)
  return known ? new Map(day).set(appointmentId, { ...known, ticketNo }) : day
}

/** Folds one fact into the appointments of its day. Total. */
export function evolveAppointments(day: AppointmentDay, event: AppointmentEvent): AppointmentDay {
  if (event.type === 'AppointmentBooked') {
    const { at: _at, by: _by, ...booked } = event.data
    return new Map(day).set(booked.appointmentId, { ...booked, status: 'booked' })
  }
  const known = day.get(event.data.appointmentId)
  if (!known) return day
  const status = event.type === 'AppointmentCancelled' ? 'cancelled' : 'lapsed'
  return new Map(day).set(known.appointmentId, { ...known, status })
}
