import { useEffect, useState } from 'react'
import type { BlockedShown } from '../../../../shared/projections/views.ts'
import { longDate, refusalText } from '../../../texts/index.ts'
import { Button, Notice } from '../../../ui/index.ts'
import type { Go } from '../../desk/state/useGo.ts'
import './blocked.css'
import { LiftForm } from './LiftForm.tsx'
import { B } from './texts.ts'
import { useBlocked } from './useBlocked.ts'

/** 承诺限制名单: whose promises are not taken (国办发〔2020〕42号), and how that ends. Numbers are masked as in any list. */
export function BlockedSection({ go }: { readonly go: Go }) {
  const { reply, reload } = useBlocked()
  const [chosen, setChosen] = useState<string | null>(null)
  const blocked = reply?.ok ? reply.value : []
  const shown = blocked.find((one) => one.caseId === chosen)

  useEffect(() => {
    if (reply !== null) go(chosen === null ? 'admin.blocked' : 'admin.lift', 'admin.tab')
  }, [reply, chosen, go])

  return (
    <div className="blocked">
      <section className="blocked__list ui-panel" aria-label={B.title}>
        <h3>{B.title}</h3>
        <p className="admin__quiet">{B.intro}</p>
        {reply === null && <p className="admin__quiet">{B.loading}</p>}
        {reply?.ok && blocked.length === 0 && <p>{B.nobody}</p>}
        {reply && !reply.ok && (
          <Notice
            tone="warn"
            actions={
              <Button size="small" onClick={() => void reload()}>
                {B.again}
              </Button>
            }
          >
            {refusalText(reply.refusal)}
          </Notice>
        )}
        {blocked.length > 0 && <Rows blocked={blocked} onLift={setChosen} />}
      </section>
      {shown && (
        <LiftForm
          key={shown.caseId}
          shown={shown}
          onStay={() => setChosen(null)}
          onLifted={async () => {
            setChosen(null)
            await reload()
          }}
        />
      )}
    </div>
  )
}

interface RowsProps {
  readonly blocked: readonly BlockedShown[]
  readonly onLift: (caseId: string) => void
}

const Rows = ({ blocked, onLift }: RowsProps) => (
  <div className="staff__scroll">
    <table className="staff__table">
      <thead>
        <tr>
          <th scope="col">{B.person}</th>
          <th scope="col">{B.idNumber}</th>
          <th scope="col">{B.caseNo}</th>
          <th scope="col">{B.since}</th>
          <th scope="col">{B.why}</th>
          <th scope="col">
            <span className="ui-hidden">{B.lift}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {blocked.map((one, at) => (
          <tr key={one.caseId} className="staff__row">
            <th scope="row">{one.applicantMasked}</th>
            <td>{one.idMasked}</td>
            <td>{one.caseNo}</td>
            <td>{longDate(one.on)}</td>
            <td>{one.reason}</td>
            <td>
              <Button
                size="small"
                aria-label={`${B.lift} ${one.applicantMasked}`}
                data-place={at === 0 ? 'admin.blocked' : undefined}
                onClick={() => onLift(one.caseId)}
              >
                {B.lift}
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
