import { useRef, useState } from 'react'
import type { InputOf } from '../../../shared/contract/contract.ts'
import type { Refusal } from '../../../shared/kernel/result.ts'
import { newCommandId, send } from '../../bridge/linchuang.ts'

/**
 * Sends `setup.found`. While no answer has come the same command id is used again, so that a second press cannot found a
 * second hall; after an answer the next press is a new command.
 */
export function useFounding(): {
  readonly busy: boolean
  readonly found: (input: InputOf<'setup.found'>) => Promise<Refusal | null>
} {
  const commandId = useRef<string | null>(null)
  const [busy, setBusy] = useState(false)
  const found = async (input: InputOf<'setup.found'>): Promise<Refusal | null> => {
    setBusy(true)
    commandId.current ??= newCommandId()
    try {
      const reply = await send('setup.found', input, commandId.current)
      commandId.current = null
      return reply.ok ? null : reply.refusal
    } catch {
      return { code: 'no-answer' }
    } finally {
      setBusy(false)
    }
  }
  return { busy, found }
}
