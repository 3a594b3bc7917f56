import { type KeyboardEvent, useState } from 'react'
import type { ItemListed } from '../../../../../shared/projections/catalogueViews.ts'
import { Badge } from '../../../../ui/index.ts'
import { listKey } from '../../../desk/model/listKeys.ts'
import { K } from '../texts.ts'

/** Name of an item's row for the focus. */
export const rowOf = (itemId: string): string => `catalogue.${itemId}`

export interface ItemTableProps {
  readonly items: readonly ItemListed[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (itemId: string) => void
  readonly onOpen: (itemId: string) => void
}

/** One row is a stop for Tab; arrows go from row to row in the column of the hands, Enter opens. */
export function ItemTable({ items, chosen, onChoose, onOpen }: ItemTableProps) {
  const [active, setActive] = useState<string | null>(null)
  const stop = items.some(({ itemId }) => itemId === active) ? active : items[0]?.itemId

  const move = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    const at = items.findIndex(({ itemId }) => itemId === stop)
    const next = listKey(event.key, at, items.length)
    const item = next === null ? undefined : items[next]
    if (next === null || item === undefined) return
    event.preventDefault()
    setActive(item.itemId)
    const row = event.currentTarget.rows[next]
    const inColumn = event.target instanceof HTMLInputElement ? row?.querySelector('input') : null
    ;(inColumn ?? row?.querySelector('button'))?.focus()
  }

  return (
    <div className="staff__scroll">
      <table className="staff__table catalogue__table">
        <thead>
          <tr>
            <th scope="col">{K.choose}</th>
            <th scope="col">{K.number}</th>
            <th scope="col">{K.name}</th>
            <th scope="col">{K.category}</th>
            <th scope="col">{K.version}</th>
            <th scope="col">{K.state}</th>
          </tr>
        </thead>
        <tbody onKeyDown={move}>
          {items.map((one) => (
            <tr key={one.itemId} className="staff__row" onFocus={() => setActive(one.itemId)}>
              <td>
                {one.draft && (
                  <input
                    type="checkbox"
                    className="catalogue__tick"
                    aria-label={K.chooseOne(one.name)}
                    tabIndex={one.itemId === stop ? 0 : -1}
                    checked={chosen.has(one.itemId)}
                    onChange={() => onChoose(one.itemId)}
                  />
                )}
              </td>
              <td>{one.itemId}</td>
              <th scope="row">
                <button
                  type="button"
                  className="staff__name"
                  tabIndex={one.itemId === stop ? 0 : -1}
                  data-place={rowOf(one.itemId)}
                  onClick={() => onOpen(one.itemId)}
                >
                  {one.name}
                </button>
              </th>
              <td>{one.category}</td>
              <td>
                {one.version === null || one.effectiveFrom === null ? K.none : K.since(one.version, one.effectiveFrom)}
              </td>
              <td>
                <Marks listed={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const Marks = ({ listed: { draft, next, withdrawn } }: { readonly listed: ItemListed }) => (
  <span className="catalogue__marks">
    {draft && <Badge tone="blue">{K.draftBy(draft.by)}</Badge>}
    {draft && draft.problems > 0 && <Badge tone="amber">{K.problems(draft.problems)}</Badge>}
    {next && <Badge tone="green">{K.coming(next.version, next.effectiveFrom)}</Badge>}
    {withdrawn && (
      <Badge tone="red">
        {K.withdrawn}，{K.ends(withdrawn.effectiveTo)}
      </Badge>
    )}
  </span>
)
