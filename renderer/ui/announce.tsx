import { useSyncExternalStore } from 'react'

/** Sentences for screen readers where what changed is seen but not focused. */

interface Said {
  readonly polite: string
  readonly assertive: string
}

let said: Said = { polite: '', assertive: '' }
const listeners = new Set<() => void>()

/** A sentence that is said twice must differ for the reader to notice: an invisible space is appended in turns. */
const renew = (before: string, text: string): string => (before === text ? `${text}\u200b` : text)

/** Has a screen reader say `text`: when it pauses, or at once when `urgent`. */
export function announce(text: string, urgent = false): void {
  said = urgent ? { ...said, assertive: renew(said.assertive, text) } : { ...said, polite: renew(said.polite, text) }
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The live regions; once a window. */
export function Announcer() {
  const current = useSyncExternalStore(subscribe, () => said)
  return (
    <div className="ui-hidden">
      <p role="status" aria-live="polite">
        {current.polite}
      </p>
      <p role="alert" aria-live="assertive">
        {current.assertive}
      </p>
    </div>
  )
}
