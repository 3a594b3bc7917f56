import { addDays } from '../../../shared/domain/calendar/civilDate.ts'
import type { KnownCaseState } from '../../../shared/domain/casework/case.ts'
import { CLERK, ELSEWHERE, LEAD } from '../../support/builders.ts'
import type { HallRun, Plain } from './hallRun.ts'

type Try = (state: KnownCaseState, run: HallRun) => Plain

/** One of each act on a case, as somebody may try it at any moment; the rules say whether it goes. */
const ACTS: readonly (readonly [Try, (typeof CLERK | typeof LEAD)?])[] = [
  [() => ({ type: 'withdrawCase', reason: '本人不办了' })],
  [() => ({ type: 'answerEnquiry', text: '已经答复', destination: null })],
  [() => ({ type: 'revealIdentity', field: 'applicant' })],
  [() => ({ type: 'remindLapse', how: 'phone', note: '' })],
  [() => ({ type: 'returnCase', reason: '期满没有补正' })],
  [() => ({ type: 'deemAccepted' })],
  [() => ({ type: 'offerHandOver', to: { personId: LEAD.personId, name: LEAD.name }, reason: '由经办人办理' })],
  [() => ({ type: 'acceptHandOver' }), LEAD],
  [() => ({ type: 'declineHandOver', reason: '不是我这里的' }), LEAD],
  [() => ({ type: 'offerHandOver', to: { personId: LEAD.personId, name: LEAD.name }, reason: '再请经办人办理' })],
  [(_state, run) => ({ type: 'returnHandOver', at: new Date(Date.parse(run.at) + 3_600_000).toISOString() })],
  [
    (_state, run) => ({
      type: 'startExcludedProcedure',
      procedure: 'PUBLICITY',
      reason: '按规定公示',
      basis: '社会救助办法',
      expectedEnd: addDays(run.date, 7)
    })
  ],
  [(_state, run) => ({ type: 'prolongExcludedProcedure', expectedEnd: addDays(run.date, 20), reason: '有异议' })],
  [() => ({ type: 'endExcludedProcedure' })],
  [() => ({ type: 'requestExtension', days: 5, reason: '需要入户核查' })],
  [() => ({ type: 'declineExtension', reason: '能按期办结' }), LEAD],
  [() => ({ type: 'requestExtension', days: 5, reason: '需要入户核查' })],
  [() => ({ type: 'approveExtension', head: '何主任' }), LEAD],
  [() => ({ type: 'submitUpward', to: '区民政局', expectedBack: null })],
  [() => ({ type: 'returnFromAbove', result: 'sentBack', note: '补充说明' })],
  [
    (state) => {
      const silent = 'opinions' in state ? state.opinions.find((opinion) => opinion.given === null) : undefined
      return { type: 'giveOpinion', office: silent?.office ?? '没有的部门', agrees: true, note: '' }
    }
  ],
  [
    (state) => {
      const out = 'deferred' in state ? state.deferred.find((piece) => piece.receivedOn === null) : undefined
      return { type: 'receiveDeferred', materialId: out?.materialId ?? 'm99' }
    }
  ],
  [
    (state) => {
      const made = 'commitments' in state ? state.commitments.find((one) => one.checked === null) : undefined
      return { type: 'checkCommitment', materialId: made?.materialId ?? 'm99', kept: false, note: '核对不一致' }
    }
  ]
]

/** How many kinds of acts there are. */
export const ACT_KINDS = ACTS.length

/** Tries act `first` on a case and so many after it, as somebody who follows a matter through. */
export function tryActs(run: HallRun, caseId: string, first: number, more: number): void {
  for (let n = first; n <= first + more; n += 1) {
    const state = run.cases.get(caseId)
    const [make, by = CLERK] = ACTS[n % ACTS.length] ?? []
    if (!make || !state || state.status === 'none') return
    run.onCase(caseId, make(state, run), by)
  }
}

/** A new matter that is not taken in. */
export function declineOne(run: HallRun, kind: 'notRequired' | 'outsideAuthority'): void {
  const destination = kind === 'outsideAuthority' ? ELSEWHERE : null
  run.declineNew({ kind, reason: kind === 'notRequired' ? '不需要办理' : '不属于本机关职权', destination })
}
