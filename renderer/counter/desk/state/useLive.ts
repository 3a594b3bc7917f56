import { useCallback, useRef, useState } from 'react'

type Change<T> = (next: (before: T) => T) => void

/**
 * State that can also be read between two pictures: `now` gives what was set last, drawn or not. For what is told to
 * others from timers and answers, which would else see a desk that is half cleared.
 */
export function useLive<T>(initial: T): readonly [value: T, change: Change<T>, now: () => T] {
  const [value, setValue] = useState(initial)
  const newest = useRef(initial)
  const change = useCallback<Change<T>>((next) => {
    newest.current = next(newest.current)
    setValue(newest.current)
  }, [])
  const now = useCallback(() => newest.current, [])
  return [value, change, now]
}
