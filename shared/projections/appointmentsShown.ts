import type { HallConfig } from '../domain/hall/hall.ts'
import { mask } from '../domain/people/masking.ts'
import type { Appointment, AppointmentDay } from '../domain/queue/appointment.ts'
import type { AppointmentShown } from './hallViews.ts'

const bySlot = (one: Appointment, other: Appointment): number =>
  one.slot === other.slot ? 0 : one.slot < other.slot ? -1 : 1

/** A day's appointments by slot, then as they were booked; names and phones masked as in every list. */
export function appointmentsShown(hall: HallConfig, day: AppointmentDay): readonly AppointmentShown[] {
  const names = new Map(hall.groups.map((group) => [group.code, group.name]))
  return [...day.values()].sort(bySlot).map((one) => ({
    ...one,
    groupName: names.get(one.group) ?? one.group,
    name: mask('name', 'list', one.name),
    phone: one.phone === null ? null : mask('phone', 'list', one.phone),
    status: one.ticketNo === undefined ? one.status : 'checkedIn',
    ticketNo: one.ticketNo ?? null
  }))
}
