import { z } from 'zod'
import type { ServiceItem } from '../domain/catalogue/serviceItem.ts'
import type { HallConfig } from '../domain/hall/hall.ts'
import type {
  AppView,
  Beat,
  DeskView,
  HallView,
  ItemFound,
  KioskView,
  PaperShown,
  PersonListed,
  RatingView,
  ReaderView,
  WorkView
} from '../projections/views.ts'
import { caseDoors } from './caseDoors.ts'
import { catalogueDoors } from './catalogueDoors.ts'
import { dayDoors } from './dayDoors.ts'
import { draftDoors } from './draftDoors.ts'
import { command, push, query } from './entry.ts'
import { feedbackDoors } from './feedbackDoors.ts'
import { glyphDoors } from './glyphDoors.ts'
import { outreachDoors } from './outreachDoors.ts'
import { printerDoors } from './printerDoors.ts'
import { queueDoors } from './queueDoors.ts'
import { readerDoors } from './readerDoors.ts'
import { serviceDoors } from './serviceDoors.ts'
import { settingsDoors } from './settingsDoors.ts'
import { visitorDoors } from './visitorDoors.ts'

export type { EnquiryReply, IntakeReply } from './caseDoors.ts'

import { administrator, filled, hallConfig, id, login, newPassword, nothing } from './inputs.ts'

const staff = ['clerk', 'lead', 'administrator'] as const
const desk = { screens: ['counter'], allowed: staff } as const
const leading = { screens: ['counter'], allowed: ['administrator', 'lead'] } as const
const administrating = { screens: ['counter'], allowed: ['administrator'] } as const

/**
 * Every way into the main process, and every push out of it. Main's binder, the API in the preload, the client of
 * the screens and the tests derive from this one value. To add a door: add it here, then main will not compile until
 * `electron/commands` or `electron/views` answers it.
 */
export const contract = {
  // Before anybody is signed in
  'setup.propose': query<HallConfig>()({ screens: ['counter'], allowed: 'anyone', input: nothing }),
  'setup.found': command<{ personId: string }>()({
    screens: ['counter'],
    allowed: 'anyone',
    input: z.strictObject({ config: hallConfig, administrator })
  }),
  'staff.signIn': command<{ personId: string }>()({
    screens: ['counter'],
    allowed: 'anyone',
    input: z.strictObject({
      login: filled(64),
      password: z.string().max(200),
      counter: z.number().int().min(1).max(99).nullable()
    })
  }),
  'staff.signOut': command<null>()({ ...desk, input: nothing }),
  'staff.register': command<{ personId: string }>()({
    ...administrating,
    input: z.strictObject({
      login,
      name: filled(60),
      roles: z.array(z.enum(staff)).min(1).max(3),
      password: newPassword
    })
  }),
  /** Everybody who was ever registered, those who left last. */
  'staff.list': query<readonly PersonListed[]>()({ ...leading, input: nothing }),
  /** A new password for somebody else; unlocks the account. */
  'staff.setPassword': command<null>()({
    ...administrating,
    input: z.strictObject({ personId: login, password: newPassword })
  }),
  'staff.changeOwnPassword': command<null>()({
    ...desk,
    input: z.strictObject({ old: z.string().max(200), password: newPassword })
  }),
  /** Takes somebody's access away for good. */
  'staff.end': command<null>()({ ...administrating, input: z.strictObject({ personId: login }) }),

  // The queue, and the screens of visitors
  ...queueDoors,
  ...dayDoors,
  ...visitorDoors,
  ...readerDoors,

  // Items
  'catalogue.search': query<readonly ItemFound[]>()({
    ...desk,
    input: z.strictObject({ text: z.string().max(100), limit: z.number().int().min(1).max(100) })
  }),
  /** `version`: the one a case was received under; `null`: what is on offer today. */
  'catalogue.item': query<{ version: number; item: ServiceItem }>()({
    ...desk,
    input: z.strictObject({ itemId: id, version: z.number().int().min(1).max(9999).nullable() })
  }),
  ...catalogueDoors,

  ...caseDoors,

  // Forms that no paper has come of
  ...draftDoors,

  // What the hall sets for itself
  ...settingsDoors,
  ...serviceDoors,

  // Papers
  'papers.get': query<PaperShown>()({ ...desk, input: z.strictObject({ docId: id }) }),
  'papers.pdf': query<Uint8Array>()({ ...desk, input: z.strictObject({ docId: id }) }),
  'papers.print': command<{ jobId: string }>()({ ...desk, input: z.strictObject({ docId: id }) }),
  /** A copy as a file in the folder of papers. No print: the sheet itself still has to come out. */
  'papers.save': query<{ path: string }>()({ ...desk, input: z.strictObject({ docId: id }) }),
  /** The clerk says whether the sheet of a print with unknown outcome came out. */
  'papers.resolveUnknown': command<null>()({
    ...desk,
    input: z.strictObject({ docId: id, jobId: id, cameOut: z.boolean() })
  }),
  /** Opens the folder that PDFs are saved to in the system's file manager. */
  'papers.openFolder': query<null>()({ ...desk, input: nothing }),
  'papers.folder': query<{ path: string }>()({ ...leading, input: nothing }),
  ...printerDoors,
  ...glyphDoors,

  // Grids and their contact cards
  ...outreachDoors,

  // What becomes of ratings
  ...feedbackDoors,

  // Pushes
  app: push<AppView>(['counter']),
  desk: push<DeskView>(['counter']),
  work: push<WorkView>(['counter']),
  hall: push<HallView>(['hall']),
  kiosk: push<KioskView>(['kiosk']),
  rating: push<RatingView>(['rating']),
  reader: push<ReaderView>(['counter']),
  beat: push<Beat>(['counter', 'hall', 'kiosk', 'rating'])
} as const

export type Contract = typeof contract
export type DoorName = keyof Contract
export type CommandName = { [K in DoorName]: Contract[K]['kind'] extends 'command' ? K : never }[DoorName]
export type QueryName = { [K in DoorName]: Contract[K]['kind'] extends 'query' ? K : never }[DoorName]
export type TopicName = { [K in DoorName]: Contract[K]['kind'] extends 'push' ? K : never }[DoorName]

export type InputOf<K extends CommandName | QueryName> = z.output<Contract[K]['input']>
export type ValueOf<K extends DoorName> = NonNullable<Contract[K]['value']> | Extract<Contract[K]['value'], null>
