import type { KeptDrafts } from '../../shared/contract/draftDoors.ts'
import type { PaperData } from '../../shared/documents/papers.ts'
import type { WorkCalendar } from '../../shared/domain/calendar/workCalendar.ts'
import type { CaseState } from '../../shared/domain/casework/case.ts'
import type { CaseReading } from '../../shared/domain/casework/reading.ts'
import type { HallConfig } from '../../shared/domain/hall/hall.ts'
import type { MadeGlyphs } from '../../shared/domain/printing/glyphs.ts'
import type { Meta, Recorded } from '../../shared/kernel/messages.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import type { KnownCase } from '../../shared/projections/caseShown.ts'
import type { Desk } from '../../shared/projections/desk.ts'
import type { Ambient } from '../boot/ambient.ts'
import type { Caller } from '../ipc/bindContract.ts'
import type { Sessions } from '../ipc/sessions.ts'
import type { CardLists } from '../outreach/householdLists.ts'
import type { PhonePages } from '../phone/phonePages.ts'
import type { HeldCard } from '../readers/heldCard.ts'
import type { Executor } from './executor.ts'
import type { LookedUpPaper } from './paperLookup.ts'

/**
 * What handlers ask of the history. Each answer has seen everything that was durable when it was asked for; while the
 * history is being rebuilt it holds what is there already (`complete: false`).
 */
export interface History {
  caseState(caseId: string): Promise<CaseState | null>
  searchCases(
    text: string,
    limit: number
  ): Promise<{ readonly cases: readonly KnownCase[]; readonly complete: boolean }>
  eventsOf(stream: string): Promise<readonly Recorded[]>
  paper(docId: string): Promise<LookedUpPaper | null>
  papersOfCase(caseId: string): Promise<readonly LookedUpPaper[]>
  /** 0 for a stream that does not exist. Rejects while the history is not whole. */
  streamVersion(stream: string): Promise<number>
}

/** Unfinished forms by person; `electron/drafts/draftStore.ts` says what each does and refuses. */
export interface DraftsOfPeople {
  keep(personId: string, kept: KeptDrafts): Promise<Reply<null>>
  mine(personId: string): Promise<KeptDrafts>
  wipeOld(): Promise<void>
}

/** What every handler may use. Made once, in the composition root. */
export interface Terminal {
  readonly ambient: Ambient
  readonly desk: Desk
  readonly executor: Executor
  readonly store: History
  readonly drafts: DraftsOfPeople
  readonly cardLists: CardLists
  /** The page behind the codes on tickets. */
  readonly phone: PhonePages
  readonly sessions: Sessions
  /** What lies on the card reader. */
  readonly cards: HeldCard
  readonly calendar: WorkCalendar
  /** How a case stands just now. */
  readonly readCase: (state: KnownCase) => CaseReading
  readonly renderPdf: (
    paper: PaperData,
    o: { reprint: number; template: number; glyphs?: MadeGlyphs | null }
  ) => Promise<
    { ok: true; document: Uint8Array } | { ok: false; failure: string; characters?: readonly string[]; detail: string }
  >
  /** What only the running program knows: its windows, its history, the disk its log is on. */
  readonly condition: () => {
    readonly hallScreens: number
    readonly history: string
    readonly logAlarm: boolean
    readonly dataFolder: string
  }
  /** Where papers are saved as files. */
  readonly paperFolder: string
  readonly openPaperFolder: () => Promise<void>
  /** The session or a demo hall's signs have changed: screens must be told. */
  readonly changed: () => void
}

/** Whoever stands before a screen of the hall: nobody asks who. */
const VISITOR = 'visitor'

/** Sits in every commit of a person at a screen. */
export function metaOf(terminal: Terminal, caller: Caller): Meta {
  const { session } = caller
  return {
    at: terminal.ambient.nowIso(),
    date: terminal.ambient.today(),
    by: session?.personId ?? (caller.screen === 'counter' ? 'setup' : VISITOR),
    byName: session?.name ?? '',
    screen: caller.screen,
    ...(session?.counter ? { counter: session.counter } : {}),
    terminal: terminal.desk.hall?.terminal ?? '00'
  }
}

/** For reactions and timers. */
export function systemMeta(terminal: Pick<Terminal, 'ambient' | 'desk'>): Meta {
  const { ambient, desk } = terminal
  return {
    at: ambient.nowIso(),
    date: ambient.today(),
    by: 'system',
    byName: '',
    screen: 'main',
    terminal: desk.hall?.terminal ?? '00'
  }
}

/** The hall's description; before it is founded nothing else goes. */
export function hallOf(terminal: Terminal): Reply<HallConfig> {
  return terminal.desk.hall ? { ok: true, value: terminal.desk.hall } : refuse('starting')
}

/**
 * Version of a stream: the desk's for what is live (a paper that was never printed has none yet), else the store's,
 * which has it once it has caught up.
 */
export function versionOf(terminal: Pick<Terminal, 'desk' | 'store'>, stream: string): number | Promise<number> {
  return liveVersion(terminal.desk, stream) ?? terminal.store.streamVersion(stream)
}

/** Version of a stream of one day, of which the desk knows today's and later ones whole. */
export function versionOfDay(
  terminal: Pick<Terminal, 'desk' | 'store'>,
  stream: string,
  date: string
): number | Promise<number> {
  return date >= terminal.desk.date ? (terminal.desk.versionOf(stream) ?? 0) : versionOf(terminal, stream)
}

export function liveVersion(desk: Desk, stream: string): number | undefined {
  const known = desk.versionOf(stream)
  if (known !== undefined) return known
  const isLivePaper = stream.startsWith('doc-') && desk.papers.has(stream.slice('doc-'.length))
  return isLivePaper ? 0 : undefined
}
