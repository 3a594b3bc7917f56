import type { DayFigures, DayLists } from '../documents/daySheetPaper.ts'
import type { HallConfig } from '../domain/hall/hall.ts'
import type { OpenDay, QueueState } from '../domain/queue/queue.ts'
import { waitStats } from '../domain/queue/waitStats.ts'
import { type DayLook, dayLists, UNDISPOSED, type Undisposed } from './dayLists.ts'
import { wholeDay } from './dayMemory.ts'
import type { Desk } from './desk.ts'

/** What one day of the hall was and leaves behind. */
export interface DaySheet {
  readonly date: string
  /** Nothing is left over, and the hall was closed. */
  readonly closed: boolean
  /** 延时服务 goes on since this instant. */
  readonly extendedSince: string | null
  readonly figures: DayFigures
  readonly lists: DayLists
  /** Numbers in the way of closing, by what is to be done about them. */
  readonly left: Readonly<Record<Undisposed, readonly string[]>>
}

const opened = (day: QueueState | undefined): OpenDay | null => (day && day.status !== 'unopened' ? day : null)

const minutes = (seconds: number | null): number | null => (seconds === null ? null : Math.round(seconds / 60))

const NOTHING: DayFigures = {
  issued: 0,
  finished: 0,
  missed: 0,
  cancelled: 0,
  expired: 0,
  open: 0,
  waitMedian: null,
  waitLongest: null,
  withinEstimate: null,
  serviceMean: null,
  extendedMinutes: 0,
  walkIns: 0
}

/** The figures of `waitStats` for people: whole minutes, whole per cent, the extended session that runs counted in. */
export function dayFigures(day: OpenDay | null, now: string): DayFigures {
  if (!day) return NOTHING
  const { issued, walkIns, dispositions, wait, estimated, service } = waitStats(day)
  const { waiting, underWay, finished, missed, cancelled, expired } = dispositions
  const running = day.extendedSince === null ? 0 : Math.max(0, Date.parse(now) - Date.parse(day.extendedSince)) / 1000
  return {
    issued,
    finished,
    missed,
    cancelled,
    expired,
    open: waiting + underWay,
    waitMedian: minutes(wait.p50),
    waitLongest: minutes(wait.longest),
    withinEstimate: estimated.share === null ? null : Math.round(estimated.share * 100),
    serviceMean: minutes(service.mean),
    extendedMinutes: Math.round((day.extendedSeconds + running) / 60),
    walkIns
  }
}

/**
 * The day sheet of `today`: figures of its queue and everything that somebody must know before the door is locked. No
 * person is named (numbers, items and states only), so that the sheet may lie about. Sources: 延时服务制, 首问责任制,
 * 一次性告知制 (domain §8, §2), 好差评 (domain §9).
 */
export function daySheet(desk: Desk, hall: HallConfig, look: DayLook): DaySheet {
  const { today, now } = look
  const live = opened(desk.queues.get(today))
  // A day that was closed is remembered whole; what the queue itself keeps of it is its numbers only.
  const day = live && wholeDay(desk.lastDay, live)
  const of = (status: Undisposed): readonly string[] =>
    [...(live?.tickets.values() ?? [])].filter((ticket) => ticket.status === status).map(({ no }) => no)
  return {
    date: today,
    closed: live?.status === 'closed',
    extendedSince: live?.extendedSince ?? null,
    figures: dayFigures(day, now),
    lists: dayLists(desk, hall, live, look),
    left: Object.fromEntries(UNDISPOSED.map((status) => [status, of(status)])) as Record<Undisposed, string[]>
  }
}
