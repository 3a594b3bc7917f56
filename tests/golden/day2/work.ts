import type { HallRun, Plain } from '../../projections/support/hallRun.ts'
import { PEOPLE, PROXY } from '../../support/builders.ts'
import { act, brought, CLERK, done, idOf, LEAD } from './steps.ts'

const { plain, rare, long } = PEOPLE

type Of<T extends Plain['type']> = Partial<Extract<Plain, { type: T }>>

export function decide(run: HallRun, caseId: string, result: 'approved' | 'refused', how: Of<'decideCase'> = {}): void {
  const reviewers = [CLERK.name, LEAD.name]
  const usual = { reasons: '', certificateNo: null, validUntil: null, reviewers }
  act(run, caseId, { type: 'decideCase', result, ...usual, ...how })
}

export function deliver(run: HallRun, caseId: string, how: Of<'deliverResult'> = {}): void {
  const usual = { method: 'collect', recipient: '本人', agent: null, trackingNo: null, place: '' } as const
  act(run, caseId, { type: 'deliverResult', ...usual, ...how })
}

const SON = { name: '单雨青', idNumber: PROXY.idNumber, relation: '儿子' }

/** Decided on the spot, in writing, and taken along (许可法 34); another decided later and fetched by an agent. */
export function onTheSpot(run: HallRun): string {
  run.pass(5)
  const now = { certificateNo: 'SB2026-0001' }
  const own = idOf(run.takeIn('acceptCase', brought({ itemId: 'SB-006', applicant: plain }), null, now))
  const visit = brought({ itemId: 'SB-006', applicant: rare, proxy: PROXY, counter: 2 })
  const other = idOf(run.takeIn('acceptCase', visit))
  decide(run, other, 'approved')
  deliver(run, other, { method: 'proxy', recipient: rare.name, agent: { ...SON, idKind: 'residentId' } })
  return own
}

/** A bill, left with no clock running and paid later: done without a decision. */
export function bill(run: HallRun): void {
  run.pass(5)
  const caseId = idOf(run.takeIn('receiveCase', brought({ itemId: 'BM-001', applicant: long })))
  done(run.takeIn('acceptCase', brought({ itemId: 'BM-001', applicant: long, caseId })))
  act(run, caseId, { type: 'completeCase', note: '水费已代缴 86.40 元' })
}

/** Help at once: proof of identity is promised and the papers follow. */
export function helpAtOnce(run: HallRun): void {
  run.pass(5)
  const results = { m2: 'committed', m3: 'deferred' } as const
  const caseId = idOf(run.takeIn('acceptCase', brought({ itemId: 'MZ-004', applicant: rare, results })))
  act(run, caseId, { type: 'receiveDeferred', materialId: 'm3' })
  decide(run, caseId, 'approved')
  deliver(run, caseId, { method: 'home', recipient: rare.name, place: '云溪街道溪畔社区 8 号' })
}

/** A promise and a piece that follows (容缺受理、告知承诺). */
function promised(run: HallRun, applicant: (typeof PEOPLE)[keyof typeof PEOPLE], proxy: typeof PROXY | null): string {
  run.pass(5)
  const results = { m6: 'committed', m7: 'deferred' } as const
  return idOf(run.takeIn('acceptCase', brought({ itemId: 'MZ-003', applicant, proxy, results })))
}

/** Three of them: one that is kept, one that is broken, one whose piece never comes. */
export const promises = (run: HallRun): readonly [string, string, string] => [
  promised(run, plain, PROXY),
  promised(run, long, null),
  promised(run, rare, PROXY)
]

/** Piece in, decided, posted; the promise is checked when all is done. */
export function kept(run: HallRun, caseId: string): void {
  act(run, caseId, { type: 'receiveDeferred', materialId: 'm7' })
  decide(run, caseId, 'approved')
  deliver(run, caseId, { method: 'post', recipient: plain.name, trackingNo: 'EX000000001CN' })
  act(run, caseId, { type: 'checkCommitment', materialId: 'm6', kept: true, note: '' })
}

