import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import { classes } from './classes.ts'
import { focusHome } from './focus.ts'
import { KeyLayer, pushLayer } from './keys.ts'

export interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons at the foot, the main one last. */
  readonly foot?: ReactNode
  readonly size?: 'normal' | 'wide' | 'full'
}

/**
 * A native modal dialog, open for as long as it is rendered. Focus stays inside and returns to where it was; Esc closes
 * the top one only; shortcuts below it rest. What is marked `data-autofocus` is focused first, else the first field,
 * else the main button.
 */
export function Dialog({ title, onClose, children, foot, size = 'normal' }: DialogProps) {
  const id = useId()
  const element = useRef<HTMLDialogElement | null>(null)
  useLayoutEffect(() => {
    const dialog = element.current
    const before = document.activeElement
    const popLayer = pushLayer(id)
    if (dialog && !dialog.open) {
      dialog.showModal()
      focusFirst(dialog)
    }
    return () => {
      dialog?.close()
      popLayer()
      if (before instanceof HTMLElement && before.isConnected && before !== document.body) before.focus()
      else focusHome()
    }
  }, [id])
  return (
    <KeyLayer value={id}>
      <dialog
        ref={element}
        className={classes('ui-dialog', size !== 'normal' && `ui-dialog--${size}`)}
        aria-labelledby={`${id}-title`}
        onCancel={(event) => {
          event.preventDefault()
          onClose()
        }}
      >
        <header className="ui-dialog__head">
          <h2 className="ui-dialog__title" id={`${id}-title`}>
            {title}
          </h2>
          <Button tone="quiet" size="small" kbd="Escape" onClick={onClose}>
            关闭
          </Button>
        </header>
        <div className="ui-dialog__body">{children}</div>
        {foot !== undefined && <footer className="ui-dialog__foot">{foot}</footer>}
      </dialog>
    </KeyLayer>
  )
}

/** The browser itself would take the first control, which is the one that closes. */
function focusFirst(dialog: HTMLDialogElement): void {
  const marked = dialog.querySelector<HTMLElement>('[data-autofocus]')
  const field = dialog.querySelector<HTMLElement>('.ui-dialog__body :is(input, select, textarea):not(:disabled)')
  const main = [...dialog.querySelectorAll<HTMLElement>('.ui-dialog__foot button')].at(-1)
  ;(marked ?? field ?? main)?.focus()
}
