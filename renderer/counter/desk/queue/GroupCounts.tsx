import type { DeskView } from '../../../../shared/projections/views.ts'
import { T } from '../texts.ts'

/** How many wait in each group of the whole hall. */
export const GroupCounts = ({ groups, all }: { readonly groups: DeskView['groups']; readonly all: number }) => (
  <ul className="groups" aria-label={T.waitingAll(all)}>
    {groups.map((group) => (
      <li key={group.code} className={group.waiting === 0 ? 'groups__none' : ''}>
        <span className="groups__code">{group.code}</span>
        <span className="groups__name">{group.name}</span>
        <strong>{group.waiting}</strong>
      </li>
    ))}
  </ul>
)
