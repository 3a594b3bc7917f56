import { useRef, useState } from 'react'
import type { CommandName, InputOf, ValueOf } from '../../../../shared/contract/contract.ts'
import type { Reply } from '../../../../shared/kernel/result.ts'
import { newCommandId, send } from '../../../bridge/linchuang.ts'
import { type PressIds, pressIds } from '../model/pressId.ts'
import { answered } from './answered.ts'

export interface Press<K extends CommandName> {
  readonly busy: boolean
  /** `null`: the press before is still on its way, this one did nothing. */
  press(input: InputOf<K>): Promise<Reply<ValueOf<K>> | null>
}

/** A command behind a button: one at a time, and a press after an answer that never came repeats the same command. */
export function usePress<K extends CommandName>(name: K): Press<K> {
  const [busy, setBusy] = useState(false)
  const flying = useRef(false)
  const ids = useRef<PressIds | null>(null)
  ids.current ??= pressIds(newCommandId)
  const press = async (input: InputOf<K>): Promise<Reply<ValueOf<K>> | null> => {
    if (flying.current) return null
    flying.current = true
    setBusy(true)
    const known = ids.current ?? pressIds(newCommandId)
    const reply = await answered(send(name, input, known.idFor(input)))
    known.settle(reply)
    flying.current = false
    setBusy(false)
    return reply
  }
  return { busy, press }
}
