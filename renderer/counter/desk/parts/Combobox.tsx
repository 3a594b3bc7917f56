import { type FocusEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { classes, isComposing, TextInput } from '../../../ui/index.ts'
import { listKey } from '../model/listKeys.ts'

export interface ComboboxProps<Option> {
  readonly label: string
  /** Name of this place for the focus. */
  readonly place: string
  readonly text: string
  /** Called on every change, also while an input method composes; what to do about that is `composing`. */
  readonly onText: (text: string, composing: boolean) => void
  readonly options: readonly Option[]
  /** The options belong to an older text: Enter takes none of them before one was gone down to. */
  readonly stale?: boolean
  readonly keyOf: (option: Option) => string
  readonly show: (option: Option, index: number) => ReactNode
  readonly onChoose: (option: Option) => void
  /** Enter with nothing chosen from the list. */
  readonly onEnter?: () => void
  /** Esc with the list closed. Left out: Esc goes on to whoever is behind. */
  readonly onEscape?: () => void
  readonly onLeave?: () => void
  /** The first option is taken by Enter without going down to it. */
  readonly firstIsActive?: boolean
  readonly placeholder?: string
  readonly describedBy?: string
  readonly invalid?: boolean
  /** Alt+1, Alt+2 … take an option straight away. */
  readonly quickKeys?: boolean
  /** Sentence in the list instead of options. */
  readonly empty?: string | null
  readonly look?: 'normal' | 'large' | 'cell'
  readonly className?: string
}

/**
 * A text field with a list below it (ARIA combobox with a listbox). The focus stays in the field; arrows move in the
 * list, Enter takes, Esc closes the list and nothing else. Keys of an input method are left alone.
 */
export function Combobox<Option>(props: ComboboxProps<Option>) {
  const { label, place, text, options, keyOf, show, onChoose, firstIsActive = false, empty = null } = props
  const id = useId()
  const [open, setOpen] = useState(false)
  const [moved, setMoved] = useState<number | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const active = moved !== null && moved < options.length ? moved : firstIsActive && options.length > 0 ? 0 : -1
  const shown = open && (options.length > 0 || empty !== null)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  })
  useEffect(() => {
    if (shown) list.current?.scrollIntoView({ block: 'nearest' })
  }, [shown])

  const choose = (option: Option): void => {
    setOpen(false)
    setMoved(null)
    onChoose(option)
  }

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey) return
    const quick = props.quickKeys && event.altKey ? /^Digit([1-9])$/.exec(event.code)?.[1] : undefined
    if (quick !== undefined) {
      event.preventDefault()
      const option = options[Number(quick) - 1]
      if (option !== undefined) choose(option)
      return
    }
    if (event.altKey) return
    if (event.key === 'Enter') {
      event.preventDefault()
      const option = shown && (moved !== null || !props.stale) ? options[active] : undefined
      if (option !== undefined) choose(option)
      else props.onEnter?.()
      return
    }
    if (event.key === 'Escape') {
      if (shown) {
        event.preventDefault()
        setOpen(false)
      } else if (props.onEscape) {
        event.preventDefault()
        props.onEscape()
      }
      return
    }
    if (event.key === 'ArrowDown' && !shown) {
      event.preventDefault()
      setOpen(true)
      return
    }
    const next = shown ? listKey(event.key, active, options.length) : null
    if (next === null) return
    event.preventDefault()
    setMoved(next)
  }

  const onBlur = (event: FocusEvent<HTMLInputElement>): void => {
    if (list.current?.contains(event.relatedTarget)) return
    setOpen(false)
    setMoved(null)
    props.onLeave?.()
  }

  return (
    <div className={classes('combo', props.className)}>
      <TextInput
        look={props.look}
        role="combobox"
        aria-label={label}
        aria-expanded={shown}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={shown && active >= 0 ? `${id}-${active}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        data-place={place}
        placeholder={props.placeholder}
        value={text}
        onChange={(event) => {
          setOpen(true)
          setMoved(null)
          props.onText(event.currentTarget.value, (event.nativeEvent as InputEvent).isComposing)
        }}
        onCompositionEnd={(event) => props.onText(event.currentTarget.value, false)}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={onBlur}
        onKeyDown={onKeyDown}
      />
      <div className="combo__pop" hidden={!shown} ref={list}>
        <div className="combo__list" role="listbox" id={`${id}-list`} aria-label={label}>
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys act in the field that owns the list
            <div
              key={keyOf(option)}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="combo__option"
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
            >
              {show(option, index)}
            </div>
          ))}
        </div>
        {options.length === 0 && empty !== null && (
          <p className="combo__empty" role="status">
            {empty}
          </p>
        )}
      </div>
    </div>
  )
}
