import { assertNever } from '../../kernel/assertNever.ts'
import { accept, type Decision, refuse } from '../../kernel/result.ts'
import type { CaseState } from './case.ts'
import type { OutcomeCommand } from './commands.ts'
import { decide } from './decision.ts'
import { deliver } from './delivery.ts'
import type { CaseOut } from './draft.ts'
import { inWork, notOpen, record } from './inWork.ts'
import { outstanding } from './pieces.ts'

type Complete = Extract<OutcomeCommand, { type: 'completeCase' }>

/**
 * The end of a case: decided, handed over, done; and the click that shows a full number. What each refuses stands with
 * its function; all refuse `case-unknown`, and `case-not-open` when it is not their turn.
 */
export function decideOutcome(state: CaseState, command: OutcomeCommand): Decision<CaseOut> {
  if (state.status === 'none') return refuse('case-unknown')
  switch (command.type) {
    case 'decideCase':
      return state.status === 'accepted' ? decide(state, command) : notOpen(state)
    case 'deliverResult':
      return state.status === 'decided' ? deliver(state, command) : notOpen(state)
    case 'completeCase':
      return complete(state, command)
    case 'revealIdentity':
      if (command.field === 'proxy' && !state.proxy) return refuse('proxy-none')
      return accept<CaseOut>([{ type: 'IdentityRevealed', v: 1, data: { field: command.field } }])
    default:
      return assertNever(command, 'outcome command')
  }
}

/**
 * Done without a decision: only bills, post and the like (便民代办), which know none. Everything else ends with its
 * decision delivered. Refuses `complete-needs-decision`, `deferred-outstanding`.
 */
function complete(state: CaseState, { date, note }: Complete): Decision<CaseOut> {
  const found = inWork(state)
  if (!found.ok) return found
  if (found.state.item.caseType !== 'UTILITY') return refuse('complete-needs-decision')
  const materials = outstanding(found.state)
  if (materials.length > 0) return refuse('deferred-outstanding', { materials })
  const data = { completedOn: date, note: note.trim() }
  return record(found.state, { type: 'CaseCompleted', v: 1, data })
}
