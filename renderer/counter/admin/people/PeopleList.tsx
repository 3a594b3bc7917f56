import type { KeyboardEvent } from 'react'
import type { PersonListed } from '../../../../shared/projections/views.ts'
import { ROLE } from '../../../texts/index.ts'
import { Badge, classes } from '../../../ui/index.ts'
import { listKey } from '../../desk/model/listKeys.ts'
import { A } from '../texts.ts'
import { PersonState } from './PersonState.tsx'

export interface PeopleListProps {
  readonly people: readonly PersonListed[]
  readonly chosen: string | null
  readonly onChoose: (personId: string) => void
}

/** Name of a person's row for the focus. */
export const rowOf = (personId: string): string => `person.${personId}`

/** One stop for Tab; arrows go from person to person, and whoever is reached is shown beside the list. */
export function PeopleList({ people, chosen, onChoose }: PeopleListProps) {
  const stop = people.some((one) => one.personId === chosen) ? chosen : people[0]?.personId

  const move = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    const at = people.findIndex((one) => one.personId === stop)
    const next = listKey(event.key, at, people.length)
    const person = next === null ? undefined : people[next]
    if (next === null || person === undefined) return
    event.preventDefault()
    onChoose(person.personId)
    const row = event.currentTarget.rows[next]
    row?.querySelector('button')?.focus()
  }

  return (
    <div className="staff__scroll">
      <table className="staff__table">
        <thead>
          <tr>
            <th scope="col">{A.name}</th>
            <th scope="col">{A.login}</th>
            <th scope="col">{A.roles}</th>
            <th scope="col">{A.state}</th>
          </tr>
        </thead>
        <tbody onKeyDown={move}>
          {people.map((one) => (
            <tr
              key={one.personId}
              className={classes(
                'staff__row',
                one.personId === chosen && 'staff__row--chosen',
                one.ended && 'staff__row--ended'
              )}
            >
              <th scope="row">
                <button
                  type="button"
                  className="staff__name"
                  tabIndex={one.personId === stop ? 0 : -1}
                  data-place={rowOf(one.personId)}
                  aria-current={one.personId === chosen || undefined}
                  onClick={() => onChoose(one.personId)}
                >
                  {one.name}
                </button>
                {one.demo && <Badge tone="demo">{A.demo}</Badge>}
              </th>
              <td>{one.login}</td>
              <td>{one.roles.map((role) => ROLE[role]).join('、')}</td>
              <td>
                <PersonState shown={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
