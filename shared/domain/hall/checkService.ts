import type { Refusal } from '../../kernel/result.ts'
import { codePointLength } from '../people/codePoints.ts'
import type { Bounds } from './checkRules.ts'
import type { HallConfig } from './hall.ts'
import type { HallService } from './service.ts'

/**
 * Least and most of what a hall may set for queue, screens and voice, both allowed. They keep a setting from undoing what
 * it is for: a lock that never opens, a no-show before anybody could have walked there, a priority that starves the rest.
 */
export const SERVICE_BOUNDS = {
  'queue.recallLockSeconds': { least: 1, most: 30 },
  'queue.noShowCalls': { least: 1, most: 5 },
  'queue.noShowSeconds': { least: 15, most: 600 },
  'queue.rejoinPlaces': { least: 0, most: 20 },
  'queue.rejoins': { least: 0, most: 5 },
  'queue.forgottenMinutes': { least: 10, most: 240 },
  'queue.undoSeconds': { least: 10, most: 600 },
  'appointments.slotMinutes': { least: 10, most: 240 },
  'appointments.daysAhead': { least: 1, most: 60 },
  'appointments.headStartMinutes': { least: 0, most: 60 },
  'appointments.graceMinutes': { least: 0, most: 120 },
  'voice.times': { least: 1, most: 3 },
  'voice.gapSeconds': { least: 3, most: 30 },
  'board.pageSeconds': { least: 5, most: 120 },
  'kiosk.idleSeconds': { least: 10, most: 300 },
  'kiosk.elderlyAge': { least: 60, most: 80 },
  'rating.timeoutSeconds': { least: 20, most: 300 },
  'rating.startDays': { least: 1, most: 5 },
  'rating.closeDays': { least: 1, most: 15 },
  'rating.longestDays': { least: 1, most: 30 },
  'phone.port': { least: 1024, most: 65_535 }
} as const satisfies Record<string, Bounds>

/** A priority counts at most so many minutes earlier: nobody is overtaken who came before that. */
export const PRIORITY_MOST: Bounds = { least: 0, most: 60 }
/** Numbers a group may give a day, places of a slot. */
export const CONTINGENT: Bounds = { least: 1, most: 999 }
/** Numbers stop at most so many minutes before closing time. */
export const STOP: Bounds = { least: 0, most: 120 }
/** Longest notice and title on the hall screen, in code points: what can be read while it stands there. */
export const PAGE_MOST = { title: 20, text: 160 } as const
const PAGES_MOST = 20
const SCREENS_MOST = 6
const REASONS_MOST = 8
const REASON_MOST = 12

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/

const within = (value: number, { least, most }: Bounds): boolean =>
  Number.isInteger(value) && value >= least && value <= most

function numbers(service: HallService): readonly Refusal[] {
  const refusals: Refusal[] = []
  const check = (field: string, value: number, bounds: Bounds): void => {
    if (!within(value, bounds)) refusals.push({ code: 'rule-out-of-range', field: `service.${field}`, ...bounds })
  }
  for (const field of Object.keys(SERVICE_BOUNDS) as (keyof typeof SERVICE_BOUNDS)[]) {
    const [section, name] = field.split('.') as [keyof HallService, string]
    check(field, (service[section] as unknown as Record<string, number>)[name] ?? Number.NaN, SERVICE_BOUNDS[field])
  }
  for (const [reason, minutes] of Object.entries(service.queue.priorityMinutes)) {
    check(`queue.priorityMinutes.${reason}`, minutes, PRIORITY_MOST)
  }
  for (const [group, most] of Object.entries(service.queue.contingents)) {
    check(`queue.contingents.${group}`, most, CONTINGENT)
  }
  for (const [group, places] of Object.entries(service.appointments.places)) {
    check(`appointments.places.${group}`, places, CONTINGENT)
  }
  if (service.queue.stopMinutes !== null) check('queue.stopMinutes', service.queue.stopMinutes, STOP)
  return refusals
}

