import { type KeyboardEvent, useId, useState } from 'react'
import type { CaseShown } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { isComposing, KeyCap, TextInput, useShortcuts } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { listKey } from '../model/listKeys.ts'
import { answered } from '../state/answered.ts'
import { useLatest } from '../state/useLatest.ts'
import { T } from '../texts.ts'
import { CaseRow } from './CaseRow.tsx'

interface Found {
  readonly cases: readonly CaseShown[]
  readonly complete: boolean
  readonly sentence: string | null
}

const LIMIT = 30

/**
 * F3: cases by name, initials, document or case number, while typing. Arrows and Enter open one, Esc empties the box and
 * then gives the focus back to the work.
 */
export function CaseSearch({ onLeave }: { readonly onLeave: () => void }) {
  const { go, openCase } = useDesk()
  const id = useId()
  const line = useLatest()
  const [text, setText] = useState('')
  const [found, setFound] = useState<Found | null>(null)
  const [active, setActive] = useState(0)
  useShortcuts(T.side, [{ keys: 'F3', label: T.search, run: () => go('search') }])

  const search = async (wanted: string): Promise<void> => {
    if (wanted.trim() === '') {
      line.cancel()
      setFound(null)
      return
    }
    const reply = await line.ask(() => answered(ask('casework.search', { text: wanted, limit: LIMIT })))
    if (reply === null) return
    setActive(0)
    if (reply.ok) setFound({ ...reply.value, sentence: null })
    else setFound({ cases: [], complete: true, sentence: refusalText(reply.refusal) })
  }

  const onText = (next: string, composing: boolean): void => {
    setText(next)
    if (!composing) void search(next)
  }

  const clear = (): void => {
    if (text === '') onLeave()
    else {
      setText('')
      void search('')
    }
  }

  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return
    const cases = found?.cases ?? []
    const next = listKey(event.key, active, cases.length)
    if (event.key === 'Escape') clear()
    else if (event.key === 'Enter') {
      const chosen = cases[active]
      if (chosen) openCase(chosen.caseId)
    } else if (next !== null) setActive(next)
    else return
    event.preventDefault()
  }

  const shown = found?.cases ?? []
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
          value={text}
          onChange={(event) => onText(event.currentTarget.value, (event.nativeEvent as InputEvent).isComposing)}
          onCompositionEnd={(event) => onText(event.currentTarget.value, false)}
          onKeyDown={onKeyDown}
        />
        <KeyCap keys="F3" />
      </div>
      {found && (
        <p className="search__said" role="status">
          {found.sentence ?? (shown.length === 0 ? T.searchNone : T.results(shown.length))}
          {!found.complete && ` ${T.searchPartial}`}
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
