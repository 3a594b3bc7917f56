import { isCasePaper, type PaperData } from '../documents/papers.ts'
import { type LoadedYear, loadedYear } from '../domain/calendar/holidays.ts'
import {
  type CaseState,
  ENDED,
  evolveCase,
  initialCase,
  isPastEnquiry,
  type KnownCaseState
} from '../domain/casework/case.ts'
import { type CaseEvent, isCaseEvent } from '../domain/casework/caseEvents.ts'
import { NATURE, serialKey, serialOfCase, serialOfEnquiry } from '../domain/casework/numbers.ts'
import { emptyShelf, evolveItem, type ItemShelf } from '../domain/catalogue/catalogue.ts'
import { type DayCheck, dayStream } from '../domain/day/openingChecks.ts'
import type { DomainEvent } from '../domain/events.ts'
import { isRatingEvent, type RatingState } from '../domain/feedback/rating.ts'
import type { HallConfig } from '../domain/hall/hall.ts'
import { evolvePrinters, initialPrinters, type Printers } from '../domain/hall/printers.ts'
import { defaultHallRules, type HallRules } from '../domain/hall/rules.ts'
import { rulesFrom, rulesOfHall } from '../domain/hall/rulesOfHall.ts'
import { defaultHallService, type HallService, serviceFrom } from '../domain/hall/service.ts'
import type { BatchState } from '../domain/outreach/batch.ts'
import type { GridState } from '../domain/outreach/grid.ts'
import { evolveGlyphs, type GlyphRegister, initialGlyphs } from '../domain/printing/glyphs.ts'
import { evolvePrints, initialPrints, type PrintEvent, type PrintState } from '../domain/printing/printing.ts'
import { type AnnouncedHow, voiceStream } from '../domain/queue/announced.ts'
import { type AppointmentDay, evolveAppointments, noAppointments, withArrival } from '../domain/queue/appointment.ts'
import { evolveQueue } from '../domain/queue/evolveQueue.ts'
import { closedQueue, initialQueue, type OpenDay, type QueueState } from '../domain/queue/queue.ts'
import { evolveStaff, initialStaff, type StaffState } from '../domain/staff/staff.ts'
import { assertNever } from '../kernel/assertNever.ts'
import type { Recorded } from '../kernel/messages.ts'
import { type LapsedDay, lapsedOf, wholeDay } from './dayMemory.ts'
import { type CardHolder, dropSettledBatches, foldOutreach, followSheet, isOutreachEvent } from './outreachDesk.ts'
import { isUnprinted, paperShown } from './paperShown.ts'
import { dropOldRatings, foldRating } from './ratingDesk.ts'

/** Days with appointments that are kept; more than lie ahead anywhere. */
const APPOINTMENT_DAYS = 60

/** A paper that is not known to be in somebody's hand, or one of today. */
export interface DeskPaper {
  readonly docId: string
  readonly docNo: string
  readonly template: number
  readonly caseId: string | null
  readonly issuedAt: string
  /** Date (Shanghai) of issue. */
  readonly date: string
  readonly paper: PaperData
  readonly prints: PrintState
  /** A number read off a screen: no paper is missed. */
  readonly onScreen?: true
}

/**
 * All that today's work needs, folded from the log and small enough for memory: the hall, its people and items, queues
 * of days that are not closed, open cases, papers not yet printed, running serials, versions of live streams. History
 * is the store's. One mutable container of immutable states: `apply` is deterministic, so that a desk from a snapshot
 * plus the rest of the log equals a desk from the whole log.
 */