function times(service: HallService): readonly Refusal[] {
  const { appointments, voice } = service
  const all: readonly (readonly [string, string])[] = [
    ['appointments.from', appointments.from],
    ['appointments.until', appointments.until],
    ...voice.mute.flatMap(({ from, until }, i): [string, string][] => [
      [`voice.mute.${i}.from`, from],
      [`voice.mute.${i}.until`, until]
    ])
  ]
  const wrong: Refusal[] = all.flatMap(([field, value]) =>
    TIME.test(value) ? [] : [{ code: 'rule-time', field: `service.${field}` }]
  )
  if (wrong.length === 0 && appointments.from >= appointments.until) {
    wrong.push({ code: 'service-hours-empty', field: 'service.appointments.until' })
  }
  return wrong
}

function pages({ board }: HallService): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (board.pages.length > PAGES_MOST) {
    refusals.push({ code: 'service-too-many', field: 'service.board.pages', most: PAGES_MOST })
  }
  board.pages.forEach((page, i) => {
    for (const part of ['title', 'text'] as const) {
      const field = `service.board.pages.${i}.${part}`
      const length = codePointLength(page[part].trim())
      if (length === 0) refusals.push({ code: 'service-page-empty', field })
      if (length > PAGE_MOST[part]) refusals.push({ code: 'service-text-long', field, most: PAGE_MOST[part] })
    }
  })
  return refusals
}

function reasons({ queue }: HallService): readonly Refusal[] {
  const field = 'service.queue.pauseReasons'
  const { pauseReasons } = queue
  if (pauseReasons.length > REASONS_MOST) return [{ code: 'service-too-many', field, most: REASONS_MOST }]
  const long = pauseReasons.some((reason) => codePointLength(reason.trim()) > REASON_MOST)
  return long ? [{ code: 'service-text-long', field, most: REASON_MOST }] : []
}

function screens({ screens: plans }: HallService, hall: Pick<HallConfig, 'counters' | 'groups'>): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (plans.length > SCREENS_MOST) {
    refusals.push({ code: 'service-too-many', field: 'service.screens', most: SCREENS_MOST })
  }
  const ids = new Set<string>()
  const counters = new Set(hall.counters.map((counter) => counter.no))
  plans.forEach((plan, i) => {
    const field = `service.screens.${i}`
    if (ids.has(plan.id)) refusals.push({ code: 'service-screen-twice', field: `${field}.id` })
    ids.add(plan.id)
    if (plan.role === 'rating' && (plan.counter === null || !counters.has(plan.counter))) {
      refusals.push({ code: 'service-screen-counter', field: `${field}.counter` })
    }
    const strange = plan.counters.find((no) => !counters.has(no))
    if (strange !== undefined) refusals.push({ code: 'service-screen-counter', field: `${field}.counters` })
  })
  if (plans.filter((plan) => plan.role === 'hall' && plan.speaks).length > 1) {
    refusals.push({ code: 'service-screens-speak', field: 'service.screens' })
  }
  return refusals
}

/** The address of a card reader's service: this PC only, so that no card is ever read out over a network. */
const READER = /^(?:ws|http):\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?(?:\/[\w./-]*)?$/

/** A name or an IPv4 address as it stands in an address: the port has its own field, and the page speaks IPv4. */
const HOST = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,98}[A-Za-z0-9])?$/

function addresses({ kiosk, phone }: HallService): readonly Refusal[] {
  const refusals: Refusal[] = []
  if (kiosk.reader !== '' && !READER.test(kiosk.reader)) {
    refusals.push({ code: 'service-reader-address', field: 'service.kiosk.reader' })
  }
  if (phone.host !== '' && !HOST.test(phone.host)) {
    refusals.push({ code: 'service-phone-host', field: 'service.phone.host' })
  }
  return refusals
}

/**
 * What is wrong with settings that somebody wants to make, every fault at once, each with the path of its field from
 * `service`. Refuses with `rule-out-of-range` (with `least` and `most`), `rule-time`, `service-hours-empty`,
 * `service-too-many`, `service-page-empty`, `service-text-long`, `service-screen-twice`, `service-screen-counter`,
 * `service-screens-speak`, `service-reader-address`, `service-phone-host`. Empty when all is well.
 */
export function checkHallService(
  service: HallService,
  hall: Pick<HallConfig, 'counters' | 'groups'>
): readonly Refusal[] {
  return [
    ...numbers(service),
    ...times(service),
    ...pages(service),
    ...reasons(service),
    ...screens(service, hall),
    ...addresses(service)
  ]
}
