import type { KeyboardEvent } from 'react'
import { isComposing } from './keys.ts'

/** Keeping the keyboard where the hands expect it. */

const FIELDS = 'input:not([type=hidden], [type=checkbox], [type=radio]), select, textarea'
const usable = (element: HTMLElement): boolean => !element.matches(':disabled') && element.checkVisibility()

/** Where focus goes when the element that should have it is gone: the one marked `data-focus-home`, else `main`. */
export function focusHome(): void {
  const home = document.querySelector<HTMLElement>('[data-focus-home]') ?? document.querySelector<HTMLElement>('main')
  home?.focus()
}

/** Focuses the first field of `root` that is marked invalid; returns whether there was one. */
export function focusFirstInvalid(root: ParentNode | null): boolean {
  const field = root?.querySelector<HTMLElement>('[aria-invalid="true"]')
  field?.focus()
  return field !== null && field !== undefined
}

/**
 * `onKeyDown` of a form: Enter goes to the next field, Shift+Enter back, Enter on the last one and Ctrl+Enter submit.
 * Ticks and radio buttons are passed over; text areas and buttons keep their Enter, and an input method keeps its own.
 */
export function enterMoves(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== 'Enter' || event.defaultPrevented || isComposing(event.nativeEvent)) return
  const form = event.currentTarget
  if (event.ctrlKey) {
    event.preventDefault()
    form.requestSubmit()
    return
  }
  const { target } = event
  if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
  if (target instanceof HTMLInputElement && ['button', 'submit'].includes(target.type)) return
  event.preventDefault()
  const fields = [...form.querySelectorAll<HTMLElement>(FIELDS)].filter(usable)
  const next = event.shiftKey
    ? fields.filter((field) => isBefore(field, target)).at(-1)
    : fields.find((field) => isBefore(target, field))
  if (next) {
    next.focus()
    if (next instanceof HTMLInputElement) next.select()
  } else if (!event.shiftKey) form.requestSubmit()
}

const isBefore = (first: Node, second: Node): boolean =>
  (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