export class Desk {
  /** Position of the last record applied. */
  seq = 0
  /** Date of the newest record; things of earlier days that are done with leave when it moves on. */
  date = ''
  hall: HallConfig | null = null
  rules: HallRules = defaultHallRules()
  service: HallService = defaultHallService()
  /** The day that was closed last, whole: for its sheet. */
  lastDay: OpenDay | null = null
  /** What lapsed on the day that was closed before that one: the sheet of a day tells what the day before left. */
  lapsedBefore: LapsedDay | null = null
  /** How the newest announcement was said. */
  lastSaid: { date: string; how: AnnouncedHow } | null = null
  /** The newest opening checks. */
  opening: { date: string; at: string; checks: readonly DayCheck[] } | null = null
  /** Instant of the newest record by its own clock: a clock that stands behind it was set back. */
  at = ''
  /** Where papers go, by what they are for. */
  printers: Printers = initialPrinters
  repaired: { file: string; cutBytes: number; at: string } | null = null
  /** Characters that the hall has made itself, and papers that leave one to a hand. */
  glyphs: GlyphRegister = initialGlyphs
  /** Years that the hall loaded; they lie over those that come with the program. */
  readonly holidays = new Map<number, LoadedYear>()
  readonly staff = new Map<string, StaffState>()
  readonly items = new Map<string, ItemShelf>()
  /** By date; closed days without their tickets. */
  readonly queues = new Map<string, QueueState>()
  /** By date, the latest of them. */
  readonly appointments = new Map<string, AppointmentDay>()
  readonly cases = new Map<string, CaseState>()
  readonly papers = new Map<string, DeskPaper>()
  /** Prints of old papers that are under way or in doubt; the papers themselves are in the store. */
  readonly strayPrints = new Map<string, PrintState>()
  /** Last case serial by date. All dates are kept: a PC's clock may go back, a number must never come back. */
  readonly caseSerials = new Map<string, number>()
  readonly docSerials = new Map<string, number>()
  readonly enquirySerials = new Map<string, number>()
  /** By identity number: whoever broke a promise makes no other until credit is repaired (国办发〔2020〕42号). */
  readonly blocked = new Map<string, { readonly caseId: string; readonly on: string; readonly reason: string }>()
  readonly grids = new Map<string, GridState>()
  /** Open batches of cards, and those of today. */
  readonly batches = new Map<string, BatchState>()
  /** The newest card of each household, by grid. */
  readonly holders = new Map<string, Map<string, CardHolder>>()
  /** Last serial of contact cards by year. */
  readonly cardSerials = new Map<string, number>()
  /** Open asks and follow-ups, and whatever was asked in this month or the one before. */
  readonly ratings = new Map<string, RatingState>()
  /** The newest ask of each counter. */
  readonly lastAsks = new Map<number, string>()
  readonly versions = new Map<string, number>()

  apply(recorded: Recorded): void {
    const { stream, commit, version, position } = recorded
    this.seq = position.seq
    if (commit.meta.date > this.date) this.turnTo(commit.meta.date)
    if (commit.meta.at > this.at) this.at = commit.meta.at
    this.versions.set(stream, version)
    for (const event of commit.events) this.fold(stream, event as DomainEvent, recorded)
  }

  /** Version of a stream this desk knows; `undefined`: not live, ask the store. */
  versionOf(stream: string): number | undefined {
    return this.versions.get(stream)
  }

