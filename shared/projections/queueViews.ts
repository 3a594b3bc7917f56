import { ENDED, type KnownCaseState } from '../domain/casework/case.ts'
import type { CaseReading } from '../domain/casework/reading.ts'
import type { HallConfig } from '../domain/hall/hall.ts'
import type { HallService } from '../domain/hall/service.ts'
import { callOrder } from '../domain/queue/order.ts'
import type { OpenDay, QueueState, Ticket } from '../domain/queue/queue.ts'
import { undoable } from '../domain/queue/undo.ts'
import { caseShown } from './caseShown.ts'
import type { Desk } from './desk.ts'
import type { AlarmShown, QueueDesk } from './hallViews.ts'
import { isUnprinted, paperShown } from './paperShown.ts'
import { counterShown, dayOf, groupsShown, nameOfStaff, ticketShown, waitingOf } from './queueShown.ts'
import { ratingState } from './ratingViews.ts'
import type { CaseShown, DeskView, HallView } from './views.ts'

const WAITING_SHOWN = 60
const TODAY_SHOWN = 20

const isOpenCase = (state: KnownCaseState): boolean =>
  !ENDED.has(state.status) && state.status !== 'enquiry' && state.status !== 'answered'

/** What the hall screen shows: numbers, never people. Notices that have run out are left away. */
export function hallView(
  hall: HallConfig,
  service: HallService,
  queue: QueueState | undefined,
  date: string
): HallView {
  const day = dayOf(queue)
  const groups = groupsShown(hall, day)
  const { pages, ...board } = service.board
  return {
    hallName: hall.name,
    demo: hall.demo,
    date,
    calls: day?.lastCalls ?? [],
    sayings: day?.sayings ?? [],
    groups,
    counters: hall.counters.map((counter) => {
      const { byName: _byName, ...shown } = counterShown(counter, day)
      return shown
    }),
    waitingAll: waitingOf(groups),
    enquiryPhone: hall.enquiryPhone,
    supervisionPhone: hall.supervisionPhone,
    hours: hall.hours,
    extendedSince: day?.extendedSince ?? null,
    voice: service.voice,
    board: { ...board, pages: pages.filter((page) => page.until === null || page.until >= date) },
    screens: service.screens.filter((screen) => screen.role === 'hall')
  }
}

/** Who sits where; `counter` null: nobody is called from there. */
export interface Seat {
  readonly counter: number | null
  readonly personId: string
}

/** What one clerk sees of today. */
export function deskView(
  desk: Desk,
  hall: HallConfig,
  date: string,
  seat: Seat,
  reading: (state: KnownCaseState) => CaseReading
): DeskView {
  const cases = [...desk.cases.values()].flatMap((c) => (c.status === 'none' ? [] : [c]))
  const brief = (state: KnownCaseState): CaseShown => caseShown(state, reading)
  // A case that came back and was accepted and completed in one go is today's work too.
  const today = cases.filter((c) => c.receivedOn === date || ('acceptedOn' in c && c.acceptedOn === date))
  // A number that somebody reads off a screen misses no paper until one is asked for.
  const papers = [...desk.papers.values()].filter((paper) => !paper.onScreen || paper.prints.jobs.length > 0)
  return {
    ...queueDesk(desk, hall, date, seat),
    unprinted: papers.map(paperShown).filter(isUnprinted),
    today: today.slice(-TODAY_SHOWN).reverse().map(brief),
    openCases: cases.filter(isOpenCase).length,
    opening: desk.opening?.date === date ? { at: desk.opening.at, checks: desk.opening.checks } : null
  }
}

const byOrder = (one: Ticket, other: Ticket): number => (one.orderAt < other.orderAt ? -1 : 1)

function queueDesk(desk: Desk, hall: HallConfig, date: string, seat: Seat): QueueDesk {
  const day = dayOf(desk.queues.get(date))
  const counter = hall.counters.find((c) => c.no === seat.counter)
  const held = seat.counter === null ? undefined : day?.counters.get(seat.counter)
  const current = held?.ticketId ? day?.tickets.get(held.ticketId) : undefined
  const { queue: settings, appointments } = desk.service
  const shown = ticketShown(hall, nameOfStaff(desk.staff))
  const mine = day && counter ? callOrder(day, counter, seat.personId) : []
  const groups = groupsShown(hall, day)
  const of = (status: Ticket['status']) => [...(day?.tickets.values() ?? [])].filter((t) => t.status === status)
  const isHere = (ticket: Ticket): number => (ticket.counter === seat.counter ? 0 : 1)
  return {
    date,
    counter: seat.counter,
    counterStatus: held?.status ?? 'closed',
    pauseReason: held?.pauseReason ?? '',
    pausedUntil: held?.pausedUntil ?? null,
    current: current ? shown(current) : null,
    waiting: mine.slice(0, WAITING_SHOWN).map(shown),
    waitingHere: mine.length,
    waitingAll: waitingOf(groups),
    held: of('held')
      .sort((one, other) => isHere(one) - isHere(other) || byOrder(one, other))
      .map(shown),
    missed: of('missed')
      .filter((ticket) => ticket.rejoins < settings.rejoins)
      .sort(byOrder)
      .map(shown),
    groups,
    counters: hall.counters.map((c) => counterShown(c, day)),
    alarms: alarmsOf(day),
    // Whether the time for it is over is seen on the screen's own clock; the domain decides when it is pressed.
    undo: day && held?.last ? undoable(day, hall, seat.counter, held.last.at, settings.undoSeconds) : null,
    extendedSince: day?.extendedSince ?? null,
    queueSettings: {
      recallLockSeconds: settings.recallLockSeconds,
      noShowCalls: settings.noShowCalls,
      noShowSeconds: settings.noShowSeconds,
      forgottenMinutes: settings.forgottenMinutes,
      chooseBy: settings.chooseBy,
      pauseReasons: settings.pauseReasons,
      appointments: appointments.on
    },
    rating: ratingState(desk, seat.counter)
  }
}

const alarmsOf = (day: OpenDay | null): readonly AlarmShown[] =>
  [...(day?.counters ?? [])].flatMap(([counter, { alarm }]) => (alarm ? [{ counter, ...alarm }] : []))
