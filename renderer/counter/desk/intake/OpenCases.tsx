import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { CASE_STATUS, shortDate } from '../../../texts/index.ts'
import { Badge, Button } from '../../../ui/index.ts'
import { STATUS_TONE } from '../cases/CaseRow.tsx'
import { useDesk } from '../DeskContext.tsx'
import { isEnquiry, mayContinue } from '../model/returned.ts'
import { askedFor } from '../model/ticks.ts'
import type { OpenCasesFound } from '../state/useOpenCases.ts'
import { T } from '../texts.ts'
import { I } from './texts.ts'

export interface OpenCasesProps {
  readonly open: OpenCasesFound
  readonly onContinue: (caseId: string) => void
}

/**
 * The visitor who comes back: the person's open cases and enquiries with what the last notice asked for. One key takes
 * one up again; the same matter twice is warned of and not forbidden.
 */
export function OpenCases({ open, onContinue }: OpenCasesProps) {
  const { openCase } = useDesk()
  if (open.cases.length === 0) return null
  return (
    <section className="openCases" aria-label={T.openCases}>
      <p className="openCases__title" role="status">
        {open.sameItem === null ? T.openCases : I.sameItemOpen(open.sameItem.caseNo)}
      </p>
      {open.cases.map(({ shown, detail }, index) => {
        const waits = mayContinue(shown)
        return (
          <div key={shown.caseId} className="openCases__row">
            <div>
              <p>
                <strong>{shown.itemName}</strong>{' '}
                <Badge tone={STATUS_TONE[shown.status]}>{CASE_STATUS[shown.status]}</Badge>{' '}
                <span className="desk__quiet">{`${T.receivedOn} ${shortDate(shown.receivedOn)}`}</span>
              </p>
              {detail && shown.status === 'supplement' && <Asked detail={detail} />}
              {detail && isEnquiry(shown) && detail.topic !== '' && (
                <p className="openCases__asked">{I.askedAbout(detail.topic)}</p>
              )}
            </div>
            <Button
              size="small"
              tone={waits ? 'primary' : 'plain'}
              kbd={`Alt+${index + 1}`}
              kbdGroup={T.openCases}
              onClick={() => (waits ? onContinue(shown.caseId) : openCase(shown.caseId))}
            >
              {waits ? T.continueCase : T.lookAtCase}
            </Button>
          </div>
        )
      })}
    </section>
  )
}

const Asked = ({ detail }: { readonly detail: CaseDetail }) => (
  <p className="openCases__asked">
    {T.lastAsked}
    {[...askedFor(detail.ticks).values()]
      .map((tick) =>
        tick.result === 'missing' ? T.askedMissing(tick.name, tick.reason) : T.askedNotMeeting(tick.name, tick.reason)
      )
      .join('；')}
  </p>
)
