import { useEffect, useRef } from 'react'
import { send } from '../bridge/linchuang.ts'

/** Asked for by itself when so little is left and somebody has touched the screen since the last time. Seconds. */
const NEARLY_OVER = 25

/** More time for whoever is still at it (WCAG 2.2.1): by the button that calls this, and by itself while somebody types. */
export function useStay(ratingId: string, left: number | null): () => Promise<void> {
  const busy = useRef(false)
  const touched = useRef(false)
  const more = async (): Promise<void> => {
    if (busy.current) return
    busy.current = true
    touched.current = false
    // Refused only when it is over, and then the screen shows that by itself.
    await send('rating.stay', { ratingId }).catch(() => null)
    busy.current = false
  }
  const latest = useRef(more)
  latest.current = more
  useEffect(() => {
    const touch = (): void => {
      touched.current = true
    }
    window.addEventListener('pointerdown', touch)
    window.addEventListener('keydown', touch)
    return () => {
      window.removeEventListener('pointerdown', touch)
      window.removeEventListener('keydown', touch)
    }
  }, [])
  useEffect(() => {
    if (left !== null && left > 0 && left <= NEARLY_OVER && touched.current) void latest.current()
  }, [left])
  return more
}
