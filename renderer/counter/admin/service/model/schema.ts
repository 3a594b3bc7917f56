import { z } from 'zod'
import { checkHallService } from '../../../../../shared/domain/hall/checkService.ts'
import type { HallConfig } from '../../../../../shared/domain/hall/hall.ts'
import { codePointLength } from '../../../../../shared/domain/people/codePoints.ts'
import type { Refusal } from '../../../../../shared/kernel/result.ts'
import { refusalText } from '../../../../texts/refusals.ts'
import { dayTyped } from '../../../desk/model/dayTyped.ts'
import { tidyHalf, tidyLetters } from '../../../setup/tidy.ts'
import { S } from '../texts.ts'
import { type Section, type ServiceValues, serviceOf } from './values.ts'

const half = z.string().overwrite(tidyHalf)
/** `9：00` of an input method means 09:00. */
const time = z.string().overwrite((text) => tidyHalf(text).replace(/^(\d):/, '0$1:'))
const percent = z.string().overwrite((text) => tidyHalf(text).replace(/%$/, ''))
const trimmed = z.string().trim()
const byLetter = z.record(z.string(), half)
const reason = z.enum(['elderly', 'disabled', 'military', 'maternity', 'mobility', 'other'])

/** What an input method leaves behind is put right before anything is checked. */
const shape = z.object({
  queue: z.object({
    recallLockSeconds: half,
    noShowCalls: half,
    noShowSeconds: half,
    rejoinPlaces: half,
    rejoins: half,
    priorityMinutes: z.object({
      elderly: half,
      disabled: half,
      military: half,
      maternity: half,
      mobility: half,
      other: half
    }),
    contingents: byLetter,
    stopMinutes: half,
    forgottenMinutes: half,
    undoSeconds: half,
    chooseBy: z.enum(['clerk', 'lead']),
    pauseReasons: z.array(z.object({ text: trimmed }))
  }),
  appointments: z.object({
    on: z.boolean(),
    slotMinutes: half,
    places: byLetter,
    from: time,
    until: time,
    daysAhead: half,
    headStartMinutes: half,
    graceMinutes: half
  }),
  voice: z.object({
    on: z.boolean(),
    chime: z.boolean(),
    voice: z.enum(['system', 'clips']),
    times: half,
    gapSeconds: half,
    volume: percent,
    one: z.enum(['yi', 'yao']),
    mute: z.array(z.object({ from: time, until: time }))
  }),
  board: z.object({
    theme: z.enum(['night', 'day', 'ink']),
    pages: z.array(
      z.object({
        id: z.string(),
        kind: z.enum(['notice', 'disclosure']),
        title: trimmed,
        text: trimmed,
        until: half
      })
    ),
    pageSeconds: half,
    hotline: half
  }),
  kiosk: z.object({
    idleSeconds: half,
    withoutPaper: z.boolean(),
    priorities: z.array(reason),
    elderlyAge: half,
    reader: half
  }),
  rating: z.object({
    on: z.boolean(),
    timeoutSeconds: half,
    startDays: half,
    closeDays: half,
    longestDays: half
  }),
  phone: z.object({ on: z.boolean(), port: half, host: half }),
  screens: z.array(
    z.object({
      id: z.string(),
      role: z.enum(['hall', 'kiosk', 'rating']),
      display: z.string(),
      fullscreen: z.boolean(),
      counter: z.string(),
      groups: z.string().overwrite(tidyLetters),
      counters: half,
      speaks: z.boolean()
    })
  )
})

export interface Around {
  readonly hall: Pick<HallConfig, 'counters' | 'groups'>
  /** `YYYY-MM-DD`, for dates typed without a year. */
  readonly today: string
}

/**
 * What is checked before main is asked, which checks it again: the domain's own rules, a sentence beside each field.
 * Faults in parts that the page does not show are not its matter.
 */
export const serviceSchema = (sections: readonly Section[], { hall, today }: Around) =>
  shape.superRefine((values, context) => {
    const found = [...checkHallService(serviceOf(values, today), hall), ...unreadable(values, today)]
    for (const refusal of found) {
      const path = pathOf(refusal, values)
      if (!sections.some((section) => section === path[0])) continue
      context.addIssue({ code: 'custom', path: [...path], message: sentenceOf(refusal) })
    }
  })

/** Longest telephone number of the hall; the door's own ceiling. */
const HOTLINE_MOST = 30

/** What cannot be read from its text at all, so that no rule ever sees it. */
function unreadable({ board, screens, voice }: ServiceValues, today: string): readonly Refusal[] {
  const wrong = (field: string, code: keyof typeof OWN): Refusal => ({ code, field: `service.${field}` })
  const volume = /^\d{1,3}$/.test(voice.volume) && Number(voice.volume) <= 100
  return [
    ...(volume ? [] : [wrong('voice.volume', 'volume')]),
    ...(codePointLength(board.hotline) > HOTLINE_MOST ? [wrong('board.hotline', 'hotline')] : []),
    ...board.pages.flatMap(({ until }, i) =>
      until === '' || dayTyped(until, today) !== null ? [] : [wrong(`board.pages.${i}.until`, 'until')]
    ),
    ...screens.flatMap(({ counters }, i) =>
      /^[\d\s、,，;；.]*$/.test(counters) ? [] : [wrong(`screens.${i}.counters`, 'counters')]
    )
  ]
}

const OWN = {
  volume: S.volumeWrong,
  hotline: S.hotlineWrong,
  until: S.untilWrong,
  counters: S.countersWrong
} as const

const sentenceOf = (refusal: Refusal): string =>
  Object.entries(OWN).find(([code]) => code === refusal.code)?.[1] ?? refusalText(refusal)

/**
 * The place in the form that a refusal is about: `service.voice.mute.0.from` stands at `voice.mute.0.from`, a reason that
 * is too long at its own row. Empty for a refusal of the whole.
 */
export function pathOf(refusal: Refusal, { queue }: Pick<ServiceValues, 'queue'>): readonly string[] {
  const path = (refusal.field ?? '')
    .replace(/^service\.?/, '')
    .split('.')
    .filter((part) => part !== '')
  if (path.join('.') !== 'queue.pauseReasons' || refusal.code !== 'service-text-long') return path
  const row = queue.pauseReasons.findIndex(({ text }) => codePointLength(text.trim()) > Number(refusal.most))
  return row < 0 ? path : [...path, String(row), 'text']
}
