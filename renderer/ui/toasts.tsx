import { useEffect, useRef, useSyncExternalStore } from 'react'
import { Button } from './Button.tsx'
import { Notice, type NoticeTone } from './Notice.tsx'

/** Short answers to what was just done. Red ones stay until they are dismissed. */

export interface Toast {
  readonly id: number
  readonly tone: NoticeTone
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void } | undefined
}

/** Ten seconds: long enough to take something back (撤销) with the eyes on the visitor. */
const SHOWN_MS = 10_000
/** More than three cover the desk; the oldest goes. */
const SHOWN_AT_ONCE = 3

let toasts: readonly Toast[] = []
let lastId = 0
const listeners = new Set<() => void>()

const set = (next: readonly Toast[]): void => {
  toasts = next
  for (const listener of listeners) listener()
}

/** Another person has come to this screen: what was said to the one before is not theirs. */
export const dismissAllToasts = (): void => set([])

export const dismissToast = (id: number): void => set(toasts.filter((toast) => toast.id !== id))

/** The sentence without its figures: a countdown said three times is one thing said once. */
const gist = ({ tone, text }: Pick<Toast, 'tone' | 'text'>): string => `${tone} ${text.replace(/\d+/g, '')}`

/** Shows a toast and returns its id. The same sentence again, whatever its figures, replaces the older one. */
export function toast(text: string, tone: NoticeTone = 'success', action?: Toast['action']): number {
  lastId += 1
  // One that offers to take something back is about that one thing: only its own text replaces it.
  const same = (other: Toast): boolean => other.text === text || (!other.action && gist(other) === gist({ tone, text }))
  const others = toasts.filter((other) => !same(other))
  set([...others, { id: lastId, tone, text, action }].slice(-SHOWN_AT_ONCE))
  return lastId
}

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function ToastShown({ toast: shown }: { readonly toast: Toast }) {
  const element = useRef<HTMLDivElement | null>(null)
  useEffect(() => {
    if (shown.tone === 'danger') return
    const timer = setInterval(() => {
      // Looking at it or reaching for its button keeps it there for another while.
      if (element.current?.matches(':hover, :focus-within') !== true) dismissToast(shown.id)
    }, SHOWN_MS)
    return () => clearInterval(timer)
  }, [shown])
  const { action } = shown
  return (
    <div ref={element}>
      <Notice
        tone={shown.tone}
        onDismiss={() => dismissToast(shown.id)}
        actions={
          action && (
            <Button
              size="small"
              onClick={() => {
                dismissToast(shown.id)
                action.run()
              }}
            >
              {action.label}
            </Button>
          )
        }
      >
        {shown.text}
      </Notice>
    </div>
  )
}

/** Where toasts appear; once a window. */
export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts)
  return (
    <section className="ui-toasts" aria-label="提示" aria-live="polite">
      {shown.map((one) => (
        <ToastShown key={one.id} toast={one} />
      ))}
    </section>
  )
}
