import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { Button, isComposing, KeyCap, useShortcuts } from '../../../ui/index.ts'
import { listKey } from '../model/listKeys.ts'
import type { OtherAct } from '../model/otherActs.ts'
import { T } from '../texts.ts'
import { I, OTHER } from './texts.ts'

/** Acts with a key of their own besides the digit in the menu. */
const DIRECT: Partial<Record<OtherAct, string>> = { tell: 'Ctrl+I' }

export interface OtherMenuProps {
  readonly acts: readonly OtherAct[]
  readonly busy: boolean
  readonly onAct: (act: OtherAct) => void
}

/**
 * 其他处理: what may be done instead of the main thing. Arrows and digits inside, Escape closes and gives the focus back.
 */
export function OtherMenu({ acts, busy, onAct }: OtherMenuProps) {
  const id = useId()
  const [open, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const list = useRef<HTMLDivElement>(null)

  const focusAt = (at: number): void => list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]')[at]?.focus()
  useEffect(() => {
    if (open) list.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus()
  }, [open])

  const close = (): void => {
    opener.current?.focus()
    setOpen(false)
  }
  const take = (act: OtherAct | undefined): void => {
    if (act === undefined) return
    close()
    onAct(act)
  }

  useShortcuts(
    T.work,
    acts.flatMap((act) => {
      const keys = DIRECT[act]
      return keys === undefined ? [] : [{ keys, label: OTHER[act].label, run: () => take(act) }]
    })
  )

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])]
    const to = listKey(event.key, items.indexOf(document.activeElement as HTMLElement), items.length)
    if (to !== null) focusAt(to)
    else if (event.key === 'Home') focusAt(0)
    else if (event.key === 'End') focusAt(items.length - 1)
    else if (event.key === 'Escape') close()
    else if (/^[1-9]$/.test(event.key)) take(acts[Number(event.key) - 1])
    else return
    event.preventDefault()
  }
  const onBlur = (event: FocusEvent<HTMLDivElement>): void => {
    const to = event.relatedTarget
    if (!event.currentTarget.contains(to) && to !== opener.current) setOpen(false)
  }

  return (
    <div className="others">
      <Button
        ref={opener}
        size="large"
        kbd="Ctrl+J"
        kbdGroup={T.work}
        disabled={acts.length === 0 || busy}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? `${id}-menu` : undefined}
        data-place="others"
        onClick={() => (open ? close() : setOpen(true))}
      >
        {I.others}
      </Button>
      {open && (
        <div
          className="others__menu"
          role="menu"
          id={`${id}-menu`}
          aria-label={I.othersMenu}
          ref={list}
          onKeyDown={onKeyDown}
          onBlur={onBlur}
        >
          {acts.map((act, at) => (
            <button
              key={act}
              type="button"
              role="menuitem"
              tabIndex={-1}
              className="others__item"
              onClick={() => take(act)}
            >
              <KeyCap keys={String(at + 1)} />
              <span className="others__what">
                <strong>{OTHER[act].label}</strong>
                <span>{OTHER[act].hint}</span>
              </span>
              {DIRECT[act] !== undefined && <KeyCap keys={DIRECT[act]} />}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
