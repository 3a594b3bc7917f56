import type { ComponentType } from 'react'
import type { CaseAction } from '../../../../../shared/projections/views.ts'
import type { ActProps } from './ActDialog.tsx'
import { Decide } from './Decide.tsx'
import { Deliver } from './Deliver.tsx'
import { Complete, RemindLapse, Return, Withdraw } from './Ends.tsx'
import { Answer, Decline } from './Enquiry.tsx'
import { ApproveExtension, DeclineExtension, RequestExtension } from './Extension.tsx'
import { AcceptHandOver, DeclineHandOver, OfferHandOver } from './HandOver.tsx'
import { CheckCommitment, GiveOpinion, ReceiveDeferred } from './Pieces.tsx'
import { EndProcedure, ProlongProcedure, StartProcedure } from './Procedure.tsx'
import { ReturnFromAbove, SubmitUpward } from './Upward.tsx'

/** `continue` goes on in the form; every other act has its dialog here. */
export type DialogAction = Exclude<CaseAction, 'continue'>

export const ACTS: Readonly<Record<DialogAction, ComponentType<ActProps>>> = {
  answer: Answer,
  handOver: OfferHandOver,
  acceptHandOver: AcceptHandOver,
  declineHandOver: DeclineHandOver,
  decline: Decline,
  remindLapse: RemindLapse,
  return: Return,
  withdraw: Withdraw,
  startExcludedProcedure: StartProcedure,
  prolongExcludedProcedure: ProlongProcedure,
  endExcludedProcedure: EndProcedure,
  requestExtension: RequestExtension,
  approveExtension: ApproveExtension,
  declineExtension: DeclineExtension,
  submitUpward: SubmitUpward,
  returnFromAbove: ReturnFromAbove,
  giveOpinion: GiveOpinion,
  receiveDeferred: ReceiveDeferred,
  checkCommitment: CheckCommitment,
  decide: Decide,
  deliver: Deliver,
  complete: Complete
}
