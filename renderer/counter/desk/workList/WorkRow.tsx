import type { CaseShown } from '../../../../shared/projections/views.ts'
import { CASE_STATUS } from '../../../texts/index.ts'
import { CaseLight } from '../cases/CaseLight.tsx'
import { C } from '../cases/texts.ts'
import { useDesk } from '../DeskContext.tsx'
import { reasonsInWords } from '../model/workList.ts'
import { T } from '../texts.ts'

export interface WorkRowProps {
  readonly id: string
  readonly shown: CaseShown
  readonly mine: boolean
  readonly active: boolean
  readonly onOpen: () => void
}

/** One matter: how it stands, what has to be done about it, whose it is. Masked: a list is a list (domain §11). */
export function WorkRow({ id, shown, mine, active, onOpen }: WorkRowProps) {
  const { app } = useDesk()
  const reasons = reasonsInWords(shown, app.person?.personId ?? null)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys act in the list around it
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={active}
      className="workRow"
      ref={active ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      <span className="workRow__light">{shown.light && <CaseLight shown={shown.light} />}</span>
      <span className="workRow__what">
        <strong>{reasons.length > 0 ? reasons.join('；') : CASE_STATUS[shown.status]}</strong>
        <span>{shown.itemName}</span>
      </span>
      <span className="workRow__who">
        <strong>{shown.applicantMasked || T.noName}</strong>
        <span className="workRow__no">{shown.caseNo}</span>
      </span>
      <span className="workRow__owner">{mine ? C.workMineOwner : C.workOwner(shown.owner.name)}</span>
    </div>
  )
}
