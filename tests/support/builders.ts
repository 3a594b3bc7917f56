import { shippedCalendarYears } from '../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar } from '../../shared/domain/calendar/workCalendar.ts'
import {
  type Applicant,
  type CaseEvent,
  type CaseState,
  evolveCase,
  initialCase,
  type ProxyPerson,
  type TickResult
} from '../../shared/domain/casework/case.ts'
import { type CaseCommand, decideCase, type Intake } from '../../shared/domain/casework/decideCase.ts'
import type { TickInput } from '../../shared/domain/casework/ticks.ts'
import type { ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import { shippedItems } from '../../shared/domain/catalogue/shippedItems.ts'
import { DEMO_HALL } from '../../shared/domain/hall/demo.ts'
import type { HallConfig } from '../../shared/domain/hall/hall.ts'
import { decidePrinting, type PrintCommand } from '../../shared/domain/printing/decidePrinting.ts'
import {
  type DocumentIssued,
  evolvePrints,
  initialPrints,
  type PrintEvent,
  type PrintState
} from '../../shared/domain/printing/printing.ts'
import { decideQueue, type QueueCommand } from '../../shared/domain/queue/decideQueue.ts'
import { evolveQueue, initialQueue, type QueueEvent, type QueueState } from '../../shared/domain/queue/queue.ts'
import { decideStaff, type StaffCommand } from '../../shared/domain/staff/decideStaff.ts'
import {
  evolveStaff,
  initialStaff,
  type PasswordHash,
  type StaffEvent,
  type StaffState
} from '../../shared/domain/staff/staff.ts'
import type { Meta } from '../../shared/kernel/messages.ts'
import type { Rules } from './given.ts'

/** The invented street with 9 counters and 8 groups. */
export const HALL: HallConfig = DEMO_HALL

/** 2023–2026, as shipped. */
export const CALENDAR = createWorkCalendar(shippedCalendarYears())

const ITEMS = new Map(shippedItems().items.map((item) => [item.id, item]))

/** An item of the sample catalogue, e.g. `MZ-001` (20 working days promised, 30 statutory, proxies allowed). */
export function itemOf(id: string): ServiceItem {
  const item = ITEMS.get(id)
  if (!item) throw new Error(`no item ${id} in the sample catalogue`)
  return item
}

/** `2026-11-23`, a Monday on which nothing special happens. */
export const DAY = '2026-11-23'

/** The instant `minute` minutes after 09:00 in Shanghai on that day. */
export const instant = (minute: number, date = DAY): string =>
  new Date(Date.parse(`${date}T01:00:00.000Z`) + minute * 60_000).toISOString()

/** Invented people with numbers that belong to nobody (serials 996–999 with modern births). */
export const PEOPLE = {
  plain: {
    name: '欧阳娜娜子',
    idKind: 'residentId',
    idNumber: '500102198511209985',
    phone: '13800138000',
    address: '云溪街道云栖社区 3 号'
  },
  rare: {
    name: '𠮷𬭎',
    idKind: 'residentId',
    idNumber: '500102200002299994',
    phone: null,
    address: '云溪街道溪畔社区 8 号'
  },
  long: {
    name: '买买提·艾力',
    idKind: 'residentId',
    idNumber: '650102197908159988',
    phone: '13800138001',
    address: '云溪街道新桥社区 12 号'
  }
} as const satisfies Record<string, Applicant>

export const PROXY: ProxyPerson = {
  name: '单雨青',
  idKind: 'residentId',
  idNumber: '50010219660502996X',
  phone: '13800138002'
}

/** Every material in order, but for those named. A reason is put in where one is demanded. */
export function ticksFor(item: ServiceItem, results: Readonly<Record<string, TickResult>> = {}): TickInput[] {
  return item.materials.map(({ id }) => {
    const result = results[id] ?? 'inOrder'
    return { materialId: id, result, reason: result === 'notMeeting' ? '复印件看不清' : '' }
  })
}

export const CLERK = { personId: 'zhou', name: '周晓禾', roles: ['clerk'] } as const
export const LEAD = { personId: 'shan', name: '单雨青', roles: ['clerk', 'lead'] } as const

/** Papers of one visitor as the counter hands them in: all in order for `MZ-001` unless told otherwise. */
export function intake(change: Partial<Intake> = {}): Intake {
  const item = change.item ?? itemOf('MZ-001')
  return {
    at: instant(30),
    date: DAY,
    hall: HALL,
    calendar: CALENDAR,
    item,
    itemVersion: item.version,
    applicant: PEOPLE.plain,
    proxy: null,
    ticks: ticksFor(item),
    by: CLERK,
    counter: 1,
    ticketNo: 'A001',
    caseSerial: 1,
    docSerial: 1,
    ...change
  }
}

export const acceptCase = (change: Partial<Intake> = {}): CaseCommand => ({ type: 'acceptCase', ...intake(change) })

export const giveNotice = (change: Partial<Intake> = {}, secondNoticeReason: string | null = null): CaseCommand => ({
  type: 'giveOneTimeNotice',
  ...intake(change),
  secondNoticeReason
})

export type QueueOut = QueueEvent | DocumentIssued
export type CaseOut = CaseEvent | DocumentIssued

// Papers are issued beside a stream's own facts and change no state.

export const queueRules: Rules<QueueState, QueueCommand, QueueOut> = {
  initial: initialQueue,
  decide: decideQueue,
  evolve: (state, event) => (event.type === 'DocumentIssued' ? state : evolveQueue(state, event))
}

export const caseRules: Rules<CaseState, CaseCommand, CaseOut> = {
  initial: initialCase,
  decide: decideCase,
  evolve: (state, event) => (event.type === 'DocumentIssued' ? state : evolveCase(state, event))
}

export const staffRules: Rules<StaffState, StaffCommand, StaffEvent> = {
  initial: initialStaff,
  decide: decideStaff,
  evolve: evolveStaff
}

export const printRules: Rules<PrintState, PrintCommand, PrintEvent> = {
  initial: initialPrints,
  decide: decidePrinting,
  evolve: evolvePrints
}

/** Of no password at all; real ones are made by scrypt. */
export const PASSWORD: PasswordHash = { scheme: 'scrypt', N: 32768, r: 8, p: 1, salt: 'c2FsdA==', hash: 'aGFzaA==' }

export function metaOf(change: Partial<Meta> = {}): Meta {
  const { personId, name } = CLERK
  return {
    at: instant(30),
    date: DAY,
    by: personId,
    byName: name,
    screen: 'counter',
    counter: 1,
    terminal: '01',
    ...change
  }
}