  private fold(stream: string, event: DomainEvent, recorded: Recorded): void {
    const id = stream.slice(stream.indexOf('-') + 1)
    if (isCaseEvent(event)) {
      this.foldCase(id, event)
      return
    }
    if (isOutreachEvent(event)) {
      foldOutreach(this, event, recorded.commit.meta.at)
      return
    }
    if (isRatingEvent(event)) {
      foldRating(this, id, event)
      return
    }
    switch (event.type) {
      case 'HallFounded':
        this.hall = event.data.config
        this.rules = rulesOfHall(event.data.config)
        return
      case 'HallChanged':
        this.hall = event.data.config
        return
      case 'HallRulesSet':
        this.rules = rulesFrom(event.data.rules)
        return
      case 'HallServiceSet':
        this.service = serviceFrom(event.data.service)
        return
      case 'AppointmentBooked':
      case 'AppointmentCancelled':
      case 'AppointmentLapsed':
        this.appointments.set(id, evolveAppointments(this.appointments.get(id) ?? noAppointments, event))
        return
      case 'HolidaysLoaded':
        this.holidays.set(event.data.year, loadedYear(event, recorded.commit.meta.date))
        return
      case 'PrinterChosen':
      case 'PrinterAssigned':
        this.printers = evolvePrinters(this.printers, event)
        return
      case 'GlyphDrawn':
      case 'GlyphLeftToHand':
        this.glyphs = evolveGlyphs(this.glyphs, event)
        return
      case 'LogTailRepaired':
        this.repaired = { file: event.data.file, cutBytes: event.data.cutBytes, at: recorded.commit.meta.at }
        return
      case 'StaffRegistered':
      case 'PasswordSet':
      case 'SignedIn':
      case 'SignInFailed':
      case 'SignedOut':
      case 'StaffEnded':
        this.staff.set(id, evolveStaff(this.staff.get(id) ?? initialStaff, event))
        return
      case 'ItemPublished':
      case 'ItemDrafted':
      case 'ItemDraftDiscarded':
      case 'ItemWithdrawn': {
        const { itemId } = event.data
        const shelf = this.items.get(itemId) ?? emptyShelf(itemId)
        this.items.set(itemId, evolveItem(shelf, event, recorded.commit.meta.at))
        return
      }
      case 'HallDayOpened':
      case 'TicketIssued':
      case 'CounterOpened':
      case 'CounterPaused':
      case 'CounterClosed':
      case 'TicketCalled':
      case 'TicketRecalled':
      case 'ServiceStarted':
      case 'TicketMissed':
      case 'ServiceFinished':
      case 'TicketExpired':
      case 'PriorityGranted':
      case 'TicketRejoined':
      case 'TicketHeld':
      case 'TicketTakenBack':
      case 'TicketTransferred':
      case 'NextServiceBegun':
      case 'ServiceCorrected':
      case 'ServiceStillRunning':
      case 'TicketCancelled':
      case 'ActUndone':
      case 'ColleagueCalled':
      case 'ColleagueAnswered':
      case 'ExtendedServiceBegan':
      case 'ExtendedServiceEnded':
        this.queues.set(id, evolveQueue(this.queues.get(id) ?? initialQueue, event))
        if (event.type === 'TicketIssued') this.arrived(id, event.data)
        return
      case 'HallDayClosed':
        this.closeDay(id, event.data.date)
        return
      case 'CallAnnounced':
        this.lastSaid = { date: recorded.commit.meta.date, how: event.data.how }
        return
      case 'OpeningChecked':
        this.opening = { date: recorded.commit.meta.date, at: event.data.at, checks: event.data.checks }
        return
      case 'DocumentIssued': {
        const { docId, paper } = event.data
        const { at, date } = recorded.commit.meta
        this.papers.set(docId, { ...event.data, issuedAt: at, date, prints: initialPrints })
        this.countDocument(paper, date)
        return
      }
      case 'PrintQueued':
      case 'PrintSent':
      case 'Printed':
      case 'PrintFailed':
      case 'PrintUnknown': {
        const paper = this.papers.get(event.data.docId)
        if (paper) this.papers.set(paper.docId, { ...paper, prints: evolvePrints(paper.prints, event) })
        else this.strayPrint(event)
        followSheet(this, event)
        return
      }
      default:
        assertNever(event, 'event')
    }
  }

  private foldCase(id: string, event: CaseEvent): void {
    const begins = event.type === 'CaseReceived' || event.type === 'EnquiryRecorded'
    if (event.type === 'CaseReceived') this.countCase(event.data.caseNo, event.data.receivedOn)
    if (event.type === 'EnquiryRecorded') {
      const { askedOn, enquiryNo } = event.data
      raise(this.enquirySerials, askedOn, serialOfEnquiry(enquiryNo))
    }
    if (event.type === 'CommitmentBlocked') {
      const { idNumber, ...block } = event.data
      this.blocked.set(idNumber, block)
    }
    if (event.type === 'CommitmentUnblocked') this.blocked.delete(event.data.idNumber)
    // A case that is not on the desk is an old, closed one; its facts are the store's.
    const state = this.cases.get(id) ?? (begins ? initialCase : undefined)
    if (state) this.cases.set(id, evolveCase(state, event))
  }

