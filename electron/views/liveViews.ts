import type { WorkCalendar } from '../../shared/domain/calendar/workCalendar.ts'
import type { KnownCaseState } from '../../shared/domain/casework/case.ts'
import type { CaseReading } from '../../shared/domain/casework/reading.ts'
import { initialPrinters } from '../../shared/domain/hall/printers.ts'
import type { StaffState } from '../../shared/domain/staff/staff.ts'
import { CaseReader } from '../../shared/projections/caseLook.ts'
import type { Desk } from '../../shared/projections/desk.ts'
import { kioskView } from '../../shared/projections/kioskView.ts'
import { deskView, hallView } from '../../shared/projections/queueViews.ts'
import { ratingView } from '../../shared/projections/ratingViews.ts'
import type {
  AppView,
  DeskView,
  HallView,
  HistoryState,
  KioskView,
  LogAlarm,
  PersonShown,
  RatingView,
  ReaderView,
  WorkView
} from '../../shared/projections/views.ts'
import { workView } from '../../shared/projections/workView.ts'
import type { Ambient } from '../boot/ambient.ts'
import type { Sessions } from '../ipc/sessions.ts'
import { HeldCard } from '../readers/heldCard.ts'

/** What the program knows about itself beside the log. */
export interface Health {
  phase: 'starting' | 'damaged' | 'running'
  history: HistoryState
  logAlarm: LogAlarm | null
  diskFull: boolean
}

/** The topics, made from the desk whenever somebody listens. `null`: nothing to say yet. */
export class LiveViews {
  desk: Desk | null = null
  readonly cards = new HeldCard()
  private readonly reader = new CaseReader()
  private readonly deps: {
    readonly ambient: Ambient
    readonly sessions: Sessions
    readonly calendar: WorkCalendar
    readonly health: Health
    readonly version: string
    /** ISO instant; a repair of an earlier start is history, only this start's is worth a banner. */
    readonly startedAt: string
  }

  constructor(deps: LiveViews['deps']) {
    this.deps = deps
  }

  /** How a case stands just now. Throws before there is a desk: nobody has a case to ask about then. */
  readonly readCase = (state: KnownCaseState): CaseReading => {
    const { ambient, calendar } = this.deps
    if (!this.desk) throw new Error('no desk yet')
    return this.reader.read(this.desk, state, { today: ambient.today(), now: ambient.nowIso(), calendar })
  }

  readonly topics = {
    app: (): AppView => this.app(),
    desk: (): DeskView | null => {
      const { desk } = this
      const session = this.deps.sessions.only()
      if (!desk?.hall || !session) return null
      return deskView(desk, desk.hall, this.deps.ambient.today(), session, this.readCase)
    },
    work: (): WorkView | null => {
      const { desk } = this
      return desk?.hall && this.deps.sessions.only() ? workView(desk, this.readCase) : null
    },
    hall: (): HallView | null => {
      const { desk } = this
      const today = this.deps.ambient.today()
      return desk?.hall ? hallView(desk.hall, desk.service, desk.queues.get(today), today) : null
    },
    kiosk: (): KioskView | null => {
      const { desk } = this
      if (!desk?.hall) return null
      const { ambient } = this.deps
      const now = { at: ambient.nowIso(), date: ambient.today(), closingTime: desk.rules.closingTime }
      return kioskView(
        desk.hall,
        desk.service,
        desk.queues.get(now.date),
        now,
        this.cards.status,
        this.cards.kioskCard()
      )
    },
    rating: (): RatingView | null => (this.desk?.hall ? ratingView(this.desk, this.desk.hall) : null),
    reader: (): ReaderView | null => {
      const session = this.deps.sessions.only()
      return session && this.cards.counterView(session.personId)
    },
    beat: () => ({ at: this.deps.ambient.nowIso() })
  }

  private app(): AppView {
    const { health, sessions, calendar, ambient, version, startedAt } = this.deps
    const { desk } = this
    const hall = desk?.hall ?? null
    const session = sessions.only()
    const person = session ? personShown(desk?.staff.get(session.personId)) : null
    const running = hall ? (person ? 'desk' : 'signIn') : 'setup'
    return {
      phase: health.phase === 'running' ? running : health.phase,
      hall: hall && {
        name: hall.name,
        demo: hall.demo,
        counters: hall.counters,
        groups: hall.groups,
        sites: hall.sites
      },
      person,
      counter: session?.counter ?? null,
      demoPeople: hall?.demo
        ? [...(desk?.staff.values() ?? [])]
            .flatMap((s) => (s.status === 'registered' && s.demo ? [personShown(s)] : []))
            .filter(isPerson)
        : [],
      history: health.history,
      logAlarm: health.logAlarm,
      repaired: desk?.repaired && desk.repaired.at >= startedAt ? desk.repaired : null,
      diskFull: health.diskFull,
      calendar: {
        coveredThrough: calendar.coveredThrough() ?? '',
        warn: calendar.needsNextYearWarning(ambient.today())
      },
      printers: desk?.printers ?? initialPrinters,
      version
    }
  }
}

const isPerson = (p: PersonShown | null): p is PersonShown => p !== null

function personShown(state: StaffState | undefined): PersonShown | null {
  if (state?.status !== 'registered') return null
  const { personId, login, name, roles, demo } = state
  return { personId, login, name, roles, demo }
}
