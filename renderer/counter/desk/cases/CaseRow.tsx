import type { CaseStatus } from '../../../../shared/domain/casework/case.ts'
import type { CaseShown } from '../../../../shared/projections/views.ts'
import { CASE_STATUS, shortDate } from '../../../texts/index.ts'
import { Badge, type Tone } from '../../../ui/index.ts'
import { T } from '../texts.ts'
import { CaseLight } from './CaseLight.tsx'

export const STATUS_TONE: Readonly<Record<CaseStatus, Tone>> = {
  enquiry: 'amber',
  answered: 'grey',
  received: 'blue',
  supplement: 'amber',
  accepted: 'green',
  decided: 'blue',
  completed: 'grey',
  declined: 'grey',
  returned: 'grey',
  withdrawn: 'grey'
}

/** A case in a list: masked, with its state, its light, and the date that matters. An enquiry has its own number. */
export const CaseRow = ({ shown }: { readonly shown: CaseShown }) => (
  <span className="caseRow">
    <span className="caseRow__who">
      <strong>{shown.applicantMasked || T.noName}</strong>
      <span className="caseRow__id">{shown.idMasked}</span>
      <Badge tone={STATUS_TONE[shown.status]}>{CASE_STATUS[shown.status]}</Badge>
    </span>
    <span className="caseRow__item">{shown.itemName}</span>
    <span className="caseRow__no">
      {shown.caseNo}
      {shown.light === null ? <span>{dateText(shown)}</span> : <CaseLight shown={shown.light} size="brief" />}
    </span>
  </span>
)

const dateText = ({ promisedDue, receivedOn, status }: CaseShown): string =>
  promisedDue !== null && status === 'accepted'
    ? `承诺 ${shortDate(promisedDue.date)}`
    : `${status === 'answered' ? '咨询' : '收件'} ${shortDate(receivedOn)}`
