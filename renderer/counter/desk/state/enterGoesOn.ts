import type { KeyboardEvent } from 'react'
import { isComposing } from '../../../ui/index.ts'

const FIELDS = 'input, select'

/**
 * Enter goes on to the next field of the block, Shift+Enter back; after the last one `onEnd`. Fields marked
 * `data-skip-enter` are passed over: they hold what nearly always stays as it is, and Tab still reaches them. An input
 * method's Enter, Ctrl+Enter and buttons are left alone.
 */
export function enterGoesOn(event: KeyboardEvent<HTMLElement>, onEnd: () => void): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey) return
  if (event.defaultPrevented || isComposing(event.nativeEvent)) return
  const { target, currentTarget } = event
  if (!(target instanceof HTMLElement && target.matches(FIELDS))) return
  event.preventDefault()
  const fields = [...currentTarget.querySelectorAll<HTMLElement>(FIELDS)].filter(
    (field) => field === target || (!field.matches(':disabled, [data-skip-enter]') && field.checkVisibility())
  )
  const next = fields[fields.indexOf(target) + (event.shiftKey ? -1 : 1)]
  if (next) {
    next.focus()
    if (next instanceof HTMLInputElement) next.select()
  } else if (!event.shiftKey) onEnd()
}
