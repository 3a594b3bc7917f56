import { shippedCalendarYears } from '../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar } from '../../shared/domain/calendar/workCalendar.ts'
import {
  type Applicant,
  type CaseState,
  evolveCase,
  initialCase,
  type ProxyAuthority,
  type ProxyPerson,
  type TickResult
} from '../../shared/domain/casework/case.ts'
import type {
  Act,
  Approver,
  CaseAct,
  CaseCommand,
  DeclineCommand,
  EnquiryCommand,
  Intake
} from '../../shared/domain/casework/commands.ts'
import { decideCase } from '../../shared/domain/casework/decideCase.ts'
import type { CaseOut } from '../../shared/domain/casework/draft.ts'
import type { TickInput } from '../../shared/domain/casework/ticks.ts'
import type { ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import { shippedItems } from '../../shared/domain/catalogue/shippedItems.ts'
import { DEMO_HALL } from '../../shared/domain/hall/demo.ts'
import type { HallConfig } from '../../shared/domain/hall/hall.ts'
import { defaultHallRules } from '../../shared/domain/hall/rules.ts'
import { decidePrinting, type PrintCommand } from '../../shared/domain/printing/decidePrinting.ts'
import {
  type DocumentIssued,
  evolvePrints,
  initialPrints,
  type PrintEvent,
  type PrintState
} from '../../shared/domain/printing/printing.ts'
import { decideQueue, type QueueCommand } from '../../shared/domain/queue/decideQueue.ts'
import { evolveQueue } from '../../shared/domain/queue/evolveQueue.ts'
import { initialQueue, type QueueEvent, type QueueState } from '../../shared/domain/queue/queue.ts'
import { decideStaff, type StaffCommand } from '../../shared/domain/staff/decideStaff.ts'
import {
  evolveStaff,
  initialStaff,
  type PasswordHash,
  type StaffEvent,
  type StaffState
} from '../../shared/domain/staff/staff.ts'
import type { Meta } from '../../shared/kernel/messages.ts'
import { plainAnswers } from './answers.ts'
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

/** 授权委托书 with all that 民法典 165 asks, for this year and the next. */
export const AUTHORITY: ProxyAuthority = {
  matters: '代为申请、补正、领取结果',
  powers: '一般代理',
  from: '2026-01-01',
  until: '2027-12-31',
  signed: true,
  drawUp: false
}

export const PROXY: ProxyPerson = {
  name: '单雨青',
  idKind: 'residentId',
  idNumber: '50010219660502996X',
  phone: '13800138002',
  authority: AUTHORITY
}

/** Somebody who only asks and says nothing of themselves. */
export const NOBODY: Applicant = { name: '', idKind: '', idNumber: '', phone: null, address: '' }

/** Every material in order, but for those named. A reason is put in where one is demanded. */
export function ticksFor(item: ServiceItem, results: Readonly<Record<string, TickResult>> = {}): TickInput[] {
  return item.materials.map(({ id }) => {
    const result = results[id] ?? 'inOrder'
    const reasons: Partial<Record<TickResult, string>> = { notMeeting: '复印件看不清', corrected: '日期已当场补填' }
    return { materialId: id, result, reason: reasons[result] ?? '' }
  })
}

export const CLERK = { personId: 'zhou', name: '周晓禾', roles: ['clerk'] } as const
export const LEAD = { personId: 'shan', name: '单雨青', roles: ['clerk', 'lead'] } as const

/** What every act at counter 1 comes with. */
export function act(change: Partial<Act> = {}): Act {
  return {
    at: instant(30, change.date),
    date: DAY,
    hall: HALL,
    rules: defaultHallRules(),
    calendar: CALENDAR,
    by: CLERK,
    counter: 1,
    docSerials: {},
    ...change
  }
}

/** An act on a case of `MZ-001` unless told otherwise. */
export const caseAct = (change: Partial<CaseAct> = {}): CaseAct => ({
  ...act(change),
  item: itemOf('MZ-001'),
  ...change
})

/** Papers of one visitor as the counter hands them in: all in order for `MZ-001`, 否 to every question. */
export function intake(change: Partial<Intake> = {}): Intake {
  const item = change.item ?? itemOf('MZ-001')
  return {
    ...caseAct(change),
    itemVersion: item.version,
    answers: plainAnswers(item),
    applicant: PEOPLE.plain,
    proxy: null,
    ticks: ticksFor(item),
    ticketNo: 'A001',
    caseSerial: 1,
    commitmentBlocked: false,
    ...change
  }
}

export const receiveCase = (change: Partial<Intake> = {}): CaseCommand => ({ type: 'receiveCase', ...intake(change) })

export const acceptCase = (
  change: Partial<Intake> = {},
  decideNow: { readonly certificateNo: string } | null = null
): CaseCommand => ({ type: 'acceptCase', ...intake(change), decideNow })

export const giveNotice = (
  change: Partial<Intake> = {},
  secondNoticeReason: string | null = null,
  approver: Approver = null
): CaseCommand => ({ type: 'giveOneTimeNotice', ...intake(change), secondNoticeReason, approver })

/** Whose matter a thing is that is not this hall's. */
export const ELSEWHERE = { name: '县林业局', place: '县城滨江路 18 号', phone: '023-63812345' } as const

export function declineCase(
  kind: 'notRequired' | 'outsideAuthority',
  change: Partial<DeclineCommand> = {}
): DeclineCommand {
  const { ticks: _ticks, commitmentBlocked: _blocked, ...matter } = intake(change)
  const destination = kind === 'outsideAuthority' ? ELSEWHERE : null
  return {
    ...matter,
    type: 'declineCase',
    kind,
    reason: '房前屋后的零星林木不需要采伐许可',
    destination,
    enquirySerial: 1,
    ...change
  }
}

type RecordEnquiry = Extract<EnquiryCommand, { type: 'recordEnquiry' }>

/** Somebody asks about `MZ-001` without saying who they are, and is answered. */
export function askAbout(change: Partial<RecordEnquiry> = {}): RecordEnquiry {
  const item = change.item === undefined ? itemOf('MZ-001') : change.item
  return {
    ...act(change),
    type: 'recordEnquiry',
    item,
    itemVersion: item?.version ?? 0,
    topic: '',
    answers: item ? plainAnswers(item) : {},
    applicant: NOBODY,
    hasProxy: false,
    ticketNo: null,
    enquirySerial: 1,
    answer: { text: '', destination: null },
    ...change
  }
}

export type QueueOut = QueueEvent | DocumentIssued
export type { CaseOut } from '../../shared/domain/casework/draft.ts'

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
