import { useRef, useState } from 'react'
import type { CommandName, InputOf } from '../../../../shared/contract/contract.ts'
import type { Reply } from '../../../../shared/kernel/result.ts'
import type { DeskView } from '../../../../shared/projections/views.ts'
import { newCommandId, send } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { announce, toast } from '../../../ui/index.ts'
import { pressIds } from '../model/pressId.ts'
import type { QueueAct } from '../model/queueKeys.ts'
import { Q } from '../queue/texts.ts'
import { T } from '../texts.ts'
import { answered } from './answered.ts'

export type CounterAct = QueueAct | 'open' | 'close' | 'undo' | 'still'

const COMMAND = {
  call: 'queue.callNext',
  recall: 'queue.recall',
  miss: 'queue.markNoShow',
  start: 'queue.startService',
  finish: 'queue.finishService',
  open: 'queue.openCounter',
  close: 'queue.closeCounter',
  undo: 'queue.undo',
  still: 'queue.stillServing'
} as const satisfies Readonly<Record<CounterAct, CommandName>>

/** What the keys that say more than their name send. */
const INPUT: { readonly [A in CounterAct]?: InputOf<(typeof COMMAND)[A]> } = {
  finish: { saidEnd: null }
}

export interface Queue {
  readonly busy: CounterAct | null
  /** Gives whether it went through. Refusals are said on the spot; nothing on the desk changes by them. */
  press(act: CounterAct): Promise<boolean>
}

/**
 * The keys of the queue. Main decides what may be pressed when: the view may be older than the last key by a moment, so
 * a key that looks idle is sent all the same and answered with a sentence.
 */
export function useQueue(desk: DeskView | null): Queue {
  const [busy, setBusy] = useState<CounterAct | null>(null)
  const flying = useRef(false)
  const ids = useRef(pressIds(newCommandId))
  const press = async (act: CounterAct): Promise<boolean> => {
    if (flying.current) return false
    flying.current = true
    setBusy(act)
    const reply: Reply<unknown> = await answered(send(COMMAND[act], INPUT[act] ?? {}, ids.current.idFor(act)))
    ids.current.settle(reply)
    flying.current = false
    setBusy(null)
    if (reply.ok) announce(said(act, numberIn(reply.value) ?? desk?.current?.no ?? ''))
    else toast(refusalText(reply.refusal), 'warn')
    return reply.ok
  }
  return { busy, press }
}

function said(act: CounterAct, no: string): string {
  switch (act) {
    case 'call':
      return T.called(no)
    case 'recall':
      return T.recalled(no)
    case 'miss':
      return T.missed(no)
    case 'finish':
      return T.finished(no)
    case 'undo':
      return Q.undoneSaid(no)
    case 'still':
      return Q.stillSaid(no)
    case 'close':
      return Q.closed
    default:
      return ''
  }
}

const numberIn = (value: unknown): string | null =>
  typeof value === 'object' && value !== null && 'no' in value && typeof value.no === 'string' ? value.no : null
