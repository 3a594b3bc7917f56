import { type CaseDue, isPastEnquiry, type KnownCaseState } from '../domain/casework/case.ts'
import type { ServiceItem } from '../domain/catalogue/serviceItem.ts'
import type { Role } from '../domain/staff/staff.ts'
import type { CaseAction } from './views.ts'

/** Who looks at the case, and when. */
export interface Looking {
  readonly personId: string
  readonly roles: readonly Role[]
  readonly today: string
}

/**
 * What may be done with a case now, the likeliest first. An offer, not a permission: the domain decides again, and says
 * why not.
 */
export function caseActions(state: KnownCaseState, item: ServiceItem | null, who: Looking): readonly CaseAction[] {
  return [...handedToMe(state, who), ...ownActions(state, item, who), ...handOver(state)]
}

const leads = (who: Looking): boolean => who.roles.includes('lead') || who.roles.includes('administrator')

const handedToMe = (state: KnownCaseState, who: Looking): readonly CaseAction[] =>
  state.handOver?.to.personId === who.personId ? ['acceptHandOver', 'declineHandOver'] : []

const HANDED_OVER: readonly KnownCaseState['status'][] = ['enquiry', 'received', 'supplement', 'accepted', 'decided']

const handOver = (state: KnownCaseState): readonly CaseAction[] =>
  HANDED_OVER.includes(state.status) && state.handOver === null ? ['handOver'] : []

function ownActions(state: KnownCaseState, item: ServiceItem | null, who: Looking): readonly CaseAction[] {
  switch (state.status) {
    case 'enquiry':
      // About an item the form answers: it asks what the visitor's situation is and lists what is needed.
      return item ? ['continue', 'decline'] : ['answer']
    case 'answered':
      return item && !isPastEnquiry(state, who.today) ? ['continue'] : []
    case 'received':
      return ['continue', 'decline', 'withdraw']
    case 'supplement':
      return lapsed(state, who.today)
        ? ['return', 'remindLapse', 'continue', 'decline', 'withdraw']
        : ['continue', 'remindLapse', 'decline', 'withdraw']
    case 'accepted':
      return [...working(state, item, who), 'withdraw']
    case 'decided':
      return ['deliver', ...promises(state)]
    case 'completed':
      return promises(state)
    default:
      return []
  }
}

function lapsed(state: KnownCaseState, today: string): boolean {
  const lapseOn = state.notices.at(-1)?.lapseOn ?? null
  return lapseOn !== null && lapseOn < today
}

const promises = (due: CaseDue): readonly CaseAction[] =>
  due.commitments.some((made) => made.checked === null) ? ['checkCommitment'] : []

function working(
  state: Extract<KnownCaseState, { status: 'accepted' }>,
  item: ServiceItem | null,
  who: Looking
): readonly CaseAction[] {
  const running = state.exclusions.some((run) => run.endedOn === null)
  const requested = state.extension?.status === 'requested'
  const extensible = state.extension === null || state.extension.status === 'declined'
  const late = state.deferred.some((piece) => piece.receivedOn === null && piece.due.date < who.today)
  const { caseType } = state.item
  const utility = caseType === 'UTILITY'
  const away = state.upward !== null && state.upward.returned === null
  const mayGoUp = caseType === 'ESCALATED' && !away && !isSettledAbove(state)
  const silent = state.opinions.some((opinion) => opinion.given === null)
  const actions: readonly (CaseAction | false)[] = [
    requested && leads(who) && 'approveExtension',
    requested && leads(who) && 'declineExtension',
    running && 'endExcludedProcedure',
    running && 'prolongExcludedProcedure',
    state.deferred.some((piece) => piece.receivedOn === null) && 'receiveDeferred',
    mayGoUp && 'submitUpward',
    away && 'returnFromAbove',
    silent && 'giveOpinion',
    utility ? 'complete' : 'decide',
    ...promises(state),
    !utility && !running && (item?.excludedProcedures.length ?? 0) > 0 && 'startExcludedProcedure',
    !utility && extensible && 'requestExtension',
    late && 'return'
  ]
  return actions.filter((action): action is CaseAction => action !== false)
}

const isSettledAbove = (state: Extract<KnownCaseState, { status: 'accepted' }>): boolean =>
  state.upward?.returned?.result === 'approved' || state.upward?.returned?.result === 'refused'
