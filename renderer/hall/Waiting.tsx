import type { HallView } from '../../shared/projections/views.ts'
import { usePages } from './pages.ts'
import { ShortName } from './ShortName.tsx'

/** Two columns of four is what can be read from afar; more come in pages. */
const MOST = 8

/** How many wait, by group. */
export function Waiting({ groups, all }: { readonly groups: HallView['groups']; readonly all: number }) {
  const { items, page, pages } = usePages(groups, MOST)
  return (
    <section className="hall__waiting" aria-label="等候人数">
      <h2 className="hall__title">
        等候人数
        <span className="hall__sum">
          共 <b>{all}</b> 人{pages > 1 && `（${page}/${pages}）`}
        </span>
      </h2>
      <ul className="hall__groups">
        {items.map((group) => (
          <li key={group.code} className="hall__group">
            <span className="hall__groupCode">{group.code}</span>
            <ShortName className="hall__groupName" name={group.name} usual={5} />
            <span className="hall__groupCount">{group.waiting}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
