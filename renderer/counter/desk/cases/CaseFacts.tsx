import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { longDate, TICK_RESULT } from '../../../texts/index.ts'
import { classes } from '../../../ui/index.ts'
import { isEnquiry } from '../model/returned.ts'
import { T } from '../texts.ts'
import { DueDates } from './DueDates.tsx'
import { Fact, FactList } from './Fact.tsx'
import { PersonFacts } from './PersonFacts.tsx'
import { C } from './texts.ts'
import { WorkFacts } from './WorkFacts.tsx'

/** What a case is: people, dates, what is owed, and how each material stands. */
export function CaseFacts({ detail }: { readonly detail: CaseDetail }) {
  const { caseId, applicant, proxy } = detail
  return (
    <div className="caseFacts">
      {applicant.name !== '' && (
        <PersonFacts key={`${caseId}-applicant`} caseId={caseId} field="applicant" person={applicant} />
      )}
      {proxy && <PersonFacts key={`${caseId}-proxy`} caseId={caseId} field="proxy" person={proxy} />}
      <Dates detail={detail} />
      {detail.topic !== '' && (
        <>
          <h3>{C.topic}</h3>
          <p>{detail.topic}</p>
        </>
      )}
      <WorkFacts detail={detail} />
      {detail.situations.length > 0 && (
        <FactList
          title={C.situations}
          rows={detail.situations.map(({ question, answer }) => ({ key: question, name: question, said: answer }))}
        />
      )}
      <Materials detail={detail} />
    </div>
  )
}

const Dates = ({ detail }: { readonly detail: CaseDetail }) => (
  <dl className="caseFacts__dates">
    <DueDates shown={detail} />
    {detail.localDue && <Fact label={C.localDue} due={detail.localDue} />}
    {detail.status === 'received' && detail.notifyBy && <Fact label={C.notifyBy} due={detail.notifyBy} />}
    {detail.status === 'supplement' && detail.lastNotice?.lapseOn && (
      <Fact label={T.supplementBy}>{longDate(detail.lastNotice.lapseOn)}</Fact>
    )}
    <Fact label={isEnquiry(detail) ? C.askedOn : T.receivedOn}>{longDate(detail.receivedOn)}</Fact>
    {detail.acceptedOn !== null && <Fact label={T.acceptedOn}>{longDate(detail.acceptedOn)}</Fact>}
    <Fact label={T.firstResponder}>{detail.firstResponder}</Fact>
    {detail.owner.name !== detail.firstResponder && <Fact label={C.owner}>{detail.owner.name}</Fact>}
    {detail.ticketNo !== null && <Fact label={T.ticketNo}>{detail.ticketNo}</Fact>}
    {detail.itemVersion > 0 && <Fact label={C.version}>{C.versionNo(detail.itemVersion)}</Fact>}
  </dl>
)

const Materials = ({ detail }: { readonly detail: CaseDetail }) => (
  <>
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
  </>
)
