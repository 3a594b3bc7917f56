import type { CaseStatus } from '../../../../shared/domain/casework/case.ts'
import type { CaseShown } from '../../../../shared/projections/views.ts'
import { CASE_STATUS, shortDate } from '../../../texts/index.ts'
import { Badge, type Tone } from '../../../ui/index.ts'

export const STATUS_TONE: Readonly<Record<CaseStatus, Tone>> = {
  received: 'blue',
  supplement: 'amber',
  accepted: 'green',
  completed: 'grey'
}

/** A case in a list: masked, with its state and the date that matters. */
export const CaseRow = ({ shown }: { readonly shown: CaseShown }) => (
  <span className="caseRow">
    <span className="caseRow__who">
      <strong>{shown.applicantMasked}</strong>
      <span className="caseRow__id">{shown.idMasked}</span>
      <Badge tone={STATUS_TONE[shown.status]}>{CASE_STATUS[shown.status]}</Badge>
    </span>
    <span className="caseRow__item">{shown.itemName}</span>
    <span className="caseRow__no">
      {shown.caseNo}
      <span>
        {shown.promisedDue ? `承诺 ${shortDate(shown.promisedDue.date)}` : `收件 ${shortDate(shown.receivedOn)}`}
      </span>
    </span>
  </span>
)
