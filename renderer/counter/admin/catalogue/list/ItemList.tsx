import { useEffect, useMemo, useState } from 'react'
import type { ItemListed } from '../../../../../shared/projections/catalogueViews.ts'
import { Button, Field, RadioGroup, TextInput, useShortcuts } from '../../../../ui/index.ts'
import type { Go } from '../../../desk/state/useGo.ts'
import { ExportButtons } from '../exchange/ExportButtons.tsx'
import { FILTERS, type Filter, indexOf, shownOf } from '../model/listed.ts'
import { K } from '../texts.ts'
import { ApproveMany } from './ApproveMany.tsx'
import { ItemTable } from './ItemTable.tsx'

export interface Finding {
  readonly query: string
  readonly filter: Filter
  /** Drafts that are ticked, by item. */
  readonly ticked: ReadonlySet<string>
}

export interface ItemListProps {
  readonly items: readonly ItemListed[]
  readonly today: string
  /** What was searched and ticked; it is there again after one item. */
  readonly finding: Finding
  /** Where the hands begin. */
  readonly hands: readonly string[]
  readonly go: Go
  readonly onFind: (finding: Finding) => void
  readonly onOpen: (itemId: string) => void
  readonly onNew: () => void
  readonly onImport: () => void
  readonly onChanged: () => Promise<void>
}

/** Every item there is or was, found by number, name or pinyin; drafts can be approved together. */
export function ItemList(props: ItemListProps) {
  const { items, today, finding, hands, go, onFind, onOpen, onNew, onImport, onChanged } = props
  const { query, filter, ticked } = finding
  const setTicked = (next: ReadonlySet<string>): void => onFind({ ...finding, ticked: next })
  const [approving, setApproving] = useState(false)
  useEffect(() => go(...hands), [go, hands])
  const index = useMemo(() => indexOf(items), [items])
  const shown = useMemo(() => shownOf(index, query, filter), [index, query, filter])
  // A draft that is gone, or out of sight, is not approved.
  const chosen = shown.filter(({ itemId, draft }) => draft !== null && ticked.has(itemId))
  const drafts = shown.filter(({ draft }) => draft !== null)
  const all = drafts.length > 0 && chosen.length === drafts.length

  const toggle = (itemId: string): void => {
    const next = new Set(ticked)
    if (!next.delete(itemId)) next.add(itemId)
    setTicked(next)
  }
  useShortcuts(K.title, [{ keys: 'Ctrl+F', label: K.search, run: () => go('catalogue.search') }])

  return (
    <section className="catalogue__list ui-panel" aria-label={K.title}>
      <header className="catalogue__head">
        <h3>{K.title}</h3>
        <span className="admin__quiet" role="status">
          {K.shown(shown.length, items.length)}
        </span>
        <span className="admin__gap" />
        <Button tone="primary" kbd="Ctrl+N" kbdGroup={K.title} onClick={onNew}>
          {K.newItem}
        </Button>
        <Button kbd="Alt+I" kbdGroup={K.title} onClick={onImport}>
          {K.import}
        </Button>
        <ExportButtons />
      </header>
      <div className="catalogue__finding">
        <Field label={K.search} hint={K.searchHint}>
          <TextInput
            type="search"
            data-place="catalogue.search"
            value={query}
            onChange={(event) => onFind({ ...finding, query: event.currentTarget.value })}
            onKeyDown={(event) => {
              const [first] = shown
              if (event.nativeEvent.isComposing || first === undefined) return
              if (event.key === 'Enter') onOpen(first.itemId)
              if (event.key === 'ArrowDown') {
                event.preventDefault()
                go(`catalogue.${first.itemId}`)
              }
            }}
          />
        </Field>
        <RadioGroup
          legend={K.show}
          name="catalogue-filter"
          options={FILTERS.map((value) => ({ value, label: K.filters[value] }))}
          value={filter}
          onChange={(value) => onFind({ ...finding, filter: FILTERS.find((one) => one === value) ?? 'all' })}
        />
        <div className="catalogue__many">
          <Button
            size="small"
            disabled={drafts.length === 0}
            onClick={() => setTicked(all ? new Set() : new Set(drafts.map(({ itemId }) => itemId)))}
          >
            {all ? K.chooseNone : K.chooseAll}
          </Button>
          <Button
            size="small"
            kbd="Alt+A"
            kbdGroup={K.title}
            disabled={chosen.length === 0}
            onClick={() => setApproving(true)}
          >
            {K.approveChosen(chosen.length)}
          </Button>
        </div>
      </div>
      {shown.length === 0 && <p>{K.nothing}</p>}
      {shown.length > 0 && <ItemTable items={shown} chosen={ticked} onChoose={toggle} onOpen={onOpen} />}
      {approving && (
        <ApproveMany
          items={chosen}
          today={today}
          onClose={() => setApproving(false)}
          onDone={async () => {
            setTicked(new Set())
            await onChanged()
          }}
        />
      )}
    </section>
  )
}
