import { useEffect, useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import type { CaseDetail, CaseShown } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { CASE_STATUS, shortDate } from '../../../texts/index.ts'
import { Badge, Button } from '../../../ui/index.ts'
import { STATUS_TONE } from '../cases/CaseRow.tsx'
import { useDesk } from '../DeskContext.tsx'
import { liveIdentity } from '../model/identity.ts'
import type { IntakeForm } from '../model/intake.ts'
import { askedFor } from '../model/ticks.ts'
import { answered } from '../state/answered.ts'
import { useLatest } from '../state/useLatest.ts'
import { T } from '../texts.ts'

interface Open {
  readonly shown: CaseShown
  readonly detail: CaseDetail | null
}

const SHOWN = 3
/** Shorter than this says nothing about a person. */
const LEAST = 4

export interface OpenCasesProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly today: string
  readonly onContinue: (caseId: string) => void
}

/**
 * The visitor who comes back: as soon as the number is whole, the person's open cases with what the last notice asked
 * for. One key takes the case up again.
 */
export function OpenCases({ form, today, onContinue }: OpenCasesProps) {
  const { openCase } = useDesk()
  const line = useLatest()
  const [open, setOpen] = useState<readonly Open[]>([])
  const [kind, typed, caseId] = useWatch({
    control: form.control,
    name: ['applicant.idKind', 'applicant.idNumber', 'caseId']
  })
  const live = liveIdentity(kind, typed, today, false)
  const number = live.state === 'right' && live.number.length >= LEAST ? live.number : null

  useEffect(() => {
    setOpen([])
    line.cancel()
    if (number === null) return
    const load = async (): Promise<void> => {
      const found = await line.ask(() => openCasesOf(number))
      if (found) setOpen(found)
    }
    void load()
  }, [number, line])

  const others = open.filter(({ shown }) => shown.caseId !== caseId)
  if (others.length === 0) return null
  return (
    <section className="openCases" aria-label={T.openCases}>
      <p className="openCases__title" role="status">
        {T.openCases}
      </p>
      {others.map(({ shown, detail }, index) => {
        const waits = shown.status === 'supplement' || shown.status === 'received'
        return (
          <div key={shown.caseId} className="openCases__row">
            <div>
              <p>
                <strong>{shown.itemName}</strong>{' '}
                <Badge tone={STATUS_TONE[shown.status]}>{CASE_STATUS[shown.status]}</Badge>{' '}
                <span className="desk__quiet">{`${T.receivedOn} ${shortDate(shown.receivedOn)}`}</span>
              </p>
              {detail && shown.status === 'supplement' && <Asked detail={detail} />}
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

async function openCasesOf(idNumber: string): Promise<readonly Open[]> {
  const found = await answered(ask('casework.findOpen', { idNumber }))
  if (!found.ok) return []
  return Promise.all(
    found.value.slice(0, SHOWN).map(async (shown) => {
      const detail = await answered(ask('casework.get', { caseId: shown.caseId }))
      return { shown, detail: detail.ok ? detail.value : null }
    })
  )
}
