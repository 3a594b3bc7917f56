import type { HallRun } from '../../projections/support/hallRun.ts'
import { COLLEAGUE } from './people.ts'
import { appointment, at, minute, take } from './queueDay.ts'

const SECOND = 2

/** Everything that can happen to a number before noon, at two counters. */
export function morning(run: HallRun): void {
  const { date } = run
  const booking = { type: 'book', by: 'clerk', today: date, group: 'A', date, phone: null } as const
  appointment(run, date, { ...booking, id: 'y1', code: '104233', slot: '09:00', name: '单雨青' })
  appointment(run, date, { ...booking, id: 'y2', code: '104234', slot: '10:00', name: '' })
  appointment(run, date, { ...booking, id: 'y3', code: '104235', slot: '10:00', name: '', phone: '13800138002' })
  appointment(run, date, { type: 'cancel', by: 'clerk', appointmentId: 'y2', reason: '改天再来', ticketNo: null })

  at(run, 1, 'openCounter')
  at(run, SECOND, 'openCounter', {}, COLLEAGUE)
  const first = take(run, 'A')
  const old = take(run, 'A', { priority: { reason: 'elderly', note: '' } })
  const booked = run.desk.appointments.get(date)?.get('y1') ?? null
  take(run, 'A', { appointment: booked })
  const third = take(run, 'A')
  const fourth = take(run, 'A')
  at(run, 1, 'grantPriority', { ticketId: fourth, priority: { reason: 'other', note: '带着急诊单' } })

  // Called by mistake and taken back; then a visit with two matters, the first of them under the wrong letter.
  at(run, 1, 'callNext')
  at(run, 1, 'undo')
  at(run, 1, 'callNext')
  at(run, 1, 'recall')
  at(run, 1, 'startService')
  at(run, 1, 'correctService', { group: 'C' })
  at(run, 1, 'nextService', { group: 'A' })
  at(run, 1, 'stillServing')
  at(run, 1, 'hold', { reason: '去复印' })
  at(run, 1, 'callChosen', { ticketId: third, reason: '赶车', approvedBy: '周晓禾' })
  at(run, 1, 'markNoShow')
  at(run, 1, 'rejoin', { ticketId: third })
  at(run, 1, 'takeBack', { ticketId: old })
  at(run, 1, 'transfer', { group: 'A', toCounter: SECOND, toPerson: null, toPersonName: '', reason: '要看原件' })
  at(run, SECOND, 'callNext', {}, COLLEAGUE)
  at(run, SECOND, 'startService', {}, COLLEAGUE)
  at(run, SECOND, 'callColleague', { reason: '有人晕倒' }, COLLEAGUE)
  at(run, 1, 'answerColleague', { counter: SECOND })
  at(run, SECOND, 'finishService', { saidEnd: run.at }, COLLEAGUE)
  at(run, SECOND, 'pauseCounter', { reason: '取材料', until: `${date}T03:30:00.000Z` }, COLLEAGUE)
  at(run, 1, 'cancelTicket', { ticketId: first, reason: '不等了' })
}

/** An appointment nobody came for; after closing time somebody is still served; the hall is closed by a person. */
export function evening(run: HallRun): void {
  appointment(run, run.date, { type: 'lapse', checkedIn: new Set(['y1']) })
  take(run, 'A')
  minute(run)
  for (let left = 10; left > 0 && run.counter(1, 'callNext').ok; left -= 1) {
    at(run, 1, 'startService')
    at(run, 1, 'finishService')
  }
  minute(run)
  at(run, 1, 'closeHall')
}
