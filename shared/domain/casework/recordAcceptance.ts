import { dueDate } from '../calendar/limits.ts'
import { deferralDue, firstDues } from './clocks.ts'
import type { CaseAct } from './commands.ts'
import type { Draft } from './draft.ts'
import type { CommitmentMade, DeferredPiece, DueDate, MaterialTick } from './facts.ts'
import type { Issued } from './issue.ts'
import { acceptancePaper, commitmentPaper, deferredPaper } from './papers.ts'

/** 容缺后补: each piece with its last day, by the item or else by the hall, never after the promise of the whole. */
function deferredPieces(
  act: CaseAct,
  ticks: readonly MaterialTick[],
  acceptedOn: string,
  promisedDue: DueDate
): readonly DeferredPiece[] {
  return ticks
    .filter((t) => t.result === 'deferred')
    .map(({ materialId, name }) => {
      const own = act.item.materials.find((m) => m.id === materialId)?.deferLimit
      const due = deferralDue(own ?? act.rules.deferralLimit, acceptedOn, promisedDue, act.calendar)
      return { materialId, name, due, receivedOn: null }
    })
}

/** 告知承诺: each promise with its letter and the day by which it is checked, by the item or else by the hall. */
function commitments(act: CaseAct, out: Draft, ticks: readonly MaterialTick[]) {
  return ticks
    .filter((t) => t.result === 'committed')
    .flatMap(({ materialId, name }): { readonly made: CommitmentMade; readonly letter: Issued }[] => {
      const words = act.item.materials.find((m) => m.id === materialId)?.commitment
      if (!words) return []
      const checkBy = dueDate(act.date, words.checkLimit ?? act.rules.commitmentCheckLimit, act.calendar)
      const made: CommitmentMade = { materialId, name, version: words.version, checkBy, checked: null }
      return [{ made, letter: out.paper('commitmentLetter', (common) => commitmentPaper(common, words, made)) }]
    })
}

/**
 * Acceptance with its 受理通知书 and everything that comes with it: both clocks, the local part of an escalated case,
 * the co-offices of a joint one, promises with their letters, deferred pieces with their notice. `also` writes further
 * papers of the same commit. `deemed`: the law has accepted, from the day of receipt (许可法 32(4)).
 */
export function recordAcceptance(
  out: Draft,
  act: CaseAct,
  how: { readonly acceptedOn: string; readonly deemed: { readonly since: string; readonly source: string } | null },
  also: () => readonly Issued[] = () => []
): void {
  const { acceptedOn } = how
  const { item, calendar } = act
  const { ticks } = out.known()
  const deemed = how.deemed && { since: how.deemed.since, source: how.deemed.source }
  const { promisedDue, statutoryDue, localDue, opinions } = firstDues(item, acceptedOn, calendar)
  const deferred = deferredPieces(act, ticks, acceptedOn, promisedDue)
  const { docId, docNo } = out.paper('acceptanceNotice', (common) =>
    acceptancePaper(common, item, ticks, { acceptedOn, promisedDue, statutoryDue, deemed, deferred })
  )
  const made = commitments(act, out, ticks)
  const further = [
    ...made.map((m) => m.letter),
    ...(deferred.length > 0
      ? [out.paper('deferredMaterialsNotice', (common) => deferredPaper(common, item, deferred, promisedDue))]
      : []),
    ...also()
  ]
  out.add({
    type: 'CaseAccepted',
    v: 1,
    data: {
      docId,
      docNo,
      acceptedOn,
      promisedDue,
      statutoryDue,
      ...(deemed && { deemed }),
      ...(localDue && { localDue }),
      ...(deferred.length > 0 && { deferred }),
      ...(made.length > 0 && { commitments: made.map((m) => m.made) }),
      ...(opinions.length > 0 && { opinions }),
      ...(further.length > 0 && { alsoIssued: further.map((p) => p.docId) })
    }
  })
}
