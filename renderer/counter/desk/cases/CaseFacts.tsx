import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { longDate, TICK_RESULT } from '../../../texts/index.ts'
import { classes } from '../../../ui/index.ts'
import { T } from '../texts.ts'
import { DueDates } from './DueDates.tsx'
import { PersonFacts } from './PersonFacts.tsx'

/** What a case is: people, dates, and how each material stands. */
export function CaseFacts({ detail }: { readonly detail: CaseDetail }) {
  const { caseId, applicant, proxy } = detail
  return (
    <div className="caseFacts">
      <PersonFacts key={`${caseId}-applicant`} caseId={caseId} field="applicant" person={applicant} />
      {proxy && <PersonFacts key={`${caseId}-proxy`} caseId={caseId} field="proxy" person={proxy} />}
      <dl className="caseFacts__dates">
        <Fact label={T.receivedOn} value={longDate(detail.receivedOn)} />
        {detail.acceptedOn !== null && <Fact label={T.acceptedOn} value={longDate(detail.acceptedOn)} />}
        <DueDates shown={detail} />
        {detail.status === 'supplement' && detail.lastNotice?.lapseOn && (
          <Fact label={T.supplementBy} value={longDate(detail.lastNotice.lapseOn)} />
        )}
        <Fact label={T.firstResponder} value={detail.firstResponder} />
        {detail.ticketNo !== null && <Fact label={T.ticketNo} value={detail.ticketNo} />}
      </dl>
      <h3>{T.materials}</h3>
      {detail.ticks.length === 0 ? (
        <p className="desk__quiet">{T.noTicks}</p>
      ) : (
        <ul className="caseFacts__ticks">
          {detail.ticks.map((tick) => (
            <li key={tick.materialId} className={classes(`tick--${tick.result}`)}>
              <span>{tick.name}</span>
              <strong>{TICK_RESULT[tick.result]}</strong>
              {tick.reason !== '' && <span className="caseFacts__reason">{tick.reason}</span>}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const Fact = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <div>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </div>
)
