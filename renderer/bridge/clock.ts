import { useEffect, useState } from 'react'

/** The clock of this PC, for showing the time and for noticing silence. Nothing that is recorded takes its time from here. */

/** Milliseconds since 1970, renewed at each full second. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = (): void => {
      setNow(Date.now())
      timer = setTimeout(tick, 1000 - (Date.now() % 1000))
    }
    timer = setTimeout(tick, 1000 - (Date.now() % 1000))
    return () => clearTimeout(timer)
  }, [])
  return now
}
