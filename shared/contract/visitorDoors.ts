import { z } from 'zod'
import type { ItemFound } from '../projections/views.ts'
import { command, query } from './entry.ts'
import { id } from './inputs.ts'
import type { TicketTaken } from './queueDoors.ts'
import { priority } from './queueDoors.ts'

const kiosk = { screens: ['kiosk'], allowed: 'anyone' } as const
const rating = { screens: ['rating'], allowed: 'anyone' } as const
const hall = { screens: ['hall'], allowed: 'anyone' } as const

/** How far the ticket printer is ready, and what a visitor is told who took a number without paper. */
export interface KioskTicket extends TicketTaken {
  /** `shown`: no paper was asked for, the number stands on the screen. */
  readonly paper: 'printing' | 'shown'
}

/** Doors of the screens that visitors stand before. Nobody is signed in there; nothing personal comes out of them. */
export const visitorDoors = {
  'kiosk.take': command<KioskTicket>()({
    ...kiosk,
    input: z.strictObject({
      group: z.string().regex(/^[A-Z]$/),
      itemId: id.nullable(),
      priority: priority.nullable(),
      /** `false`: the visitor was told that there is no paper and takes the number all the same. */
      paper: z.boolean()
    })
  }),
  /** Is the ticket printer ready just now? Asked before a number is taken. */
  'kiosk.printer': query<{ ready: boolean; health: string }>()({ ...kiosk, input: z.strictObject({}) }),
  /** What became of the sheet of a number that was taken; a print whose outcome nobody knows counts as failed. */
  'kiosk.paper': query<'queued' | 'printed' | 'failed'>()({ ...kiosk, input: z.strictObject({ docId: id }) }),
  'kiosk.checkIn': command<KioskTicket>()({
    ...kiosk,
    input: z.strictObject({ code: z.string().regex(/^\d{6}$/), paper: z.boolean() })
  }),
  'kiosk.search': query<readonly (ItemFound & { readonly group: string | null })[]>()({
    ...kiosk,
    input: z.strictObject({ text: z.string().trim().max(40) })
  }),
  /** Card text from a reader that types (keyboard wedge); `null`: not a card. Only the reasons for priority come back. */
  'kiosk.readCard': query<{ elderly: boolean } | null>()({
    ...kiosk,
    input: z.strictObject({ text: z.string().max(2000) })
  }),

  'rating.give': command<null>()({
    ...rating,
    input: z.strictObject({
      ratingId: id,
      /** GB/T 39046: 1 非常满意 … 5 非常不满意. */
      level: z.number().int().min(1).max(5),
      reasons: z
        .array(z.enum(['attitude', 'efficiency', 'again', 'extraMaterials', 'notTold', 'charges', 'other']))
        .max(7),
      comment: z.string().trim().max(500),
      phone: z.string().trim().max(40).nullable()
    })
  }),
  /** The visitor is still at it: more time, until the instant that comes back (WCAG 2.2.1). */
  'rating.stay': command<{ until: string }>()({ ...rating, input: z.strictObject({ ratingId: id }) }),

  /** What the hall's voice did about a saying. */
  'hall.said': command<null>()({
    ...hall,
    input: z.strictObject({
      sayId: id,
      how: z.enum(['voice', 'clips', 'chime', 'muted', 'failed', 'replaced']),
      times: z.number().int().min(0).max(3),
      startedAt: z.iso.datetime({ precision: 3 }),
      endedAt: z.iso.datetime({ precision: 3 })
    })
  })
} as const
