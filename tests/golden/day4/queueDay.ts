import { decideService } from '../../../shared/domain/hall/decideService.ts'
import { HALL_STREAM } from '../../../shared/domain/hall/hall.ts'
import type { HallService } from '../../../shared/domain/hall/service.ts'
import { appointmentStream, noAppointments } from '../../../shared/domain/queue/appointment.ts'
import { type AppointmentCommand, decideAppointments } from '../../../shared/domain/queue/decideAppointments.ts'
import { decideQueue } from '../../../shared/domain/queue/decideQueue.ts'
import { initialQueue, queueStream } from '../../../shared/domain/queue/queue.ts'
import type { IssueTicket } from '../../../shared/domain/queue/queueCommands.ts'
import { BY_CLOCK, type HallRun } from '../../projections/support/hallRun.ts'
import { CLERK, HALL, LEAD } from '../../support/builders.ts'
import { QUICKLY } from '../../support/quickService.ts'
import { done } from '../day2/steps.ts'

const BY_LEAD = { by: LEAD.personId, byName: LEAD.name }

/** What the hall sets for itself on its first morning: appointments, a rating screen, a notice on the wall. */
export function settings(run: HallRun): void {
  const { service } = run.desk
  const [first] = service.screens
  if (!first) throw new Error('a hall has a screen')
  const wanted: HallService = {
    ...service,
    appointments: { ...service.appointments, on: true, places: { A: 2 } },
    board: {
      ...service.board,
      pages: [{ id: 'p1', kind: 'notice', title: '温馨提示', text: '请保管好随身物品。', until: null }]
    },
    screens: [first, { ...first, id: 'rating-1', role: 'rating', counter: 1, speaks: false, fullscreen: true }]
  }
  done(run.commit(HALL_STREAM, decideService(service, wanted, run.desk.hall ?? HALL), BY_LEAD))
}

type Ask = Partial<Pick<IssueTicket, 'priority' | 'source' | 'itemId' | 'appointment'>>

/** A number; answers with its id. */
export function take(run: HallRun, group: string, ask: Ask = {}): string {
  run.pass(1)
  const { at, date, desk, queues } = run
  const plain = { priority: null, source: 'kiosk', itemId: null, appointment: null } as const
  const given = { at, date, id: run.freshId(), hall: desk.hall ?? HALL, ...QUICKLY }
  const command: IssueTicket = { type: 'issueTicket', group, ...plain, ...ask, ...given }
  const decision = decideQueue(queues.get(date) ?? initialQueue, command)
  const reply = done(run.commit(queueStream(date), decision, { by: 'visitor', byName: '', screen: 'kiosk' }))
  return String((reply as { readonly ticketId?: string }).ticketId)
}

type Verb = Parameters<HallRun['counter']>[1]
type Who = NonNullable<Parameters<HallRun['counter']>[2]>

/** An act at a counter that works, a minute after the last. */
export function at(run: HallRun, counter: number, type: Verb, more: object = {}, who: Who = CLERK): void {
  run.pass(1)
  done(run.counter(counter, type, who, more))
}

type Told = AppointmentCommand extends infer C ? (C extends unknown ? Omit<C, 'at' | 'settings'> : never) : never

/** Something about the appointments of a day. */
export function appointment(run: HallRun, date: string, command: Told): void {
  const day = run.desk.appointments.get(date) ?? noAppointments
  const full = { ...command, at: run.at, settings: run.desk.service.appointments } as AppointmentCommand
  const meta = command.type === 'lapse' ? BY_CLOCK : {}
  done(run.commit(appointmentStream(date), decideAppointments(day, full), meta))
}

/** By the clock: 延时服务 begins or ends. */
export function minute(run: HallRun): void {
  const { date } = run
  const given = { at: run.at, date, id: run.freshId(), hall: run.desk.hall ?? HALL, ...QUICKLY }
  const decision = decideQueue(run.queues.get(date) ?? initialQueue, { type: 'extendedService', ...given })
  done(run.commit(queueStream(date), decision, BY_CLOCK))
}
