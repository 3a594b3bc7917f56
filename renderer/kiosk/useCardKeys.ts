import { useEffect, useRef } from 'react'
import { noKeys, typed } from './cardKeys.ts'

/** Calls back with what a reader typed that plays a keyboard. Its Enter presses nothing. */
export function useCardKeys(onCard: (text: string) => void): void {
  const latest = useRef(onCard)
  latest.current = onCard
  useEffect(() => {
    let keys = noKeys
    const hear = (event: KeyboardEvent): void => {
      const heard = typed(keys, event.key, event.timeStamp)
      keys = heard.keys
      if (heard.card === null) return
      event.preventDefault()
      event.stopPropagation()
      latest.current(heard.card)
    }
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [])
}
