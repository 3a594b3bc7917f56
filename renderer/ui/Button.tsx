import { type ButtonHTMLAttributes, type MouseEvent, type ReactNode, type Ref, useRef } from 'react'
import { classes } from './classes.ts'
import { KeyCap } from './KeyCap.tsx'
import { ariaKeys } from './keyNames.ts'
import { useShortcuts } from './keys.ts'

export interface ButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'type' | 'disabled'> {
  readonly tone?: 'primary' | 'plain' | 'danger' | 'quiet'
  readonly size?: 'small' | 'normal' | 'large'
  readonly wide?: boolean
  readonly submit?: boolean
  /** Out of use: stays reachable and keeps its focus, but does nothing. */
  readonly disabled?: boolean
  /** An answer is awaited: a second press does nothing. */
  readonly busy?: boolean
  /** Shortcut that presses this button; shown on it, registered by it. */
  readonly kbd?: string
  /** Heading on the sheet of F1. */
  readonly kbdGroup?: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
}

/** A native button with its key on it. The key acts whenever the button could be clicked in the top layer. */
export function Button(props: ButtonProps) {
  const { tone = 'plain', size = 'normal', wide, submit, disabled, busy, kbd, kbdGroup, children, ref, ...rest } = props
  const { className, onClick, ...attributes } = rest
  const own = useRef<HTMLButtonElement | null>(null)
  const off = disabled === true || busy === true
  const label = (): string =>
    attributes['aria-label'] ?? own.current?.querySelector('.ui-button__text')?.textContent ?? ''
  useShortcuts(
    kbdGroup ?? '本页操作',
    kbd === undefined
      ? []
      : [
          {
            keys: kbd,
            get label() {
              return label()
            },
            run: () => own.current?.click(),
            enabled: disabled !== true
          }
        ]
  )
  const click = (event: MouseEvent<HTMLButtonElement>): void => {
    if (off) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      {...attributes}
      ref={(element) => {
        own.current = element
        if (typeof ref === 'function') ref(element)
        else if (ref) ref.current = element
      }}
      type={submit === true ? 'submit' : 'button'}
      className={classes(
        'ui-button',
        tone !== 'plain' && `ui-button--${tone}`,
        size !== 'normal' && `ui-button--${size}`,
        wide === true && 'ui-button--wide',
        className
      )}
      aria-disabled={off || undefined}
      aria-busy={busy === true || undefined}
      aria-keyshortcuts={kbd === undefined ? undefined : ariaKeys(kbd)}
      onClick={click}
    >
      <span className="ui-button__text">{children}</span>
      {kbd !== undefined && <KeyCap keys={kbd} />}
    </button>
  )
}
