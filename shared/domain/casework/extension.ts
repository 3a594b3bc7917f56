import { type Decision, refuse } from '../../kernel/result.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import type { AcceptedCase } from './case.ts'
import type { Act, WorkCommand } from './commands.ts'
import { type CaseOut, draft } from './draft.ts'
import { duesOf } from './dues.ts'
import type { Extension, PersonRef } from './facts.ts'
import { isBlank, record } from './inWork.ts'
import { LICENCE } from './procedures.ts'

type Command<T extends WorkCommand['type']> = Extract<WorkCommand, { type: T }>

/** 行政许可法 42(1) "可以延长十日", and 42(2) for licences that several offices handle together, "可以延长十五日". */
const MOST_DAYS = 10
const MOST_DAYS_JOINT = 15

/** Most days of the one extension, in the unit of each limit: the item's own number, else what the law allows. */
export function mostExtensionDays(item: ServiceItem): number {
  if (item.extensionMax !== undefined) return item.extensionMax
  return item.caseType === 'JOINT' && item.itemTypeCode === LICENCE ? MOST_DAYS_JOINT : MOST_DAYS
}

/** The limit is over once the statutory date has passed, or the promised one where no law names a date. */
const isOver = ({ statutoryDue, promisedDue }: AcceptedCase, today: string): boolean =>
  today > (statutoryDue ?? promisedDue).date

/**
 * Asks for the one extension, before the limit is over. One that was declined may be asked for again. Refuses
 * `extension-used`, `extension-waiting`, `extension-too-late`, `extension-days`, `reason-missing`.
 *
 * Source: 行政许可法 42.
 */
export function requestExtension(state: AcceptedCase, command: Command<'requestExtension'>): Decision<CaseOut> {
  const { days, date, item } = command
  if (state.extension?.status === 'approved') return refuse('extension-used')
  if (state.extension?.status === 'requested') return refuse('extension-waiting')
  if (isOver(state, date)) return refuse('extension-too-late')
  const most = mostExtensionDays(item)
  if (!Number.isInteger(days) || days < 1 || days > most) return refuse('extension-days', { field: 'days', most })
  if (isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' })
  const data = { days, reason: command.reason.trim(), by: personOf(command), on: date }
  return record(state, { type: 'ExtensionRequested', v: 1, data })
}

/**
 * Approves it: a lead records what the head of the authority has signed, and the applicant is told the reason. Nobody
 * approves what they asked for themselves. Both dates move by the days. Refuses `extension-none`, `not-allowed`,
 * `extension-own`, `extension-too-late`, `extension-head-missing`.
 *
 * Source: 行政许可法 42 "经本行政机关负责人批准，可以延长十日，并应当将延长期限的理由告知申请人".
 */
export function approveExtension(state: AcceptedCase, command: Command<'approveExtension'>): Decision<CaseOut> {
  const asked = waiting(state)
  if (!asked) return refuse('extension-none')
  if (!maySettle(command)) return refuse('not-allowed')
  if (asked.requestedBy.personId === command.by.personId) return refuse('extension-own')
  if (isOver(state, command.date)) return refuse('extension-too-late')
  if (isBlank(command.head)) return refuse('extension-head-missing', { field: 'head' })
  const { days, reason } = asked
  const head = command.head.trim()
  const dues = duesOf(state, command.calendar, { extension: { ...asked, status: 'approved' } })
  const out = draft(state, command, state.caseId)
  const { docId, docNo } = out.paper('extensionNotice', (common) => ({
    kind: 'extensionNotice',
    ...common,
    ...dues,
    days,
    reason,
    approvedBy: head,
    earlierPromisedDue: state.promisedDue
  }))
  const data = { docId, docNo, days, approvedBy: personOf(command), head, ...dues }
  out.add({ type: 'ExtensionApproved', v: 1, data })
  return out.done()
}

/** Refuses the request with its reason; nothing was used up by it. `extension-none`, `not-allowed`, `reason-missing`. */
export function declineExtension(state: AcceptedCase, command: Command<'declineExtension'>): Decision<CaseOut> {
  if (!waiting(state)) return refuse('extension-none')
  if (!maySettle(command)) return refuse('not-allowed')
  if (isBlank(command.reason)) return refuse('reason-missing', { field: 'reason' })
  const data = { reason: command.reason.trim(), declinedBy: personOf(command) }
  return record(state, { type: 'ExtensionDeclined', v: 1, data })
}

const waiting = ({ extension }: AcceptedCase): Extension | null =>
  extension?.status === 'requested' ? extension : null

const maySettle = ({ by }: Act): boolean => by.roles.includes('lead') || by.roles.includes('administrator')

const personOf = ({ by: { personId, name } }: Act): PersonRef => ({ personId, name })
