import type { Reply } from '../kernel/result.ts'
import type { CommandName, InputOf, QueryName, TopicName, ValueOf } from './contract.ts'

/**
 * What a preload puts on `window.linchuang`: only the doors of its screen. Everything crosses as structured clones;
 * replies are data, a broken rule never throws.
 */
export interface ScreenApi {
  readonly doors: readonly string[]
  /** Sends a command. `commandId` is made once a press by the screen; a resend with the same id is harmless. */
  command<K extends CommandName>(name: K, commandId: string, input: InputOf<K>): Promise<Reply<ValueOf<K>>>
  query<K extends QueryName>(name: K, input: InputOf<K>): Promise<Reply<ValueOf<K>>>
  /** Calls `onValue` with what holds now and then on each change; returns the function that stops it. */
  listen<K extends TopicName>(topic: K, onValue: (value: ValueOf<K>) => void): () => void
}
