import type { PersonListed } from '../../../../shared/projections/views.ts'
import { ROLE } from '../../../texts/index.ts'
import { Badge, Button, Notice } from '../../../ui/index.ts'
import { A } from '../texts.ts'
import { EndAccess } from './EndAccess.tsx'
import { PersonState } from './PersonState.tsx'
import { SetPasswordForm } from './SetPasswordForm.tsx'

export interface PersonPanelProps {
  readonly shown: PersonListed
  /** The person looks at themself. */
  readonly own: boolean
  readonly administrator: boolean
  readonly onOwnPassword: () => void
  readonly onChanged: () => Promise<void>
}

/** One person, and what an administrator may do about them. */
export function PersonPanel({ shown, own, administrator, onOwnPassword, onChanged }: PersonPanelProps) {
  const acts = administrator && !own && !shown.ended
  return (
    <section className="staffOne ui-panel" aria-label={shown.name}>
      <header className="staffOne__head">
        <h3>{shown.name}</h3>
        {own && <Badge tone="blue">{A.you}</Badge>}
        {shown.demo && <Badge tone="demo">{A.demo}</Badge>}
      </header>
      <dl className="staffOne__facts">
        <dt>{A.login}</dt>
        <dd>{shown.login}</dd>
        <dt>{A.roles}</dt>
        <dd>{shown.roles.map((role) => ROLE[role]).join('、')}</dd>
        <dt>{A.state}</dt>
        <dd>
          <PersonState shown={shown} />
        </dd>
      </dl>
      {shown.ended && <p className="admin__quiet">{A.endedNote}</p>}
      {own && (
        <Notice
          actions={
            <Button size="small" onClick={onOwnPassword}>
              {A.goToOwnPassword}
            </Button>
          }
        >
          {A.toOwnPassword}
        </Notice>
      )}
      {!administrator && !own && <p className="admin__quiet">{A.leadOnly}</p>}
      {acts && <SetPasswordForm shown={shown} onSet={onChanged} />}
      {acts && <EndAccess shown={shown} onEnded={onChanged} />}
    </section>
  )
}
