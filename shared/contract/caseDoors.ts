import { z } from 'zod'
import { EXCLUDED_PROCEDURES, type ExcludedProcedure } from '../domain/catalogue/codes.ts'
import type { BlockedShown, CaseDetail, CaseShown, Colleague } from '../projections/views.ts'
import { command, query } from './entry.ts'
import { answers, approval, asker, date, destination, filled, id, intake, nothing, proxy, reason } from './inputs.ts'

const staff = ['clerk', 'lead', 'administrator'] as const
const desk = { screens: ['counter'], allowed: staff } as const
const leading = { screens: ['counter'], allowed: ['administrator', 'lead'] } as const

/** What a clerk holds after papers were taken in: the case, the paper that says so, and further papers of the same act. */
export interface IntakeReply {
  readonly caseId: string
  readonly caseNo: string
  readonly docId: string
  readonly docNo: string
  readonly also: readonly string[]
}

/** Of an enquiry whose answer is still owed no paper has come yet. */
export interface EnquiryReply extends Omit<IntakeReply, 'docId' | 'docNo'> {
  readonly docId: string | null
  readonly docNo: string | null
}

const procedure = z.enum(Object.keys(EXCLUDED_PROCEDURES) as [ExcludedProcedure, ...ExcludedProcedure[]])
const caseId = z.strictObject({ caseId: id })

