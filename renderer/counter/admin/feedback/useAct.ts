import { useState } from 'react'
import type { CommandName, InputOf } from '../../../../shared/contract/contract.ts'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { refusalText } from '../../../texts/index.ts'
import { toast } from '../../../ui/index.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { R } from './texts.ts'

type Act = Extract<CommandName, `ratings.${string}`>

export interface RatingAct<K extends Act> {
  readonly busy: boolean
  /** Sentence for a field, if the last answer was about it. */
  at(field: string): string | undefined
  /** Sentence that belongs to none of `fields`. */
  besides(...fields: readonly string[]): string | undefined
  run(input: InputOf<K>): Promise<void>
}

/** One act on a rating; what was refused stands beside its field, what was typed stays. */
export function useAct<K extends Act>(name: K, onDone: () => Promise<void>): RatingAct<K> {
  const { busy, press } = usePress(name)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  return {
    busy,
    at: (field) => (refusal?.field === field ? refusalText(refusal) : undefined),
    besides: (...fields) => (refusal && !fields.includes(refusal.field ?? '') ? refusalText(refusal) : undefined),
    async run(input) {
      const reply = await press(input)
      if (reply === null) return
      if (!reply.ok) return setRefusal(reply.refusal)
      setRefusal(null)
      toast(R.saved)
      await onDone()
    }
  }
}
