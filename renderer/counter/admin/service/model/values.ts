import type { HallService, ScreenPlan } from '../../../../../shared/domain/hall/service.ts'
import type { PriorityReason } from '../../../../../shared/domain/queue/queueEvents.ts'
import { dayTyped } from '../../../desk/model/dayTyped.ts'

/** What is typed, as text; the paths are those of the settings, so that a refusal's field finds its place. */
export interface ServiceValues {
  queue: {
    recallLockSeconds: string
    noShowCalls: string
    noShowSeconds: string
    rejoinPlaces: string
    rejoins: string
    priorityMinutes: Record<PriorityReason, string>
    /** By letter; empty: no end. */
    contingents: Record<string, string>
    /** Empty: numbers at any time. */
    stopMinutes: string
    forgottenMinutes: string
    undoSeconds: string
    chooseBy: 'clerk' | 'lead'
    pauseReasons: { text: string }[]
  }
  appointments: {
    on: boolean
    slotMinutes: string
    /** By letter; empty: none. */
    places: Record<string, string>
    from: string
    until: string
    daysAhead: string
    headStartMinutes: string
    graceMinutes: string
  }
  voice: {
    on: boolean
    chime: boolean
    voice: 'system' | 'clips'
    times: string
    gapSeconds: string
    /** Of a hundred. */
    volume: string
    one: 'yi' | 'yao'
    mute: { from: string; until: string }[]
  }
  board: {
    theme: 'night' | 'day' | 'ink'
    pages: PageValues[]
    pageSeconds: string
    hotline: string
  }
  kiosk: {
    idleSeconds: string
    withoutPaper: boolean
    priorities: PriorityReason[]
    elderlyAge: string
    reader: string
  }
  rating: { on: boolean; timeoutSeconds: string; startDays: string; closeDays: string; longestDays: string }
  phone: { on: boolean; port: string; host: string }
  screens: PlanValues[]
}

export interface PageValues {
  id: string
  kind: 'notice' | 'disclosure'
  title: string
  text: string
  /** As `dayTyped` reads it; empty: until it is taken away. */
  until: string
}

export interface PlanValues {
  id: string
  role: ScreenPlan['role']
  /** Number of the display; empty: whichever is free. */
  display: string
  fullscreen: boolean
  /** Number of the counter; empty: none chosen. */
  counter: string
  /** Letters in one word. */
  groups: string
  /** Numbers with anything between them. */
  counters: string
  speaks: boolean
}

/** A part of the settings, as a page of its own edits some of them. */
export type Section = keyof ServiceValues

/** What the settings hold as it is typed, with an empty text for each of the hall's `letters` that says nothing yet. */
export function valuesOf(service: HallService, letters: readonly string[]): ServiceValues {
  const { queue, appointments, voice, board, kiosk, rating, phone, screens } = service
  return {
    queue: {
      ...queue,
      recallLockSeconds: String(queue.recallLockSeconds),
      noShowCalls: String(queue.noShowCalls),
      noShowSeconds: String(queue.noShowSeconds),
      rejoinPlaces: String(queue.rejoinPlaces),
      rejoins: String(queue.rejoins),
      priorityMinutes: texts(queue.priorityMinutes),
      contingents: byLetter(queue.contingents, letters),
      stopMinutes: queue.stopMinutes === null ? '' : String(queue.stopMinutes),
      forgottenMinutes: String(queue.forgottenMinutes),
      undoSeconds: String(queue.undoSeconds),
      pauseReasons: queue.pauseReasons.map((text) => ({ text }))
    },
    appointments: {
      ...appointments,
      slotMinutes: String(appointments.slotMinutes),
      places: byLetter(appointments.places, letters),
      daysAhead: String(appointments.daysAhead),
      headStartMinutes: String(appointments.headStartMinutes),
      graceMinutes: String(appointments.graceMinutes)
    },
    voice: {
      ...voice,
      times: String(voice.times),
      gapSeconds: String(voice.gapSeconds),
      volume: String(Math.round(voice.volume * 100)),
      mute: voice.mute.map((hours) => ({ ...hours }))
    },
    board: {
      ...board,
      pages: board.pages.map((page) => ({ ...page, until: page.until ?? '' })),
      pageSeconds: String(board.pageSeconds)
    },
    kiosk: {
      ...kiosk,
      idleSeconds: String(kiosk.idleSeconds),
      priorities: [...kiosk.priorities],
      elderlyAge: String(kiosk.elderlyAge)
    },
    rating: {
      on: rating.on,
      timeoutSeconds: String(rating.timeoutSeconds),
      startDays: String(rating.startDays),
      closeDays: String(rating.closeDays),
      longestDays: String(rating.longestDays)
    },
    phone: { ...phone, port: String(phone.port) },
    screens: screens.map((plan) => ({
      ...plan,
      display: plan.display === null ? '' : String(plan.display),
      counter: plan.counter === null ? '' : String(plan.counter),
      groups: plan.groups.join(''),
      counters: plan.counters.join('、')
    }))
  }
}

