import { type RefObject, useEffect, useMemo, useRef } from 'react'

/** Where the next keystroke is expected: a value of `data-place` on the desk. */
export type Go = (...places: readonly string[]) => void

interface Going {
  readonly go: Go
}

/**
 * Sends the focus to a place by name, as soon as it exists: what has just been asked for may not be on the screen yet.
 * Of several names the first one present is taken. Where the clerk goes in the meantime wins.
 * Also holds the focus on the desk: when the focused element vanishes, the nearest named place gets it.
 */
export function useGo(root: RefObject<HTMLElement | null>): Going {
  const wanted = useRef<readonly string[] | null>(null)

  const settle = useMemo(
    () => (): void => {
      const element = wanted.current?.map((place) => find(root.current, place)).find((found) => found !== null)
      if (!element) return
      element.focus()
      // Under an open dialog nothing can be focused; the wish stays until the dialog has gone.
      if (document.activeElement !== element) return
      wanted.current = null
      if (element instanceof HTMLInputElement && element.type === 'text') element.select()
    },
    [root]
  )

  useEffect(() => {
    const desk = root.current
    if (!desk) return
    let home: string | null = null
    let doubt: ReturnType<typeof setTimeout> | undefined
    const goHome = (): void => {
      if (home !== null && wanted.current === null && isLost()) find(desk, home)?.focus()
    }
    const watch = new MutationObserver(() => {
      if (wanted.current) settle()
      else if (home !== null && isLost()) {
        // On its way from one element to the next the focus is nowhere for a moment, and a page that is drawn just then
        // (a field that is checked when it is left) must not catch it: the browser would give up the way.
        clearTimeout(doubt)
        doubt = setTimeout(goHome)
      }
    })
    watch.observe(desk, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['hidden', 'style', 'data-place']
    })
    const remember = (event: FocusEvent): void => {
      if (event.target instanceof HTMLElement)
        home = event.target.closest<HTMLElement>('[data-home]')?.dataset.home ?? home
    }
    // Whoever clicks, tabs or types in a field is somewhere on purpose; a letter that reaches no field is not.
    const forget = (event: Event): void => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea')
      if (!(event instanceof KeyboardEvent) || event.key === 'Tab' || (typing && event.key.length === 1))
        wanted.current = null
    }
    desk.addEventListener('focusin', remember)
    window.addEventListener('keydown', forget, true)
    window.addEventListener('pointerdown', forget, true)
    return () => {
      watch.disconnect()
      clearTimeout(doubt)
      desk.removeEventListener('focusin', remember)
      window.removeEventListener('keydown', forget, true)
      window.removeEventListener('pointerdown', forget, true)
    }
  }, [root, settle])

  return useMemo(
    () => ({
      go: (...places) => {
        wanted.current = places
        // What React is about to draw is there after its commit; what is there already gets the focus in the same frame.
        queueMicrotask(settle)
      }
    }),
    [settle]
  )
}

const isLost = (): boolean => document.activeElement === null || document.activeElement === document.body

/** While a dialog is open only what is in it can have the focus. */
function find(desk: HTMLElement | null, place: string): HTMLElement | null {
  const root = desk?.querySelector('dialog[open]') ?? desk
  const found = root?.querySelector<HTMLElement>(`[data-place="${CSS.escape(place)}"]`) ?? null
  return found?.checkVisibility() ? found : null
}
