import { type KeyboardEvent, useRef, useState } from 'react'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import type { DeskView } from '../../../../shared/projections/views.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Dialog, KeyCap } from '../../../ui/index.ts'
import { nextLine } from '../model/caseActs.ts'
import { blockOf, DIRECT_KEY, MENU, MENU_KEY, type MenuAct } from '../model/queueMenu.ts'
import { BLOCK, MENU_NAME, MENU_PART, Q } from './texts.ts'

/** Why an act leads nowhere, in a sentence. */
export const blockText = (refusal: Refusal): string => BLOCK[refusal.code] ?? refusalText(refusal)

export interface MoreMenuProps {
  readonly desk: DeskView
  readonly onAct: (act: MenuAct) => void
  readonly onClose: () => void
}

/**
 * Everything about numbers that is not one of the five keys: by its key, or by arrows and Enter. All of it is always
 * there; what leads nowhere is pale and says why.
 */
export function MoreMenu({ desk, onAct, onClose }: MoreMenuProps) {
  const body = useRef<HTMLDivElement>(null)
  const [why, setWhy] = useState('')
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(body.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])]
    const here = buttons.findIndex((button) => button.matches(':focus'))
    const next = nextLine(event.key, here, buttons.length)
    if (next === null) return
    event.preventDefault()
    buttons[next]?.focus()
  }
  const take = (act: MenuAct): void => {
    const block = blockOf(act, desk)
    if (block === null) onAct(act)
    else setWhy(`${MENU_NAME[act]}：${blockText(block)}`)
  }
  return (
    <Dialog title={Q.menu} onClose={onClose} size="wide">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrows between its buttons, which act themselves */}
      <div className="moreMenu" ref={body} onKeyDown={onKeyDown}>
        {MENU.map(({ part, acts }) => (
          <section key={part} aria-label={MENU_PART[part]}>
            <h3>{MENU_PART[part]}</h3>
            <ul className="actMenu">
              {acts.map((act, index) => (
                <li key={act}>
                  <Button
                    wide
                    kbd={MENU_KEY[act]}
                    kbdGroup={Q.menu}
                    className={blockOf(act, desk) === null ? '' : 'queueKeys__idle'}
                    {...(part === 'current' && index === 0 ? { 'data-autofocus': true } : {})}
                    onClick={() => take(act)}
                  >
                    <span className="moreMenu__name">{MENU_NAME[act]}</span>
                    {DIRECT_KEY[act] !== undefined && (
                      <span className="moreMenu__direct" aria-hidden="true">
                        <KeyCap keys={DIRECT_KEY[act]} />
                      </span>
                    )}
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="moreMenu__why" role="status">
        {why}
      </p>
    </Dialog>
  )
}
