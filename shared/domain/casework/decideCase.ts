import type { Decision } from '../../kernel/result.ts'
import { acceptCase, deemAccepted } from './acceptance.ts'
import type { CaseState } from './case.ts'
import type { CaseCommand } from './commands.ts'
import { declineCase } from './decline.ts'
import type { CaseOut } from './draft.ts'
import { remindLapse, returnCase, withdrawCase } from './earlyEnds.ts'
import { answerEnquiry, recordEnquiry } from './enquiry.ts'
import { acceptHandOver, declineHandOver, offerHandOver, returnHandOver } from './handOver.ts'
import { receiveCase } from './intake.ts'
import { giveOneTimeNotice } from './notices.ts'
import { decideOutcome } from './outcome.ts'
import { decideWork } from './work.ts'

export type { CaseCommand, Intake } from './commands.ts'

/**
 * The rules of one case, from the first question to the delivered result (许可法 29–45; domain §2). Every outcome comes
 * with its paper in the same commit. Each rule, its article and what it refuses stand with its function.
 */
export function decideCase(state: CaseState, command: CaseCommand): Decision<CaseOut> {
  switch (command.type) {
    case 'recordEnquiry':
      return recordEnquiry(state, command)
    case 'answerEnquiry':
      return answerEnquiry(state, command)
    case 'receiveCase':
      return receiveCase(state, command)
    case 'acceptCase':
      return acceptCase(state, command)
    case 'giveOneTimeNotice':
      return giveOneTimeNotice(state, command)
    case 'declineCase':
      return declineCase(state, command)
    case 'deemAccepted':
      return deemAccepted(state, command)
    case 'remindLapse':
      return remindLapse(state, command)
    case 'returnCase':
      return returnCase(state, command)
    case 'withdrawCase':
      return withdrawCase(state, command)
    case 'offerHandOver':
      return offerHandOver(state, command)
    case 'acceptHandOver':
      return acceptHandOver(state, command)
    case 'declineHandOver':
      return declineHandOver(state, command)
    case 'returnHandOver':
      return returnHandOver(state, command)
    case 'decideCase':
    case 'deliverResult':
    case 'completeCase':
    case 'revealIdentity':
      return decideOutcome(state, command)
    default:
      // Everything else happens between acceptance and decision; the compiler asks for the rest there.
      return decideWork(state, command)
  }
}
