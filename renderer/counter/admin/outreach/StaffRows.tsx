import { GRID_ROLE_LABEL, PRIMARY_ROLE } from '../../../../shared/domain/outreach/roles.ts'
import type { GridStaffShown } from '../../../../shared/projections/outreachViews.ts'
import { Badge, Button, classes } from '../../../ui/index.ts'
import { G } from './texts.ts'

export interface StaffRowsProps {
  readonly staff: readonly GridStaffShown[]
  /** Nothing can be changed in a grid that was closed. */
  readonly open: boolean
  readonly onEdit: (one: GridStaffShown) => void
  readonly onPrimary: (one: GridStaffShown) => void
  readonly onEnd: (one: GridStaffShown) => void
}

/** Everybody with a duty in the grid: those on duty first, those who left last. */
export function StaffRows({ staff, open, onEdit, onPrimary, onEnd }: StaffRowsProps) {
  const rank = { active: 0, coming: 1, ended: 2 } as const
  const rows = [...staff].sort((a, b) => rank[a.state] - rank[b.state] || Number(b.primary) - Number(a.primary))
  return (
    <ul className="gridStaff">
      {rows.map((one) => (
        <li
          key={one.assignmentId}
          className={classes('gridStaff__one', one.state === 'ended' && 'gridStaff__one--ended')}
        >
          <div className="gridStaff__facts">
            <p>
              <span className="admin__quiet">{GRID_ROLE_LABEL[one.role]}</span> <strong>{one.name}</strong> {one.phone}{' '}
              {one.primary && <Badge tone="green">{G.isPrimary}</Badge>}
              {one.state === 'coming' && <Badge tone="grey">{G.coming(one.from)}</Badge>}
              {one.state === 'ended' && <Badge tone="grey">{G.ended(one.until ?? '')}</Badge>}
              {one.state === 'active' && one.until !== null && <Badge tone="amber">{G.until(one.until)}</Badge>}
            </p>
            <p className="admin__quiet">
              {[one.duty, one.elsewhere.length > 0 ? G.elsewhere(one.elsewhere.join('、')) : '']
                .filter((part) => part !== '')
                .join(' · ')}
            </p>
          </div>
          {open && one.until === null && (
            <div className="gridStaff__keys">
              <Button size="small" aria-label={`${G.edit} ${one.name}`} onClick={() => onEdit(one)}>
                {G.edit}
              </Button>
              {one.role === PRIMARY_ROLE && !one.primary && (
                <Button size="small" aria-label={`${G.choosePrimary} ${one.name}`} onClick={() => onPrimary(one)}>
                  {G.choosePrimary}
                </Button>
              )}
              <Button size="small" aria-label={`${G.end} ${one.name}`} onClick={() => onEnd(one)}>
                {G.end}
              </Button>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
