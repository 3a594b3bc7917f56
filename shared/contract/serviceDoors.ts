import { z } from 'zod'
import type { PhonePageState } from '../projections/hallViews.ts'
import { command, query } from './entry.ts'
import { filled, hallCounters, hallGroups, id, nothing, record } from './inputs.ts'

const leading = { screens: ['counter'], allowed: ['administrator', 'lead'] } as const
const administrating = { screens: ['counter'], allowed: ['administrator'] } as const

/** Ceilings against nonsense; what a hall may set stands in `domain/hall/checkService.ts` and is refused with its field. */
const number = z.number().int().min(0).max(100_000)
const text = (max: number) => z.string().trim().max(max)
const time = text(10)
const letter = z.string().regex(/^[A-Z]$/)
const byGroup = record(letter, number)
const priorityReason = z.enum(['elderly', 'disabled', 'military', 'maternity', 'mobility', 'other'])

const hallService = z.strictObject({
  queue: z.strictObject({
    recallLockSeconds: number,
    noShowCalls: number,
    noShowSeconds: number,
    rejoinPlaces: number,
    rejoins: number,
    priorityMinutes: z.strictObject({
      elderly: number,
      disabled: number,
      military: number,
      maternity: number,
      mobility: number,
      other: number
    }),
    contingents: byGroup,
    stopMinutes: number.nullable(),
    forgottenMinutes: number,
    undoSeconds: number,
    chooseBy: z.enum(['clerk', 'lead']),
    pauseReasons: z.array(filled(50)).max(50)
  }),
  appointments: z.strictObject({
    on: z.boolean(),
    slotMinutes: number,
    places: byGroup,
    from: time,
    until: time,
    daysAhead: number,
    headStartMinutes: number,
    graceMinutes: number
  }),
  voice: z.strictObject({
    on: z.boolean(),
    chime: z.boolean(),
    voice: z.enum(['system', 'clips']),
    times: number,
    gapSeconds: number,
    volume: z.number().min(0).max(1),
    one: z.enum(['yi', 'yao']),
    mute: z.array(z.strictObject({ from: time, until: time })).max(10)
  }),
  board: z.strictObject({
    theme: z.enum(['night', 'day', 'ink']),
    pages: z
      .array(
        z.strictObject({
          id,
          kind: z.enum(['notice', 'disclosure']),
          title: text(100),
          text: text(1000),
          until: z.iso.date().nullable()
        })
      )
      .max(100),
    pageSeconds: number,
    hotline: text(30)
  }),
  kiosk: z.strictObject({
    idleSeconds: number,
    withoutPaper: z.boolean(),
    priorities: z.array(priorityReason).max(6),
    elderlyAge: number,
    reader: text(200)
  }),
  rating: z.strictObject({
    on: z.boolean(),
    timeoutSeconds: number,
    startDays: number,
    closeDays: number,
    longestDays: number
  }),
  phone: z.strictObject({ on: z.boolean(), port: number, host: text(100) }),
  screens: z
    .array(
      z.strictObject({
        id: z.string().regex(/^(?:hall|kiosk|rating)-\d{1,2}$/),
        role: z.enum(['hall', 'kiosk', 'rating']),
        display: z.number().int().min(0).max(15).nullable(),
        fullscreen: z.boolean(),
        counter: z.number().int().min(1).max(99).nullable(),
        groups: z.array(letter).max(26),
        counters: z.array(z.number().int().min(1).max(99)).max(99),
        speaks: z.boolean()
      })
    )
    .max(50)
})

/** How queue, screens and voice are run, and which counters serve what. */
export const serviceDoors = {
  'service.set': command<null>()({ ...leading, input: z.strictObject({ service: hallService }) }),
  /** The page for visitors' phones; answers when a change that is under way is through. */
  'phone.state': query<PhonePageState>()({ ...leading, input: nothing }),
  'hall.setCounters': command<null>()({
    ...administrating,
    input: z.strictObject({ groups: hallGroups, counters: hallCounters })
  })
} as const
