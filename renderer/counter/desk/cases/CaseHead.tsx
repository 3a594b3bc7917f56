import { CASE_TYPES } from '../../../../shared/domain/catalogue/codes.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { Badge, classes } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { caseSummary } from '../model/caseSummary.ts'
import { statusWord } from '../model/statusWord.ts'
import { CaseLight } from './CaseLight.tsx'
import { STATUS_TONE } from './CaseRow.tsx'
import { C } from './texts.ts'

/** Which case it is. */
export const CaseTitle = ({ detail }: { readonly detail: CaseDetail }) => (
  <div className="casePage__title">
    <h2>{detail.itemName}</h2>
    <p className="casePage__no">
      <Badge tone={STATUS_TONE[detail.status]}>{statusWord(detail)}</Badge>
      <span data-testid="case-page-no">{detail.caseNo}</span>
      {detail.itemId !== '' && <span>{CASE_TYPES[detail.caseType].label}</span>}
      {detail.trips > 1 && <Badge tone="amber">{C.secondTrip(detail.trips)}</Badge>}
      {detail.faults > 0 && <Badge tone="red">{C.faults(detail.faults)}</Badge>}
    </p>
  </div>
)

/** How it stands, in one sentence with its light: what a supervisor reads first. */
export function CaseStanding({ detail }: { readonly detail: CaseDetail }) {
  const { desk } = useDesk()
  const { light } = detail
  return (
    <section
      className={classes('casePage__standing', light && `casePage__standing--${light.light}`)}
      aria-label={C.summary}
    >
      {light && <CaseLight shown={light} size="large" />}
      <p data-testid="case-summary">{caseSummary(detail, desk?.date ?? '')}</p>
    </section>
  )
}
