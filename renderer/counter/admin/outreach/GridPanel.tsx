import { useEffect, useState } from 'react'
import type { GridShown, GridStaffShown } from '../../../../shared/projections/outreachViews.ts'
import { longDate } from '../../../texts/index.ts'
import { Badge, Button, Notice, toast } from '../../../ui/index.ts'
import { useDesk } from '../../desk/DeskContext.tsx'
import { usePress } from '../../desk/state/usePress.ts'
import { DayDialog } from './DayDialog.tsx'
import { GridForm } from './GridForm.tsx'
import { Issued } from './Issued.tsx'
import { StaffForm } from './StaffForm.tsx'
import { StaffRows } from './StaffRows.tsx'
import { CHANGE, G } from './texts.ts'

export interface GridPanelProps {
  readonly grid: GridShown
  readonly today: string
  readonly onChanged: () => Promise<void>
  /** Prints anew what is no longer right. */
  readonly onReprint: () => void
}

type Doing =
  | { readonly what: 'change' | 'add' | 'close' }
  | { readonly what: 'edit' | 'primary' | 'end'; readonly one: GridStaffShown }

/** One grid: what it is, who looks after it, which of its cards are old, and what was handed out. Keyed by the grid. */
export function GridPanel({ grid, today, onChanged, onReprint }: GridPanelProps) {
  const { go } = useDesk()
  const [doing, setDoing] = useState<Doing | null>(null)
  const choosing = usePress('grid.choosePrimary')
  const ending = usePress('grid.endStaff')
  const closing = usePress('grid.close')
  const { gridId } = grid
  const open = grid.status === 'active'

  useEffect(() => {
    if (doing?.what === 'change') go('grid.name')
    if (doing?.what === 'add') go('gridStaff.role')
    if (doing?.what === 'edit') go('gridStaff.name')
  }, [doing, go])

  const stop = (): void => {
    setDoing(null)
    go('grid.addStaff')
  }
  const done = async (): Promise<void> => {
    await onChanged()
    stop()
  }

  if (doing?.what === 'change') return <GridForm grid={grid} onSaved={done} onStay={stop} />
  if (doing?.what === 'add') return <StaffForm grid={grid} today={today} one={null} onSaved={done} onStay={stop} />
  if (doing?.what === 'edit') {
    return (
      <StaffForm key={doing.one.assignmentId} grid={grid} today={today} one={doing.one} onSaved={done} onStay={stop} />
    )
  }
  return (
    <section className="gridOne ui-panel" aria-label={grid.name}>
      <header className="gridOne__head">
        <h3>{grid.name}</h3>
        {!open && <Badge tone="grey">{G.closed}</Badge>}
        <span className="admin__gap" />
        {open && (
          <>
            <Button size="small" onClick={() => setDoing({ what: 'change' })}>
              {G.change}
            </Button>
            <Button size="small" onClick={() => setDoing({ what: 'close' })}>
              {G.close}
            </Button>
          </>
        )}
      </header>
      <dl className="staffOne__facts">
        <dt>{G.code}</dt>
        <dd>{grid.code}</dd>
        <dt>{G.site}</dt>
        <dd>{grid.siteName}</dd>
        <dt>{G.boundary}</dt>
        <dd>{grid.boundary}</dd>
        <dt>{G.households}</dt>
        <dd>{grid.households}</dd>
        {grid.stationPhone !== '' && (
          <>
            <dt>{G.stationPhone}</dt>
            <dd>{grid.stationPhone}</dd>
          </>
        )}
        <dt>{G.version}</dt>
        <dd>{G.versionNo(grid.version)}</dd>
      </dl>
      {open && grid.primary === null && <Notice tone="warn">{G.vacantText}</Notice>}
      <header className="gridOne__head">
        <h4>{G.staff}</h4>
        <span className="admin__gap" />
        {open && (
          <Button kbd="Alt+A" kbdGroup={G.group} data-place="grid.addStaff" onClick={() => setDoing({ what: 'add' })}>
            {G.addStaff}
          </Button>
        )}
      </header>
      <StaffRows
        staff={grid.staff}
        open={open}
        onEdit={(one) => setDoing({ what: 'edit', one })}
        onPrimary={(one) => setDoing({ what: 'primary', one })}
        onEnd={(one) => setDoing({ what: 'end', one })}
      />
      {grid.outdated > 0 && <Outdated grid={grid} onReprint={onReprint} />}
      <Issued gridId={gridId} year={today.slice(0, 4)} />
      {doing?.what === 'primary' && (
        <DayDialog
          title={G.primaryTitle(doing.one.name)}
          label={G.primaryFrom}
          today={today}
          stay={G.stay}
          sure={G.sure}
          act={(from) => choosing.press({ gridId, assignmentId: doing.one.assignmentId, from })}
          onStay={stop}
          onDone={() => {
            toast(G.primaryChosen(doing.one.name))
            void done()
          }}
        />
      )}
      {doing?.what === 'end' && (
        <DayDialog
          title={G.endTitle(doing.one.name)}
          label={G.endOn}
          today={today}
          stay={G.stay}
          sure={G.sure}
          act={(on) => ending.press({ gridId, assignmentId: doing.one.assignmentId, on })}
          onStay={stop}
          onDone={() => {
            toast(G.endedNow)
            void done()
          }}
        />
      )}
      {doing?.what === 'close' && (
        <DayDialog
          title={G.closeTitle}
          text={G.closeText(grid.name)}
          label={G.endOn}
          today={today}
          stay={G.closeStay}
          sure={G.closeSure}
          danger
          act={(on) => closing.press({ gridId, on })}
          onStay={stop}
          onDone={() => {
            toast(G.closedNow(grid.name))
            void done()
          }}
        />
      )}
    </section>
  )
}

/** Cards that say what is no longer right, with the reason. */
const Outdated = ({ grid, onReprint }: { readonly grid: GridShown; readonly onReprint: () => void }) => (
  <section aria-label={G.outdatedTitle}>
    <header className="gridOne__head">
      <h4>{G.outdatedTitle}</h4>
      <Badge tone="amber">{G.outdated(grid.outdated)}</Badge>
      <span className="admin__gap" />
      {grid.outdatedCards.some(({ household }) => household !== null) && (
        <Button onClick={onReprint}>{G.reprint}</Button>
      )}
    </header>
    <p className="admin__quiet">{G.outdatedText}</p>
    <ul className="gridStaff">
      {grid.outdatedCards.map(({ cardNo, household, on, version, changes }) => (
        <li key={cardNo} className="gridStaff__one">
          <span>{household ?? G.stock}</span>
          <span className="admin__quiet">{`${longDate(on)} ${G.versionNo(version)}`}</span>
          <span>{changes.map((change) => CHANGE[change]).join('、')}</span>
        </li>
      ))}
    </ul>
  </section>
)
