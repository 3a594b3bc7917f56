import { assertNever } from '../../kernel/assertNever.ts'
import type { Decision } from '../../kernel/result.ts'
import type { CaseState } from './case.ts'
import type { WorkCommand } from './commands.ts'
import type { CaseOut } from './draft.ts'
import { approveExtension, declineExtension, requestExtension } from './extension.ts'
import { inWork } from './inWork.ts'
import { checkCommitment, giveOpinion, receiveDeferred } from './pieces.ts'
import { endProcedure, prolongProcedure, startProcedure } from './procedures.ts'
import { recomputeLimits } from './recount.ts'
import { returnFromAbove, submitUpward } from './upward.ts'

/**
 * The rules between acceptance and decision: excluded procedures (行政许可法 45), the one extension (42), the way up and
 * back, opinions of co-offices, pieces and checks that come later, and dates that are counted again. Each rule and what
 * it refuses stands with its function; all of them refuse `case-unknown` and `case-not-open`.
 */
export function decideWork(state: CaseState, command: WorkCommand): Decision<CaseOut> {
  // These two also concern cases that are not in work.
  if (command.type === 'checkCommitment') return checkCommitment(state, command)
  if (command.type === 'recomputeLimits') return recomputeLimits(state, command)
  const found = inWork(state)
  if (!found.ok) return found
  switch (command.type) {
    case 'startExcludedProcedure':
      return startProcedure(found.state, command)
    case 'prolongExcludedProcedure':
      return prolongProcedure(found.state, command)
    case 'endExcludedProcedure':
      return endProcedure(found.state, command)
    case 'requestExtension':
      return requestExtension(found.state, command)
    case 'approveExtension':
      return approveExtension(found.state, command)
    case 'declineExtension':
      return declineExtension(found.state, command)
    case 'submitUpward':
      return submitUpward(found.state, command)
    case 'returnFromAbove':
      return returnFromAbove(found.state, command)
    case 'giveOpinion':
      return giveOpinion(found.state, command)
    case 'receiveDeferred':
      return receiveDeferred(found.state, command)
    default:
      return assertNever(command, 'work command')
  }
}
