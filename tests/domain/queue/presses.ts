import { defaultHallService, type HallService, type QueueSettings } from '../../../shared/domain/hall/service.ts'
import type { Appointment } from '../../../shared/domain/queue/appointment.ts'
import type { QueueCommand } from '../../../shared/domain/queue/decideQueue.ts'
import type { OpenDay, QueueState, Ticket } from '../../../shared/domain/queue/queue.ts'
import { CLERK, DAY, HALL, instant, type LEAD, queueRules } from '../../support/builders.ts'
import { given } from '../../support/given.ts'

/** A third person at a counter. */
export const OTHER = { personId: 'qiu', name: '仇文澜', roles: ['clerk'] } as const
type Who = typeof CLERK | typeof LEAD | typeof OTHER

export const SERVICE: HallService = defaultHallService()
export const serviceWith = (change: Partial<QueueSettings>): HallService => ({
  ...SERVICE,
  queue: { ...SERVICE.queue, ...change }
})

export const day = given(queueRules)

/** `minute` after 09:00; parts of a minute are fine. */
export const common = (minute: number, id: string) => ({
  at: instant(minute),
  date: DAY,
  id,
  hall: HALL,
  service: SERVICE,
  closingTime: '17:30'
})

type Issue = Extract<QueueCommand, { type: 'issueTicket' }>

/** A number from the counter, unless `change` says otherwise. */
export const issue = (group: string, minute = 0, change: Partial<Issue> = {}): Issue => ({
  type: 'issueTicket',
  group,
  priority: null,
  source: 'counter',
  itemId: null,
  appointment: null,
  ...common(minute, `issue-${minute}`),
  ...change
})

type Pressed = Exclude<QueueCommand, Issue | { readonly type: 'extendedService' | 'closeDay' }>
type Verb = Pressed['type']

/** What a press brings besides the counter; everything that a door always sends has a plain value. */
const PLAIN = {
  reason: '',
  until: null,
  toCounter: null,
  toPerson: null,
  toPersonName: '',
  saidEnd: null,
  approvedBy: ''
}

/** A press at a counter. `more`: what the door of that verb takes. */
export const at = (
  counter: number | null,
  type: Verb,
  minute = 5,
  more: Readonly<Record<string, unknown>> = {},
  who: Who = CLERK
): QueueCommand =>
  ({
    type,
    ...PLAIN,
    counter,
    by: who.personId,
    byName: who.name,
    ...common(minute, `${type}-${minute}`),
    ...more
  }) as unknown as QueueCommand

export const byClock = (type: 'extendedService' | 'closeDay', minute: number): QueueCommand => ({
  type,
  ...common(minute, `${type}-${minute}`)
})

export const idOf = (no: string): string => `${DAY.replaceAll('-', '')}-${no}`

export function opened(state: QueueState): OpenDay {
  if (state.status === 'unopened') throw new Error('the day did not open')
  return state
}

export function ticketOf(state: QueueState, no: string): Ticket {
  const ticket = opened(state).tickets.get(idOf(no))
  if (!ticket) throw new Error(`no ticket ${no}`)
  return ticket
}

/** Booked for today at `slot`, for group A. */
export const booked = (slot: string, change: Partial<Appointment> = {}): Appointment => ({
  appointmentId: `ap-${slot}`,
  code: '102938',
  group: 'A',
  date: DAY,
  slot,
  name: '',
  phone: null,
  status: 'booked',
  ...change
})

/** A001 and A002 wait, counter 9 (groups G and A) is open. */
export const twoWaiting = day()
  .and(issue('A'))
  .and(issue('A', 1))
  .and(at(9, 'openCounter', 2))
export const called = twoWaiting.and(at(9, 'callNext', 6))
export const serving = called.and(at(9, 'startService', 7))
