import { useEffect, useState } from 'react'
import type { CommandName, InputOf, QueryName, TopicName, ValueOf } from '../../shared/contract/contract.ts'
import type { ScreenApi } from '../../shared/contract/screenApi.ts'
import type { Reply } from '../../shared/kernel/result.ts'

/** The only file that touches the API of the preload. */

declare global {
  interface Window {
    readonly linchuang: ScreenApi
  }
}

/** One id a press. Keep it and send again with it when an answer did not come; the log takes it once. */
export const newCommandId = (): string => crypto.randomUUID()

export function send<K extends CommandName>(
  name: K,
  input: InputOf<K>,
  commandId: string = newCommandId()
): Promise<Reply<ValueOf<K>>> {
  return window.linchuang.command(name, commandId, input)
}

export function ask<K extends QueryName>(name: K, input: InputOf<K>): Promise<Reply<ValueOf<K>>> {
  return window.linchuang.query(name, input)
}

export function listen<K extends TopicName>(topic: K, onValue: (value: ValueOf<K>) => void): () => void {
  return window.linchuang.listen(topic, onValue)
}

/** The newest value of a topic; `null` until the first one is there. */
export function useView<K extends TopicName>(topic: K): ValueOf<K> | null {
  const [value, setValue] = useState<ValueOf<K> | null>(null)
  useEffect(() => listen(topic, setValue), [topic])
  return value
}