/** No further promise of this person is taken, and what was asked for is refused with its reasons (许可法 38). */
export function broken(run: HallRun, caseId: string): void {
  act(run, caseId, { type: 'receiveDeferred', materialId: 'm7' })
  act(run, caseId, { type: 'checkCommitment', materialId: 'm6', kept: false, note: '医院没有这份诊断' })
  decide(run, caseId, 'refused', { reasons: '遭遇困难的事实不存在（社会救助暂行办法第四十七条）' })
  deliver(run, caseId, { method: 'home', recipient: long.name, agent: SON })
}

export function repaired(run: HallRun, caseId: string): void {
  done(run.unblock(caseId, '信用修复已经办结', LEAD))
}

export function pieceTooLate(run: HallRun, caseId: string): void {
  act(run, caseId, { type: 'returnCase', reason: '后补材料逾期未交' })
}

/** The clock stands still for a public notice, for longer than was told, and goes on (许可法 45). */
export function publicNotice(run: HallRun, caseId: string): void {
  const told = { reason: '按规定公示', basis: '最低生活保障审核确认办法第二十二条' }
  act(run, caseId, { type: 'startExcludedProcedure', procedure: 'PUBLICITY', ...told, expectedEnd: '2026-12-02' })
}

export const longerNotice = (run: HallRun, caseId: string): void =>
  act(run, caseId, { type: 'prolongExcludedProcedure', expectedEnd: '2026-12-09', reason: '公示期间有异议' })

export const noticeOver = (run: HallRun, caseId: string): void => act(run, caseId, { type: 'endExcludedProcedure' })

/** One extension, asked for twice (许可法 42). */
export function extended(run: HallRun, caseId: string): void {
  act(run, caseId, { type: 'requestExtension', days: 10, reason: '需要跨省核对' })
  act(run, caseId, { type: 'declineExtension', reason: '先联系对方，暂不延期' }, LEAD)
  act(run, caseId, { type: 'requestExtension', days: 10, reason: '对方尚未回函' })
  act(run, caseId, { type: 'approveExtension', head: '何主任' }, LEAD)
}

/** Up, sent back for more work, up again. */
export function upward(run: HallRun, caseId: string): void {
  act(run, caseId, { type: 'submitUpward', to: '', expectedBack: null })
  act(run, caseId, { type: 'returnFromAbove', result: 'sentBack', note: '补充入户核查记录' })
  act(run, caseId, { type: 'submitUpward', to: '区民政局', expectedBack: '2026-12-25' })
}

/** The answer from above is the decision. */
export function approvedAbove(run: HallRun, caseId: string): void {
  act(run, caseId, { type: 'returnFromAbove', result: 'approved', note: '' })
  decide(run, caseId, 'approved', { certificateNo: 'DB2027-0001', validUntil: '2027-12-31' })
  deliver(run, caseId)
}

/** Refused above: so it is refused here, with the reasons of there. */
export function refusedAbove(run: HallRun, caseId: string): void {
  act(run, caseId, { type: 'submitUpward', to: '', expectedBack: null })
  act(run, caseId, { type: 'returnFromAbove', result: 'refused', note: '居住不满半年' })
  decide(run, caseId, 'refused', { reasons: '居住不满半年（居住证暂行条例第二条）' })
}

/** Several offices: one agrees, one objects, experts are heard; the licence is refused. */
export function joint(run: HallRun): string {
  run.pass(5)
  return idOf(run.takeIn('acceptCase', brought({ itemId: 'GT-002', applicant: rare, ticketNo: 'D001' })))
}

export function opinions(run: HallRun, caseId: string): void {
  act(run, caseId, { type: 'giveOpinion', office: '街道农业服务中心', agrees: true, note: '' })
  act(run, caseId, { type: 'giveOpinion', office: '区规划和自然资源局', agrees: false, note: '超出用地红线' })
  decide(run, caseId, 'refused', { reasons: '不符合村庄规划（城乡规划法第四十一条）' })
}

/** The licence that the law had accepted is granted. */
export function licensed(run: HallRun, caseId: string): void {
  decide(run, caseId, 'approved', { certificateNo: '采字2026-0001', validUntil: '2027-03-01' })
  deliver(run, caseId, { method: 'proxy', recipient: plain.name, agent: SON })
}

/** Accepted so late in the year that the promise ends in the next. */
export function overTheYear(run: HallRun): string {
  run.pass(5)
  return idOf(run.takeIn('acceptCase', brought({ itemId: 'MZ-003', applicant: rare, answers: { s1: 'household' } })))
}
