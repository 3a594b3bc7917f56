import type { CalendarEvent } from './calendar/holidays.ts'
import type { CaseEvent } from './casework/case.ts'
import type { CatalogueEvent } from './catalogue/catalogue.ts'
import type { DayEvent } from './day/openingChecks.ts'
import type { RatingEvent } from './feedback/rating.ts'
import type { HallEvent } from './hall/hall.ts'
import type { BatchEvent } from './outreach/batch.ts'
import type { CardEvent } from './outreach/cards.ts'
import type { GridEvent } from './outreach/grid.ts'
import type { GlyphEvent } from './printing/glyphs.ts'
import type { DocumentIssued, PrintEvent } from './printing/printing.ts'
import type { AnnouncedEvent } from './queue/announced.ts'
import type { AppointmentEvent } from './queue/appointment.ts'
import type { QueueEvent } from './queue/queue.ts'
import type { StaffEvent } from './staff/staff.ts'

/** Everything that can stand in the log. */
export type DomainEvent =
  | HallEvent
  | CalendarEvent
  | StaffEvent
  | CatalogueEvent
  | QueueEvent
  | DayEvent
  | AppointmentEvent
  | AnnouncedEvent
  | RatingEvent
  | CaseEvent
  | GridEvent
  | CardEvent
  | BatchEvent
  | DocumentIssued
  | PrintEvent
  | GlyphEvent
