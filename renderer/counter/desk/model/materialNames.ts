import type { CaseDetail } from '../../../../shared/projections/views.ts'

/** Names of the materials of a case by their ids; an id that is none of them stays as it is. */
export function materialNames(
  detail: Pick<CaseDetail, 'ticks' | 'deferred' | 'commitments'>
): (materialId: string) => string {
  const names = new Map(
    [...detail.ticks, ...detail.commitments, ...detail.deferred].map(({ materialId, name }) => [materialId, name])
  )
  return (materialId) => names.get(materialId) ?? materialId
}
