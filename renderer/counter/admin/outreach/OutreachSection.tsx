import { useEffect, useState } from 'react'
import { refusalText } from '../../../texts/index.ts'
import { Button, Notice } from '../../../ui/index.ts'
import { useDesk } from '../../desk/DeskContext.tsx'
import type { Go } from '../../desk/state/useGo.ts'
import { GridForm } from './GridForm.tsx'
import { GridList, gridRow } from './GridList.tsx'
import { GridPanel } from './GridPanel.tsx'
import './outreach.css'
import { PrintCards } from './PrintCards.tsx'
import { G } from './texts.ts'
import { useAsked } from './useAsked.ts'

type Mode = 'grids' | 'new' | 'print' | 'reprint'

const NOTHING = {}

/** 网格与联系卡: the register of grids and, on a page of its own, printing their cards. */
export function OutreachSection({ go }: { readonly go: Go }) {
  const { desk } = useDesk()
  const { reply, reload } = useAsked('grid.list', NOTHING)
  const [mode, setMode] = useState<Mode>('grids')
  const [wanted, setWanted] = useState<string | null>(null)
  const grids = reply?.ok ? reply.value : []
  const chosen = grids.find(({ gridId }) => gridId === wanted) ?? grids[0]
  const gridId = chosen?.gridId ?? null
  const registered = chosen !== undefined && chosen.status !== 'unregistered'
  const one = useAsked('grid.get', registered ? { gridId: chosen.gridId } : null, reply)
  const shown = one.reply?.ok ? one.reply.value : null
  const there = reply !== null

  useEffect(() => {
    if (!there) return
    if (mode === 'new') go('grid.name')
    else if (mode !== 'grids') go('cards.grid', 'cards.list', 'admin.tab')
    else go(gridId === null ? 'admin.tab' : gridRow(gridId))
  }, [go, mode, there, gridId])

  const choose = (next: string): void => {
    setWanted(next)
    setMode('grids')
  }
  if (mode === 'print' || mode === 'reprint') {
    return (
      <PrintCards
        grids={grids}
        first={gridId}
        anew={mode === 'reprint'}
        onBack={() => {
          setMode('grids')
          void reload()
        }}
      />
    )
  }
  const vacant = grids.filter(({ status, primary }) => status === 'active' && primary === null).length
  return (
    <div className="staff">
      <section className="staff__list ui-panel" aria-label={G.grids}>
        <header className="staff__head">
          <h3>{G.grids}</h3>
          {reply?.ok && <span className="admin__quiet">{G.count(grids.length, vacant)}</span>}
          <span className="admin__gap" />
          <Button kbd="Ctrl+N" kbdGroup={G.group} onClick={() => setMode('new')}>
            {G.newGrid}
          </Button>
          <Button tone="primary" kbd="Alt+P" kbdGroup={G.group} onClick={() => setMode('print')}>
            {G.print}
          </Button>
        </header>
        {reply && !reply.ok && (
          <Notice
            tone="warn"
            actions={
              <Button size="small" onClick={() => void reload()}>
                {G.again}
              </Button>
            }
          >
            {refusalText(reply.refusal)}
          </Notice>
        )}
        {reply === null && <p className="admin__quiet">{G.loading}</p>}
        {reply?.ok && grids.length === 0 && <p>{G.nothing}</p>}
        {grids.length > 0 && <GridList grids={grids} chosen={mode === 'new' ? null : gridId} onChoose={choose} />}
      </section>
      <div className="staff__side">
        {mode === 'new' && (
          <GridForm
            key="new"
            grid={null}
            onStay={() => setMode('grids')}
            onSaved={async (saved) => {
              await reload()
              choose(saved)
            }}
          />
        )}
        {mode === 'grids' && chosen && !registered && (
          <GridForm
            key={chosen.gridId}
            grid={chosen}
            onStay={null}
            onSaved={async (saved) => {
              await reload()
              choose(saved)
            }}
          />
        )}
        {mode === 'grids' && shown && (
          <GridPanel
            key={shown.gridId}
            grid={shown}
            today={desk?.date ?? ''}
            onChanged={reload}
            onReprint={() => setMode('reprint')}
          />
        )}
      </div>
    </div>
  )
}
