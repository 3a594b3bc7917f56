import type { CommandName, InputOf, ValueOf } from '../../shared/contract/contract.ts'
import type { CaseAct, CaseCommand } from '../../shared/domain/casework/commands.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import type { Caller, Handlers } from '../ipc/bindContract.ts'
import { actOnCase, senderOf, withItem } from './caseContext.ts'
import type { Terminal } from './terminal.ts'

type Door =
  | 'enquiry.answer'
  | 'casework.offerHandOver'
  | 'casework.acceptHandOver'
  | 'casework.declineHandOver'
  | 'casework.remindLapse'
  | 'casework.return'
  | 'casework.withdraw'
  | 'casework.startExcludedProcedure'
  | 'casework.prolongExcludedProcedure'
  | 'casework.endExcludedProcedure'
  | 'casework.requestExtension'
  | 'casework.approveExtension'
  | 'casework.declineExtension'
  | 'casework.submitUpward'
  | 'casework.returnFromAbove'
  | 'casework.giveOpinion'
  | 'casework.receiveDeferred'
  | 'casework.checkCommitment'
  | 'casework.decide'
  | 'casework.deliver'
  | 'casework.complete'

/** Acts on one case that are known by its id alone. */
export function caseActHandlers(terminal: Terminal): Pick<Handlers, Door> {
  type Make = Parameters<typeof actOnCase>[3]

  const act = async <K extends CommandName & Door>(
    input: InputOf<K> & { readonly caseId: string },
    caller: Caller,
    commandId: string,
    make: Make
  ): Promise<Reply<ValueOf<K>>> => {
    const reply = await actOnCase(terminal, senderOf(terminal, caller, commandId), input.caseId, make)
    // `decideCase` replies what the contract names for each door; the log carries it as JSON, hence the word of honour.
    return reply as Reply<ValueOf<K>>
  }

  /** The door's input without the id is the command, beside what every act comes with. */
  const plain =
    <K extends CommandName & Door>(type: CaseCommand['type']) =>
    (input: InputOf<K> & { readonly caseId: string }, caller: Caller, commandId: string) => {
      const { caseId: _caseId, ...rest } = input
      return act<K>(
        input,
        caller,
        commandId,
        withItem((given: CaseAct) => ({ ...given, ...rest, type }) as unknown as CaseCommand)
      )
    }

  return {
    'enquiry.answer': (input, caller, commandId) =>
      act<'enquiry.answer'>(input, caller, commandId, (given, { item }) => ({
        ...given,
        type: 'answerEnquiry',
        item,
        answers: input.answers,
        text: input.text,
        destination: input.destination
      })),

    'casework.offerHandOver': (input, caller, commandId) =>
      act<'casework.offerHandOver'>(input, caller, commandId, (given, { item }) => {
        const to = terminal.desk.staff.get(input.to)
        if (to?.status !== 'registered') return refuse('person-unknown', { field: 'to' })
        const { personId, name } = to
        return { ...given, type: 'offerHandOver', item, to: { personId, name }, reason: input.reason }
      }),
    'casework.acceptHandOver': (input, caller, commandId) =>
      act<'casework.acceptHandOver'>(input, caller, commandId, (given) => ({ ...given, type: 'acceptHandOver' })),
    'casework.declineHandOver': (input, caller, commandId) =>
      act<'casework.declineHandOver'>(input, caller, commandId, (given) => ({
        ...given,
        type: 'declineHandOver',
        reason: input.reason
      })),

    'casework.remindLapse': plain<'casework.remindLapse'>('remindLapse'),
    'casework.return': plain<'casework.return'>('returnCase'),
    'casework.withdraw': plain<'casework.withdraw'>('withdrawCase'),
    'casework.startExcludedProcedure': plain<'casework.startExcludedProcedure'>('startExcludedProcedure'),
    'casework.prolongExcludedProcedure': plain<'casework.prolongExcludedProcedure'>('prolongExcludedProcedure'),
    'casework.endExcludedProcedure': plain<'casework.endExcludedProcedure'>('endExcludedProcedure'),
    'casework.requestExtension': plain<'casework.requestExtension'>('requestExtension'),
    'casework.approveExtension': plain<'casework.approveExtension'>('approveExtension'),
    'casework.declineExtension': plain<'casework.declineExtension'>('declineExtension'),
    'casework.submitUpward': plain<'casework.submitUpward'>('submitUpward'),
    'casework.returnFromAbove': plain<'casework.returnFromAbove'>('returnFromAbove'),
    'casework.giveOpinion': plain<'casework.giveOpinion'>('giveOpinion'),
    'casework.receiveDeferred': plain<'casework.receiveDeferred'>('receiveDeferred'),
    'casework.checkCommitment': plain<'casework.checkCommitment'>('checkCommitment'),
    'casework.decide': plain<'casework.decide'>('decideCase'),
    'casework.deliver': plain<'casework.deliver'>('deliverResult'),
    'casework.complete': plain<'casework.complete'>('completeCase')
  }
}
