import { type KeyboardEvent, useRef } from 'react'
import type { CaseAction } from '../../../../shared/projections/views.ts'
import { Button, Dialog } from '../../../ui/index.ts'
import { ACT_NAME, menuLines, nextLine } from '../model/caseActs.ts'
import { C } from './texts.ts'

export interface ActMenuProps {
  readonly actions: readonly CaseAction[]
  readonly onAct: (action: CaseAction) => void
  readonly onClose: () => void
}

const ENDS: readonly CaseAction[] = ['decline', 'return', 'withdraw']

/** Everything that may be done now: by its digit, or by arrows and Enter. */
export function ActMenu({ actions, onAct, onClose }: ActMenuProps) {
  const list = useRef<HTMLUListElement>(null)
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
    const here = buttons.findIndex((button) => button.matches(':focus'))
    const next = nextLine(event.key, here, buttons.length)
    if (next === null) return
    event.preventDefault()
    buttons[next]?.focus()
  }
  return (
    <Dialog title={C.moreActsTitle} onClose={onClose}>
      <ul className="actMenu" ref={list} onKeyDown={onKeyDown}>
        {menuLines(actions).map(({ action, key }, index) => (
          <li key={action}>
            <Button
              wide
              tone={ENDS.includes(action) ? 'danger' : 'plain'}
              kbd={key}
              {...(index === 0 ? { 'data-autofocus': true } : {})}
              onClick={() => onAct(action)}
            >
              {ACT_NAME[action]}
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
