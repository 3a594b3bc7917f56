import type { Appointment } from '../../shared/domain/queue/appointment.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import type { Desk } from '../../shared/projections/desk.ts'
import type { Asked } from './onQueue.ts'

/**
 * The command that gives somebody with an appointment their number; the queue's own rules say whether it still can.
 * Refuses `appointment-unknown` for what is not agreed for today.
 */
export function checkInBy(
  desk: Pick<Desk, 'appointments'>,
  today: string,
  is: (one: Appointment) => boolean,
  source: 'counter' | 'kiosk'
): Reply<Asked> {
  const found = [...(desk.appointments.get(today)?.values() ?? [])].find((one) => is(one))
  if (!found) return refuse('appointment-unknown', { field: 'code' })
  const { group } = found
  return { ok: true, value: { type: 'issueTicket', group, priority: null, source, itemId: null, appointment: found } }
}
