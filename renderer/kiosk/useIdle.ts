import { useEffect, useRef, useState } from 'react'

const LOOK_EVERY_MS = 250

/**
 * Whole seconds until the kiosk takes the visitor for gone, `null` while it does not count. Any touch or key begins
 * anew (WCAG 2.2.1). `seconds` or `round` changing begins anew as well.
 */
export function useIdle(seconds: number, counting: boolean, round: unknown, onGone: () => void): number | null {
  const [left, setLeft] = useState<number | null>(null)
  const gone = useRef(onGone)
  gone.current = onGone
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round starts the clock anew
  useEffect(() => {
    if (!counting) {
      setLeft(null)
      return
    }
    let touchedAt = performance.now()
    const look = (): void => {
      const rest = Math.ceil(seconds - (performance.now() - touchedAt) / 1000)
      setLeft(Math.max(0, rest))
      if (rest <= 0) gone.current()
    }
    const touch = (): void => {
      touchedAt = performance.now()
      look()
    }
    look()
    const timer = setInterval(look, LOOK_EVERY_MS)
    window.addEventListener('pointerdown', touch)
    window.addEventListener('keydown', touch)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pointerdown', touch)
      window.removeEventListener('keydown', touch)
    }
  }, [seconds, counting, round])
  return left
}
