import fs from 'node:fs'
import path from 'node:path'
import { hashPassword } from '../../../electron/commands/passwords.ts'
import { writeSnapshot } from '../../../electron/log/snapshots.ts'
import { verifyLog } from '../../../electron/log/verify.ts'
import { addDays } from '../../../shared/domain/calendar/civilDate.ts'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar, type WorkCalendar } from '../../../shared/domain/calendar/workCalendar.ts'
import type { Applicant } from '../../../shared/domain/casework/case.ts'
import { initialCase } from '../../../shared/domain/casework/case.ts'
import { decideCase } from '../../../shared/domain/casework/decideCase.ts'
import { shippedItems } from '../../../shared/domain/catalogue/shippedItems.ts'
import { DEMO_HALL } from '../../../shared/domain/hall/demo.ts'
import type { Meta, NewEvent, Recorded } from '../../../shared/kernel/messages.ts'
import { Desk } from '../../../shared/projections/desk.ts'
import { packDesk } from '../../../shared/projections/deskSnapshot.ts'
import { inventedApplicant, seeded } from './people.ts'
import { LogWriter } from './writeLog.ts'

/**
 * Writes the log of a hall that has taken in many cases: `history <folder> <cases>`. Each case is decided by the
 * program's own rules; its paper has been printed; most are completed. A snapshot of the desk lies as far back as the
 * program lets one lie. Says how far it is, one line of JSON at a time.
 */

const FIRST_DAY = '2023-01-03'
const LAST_DAY = '2026-06-30'
/** Cases that are still open at the end; a fifth of them waits for the applicant to supplement. */
const OPEN = 2000
const WAITING_SHARE = 0.2
/** The program writes a snapshot every 5,000 records, so that a kill leaves at most so many behind it. */
const BEHIND_SNAPSHOT = 5000
const RETURNING = 0.25
const SAMPLES = 200

const CLERKS = [
  { personId: 'zhou', name: '周晓禾（演示）', roles: ['clerk'] as const },
  { personId: 'qiu', name: '仇文澜（演示）', roles: ['clerk'] as const }
]
const PASSWORD = 'Celiang@2026'

/** What searches are made of: some of the cases, spread over the whole time. */
interface Sample {
  readonly name: string
  readonly idNumber: string
  readonly phone: string | null
  readonly caseNo: string
}

interface OpenCase {
  readonly caseId: string
  readonly since: string
}

class History {
  private readonly writer: LogWriter
  private readonly cases: number
  private readonly desk = new Desk()
  private readonly random = seeded(20260630)
  private readonly calendar = rememberingCalendar(createWorkCalendar(shippedCalendarYears()))
  private readonly items = shippedItems().items.filter((item) => item.materials.length > 0)
  private readonly docSerials = new Map<string, number>()
  private readonly seenBefore: Applicant[] = []
  private readonly samples: Sample[] = []
  private open: OpenCase[] = []
  private taken = 0
  private snapshotAt = 0

  constructor(writer: LogWriter, cases: number) {
    this.writer = writer
    this.cases = cases
  }

  async write(): Promise<void> {
    await this.found()
    const days = workingDays(this.calendar)
    const open = Math.min(OPEN, Math.floor(this.cases / 10))
    const waitingEvery = Math.floor(this.cases / (open * WAITING_SHARE))
    for (const [index, day] of days.entries()) {
      const until = Math.round((this.cases * (index + 1)) / days.length)
      this.completeBefore(day, open * (1 - WAITING_SHARE))
      while (this.taken < until) this.takeIn(day, until, this.taken % waitingEvery === waitingEvery - 1)
      if (index % 20 === 0) say({ cases: this.taken })
    }
    // Those that lie behind the snapshot: three records a case, the last of a day.
    await this.snapshot()
  }

  private record(stream: string, meta: Meta, events: readonly NewEvent[], finished = false): Recorded {
    const recorded = this.writer.append(stream, { commitId: this.newId(), meta, events, reply: null }, finished)
    this.desk.apply(recorded)
    return recorded
  }
}

const say = (message: object): void => void process.stdout.write(`${JSON.stringify(message)}\n`)
