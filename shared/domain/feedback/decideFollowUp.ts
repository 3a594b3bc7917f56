import { assertNever } from '../../kernel/assertNever.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import { closeBy, type FollowUp, type Outcome, type PersonOf } from './followUp.ts'
import type { KnownRating, RatedVisit, RatingEvent, RatingLevel } from './rating.ts'

interface ByPerson {
  readonly at: string
  readonly on: string
  readonly by: PersonOf
}

export type FollowUpCommand = ByPerson &
  (
    | { readonly type: 'start'; readonly reviewer: PersonOf }
    | { readonly type: 'callBack'; readonly reached: boolean; readonly text: string }
    | {
        readonly type: 'extend'
        readonly until: string
        readonly reason: string
        readonly approvedBy: PersonOf
      }
    | {
        readonly type: 'close'
        readonly outcome: Outcome
        readonly text: string
        readonly secondLevel: RatingLevel | null
      }
    | { readonly type: 'annotate'; readonly text: string }
    | { readonly type: 'revealPhone' }
  )

/**
 * What becomes of a bad rating. Whoever was rated has no hand in any of it (谁被评价谁回避; GB/T 39734 4.1). Refuses
 * `rating-not-given`, `rating-own`, `rating-phone-none`, `follow-up-none`, `follow-up-started`, `follow-up-not-started`,
 * `follow-up-closed`, `follow-up-text-missing`, `follow-up-date`, `follow-up-call-first` and `follow-up-not-reached`.
 */
export function decideFollowUp(state: KnownRating, command: FollowUpCommand): Decision<RatingEvent> {
  if (state.status !== 'rated') return refuse('rating-not-given')
  const { at, by } = command
  if (by.personId === state.personId) return refuse('rating-own')
  if (command.type === 'annotate') {
    if (command.text.trim() === '') return refuse('follow-up-text-missing', { field: 'text' })
    return accept([{ type: 'RatingAnnotated', v: 1, data: { at, by, text: command.text.trim() } }])
  }
  if (command.type === 'revealPhone') {
    if (state.given.phone === null) return refuse('rating-phone-none')
    return accept([{ type: 'RatingPhoneRevealed', v: 1, data: { at, by } }])
  }
  const { followUp } = state
  if (followUp === null) return refuse('follow-up-none')
  if (followUp.closed) return refuse('follow-up-closed')
  if (command.type === 'start') {
    if (followUp.started) return refuse('follow-up-started', { name: followUp.started.reviewer.name })
    const { reviewer, on } = command
    if (reviewer.personId === state.personId) return refuse('rating-own', { field: 'reviewer' })
    return accept([{ type: 'FollowUpStarted', v: 1, data: { at, on, by, reviewer } }])
  }
  if (!followUp.started) return refuse('follow-up-not-started')
  return proceed(state, followUp, command)
}

function proceed(
  state: RatedVisit,
  followUp: FollowUp,
  command: Extract<FollowUpCommand, { type: 'callBack' | 'extend' | 'close' }>
): Decision<RatingEvent> {
  const { at, on, by } = command
  switch (command.type) {
    case 'callBack': {
      const text = command.text.trim()
      if (text === '') return refuse('follow-up-text-missing', { field: 'text' })
      return accept([{ type: 'CalledBack', v: 1, data: { at, by, reached: command.reached, text } }])
    }
    case 'extend': {
      const { until, approvedBy } = command
      const reason = command.reason.trim()
      if (reason === '') return refuse('follow-up-text-missing', { field: 'reason' })
      const from = closeBy(followUp)
      if (until <= from || until > followUp.longestBy) {
        return refuse('follow-up-date', { field: 'until', from, longest: followUp.longestBy })
      }
      if (approvedBy.personId === state.personId) return refuse('rating-own', { field: 'approval.login' })
      return accept([{ type: 'FollowUpExtended', v: 1, data: { at, by, until, reason, approvedBy } }])
    }
    case 'close': {
      const { outcome, secondLevel } = command
      const text = command.text.trim()
      if (text === '') return refuse('follow-up-text-missing', { field: 'text' })
      // 实名差评 100 % 回访.
      if (state.given.phone !== null && followUp.calls.length === 0) return refuse('follow-up-call-first')
      if (secondLevel !== null && !followUp.calls.some(({ reached }) => reached)) {
        return refuse('follow-up-not-reached', { field: 'secondLevel' })
      }
      return accept([{ type: 'FollowUpClosed', v: 1, data: { at, on, by, outcome, text, secondLevel } }])
    }
    default:
      return assertNever(command, 'follow-up command')
  }
}
