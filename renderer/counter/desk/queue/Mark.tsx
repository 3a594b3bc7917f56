import type { TicketShown } from '../../../../shared/projections/hallViews.ts'
import { Light, type Tone } from '../../../ui/index.ts'
import { type Mark as MarkCode, markOf } from '../model/queueWhy.ts'
import { MARK, MARK_LONG } from './texts.ts'

const TONE: Readonly<Record<MarkCode, Tone>> = {
  priority: 'amber',
  appointment: 'blue',
  rejoined: 'grey',
  transferred: 'green'
}

/** Why a waiting number does not stand where it came: a word with a shape of its own, never a colour alone. */
export function Mark({ ticket }: { readonly ticket: Pick<TicketShown, 'reason' | 'priority' | 'slotStart'> }) {
  const mark = markOf(ticket)
  if (mark === null) return <span />
  return (
    <span className="ticketMark" title={MARK_LONG[mark]}>
      <Light tone={TONE[mark]}>{MARK[mark]}</Light>
    </span>
  )
}