  private strayPrint(event: PrintEvent): void {
    const { docId } = event.data
    const prints = evolvePrints(this.strayPrints.get(docId) ?? initialPrints, event)
    if (isOpen(prints)) this.strayPrints.set(docId, prints)
    else this.strayPrints.delete(docId)
  }

  private countCase(caseNo: string, date: string): void {
    raise(this.caseSerials, date, serialOfCase(caseNo))
  }

  private countDocument(paper: PaperData, date: string): void {
    if (!isCasePaper(paper)) return
    const key = serialKey(NATURE[paper.kind], date.slice(0, 4))
    this.docSerials.set(key, (this.docSerials.get(key) ?? 0) + 1)
  }

  /** Who had an appointment has come. Kept with the appointment: the queue forgets its numbers when the day is closed. */
  private arrived(date: string, { appointment, no }: { appointment?: { appointmentId: string }; no: string }): void {
    const day = this.appointments.get(date)
    if (appointment && day) this.appointments.set(date, withArrival(day, appointment.appointmentId, no))
  }

  /**
   * A closed day's queue is history, and a ticket nobody printed is of no use tomorrow. That it is closed and
   * which numbers it gave is kept: a clock that goes back must not give them again.
   */
  private closeDay(id: string, date: string): void {
    const day = this.queues.get(id)
    if (day && day.status !== 'unopened') this.remember(day)
    this.queues.set(id, closedQueue(date, day && day.status !== 'unopened' ? day.serials : new Map()))
    for (const paper of this.papers.values()) {
      if (paper.paper.kind === 'ticket' && paper.date === date) this.drop(paper.docId)
    }
  }

  private remember(day: OpenDay): void {
    if (this.lastDay && this.lastDay.date !== day.date) this.lapsedBefore = lapsedOf(this.lastDay)
    this.lastDay = { ...wholeDay(this.lastDay, day), status: 'closed' }
  }

  private turnTo(date: string): void {
    this.date = date
    for (const [id, state] of this.cases) {
      if (state.status === 'none' || !isHistory(state, date)) continue
      this.cases.delete(id)
      this.versions.delete(`case-${id}`)
    }
    for (const paper of this.papers.values()) {
      if (!isUnprinted(paperShown(paper))) this.drop(paper.docId)
    }
    for (const stream of this.versions.keys()) {
      if (stream.startsWith('voice-') && stream < voiceStream(date)) this.versions.delete(stream)
      if (stream.startsWith('day-') && stream < dayStream(date)) this.versions.delete(stream)
    }
    // Not by the date alone: a clock that was wrong for a moment must not take away what is agreed.
    for (const day of [...this.appointments.keys()].sort().slice(0, -APPOINTMENT_DAYS)) {
      if (day >= date) continue
      this.appointments.delete(day)
      this.versions.delete(`appointments-${day}`)
    }
    dropOldRatings(this, date)
    for (const batchId of dropSettledBatches(this)) this.versions.delete(`batch-${batchId}`)
  }

  private drop(docId: string): void {
    this.papers.delete(docId)
    this.versions.delete(`doc-${docId}`)
  }
}

/** Is nothing more to be done about it, from the day `date` on? */
function isHistory(state: KnownCaseState, date: string): boolean {
  if (state.status === 'answered') return isPastEnquiry(state, date)
  const promises = state.status === 'completed' && state.commitments.some((made) => made.checked === null)
  return ENDED.has(state.status) && !promises
}

function raise(serials: Map<string, number>, date: string, serial: number): void {
  serials.set(date, Math.max(serials.get(date) ?? 0, serial))
}

const isOpen = (prints: PrintState): boolean =>
  prints.jobs.some((job) => job.status === 'queued' || job.status === 'sent' || job.status === 'unknown')
