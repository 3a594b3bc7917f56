import type { TicketStep } from '../../../../shared/domain/queue/queue.ts'
import { clockSeconds } from '../../../texts/index.ts'
import { PRIORITY, STEP_NAME, UNDONE } from '../queue/texts.ts'

export interface TrailLine {
  readonly at: string
  readonly what: string
  /** Counter, reason or whereto; may be empty. */
  readonly more: string
}

/** A word for what a step keeps as a code. */
function detailText({ kind, detail }: TicketStep): string {
  if (detail === '') return ''
  if (kind === 'PriorityGranted') return Object.entries(PRIORITY).find(([code]) => code === detail)?.[1] ?? detail
  if (kind === 'ActUndone') return Object.entries(UNDONE).find(([code]) => code === detail)?.[1] ?? detail
  if (kind === 'TicketTransferred') return detail.replace(/^(\d+)(?= |$)/, '$1 号窗口')
  return detail
}

/** A number's way through the hall in words, first to last. Groups are named as the hall names them. */
export const trailLines = (
  trail: readonly TicketStep[],
  groups: readonly { readonly code: string; readonly name: string }[]
): readonly TrailLine[] =>
  trail.map((step) => {
    const name = groups.find(({ code }) => code === step.detail.split(' ')[0])?.name
    const detail = name === undefined ? detailText(step) : step.detail.replace(/^[A-Z](?= |$)/, name)
    const counter = step.counter === null ? '' : `${step.counter} 号窗口`
    return {
      at: clockSeconds(step.at),
      what: STEP_NAME[step.kind],
      more: [counter, detail].filter((part) => part !== '').join(' · ')
    }
  })