/** Every act on a case and on an enquiry, in the order of its life. */
export const caseDoors = {
  // First inquiry
  'enquiry.record': command<EnquiryReply>()({
    ...desk,
    input: z.strictObject({
      itemId: id.nullable(),
      topic: reason,
      answers,
      applicant: asker,
      hasProxy: z.boolean(),
      /** `null`: registered, the answer is still owed. */
      answer: z.strictObject({ text: z.string().trim().max(2000), destination }).nullable()
    })
  }),
  'enquiry.answer': command<IntakeReply>()({
    ...desk,
    input: caseId.extend({ answers, text: z.string().trim().max(2000), destination })
  }),
  'casework.offerHandOver': command<IntakeReply>()({ ...desk, input: caseId.extend({ to: id, reason }) }),
  'casework.acceptHandOver': command<null>()({ ...desk, input: caseId }),
  'casework.declineHandOver': command<null>()({ ...desk, input: caseId.extend({ reason }) }),

  // Receipt and formal check
  'casework.receive': command<IntakeReply>()({ ...desk, input: intake }),
  'casework.accept': command<IntakeReply>()({
    ...desk,
    input: intake.extend({
      /** Decide on the spot as well (许可法 34). */
      decideNow: z.strictObject({ certificateNo: z.string().trim().max(100) }).nullable()
    })
  }),
  'casework.giveOneTimeNotice': command<IntakeReply>()({
    ...desk,
    input: intake.extend({ secondNoticeReason: reason.nullable(), approval })
  }),
  'casework.decline': command<IntakeReply>()({
    ...desk,
    input: z.strictObject({
      caseId: id.nullable(),
      itemId: id,
      answers,
      applicant: asker,
      proxy: proxy.nullable(),
      kind: z.enum(['notRequired', 'outsideAuthority']),
      reason,
      destination
    })
  }),
  'casework.remindLapse': command<null>()({
    ...desk,
    input: caseId.extend({ how: z.enum(['phone', 'message', 'inPerson']), note: reason })
  }),
  'casework.return': command<IntakeReply>()({ ...desk, input: caseId.extend({ reason }) }),
  'casework.withdraw': command<IntakeReply>()({ ...desk, input: caseId.extend({ reason }) }),

  // Work
  'casework.startExcludedProcedure': command<IntakeReply>()({
    ...desk,
    input: caseId.extend({ procedure, reason, basis: reason, expectedEnd: date })
  }),
  'casework.prolongExcludedProcedure': command<IntakeReply>()({
    ...desk,
    input: caseId.extend({ expectedEnd: date, reason })
  }),
  'casework.endExcludedProcedure': command<null>()({ ...desk, input: caseId }),
  'casework.requestExtension': command<null>()({
    ...desk,
    input: caseId.extend({ days: z.number().int().min(1).max(100), reason })
  }),
  'casework.approveExtension': command<IntakeReply>()({
    ...leading,
    input: caseId.extend({ head: z.string().trim().max(60) })
  }),
  'casework.declineExtension': command<null>()({ ...leading, input: caseId.extend({ reason }) }),
  'casework.submitUpward': command<null>()({
    ...desk,
    input: caseId.extend({ to: z.string().trim().max(100), expectedBack: date.nullable() })
  }),
  'casework.returnFromAbove': command<null>()({
    ...desk,
    input: caseId.extend({ result: z.enum(['approved', 'refused', 'sentBack']), note: reason })
  }),
  'casework.giveOpinion': command<null>()({
    ...desk,
    input: caseId.extend({ office: filled(100), agrees: z.boolean(), note: reason })
  }),
  'casework.receiveDeferred': command<null>()({ ...desk, input: caseId.extend({ materialId: id }) }),
  'casework.checkCommitment': command<null>()({
    ...desk,
    input: caseId.extend({ materialId: id, kept: z.boolean(), note: reason })
  }),

  // The end
  'casework.decide': command<IntakeReply>()({
    ...desk,
    input: caseId.extend({
      result: z.enum(['approved', 'refused']),
      reasons: z.string().trim().max(4000),
      certificateNo: z.string().trim().max(100).nullable(),
      validUntil: date.nullable(),
      reviewers: z.array(z.string().trim().max(60)).max(10)
    })
  }),
  'casework.deliver': command<IntakeReply>()({
    ...desk,
    input: caseId.extend({
      method: z.enum(['collect', 'proxy', 'post', 'home']),
      recipient: z.string().trim().max(200),
      agent: z
        .strictObject({
          name: z.string().trim().max(200),
          idNumber: z.string().trim().max(60),
          relation: z.string().trim().max(60)
        })
        .nullable(),
      trackingNo: z.string().trim().max(60).nullable(),
      place: z.string().trim().max(200)
    })
  }),
  'casework.complete': command<null>()({ ...desk, input: caseId.extend({ note: z.string().trim().max(500) }) }),

  // Looking
  'casework.search': query<{ cases: readonly CaseShown[]; complete: boolean }>()({
    ...desk,
    input: z.strictObject({ text: z.string().max(100), limit: z.number().int().min(1).max(100) })
  }),
  'casework.get': query<CaseDetail>()({ ...desk, input: caseId }),
  /** Open cases and enquiries of the same person, found while typing the number: the visitor who comes back. */
  'casework.findOpen': query<readonly CaseShown[]>()({
    ...desk,
    input: z.strictObject({ idNumber: z.string().min(4).max(60) })
  }),
  /** May this person make a commitment instead of handing in a certificate? */
  'casework.mayCommit': query<{ may: boolean; reason: string | null }>()({
    ...desk,
    input: z.strictObject({ idNumber: z.string().min(1).max(60) })
  }),
  /** Whose promises are not taken, and since when. */
  'commitments.blocked': query<readonly BlockedShown[]>()({ ...leading, input: nothing }),
  /** Credit is repaired: promises are taken again. `caseId`: the case whose promise was false. */
  'commitments.unblock': command<null>()({ ...leading, input: caseId.extend({ reason }) }),
  /** Full numbers of one person; looking is recorded. */
  'casework.revealIdentity': command<{ idNumber: string; phone: string | null }>()({
    ...desk,
    input: caseId.extend({ field: z.enum(['applicant', 'proxy']) })
  }),
  /** Who may take a matter over. */
  'staff.colleagues': query<readonly Colleague[]>()({ ...desk, input: nothing })
} as const
