import { z } from 'zod'
import type { HallService } from '../domain/hall/service.ts'
import type { WaitEstimate } from '../domain/queue/queue.ts'
import type { AppointmentShown, SlotShown, TicketTrail } from '../projections/hallViews.ts'
import { command, query } from './entry.ts'
import { approval, date, filled, id, nothing } from './inputs.ts'

const desk = { screens: ['counter'], allowed: ['clerk', 'lead', 'administrator'] } as const
const leading = { screens: ['counter'], allowed: ['administrator', 'lead'] } as const

const group = z.string().regex(/^[A-Z]$/)
const counter = z.number().int().min(1).max(99)
const why = z.string().trim().max(100)
const instant = z.iso.datetime({ precision: 3 })
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

export const priority = z.strictObject({
  reason: z.enum(['elderly', 'disabled', 'military', 'maternity', 'mobility', 'other']),
  note: why
})

/** A number that was taken, wherever. */
export interface TicketTaken {
  readonly ticketId: string
  readonly no: string
  readonly docId: string
  /** People who will be called before this one in the same group, as far as can be seen now. */
  readonly ahead: number
  /** `null`: no counter is open for the group, so nothing is promised. */
  readonly estimate: WaitEstimate | null
}

interface TicketNo {
  readonly ticketId: string
  readonly no: string
}

const ticket = z.strictObject({ ticketId: id })

/** Everything about numbers, from the counter. Kiosk, rating and hall screens have doors of their own. */
export const queueDoors = {
  'queue.issueTicket': command<TicketTaken>()({
    ...desk,
    input: z.strictObject({ group, priority: priority.nullable() })
  }),
  /** A reason for calling somebody earlier, given at the counter. */
  'queue.grantPriority': command<null>()({ ...desk, input: ticket.extend({ priority }) }),
  'queue.openCounter': command<null>()({ ...desk, input: nothing }),
  'queue.pauseCounter': command<null>()({ ...desk, input: z.strictObject({ reason: why, until: instant.nullable() }) }),
  'queue.closeCounter': command<null>()({ ...desk, input: nothing }),
  'queue.callNext': command<TicketNo>()({ ...desk, input: nothing }),
  /** Somebody out of turn; `approval` where the hall wants a lead's word. */
  'queue.callChosen': command<TicketNo>()({ ...desk, input: ticket.extend({ reason: filled(100), approval }) }),
  'queue.recall': command<TicketNo>()({ ...desk, input: nothing }),
  'queue.startService': command<null>()({ ...desk, input: nothing }),
  'queue.markNoShow': command<null>()({ ...desk, input: nothing }),
  'queue.rejoin': command<TicketNo>()({ ...desk, input: ticket }),
  'queue.hold': command<null>()({ ...desk, input: z.strictObject({ reason: why }) }),
  'queue.takeBack': command<TicketNo>()({ ...desk, input: ticket }),
  'queue.transfer': command<null>()({
    ...desk,
    input: z.strictObject({ group, toCounter: counter.nullable(), toPerson: id.nullable(), reason: why })
  }),
  /** The next matter of the same visit. */
  'queue.nextService': command<null>()({ ...desk, input: z.strictObject({ group }) }),
  /** The number was taken for the wrong matter. */
  'queue.correctService': command<null>()({ ...desk, input: z.strictObject({ group }) }),
  /** Serves somebody who has no ticket; a number is given for the records. */
  'queue.serveWalkIn': command<TicketNo>()({ ...desk, input: z.strictObject({ group }) }),
  /** `saidEnd`: when it really ended, if the key was forgotten. */
  'queue.finishService': command<null>()({ ...desk, input: z.strictObject({ saidEnd: instant.nullable() }) }),
  'queue.stillServing': command<null>()({ ...desk, input: nothing }),
  'queue.cancelTicket': command<null>()({ ...desk, input: ticket.extend({ reason: filled(100) }) }),
  'queue.undo': command<TicketNo>()({ ...desk, input: nothing }),
  'queue.callColleague': command<null>()({ ...desk, input: z.strictObject({ reason: why }) }),
  'queue.answerColleague': command<null>()({ ...desk, input: z.strictObject({ counter }) }),
  /** Closes the hall for the day; refused while anybody waits or is served without a disposition. */
  'queue.closeHall': command<null>()({ ...leading, input: nothing }),
  /** One number of today by what stands on it. */
  'queue.ticket': query<TicketTrail>()({ ...desk, input: z.strictObject({ no: z.string().trim().min(2).max(8) }) }),

  'appointments.slots': query<readonly SlotShown[]>()({ ...desk, input: z.strictObject({ group, date }) }),
  'appointments.list': query<readonly AppointmentShown[]>()({ ...desk, input: z.strictObject({ date }) }),
  'appointments.book': command<{ appointmentId: string; code: string }>()({
    ...desk,
    input: z.strictObject({ group, date, slot: time, name: why, phone: z.string().trim().max(40).nullable() })
  }),
  'appointments.cancel': command<null>()({
    ...desk,
    input: z.strictObject({ appointmentId: id, date, reason: why })
  }),
  /** Arrived: gives the number. */
  'appointments.checkIn': command<TicketTaken>()({ ...desk, input: z.strictObject({ appointmentId: id }) }),

  'service.get': query<HallService>()({ ...desk, input: nothing })
} as const
