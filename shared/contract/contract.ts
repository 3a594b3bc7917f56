import { z } from 'zod'
import type { HallConfig } from '../domain/hall/hall.ts'
import type { ServiceItem } from '../domain/catalogue/serviceItem.ts'
import type { AppView, Beat, CaseDetail, CaseShown, DeskView, HallView, ItemFound, PaperShown } from '../projections/views.ts'
import { command, push, query } from './entry.ts'
import { administrator, filled, hallConfig, id, intake, nothing, printerTarget } from './inputs.ts'

const staff = ['clerk', 'lead', 'administrator'] as const
const desk = { screens: ['counter'], allowed: staff } as const

/** What a clerk holds after taking papers in: the case and the one paper that says so. */
export interface IntakeReply {
  readonly caseId: string
  readonly caseNo: string
  readonly docId: string
  readonly docNo: string
}

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
    input: z.strictObject({ config: hallConfig, administrator }),
  }),
  'staff.signIn': command<{ personId: string }>()({
    screens: ['counter'],
    allowed: 'anyone',
    input: z.strictObject({
      login: filled(64),
      password: z.string().max(200),
      counter: z.number().int().min(1).max(99).nullable(),
    }),
  }),
  'staff.signOut': command<null>()({ ...desk, input: nothing }),
  'staff.register': command<{ personId: string }>()({
    screens: ['counter'],
    allowed: ['administrator'],
    input: z.strictObject({
      login: administrator.shape.login,
      name: filled(60),
      roles: z.array(z.enum(staff)).min(1).max(3),
      password: z.string().min(1).max(200),
    }),
  }),

  // The queue
  'queue.issueTicket': command<{ ticketId: string; no: string; docId: string }>()({
    ...desk,
    input: z.strictObject({ group: z.string().regex(/^[A-Z]$/) }),
  }),
  'queue.openCounter': command<null>()({ ...desk, input: nothing }),
  'queue.pauseCounter': command<null>()({ ...desk, input: nothing }),
  'queue.callNext': command<{ ticketId: string; no: string }>()({ ...desk, input: nothing }),
  'queue.recall': command<{ ticketId: string; no: string }>()({ ...desk, input: nothing }),
  'queue.startService': command<null>()({ ...desk, input: nothing }),
  'queue.markNoShow': command<null>()({ ...desk, input: nothing }),
  'queue.finishService': command<null>()({ ...desk, input: nothing }),

  // Items
  'catalogue.search': query<readonly ItemFound[]>()({
    ...desk,
    input: z.strictObject({ text: z.string().max(100), limit: z.number().int().min(1).max(100) }),
  }),
  'catalogue.item': query<{ version: number; item: ServiceItem }>()({ ...desk, input: z.strictObject({ itemId: id }) }),

  // Cases
  'casework.accept': command<IntakeReply>()({ ...desk, input: intake }),
  'casework.giveOneTimeNotice': command<IntakeReply>()({
    ...desk,
    input: intake.extend({ secondNoticeReason: z.string().trim().max(500).nullable() }),
  }),
  'casework.complete': command<null>()({ ...desk, input: z.strictObject({ caseId: id, note: z.string().trim().max(500) }) }),
  'casework.search': query<{ cases: readonly CaseShown[]; complete: boolean }>()({
    ...desk,
    input: z.strictObject({ text: z.string().max(100), limit: z.number().int().min(1).max(100) }),
  }),
  'casework.get': query<CaseDetail>()({ ...desk, input: z.strictObject({ caseId: id }) }),
  /** Open cases of the same person, found while typing the number: the visitor who comes back. */
  'casework.findOpen': query<readonly CaseShown[]>()({
    ...desk,
    input: z.strictObject({ idNumber: z.string().min(4).max(60) }),
  }),
  /** Full numbers of one person; looking is recorded. */
  'casework.revealIdentity': command<{ idNumber: string; phone: string | null }>()({
    ...desk,
    input: z.strictObject({ caseId: id, field: z.enum(['applicant', 'proxy']) }),
  }),

  // Papers
  'papers.get': query<PaperShown>()({ ...desk, input: z.strictObject({ docId: id }) }),
  'papers.pdf': query<Uint8Array>()({ ...desk, input: z.strictObject({ docId: id }) }),
  'papers.print': command<{ jobId: string }>()({ ...desk, input: z.strictObject({ docId: id }) }),
  /** The clerk says whether the sheet of a print with unknown outcome came out. */
  'papers.resolveUnknown': command<null>()({
    ...desk,
    input: z.strictObject({ docId: id, jobId: id, cameOut: z.boolean() }),
  }),
  'papers.choosePrinter': command<null>()({
    screens: ['counter'],
    allowed: ['administrator', 'lead'],
    input: z.strictObject({ target: printerTarget }),
  }),
  /** Opens the folder that PDFs are saved to in the system's file manager. */
  'papers.openFolder': query<null>()({ ...desk, input: nothing }),

  // Pushes
  app: push<AppView>(['counter']),
  desk: push<DeskView>(['counter']),
  hall: push<HallView>(['hall']),
  beat: push<Beat>(['counter', 'hall']),
} as const

export type Contract = typeof contract
export type DoorName = keyof Contract
export type CommandName = { [K in DoorName]: Contract[K]['kind'] extends 'command' ? K : never }[DoorName]
export type QueryName = { [K in DoorName]: Contract[K]['kind'] extends 'query' ? K : never }[DoorName]
export type TopicName = { [K in DoorName]: Contract[K]['kind'] extends 'push' ? K : never }[DoorName]

export type InputOf<K extends CommandName | QueryName> = z.output<Contract[K]['input']>
export type ValueOf<K extends DoorName> = NonNullable<Contract[K]['value']> | Extract<Contract[K]['value'], null>
