import { type KeyboardEvent, useEffect, useId, useState } from 'react'
import type { ValueOf } from '../../../../shared/contract/contract.ts'
import type { CaseShown } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { isComposing, KeyCap, TextInput, useShortcuts } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { listKey } from '../model/listKeys.ts'
import { useSearch } from '../state/useSearch.ts'
import { T } from '../texts.ts'
import { CaseRow } from './CaseRow.tsx'

const LIMIT = 30

/**
 * F3: cases by name, initials, document or case number, while typing. Arrows and Enter open one, Esc empties the box and
 * then gives the focus back to the work.
 */
export function CaseSearch({ onLeave }: { readonly onLeave: () => void }) {
  const { desk, go, openCase } = useDesk()
  const id = useId()
  const [active, setActive] = useState(0)
  const search = useSearch((text) => ask('casework.search', { text, limit: LIMIT }))
  useShortcuts(T.side, [{ keys: 'F3', label: T.search, run: () => go('search') }])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new desk may mean another state of what is listed
  useEffect(() => search.again(), [desk])
  const found = search.reply?.ok ? search.reply.value : null
  const shown = found?.cases ?? []

  const onText = (text: string, composing: boolean): void => {
    setActive(0)
    search.onText(text, composing)
  }

  const open = (one: CaseShown | undefined): void => {
    if (one) openCase(one.caseId)
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return
    const next = listKey(event.key, active, shown.length)
    if (event.key === 'Escape' && search.text === '') onLeave()
    else if (event.key === 'Escape') search.clear()
    else if (event.key === 'Enter') search.onAnswer(({ cases }) => open(cases[active]))
    else if (next !== null) setActive(next)
    else return
    event.preventDefault()
  }

  return (
    <search className="search">
      <div className="search__box">
        <TextInput
          role="combobox"
          aria-label={T.search}
          aria-expanded={shown.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown.length > 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          aria-keyshortcuts="F3"
          data-place="search"
          placeholder={T.searchHint}
          value={search.text}
          onChange={(event) => onText(event.currentTarget.value, (event.nativeEvent as InputEvent).isComposing)}
          onCompositionEnd={(event) => onText(event.currentTarget.value, false)}
          onKeyDown={onKeyDown}
        />
        <KeyCap keys="F3" />
      </div>
      {search.reply && (
        <p className="search__said" role="status">
          {search.reply.ok ? foundText(search.reply.value) : refusalText(search.reply.refusal)}
        </p>
      )}
      <div className="search__list" role="listbox" id={`${id}-list`} aria-label={T.search} hidden={shown.length === 0}>
        {shown.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys act in the field that owns the list
          <div
            key={one.caseId}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            ref={index === active ? (row) => row?.scrollIntoView({ block: 'nearest' }) : undefined}
            className="search__row"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => openCase(one.caseId)}
          >
            <CaseRow shown={one} />
          </div>
        ))}
      </div>
    </search>
  )
}

const foundText = ({ cases, complete }: ValueOf<'casework.search'>): string =>
  `${cases.length === 0 ? T.searchNone : T.results(cases.length)}${complete ? '' : `　${T.searchPartial}`}`
