import { type KeyboardEvent, type ReactNode, useRef } from 'react'
import { Button } from '../../../../ui/index.ts'
import { nextLine } from '../../model/caseActs.ts'

export interface ChoiceListProps<Line> {
  readonly lines: readonly Line[]
  readonly keyOf: (line: Line) => string
  /** Key that takes the line; empty: none is left. */
  readonly kbdOf: (line: Line, index: number) => string
  readonly show: (line: Line) => ReactNode
  readonly busy: boolean
  readonly onChoose: (line: Line) => void
}

/** One of a few, taken at once: by its key, or by arrows and Enter. */
export function ChoiceList<Line>({ lines, keyOf, kbdOf, show, busy, onChoose }: ChoiceListProps<Line>) {
  const list = useRef<HTMLUListElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
    const next = nextLine(
      event.key,
      buttons.findIndex((button) => button.matches(':focus')),
      buttons.length
    )
    if (next === null) return
    event.preventDefault()
    buttons[next]?.focus()
  }
  return (
    <ul className="actMenu" ref={list} onKeyDown={onKeyDown}>
      {lines.map((line, index) => {
        const kbd = kbdOf(line, index)
        return (
          <li key={keyOf(line)}>
            <Button
              wide
              busy={busy}
              {...(kbd === '' ? {} : { kbd })}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              onClick={() => onChoose(line)}
            >
              {show(line)}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
