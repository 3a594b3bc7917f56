import { useRef, useState } from 'react'
import type { KioskTicket } from '../../shared/contract/visitorDoors.ts'
import type { PriorityReason } from '../../shared/domain/queue/queueEvents.ts'
import type { Reply } from '../../shared/kernel/result.ts'
import { newCommandId, send } from '../bridge/linchuang.ts'
import { isOpenAnswer, type Wish } from './visit.ts'

const NO_ANSWER: Reply<KioskTicket> = { ok: false, refusal: { code: 'no-answer' } }

export interface NumberPress {
  readonly busy: boolean
  /** `null`: the touch before is still on its way, this one did nothing. */
  take(wish: Wish, paper: boolean, priority: PriorityReason | null): Promise<Reply<KioskTicket> | null>
}

/**
 * Takes numbers, one at a time: two touches give one. What was never answered keeps its command id when it is pressed
 * again, so that it gives the number it may have given already.
 */
export function useNumber(): NumberPress {
  const [busy, setBusy] = useState(false)
  const flying = useRef(false)
  const open = useRef<{ readonly of: string; readonly commandId: string } | null>(null)

  const ask = (wish: Wish, paper: boolean, priority: PriorityReason | null, commandId: string) =>
    wish.kind === 'checkIn'
      ? send('kiosk.checkIn', { code: wish.code, paper }, commandId)
      : send(
          'kiosk.take',
          {
            group: wish.group,
            itemId: wish.itemId,
            priority: priority === null ? null : { reason: priority, note: '' },
            paper
          },
          commandId
        )

  async function take(wish: Wish, paper: boolean, priority: PriorityReason | null) {
    if (flying.current) return null
    flying.current = true
    setBusy(true)
    const of = JSON.stringify([wish, paper, priority])
    const commandId = open.current?.of === of ? open.current.commandId : newCommandId()
    open.current = { of, commandId }
    const reply = await ask(wish, paper, priority, commandId).catch(() => NO_ANSWER)
    if (!isOpenAnswer(reply)) open.current = null
    flying.current = false
    setBusy(false)
    return reply
  }
  return { busy, take }
}
