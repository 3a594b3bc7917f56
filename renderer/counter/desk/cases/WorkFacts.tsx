import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { useDesk } from '../DeskContext.tsx'
import { workFacts } from '../model/workFacts.ts'
import { FactList } from './Fact.tsx'

/** What is owed, out or settled while a case is worked on. */
export function WorkFacts({ detail }: { readonly detail: CaseDetail }) {
  const { desk } = useDesk()
  return workFacts(detail, desk?.date ?? '').map(({ title, rows }) => (
    <FactList key={title} title={title} rows={rows} />
  ))
}
