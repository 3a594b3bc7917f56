import { useCallback, useEffect, useRef, useState } from 'react'
import type { InputOf, QueryName, ValueOf } from '../../../../shared/contract/contract.ts'
import type { Reply } from '../../../../shared/kernel/result.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { answered } from '../../desk/state/answered.ts'

export interface Asked<K extends QueryName> {
  /** `null`: not answered yet. */
  readonly reply: Reply<ValueOf<K>> | null
  /** Asks again; resolves when the answer is shown. */
  reload(): Promise<void>
}

/**
 * A question whose answer is shown; asked again when what is asked about changes, and whenever `seen` does. Of several
 * answers on their way only the newest counts. `null`: there is nothing to ask.
 */
export function useAsked<K extends QueryName>(name: K, input: InputOf<K> | null, seen?: unknown): Asked<K> {
  const about = JSON.stringify(input)
  const [shown, setShown] = useState<{ readonly about: string; readonly reply: Reply<ValueOf<K>> } | null>(null)
  const newest = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the input says counts, not which object it is
  const reload = useCallback(async (): Promise<void> => {
    if (input === null) return
    newest.current += 1
    const mine = newest.current
    const reply = await answered(ask(name, input))
    if (mine === newest.current) setShown({ about, reply })
  }, [name, about])
  // biome-ignore lint/correctness/useExhaustiveDependencies: seen anew is asked anew
  useEffect(() => void reload(), [reload, seen])
  return { reply: shown?.about === about ? shown.reply : null, reload }
}
