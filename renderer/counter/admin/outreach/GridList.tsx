import type { KeyboardEvent } from 'react'
import type { GridListed } from '../../../../shared/projections/outreachViews.ts'
import { Badge, classes } from '../../../ui/index.ts'
import { listKey } from '../../desk/model/listKeys.ts'
import { G } from './texts.ts'

export interface GridListProps {
  readonly grids: readonly GridListed[]
  readonly chosen: string | null
  readonly onChoose: (gridId: string) => void
}

/** Name of a grid's row for the focus. */
export const gridRow = (gridId: string): string => `grid.row.${gridId}`

/** One stop for Tab; arrows go from grid to grid, and whichever is reached is shown beside the list. */
export function GridList({ grids, chosen, onChoose }: GridListProps) {
  const stop = grids.some(({ gridId }) => gridId === chosen) ? chosen : grids[0]?.gridId

  const move = (event: KeyboardEvent<HTMLTableSectionElement>): void => {
    const at = grids.findIndex(({ gridId }) => gridId === stop)
    const next = listKey(event.key, at, grids.length)
    const grid = next === null ? undefined : grids[next]
    if (next === null || grid === undefined) return
    event.preventDefault()
    onChoose(grid.gridId)
    event.currentTarget.rows[next]?.querySelector('button')?.focus()
  }

  return (
    <div className="staff__scroll">
      <table className="staff__table">
        <thead>
          <tr>
            <th scope="col">{G.name}</th>
            <th scope="col">{G.site}</th>
            <th scope="col">{G.code}</th>
            <th scope="col">{G.primary}</th>
            <th scope="col">{G.marks}</th>
          </tr>
        </thead>
        <tbody onKeyDown={move}>
          {grids.map((grid) => (
            <tr
              key={grid.gridId}
              className={classes(
                'staff__row',
                grid.gridId === chosen && 'staff__row--chosen',
                grid.status === 'closed' && 'staff__row--ended'
              )}
            >
              <th scope="row">
                <button
                  type="button"
                  className="staff__name"
                  tabIndex={grid.gridId === stop ? 0 : -1}
                  data-place={gridRow(grid.gridId)}
                  aria-current={grid.gridId === chosen || undefined}
                  onClick={() => onChoose(grid.gridId)}
                >
                  {grid.name}
                </button>
              </th>
              <td>{grid.siteName}</td>
              <td>{grid.code}</td>
              <td>{grid.primary}</td>
              <td>
                <Marks grid={grid} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** What needs somebody's hand. */
function Marks({ grid }: { readonly grid: GridListed }) {
  if (grid.status === 'unregistered') return <Badge tone="grey">{G.unregistered}</Badge>
  if (grid.status === 'closed') return <Badge tone="grey">{G.closed}</Badge>
  return (
    <>
      {grid.primary === null && <Badge tone="red">{G.vacant}</Badge>}
      {grid.outdated > 0 && <Badge tone="amber">{G.outdated(grid.outdated)}</Badge>}
    </>
  )
}
