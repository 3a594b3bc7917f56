import { useState } from 'react'
import { CARD_FORMATS, type CardFormat } from '../../../../shared/documents/papers.ts'
import type { GridListed } from '../../../../shared/projections/outreachViews.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { Button, Checkbox, Field, Notice, RadioGroup, Select, TextInput, toast } from '../../../ui/index.ts'
import { useDesk } from '../../desk/DeskContext.tsx'
import { PagesOf } from '../../desk/papers/PdfPages.tsx'
import { usePress } from '../../desk/state/usePress.ts'
import { Batches } from './Batches.tsx'
import { ListFile, type Looked } from './ListFile.tsx'
import { FORMAT, G } from './texts.ts'
import { useAsked } from './useAsked.ts'
import { useWrong } from './useWrong.ts'

export interface PrintCardsProps {
  readonly grids: readonly GridListed[]
  /** The grid whose card is looked at first. */
  readonly first: string | null
  /** Begins with the households whose card is no longer right. */
  readonly anew: boolean
  readonly onBack: () => void
}

const MOST = 20_000
const NOTHING = {}

/** Format, for whom, the card as it will come out, and how far the batches are. */
export function PrintCards({ grids, first, anew, onBack }: PrintCardsProps) {
  const { desk, go } = useDesk()
  const printable = grids.filter(({ status, primary }) => status === 'active' && primary !== null)
  const [format, setFormat] = useState<CardFormat>('sheet90x54')
  const [bleed, setBleed] = useState(false)
  const [what, setWhat] = useState<'stock' | 'list' | 'outdated'>(anew ? 'outdated' : 'stock')
  const [list, setList] = useState<Looked | null>(null)
  const [chosen, setChosen] = useState<readonly string[]>(() => (first === null ? [] : [first]))
  const [each, setEach] = useState('10')
  const [lookedAt, setLookedAt] = useState(first)
  const [fault, setFault] = useState<'grids' | 'each' | null>(null)
  const wrong = useWrong(go, 'cards', [])
  const starting = usePress('cards.start')
  const { reply } = useAsked('cards.batches', NOTHING, desk)
  const batches = reply?.ok ? reply.value : []
  const shown = printable.some(({ gridId }) => gridId === lookedAt) ? lookedAt : (printable[0]?.gridId ?? null)
  const grid = printable.find(({ gridId }) => gridId === shown)

  const start = async (): Promise<void> => {
    wrong.clear()
    const source = sourceOf()
    if (source === null) return
    const done = await starting.press({ format, bleed, source })
    if (done === null) return
    if (!done.ok) return wrong.show(done.refusal)
    toast(G.started)
    go('cards.pause')
  }

  const sourceOf = () => {
    if (what === 'list') return list && { from: 'list' as const, bytes: list.bytes }
    const gridIds = printable.filter(({ gridId }) => chosen.includes(gridId)).map(({ gridId }) => gridId)
    const cards = Number(each)
    const good = what === 'outdated' || (Number.isInteger(cards) && cards >= 1 && cards <= MOST)
    setFault(!good ? 'each' : gridIds.length === 0 ? 'grids' : null)
    if (!good) go('cards.each')
    else if (gridIds.length === 0) go('cards.grid')
    if (!good || gridIds.length === 0) return null
    return what === 'outdated'
      ? { from: 'outdated' as const, gridIds }
      : { from: 'stock' as const, parts: gridIds.map((gridId) => ({ gridId, cards })) }
  }

  const toggle = (gridId: string, on: boolean): void => {
    setChosen(on ? [...chosen, gridId] : chosen.filter((one) => one !== gridId))
    if (on) setLookedAt(gridId)
  }

  return (
    <div className="cards">
      <section className="cards__form ui-panel" aria-label={G.printTitle}>
        <header className="gridOne__head">
          <h3>{G.printTitle}</h3>
          <span className="admin__gap" />
          <Button tone="quiet" kbd="Alt+ArrowLeft" kbdGroup={G.group} onClick={onBack}>
            {G.back}
          </Button>
        </header>
        {printable.length === 0 && <Notice tone="warn">{G.noPrintable}</Notice>}
        {wrong.general !== null && <Notice tone="danger">{wrong.general}</Notice>}
        <RadioGroup
          legend={G.format}
          column
          options={CARD_FORMATS.map((value) => ({ value, ...FORMAT[value] }))}
          value={format}
          onChange={(value) => setFormat(value as CardFormat)}
        />
        <Checkbox bare label={G.bleed} checked={bleed} onChange={(event) => setBleed(event.currentTarget.checked)} />
        <RadioGroup
          legend={G.what}
          column
          options={[
            { value: 'stock', label: G.forGrids },
            { value: 'list', label: G.forList, hint: G.forListHint },
            { value: 'outdated', label: G.forOutdated }
          ]}
          value={what}
          onChange={(value) => setWhat(value as typeof what)}
        />
        {what === 'list' ? (
          <ListFile onLooked={setList} />
        ) : (
          <>
            <fieldset className="ui-field">
              <legend className="ui-choices__legend">{G.whichGrids}</legend>
              <div className="cards__grids">
                {printable.map(({ gridId, siteName, name }, at) => (
                  <Checkbox
                    key={gridId}
                    bare
                    label={`${siteName} ${name}`}
                    data-place={at === 0 ? 'cards.grid' : undefined}
                    checked={chosen.includes(gridId)}
                    onChange={(event) => toggle(gridId, event.currentTarget.checked)}
                  />
                ))}
              </div>
              {fault === 'grids' && <p className="ui-field__error">{G.noneChosen}</p>}
              <Button size="small" tone="quiet" onClick={() => setChosen(printable.map(({ gridId }) => gridId))}>
                {G.allGrids}
              </Button>
            </fieldset>
            {what === 'stock' && (
              <Field label={G.cardsEach} error={fault === 'each' ? G.pieces : undefined} required>
                <TextInput
                  inputMode="numeric"
                  data-place="cards.each"
                  value={each}
                  onChange={(event) => setEach(event.currentTarget.value)}
                />
              </Field>
            )}
          </>
        )}
        <div className="admin__keys">
          <Button
            tone="primary"
            kbd="Ctrl+Enter"
            kbdGroup={G.group}
            busy={starting.busy}
            disabled={printable.length === 0 || (what === 'list' && list === null)}
            onClick={() => void start()}
          >
            {G.start}
          </Button>
        </div>
      </section>
      <div className="cards__side">
        {batches.length > 0 && <Batches batches={batches} />}
        {grid && (
          <section className="cards__preview ui-panel" aria-label={G.preview}>
            <Field label={G.previewOf}>
              <Select
                options={printable.map(({ gridId, siteName, name }) => ({
                  value: gridId,
                  label: `${siteName} ${name}`
                }))}
                value={grid.gridId}
                onChange={(event) => setLookedAt(event.currentTarget.value)}
              />
            </Field>
            {/* A block of its own: in a grid the pages would have no width to begin with. */}
            <div>
              <PagesOf
                of={`${grid.gridId} ${format} ${bleed}`}
                load={() => ask('cards.preview', { gridId: grid.gridId, format, bleed })}
                label={FORMAT[format].label}
              />
            </div>
          </section>
        )}
      </div>
    </div>
  )
}