/** The settings that tidy text says. What is no number becomes NaN, which no bound lets through. */
export function serviceOf(values: ServiceValues, today: string): HallService {
  const { queue, appointments, voice, board, kiosk, rating, phone, screens } = values
  return {
    queue: {
      ...queue,
      recallLockSeconds: numberOf(queue.recallLockSeconds),
      noShowCalls: numberOf(queue.noShowCalls),
      noShowSeconds: numberOf(queue.noShowSeconds),
      rejoinPlaces: numberOf(queue.rejoinPlaces),
      rejoins: numberOf(queue.rejoins),
      priorityMinutes: {
        elderly: numberOf(queue.priorityMinutes.elderly),
        disabled: numberOf(queue.priorityMinutes.disabled),
        military: numberOf(queue.priorityMinutes.military),
        maternity: numberOf(queue.priorityMinutes.maternity),
        mobility: numberOf(queue.priorityMinutes.mobility),
        other: numberOf(queue.priorityMinutes.other)
      },
      contingents: numbers(queue.contingents),
      stopMinutes: queue.stopMinutes === '' ? null : numberOf(queue.stopMinutes),
      forgottenMinutes: numberOf(queue.forgottenMinutes),
      undoSeconds: numberOf(queue.undoSeconds),
      pauseReasons: queue.pauseReasons.flatMap(({ text }) => (text === '' ? [] : [text]))
    },
    appointments: {
      ...appointments,
      slotMinutes: numberOf(appointments.slotMinutes),
      places: numbers(appointments.places),
      daysAhead: numberOf(appointments.daysAhead),
      headStartMinutes: numberOf(appointments.headStartMinutes),
      graceMinutes: numberOf(appointments.graceMinutes)
    },
    voice: {
      ...voice,
      times: numberOf(voice.times),
      gapSeconds: numberOf(voice.gapSeconds),
      volume: numberOf(voice.volume) / 100
    },
    board: {
      ...board,
      pages: board.pages.map((page) => ({ ...page, until: page.until === '' ? null : dayTyped(page.until, today) })),
      pageSeconds: numberOf(board.pageSeconds)
    },
    kiosk: { ...kiosk, idleSeconds: numberOf(kiosk.idleSeconds), elderlyAge: numberOf(kiosk.elderlyAge) },
    rating: {
      on: rating.on,
      timeoutSeconds: numberOf(rating.timeoutSeconds),
      startDays: numberOf(rating.startDays),
      closeDays: numberOf(rating.closeDays),
      longestDays: numberOf(rating.longestDays)
    },
    phone: { ...phone, port: numberOf(phone.port) },
    screens: screens.map((plan) => ({
      ...plan,
      display: plan.display === '' ? null : numberOf(plan.display),
      counter: plan.counter === '' ? null : numberOf(plan.counter),
      groups: [...plan.groups],
      counters: countersTyped(plan.counters)
    }))
  }
}

const numberOf = (typed: string): number => (/^\d{1,5}$/.test(typed) ? Number(typed) : Number.NaN)

const texts = <K extends string>(numbersBy: Readonly<Record<K, number>>): Record<K, string> =>
  Object.fromEntries(Object.entries(numbersBy).map(([key, value]) => [key, String(value)])) as Record<K, string>

const byLetter = (known: Readonly<Record<string, number>>, letters: readonly string[]): Record<string, string> => ({
  ...texts(known),
  ...Object.fromEntries(letters.filter((letter) => !Object.hasOwn(known, letter)).map((letter) => [letter, '']))
})

const numbers = (typed: Readonly<Record<string, string>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(typed).flatMap(([key, value]) => (value === '' ? [] : [[key, numberOf(value)] as const]))
  )

/** Counters of a zone, each once. */
export const countersTyped = (typed: string): readonly number[] => [...new Set((typed.match(/\d+/g) ?? []).map(Number))]

/** First id of the form `p1`, `hall-1` … that no row has yet. */
export function freeId(before: string, rows: readonly { readonly id: string }[]): string {
  const taken = new Set(rows.map(({ id }) => id))
  let n = 1
  while (taken.has(`${before}${n}`)) n += 1
  return `${before}${n}`
}
