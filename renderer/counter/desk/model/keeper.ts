import type { Refusal, Reply } from '../../../../shared/kernel/result.ts'

/** So long after the last key; short enough that a power cut takes half a word at most. */
export const QUIET_MS = 400
/** Somebody who never pauses is kept all the same. */
export const LONGEST_MS = 2000
/** The disk may have room again without another key being pressed. */
export const AGAIN_MS = 5000

export type KeeperState =
  /** Nothing typed. */
  | { readonly kind: 'blank' }
  /** Something is newer than what is on the disk. */
  | { readonly kind: 'changed' }
  /** `left`: forms that were too many. */
  | { readonly kind: 'kept'; readonly left: number }
  | { readonly kind: 'refused'; readonly refusal: Refusal }

export interface Keeper {
  state(): KeeperState
  subscribe(listener: () => void): () => void
  /** Something was typed: it is kept when the hands rest. */
  changed(): void
  /** Keeps what stands there now. Resolves when it is on the disk, with `null`, or with what was said against it. */
  now(): Promise<Refusal | null>
  /** Before this and after `stop` nothing is sent: what one person typed is never kept for the next. */
  start(): void
  stop(): void
}

export interface KeeperParts<What> {
  /** What was kept before has come back; until then nothing may take its place. `null`, or why it has not. */
  ready(): Promise<Refusal | null>
  /** A picture of what stands there now. */
  take(): { readonly what: What; readonly empty: boolean; readonly left: number }
  send(what: What): Promise<Reply<null>>
  /** Runs something later; the answer calls it off. */
  later(run: () => void, ms: number): () => void
}

/** Keeps what is typed as it is typed: one message at a time, nothing sent twice, nothing waits for it. */
export function keeper<What>({ ready, take, send, later }: KeeperParts<What>): Keeper {
  const listeners = new Set<() => void>()
  const timers = new Map<'quiet' | 'longest' | 'again', () => void>()
  let running = false
  let state: KeeperState = { kind: 'blank' }
  let changes = 0
  /** What is on the disk, as text. */
  let kept: string | null = null
  let queued: Promise<Refusal | null> | null = null
  let tail: Promise<unknown> = Promise.resolve()

  const say = (next: KeeperState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  const callOff = (): void => {
    for (const call of timers.values()) call()
    timers.clear()
  }
  const set = (name: 'quiet' | 'longest' | 'again', ms: number): void => {
    timers.get(name)?.()
    timers.set(
      name,
      later(() => void now(), ms)
    )
  }
  const refused = (refusal: Refusal): Refusal => {
    say({ kind: 'refused', refusal })
    if (running) set('again', AGAIN_MS)
    return refusal
  }

  const save = async (): Promise<Refusal | null> => {
    if (!running) return null
    const unready = await ready()
    if (unready) return refused(unready)
    // Whoever typed it may have left while the answer was on its way.
    if (!running) return null
    const seen = changes
    const { what, empty, left } = take()
    const text = JSON.stringify(what)
    if (text !== kept) {
      const reply = await send(what)
      if (!reply.ok) return refused(reply.refusal)
      kept = text
    }
    if (seen !== changes) say({ kind: 'changed' })
    else say(empty ? { kind: 'blank' } : { kind: 'kept', left })
    return null
  }

  const now = (): Promise<Refusal | null> => {
    callOff()
    if (queued) return queued
    const mine = tail.then(() => {
      queued = null
      return save()
    })
    queued = mine
    tail = mine.catch(() => undefined)
    return mine
  }

  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    changed() {
      changes += 1
      if (!running) return
      // What could not be kept is said until it is.
      if (state.kind !== 'refused' && state.kind !== 'changed') say({ kind: 'changed' })
      set('quiet', QUIET_MS)
      if (!timers.has('longest')) set('longest', LONGEST_MS)
    },
    now,
    start() {
      running = true
    },
    stop() {
      running = false
      callOff()
    }
  }
}
