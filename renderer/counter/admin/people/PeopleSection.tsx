import { Activity, useEffect, useState } from 'react'
import type { PersonShown } from '../../../../shared/projections/views.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Notice } from '../../../ui/index.ts'
import type { Go } from '../../desk/state/useGo.ts'
import { A } from '../texts.ts'
import { PeopleList, rowOf } from './PeopleList.tsx'
import { PersonPanel } from './PersonPanel.tsx'
import { RegisterForm } from './RegisterForm.tsx'
import { usePeople } from './usePeople.ts'

export interface PeopleSectionProps {
  /** Who looks. */
  readonly person: PersonShown
  readonly go: Go
  readonly onOwnPassword: () => void
}

/** Left everybody, right the one who was chosen, or the form for somebody new. A lead looks; an administrator acts. */
export function PeopleSection({ person, go, onOwnPassword }: PeopleSectionProps) {
  const { people, refusal, reload } = usePeople()
  const [chosen, setChosen] = useState(person.personId)
  const [registering, setRegistering] = useState(false)
  const administrator = person.roles.includes('administrator')
  const shown = people?.find((one) => one.personId === chosen)

  // The hands are where the eyes are: on the row, or in the form. Without a list there is no row to begin at.
  useEffect(() => {
    go(registering ? 'admin.register' : refusal ? 'admin.tab' : rowOf(chosen))
  }, [go, registering, chosen, refusal])

  const choose = (personId: string): void => {
    setChosen(personId)
    setRegistering(false)
  }

  return (
    <div className="staff">
      <section className="staff__list ui-panel" aria-label={A.people}>
        <header className="staff__head">
          <h3>{A.people}</h3>
          {people && <span className="admin__quiet">{people.length}</span>}
          <span className="admin__gap" />
          {administrator && (
            <Button kbd="Ctrl+N" kbdGroup={A.manage} onClick={() => setRegistering(true)}>
              {A.register}
            </Button>
          )}
        </header>
        {refusal && (
          <Notice
            tone="warn"
            actions={
              <Button size="small" onClick={() => void reload()}>
                {A.again}
              </Button>
            }
          >
            {refusalText(refusal)}
          </Notice>
        )}
        {people === null && !refusal && <p className="admin__quiet">{A.loading}</p>}
        {people && <PeopleList people={people} chosen={registering ? null : chosen} onChoose={choose} />}
      </section>
      <div className="staff__side">
        {administrator && (
          <Activity mode={registering ? 'visible' : 'hidden'}>
            <RegisterForm
              onRegistered={async (personId) => {
                await reload()
                choose(personId)
              }}
            />
          </Activity>
        )}
        {shown && !registering && (
          <PersonPanel
            key={shown.personId}
            shown={shown}
            own={shown.personId === person.personId}
            administrator={administrator}
            onOwnPassword={onOwnPassword}
            onChanged={async () => {
              await reload()
              go(rowOf(chosen))
            }}
          />
        )}
      </div>
    </div>
  )
}
