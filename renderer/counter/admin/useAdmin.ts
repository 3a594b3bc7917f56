import { useLayoutEffect, useRef, useState } from 'react'
import type { Go } from '../desk/state/useGo.ts'

export interface Admin {
  readonly open: boolean
  /** It was open before: what was typed there is still there. */
  readonly used: boolean
  toggle(): void
}

/** Opens the page over the desk and gives the focus back to where it was when it closes. */
export function useAdmin(go: Go): Admin {
  const [open, setOpen] = useState(false)
  const [used, setUsed] = useState(false)
  const before = useRef<Element | null>(null)

  // Before it is painted: the next keystroke is already on its way.
  useLayoutEffect(() => {
    const element = before.current
    if (open || element === null) return
    before.current = null
    if (element instanceof HTMLElement && element.isConnected && element.checkVisibility()) element.focus()
    if (document.activeElement !== element) go('itemId', 'next', 'queue.call')
  }, [open, go])

  return {
    open,
    used,
    toggle() {
      if (!open) before.current = document.activeElement ?? document.body
      setUsed(true)
      setOpen(!open)
    }
  }
}
