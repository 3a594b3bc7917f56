import type { KioskTicket } from '../../shared/contract/visitorDoors.ts'
import type { PriorityReason } from '../../shared/domain/queue/queueEvents.ts'
import { assertNever } from '../../shared/kernel/assertNever.ts'
import type { Reply } from '../../shared/kernel/result.ts'

/** One visitor at the kiosk, from the first touch to the number: which page stands there and what was chosen. */

/** What a number is wanted for. */
export type Wish =
  | { readonly kind: 'take'; readonly group: string; readonly itemId: string | null }
  | { readonly kind: 'checkIn'; readonly code: string }

export type Page =
  | { readonly kind: 'start' }
  | { readonly kind: 'search' }
  /** `refusal`: of the code that was sent last; what was typed stays. */
  | { readonly kind: 'checkIn'; readonly refusal: Refused | null }
  | { readonly kind: 'priority' }
  /** The printer cannot print; no number has been taken. `health`: why, as the printer check has it. */
  | { readonly kind: 'noPaper'; readonly wish: Wish; readonly health: string }
  /** No number was given. `again`: it is not known whether one was; the same press may be repeated. */
  | {
      readonly kind: 'refused'
      readonly wish: Wish
      readonly paper: boolean
      readonly refusal: Refused
      readonly again: boolean
    }
  | { readonly kind: 'result'; readonly ticket: KioskTicket; readonly priority: PriorityReason | null }

type Refused = Extract<Reply<unknown>, { ok: false }>['refusal']

export interface Visit {
  readonly page: Page
  /** 大字版: stays until the visitor has gone. */
  readonly elder: boolean
  readonly priority: PriorityReason | null
  /** Cards that have been answered, so that each is asked about once. */
  readonly cardDone: string | null
}

export type Step =
  | { readonly step: 'go'; readonly to: 'start' | 'search' | 'checkIn' | 'priority' }
  | { readonly step: 'elder'; readonly on: boolean }
  | { readonly step: 'priority'; readonly reason: PriorityReason | null }
  | { readonly step: 'card'; readonly readId: string; readonly reason: PriorityReason | null }
  | { readonly step: 'answered'; readonly wish: Wish; readonly paper: boolean; readonly reply: Reply<KioskTicket> }
  /** Gone, or done. */
  | { readonly step: 'leave'; readonly readId: string | null }

export const newVisit = (cardDone: string | null = null): Visit => ({
  page: { kind: 'start' },
  elder: false,
  priority: null,
  cardDone
})

/** Refusals that leave open whether a number was given. */
const OPEN = ['no-answer', 'log-unknown']

export const isOpenAnswer = (reply: Reply<unknown>): boolean => !reply.ok && OPEN.includes(reply.refusal.code)

function pageAfter(visit: Visit, { wish, paper, reply }: Extract<Step, { step: 'answered' }>): Page {
  if (reply.ok) return { kind: 'result', ticket: reply.value, priority: wish.kind === 'take' ? visit.priority : null }
  const { refusal } = reply
  if (refusal.code === 'ticket-printer-not-ready') {
    return { kind: 'noPaper', wish, health: typeof refusal.health === 'string' ? refusal.health : '' }
  }
  const again = isOpenAnswer(reply)
  if (wish.kind === 'checkIn' && !again && paper) return { kind: 'checkIn', refusal }
  return { kind: 'refused', wish, paper, refusal, again }
}

export function next(visit: Visit, step: Step): Visit {
  switch (step.step) {
    case 'go':
      return { ...visit, page: step.to === 'checkIn' ? { kind: 'checkIn', refusal: null } : { kind: step.to } }
    case 'elder':
      return { ...visit, elder: step.on }
    case 'priority':
      return { ...visit, priority: step.reason, page: { kind: 'start' } }
    case 'card':
      return { ...visit, cardDone: step.readId, priority: step.reason ?? visit.priority }
    case 'answered':
      return { ...visit, page: pageAfter(visit, step) }
    case 'leave':
      return newVisit(step.readId ?? visit.cardDone)
    default:
      return assertNever(step, 'step at the kiosk')
  }
}

/** Nobody has begun anything: nothing to come back from. */
export const isUntouched = ({ page, elder, priority }: Visit): boolean =>
  page.kind === 'start' && !elder && priority === null

/** A number stands there this long, in seconds: to be read, noted down or photographed; twice as long in large type. */
export const shownSeconds = (elder: boolean): number => (elder ? 40 : 20)
