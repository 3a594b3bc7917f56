import type { WebContents } from 'electron'
import type { TopicName, ValueOf } from '../../shared/contract/contract.ts'

type Topics = { readonly [K in TopicName]: () => ValueOf<K> | null }

/**
 * Typed pushes to the screens that listen. A screen that listens first gets what holds now, so a window that opens
 * late or reloads is never behind.
 */
export class Publisher {
  private readonly listeners = new Map<TopicName, Set<WebContents>>()
  private readonly current: Topics

  constructor(current: Topics) {
    this.current = current
  }

  listen(topic: TopicName, contents: WebContents): void {
    const set = this.listeners.get(topic) ?? new Set()
    this.listeners.set(topic, set)
    if (!set.has(contents)) {
      set.add(contents)
      contents.once('destroyed', () => set.delete(contents))
    }
    const value = this.current[topic]()
    if (value !== null) contents.send('push', topic, value)
  }

  publishAll(): void {
    for (const topic of this.listeners.keys()) this.publish(topic)
  }

  /** Sends what holds now to everybody who listens. */
  publish(topic: TopicName): void {
    const set = this.listeners.get(topic)
    if (!set || set.size === 0) return
    const value = this.current[topic]()
    if (value === null) return
    for (const contents of set) if (!contents.isDestroyed()) contents.send('push', topic, value)
  }
}
