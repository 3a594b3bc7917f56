import { useRef, useState } from 'react'
import type { PrinterTarget } from '../../../../shared/domain/hall/hall.ts'
import type { Reply } from '../../../../shared/kernel/result.ts'
import type { PrinterChecked } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { answered } from '../../desk/state/answered.ts'

export interface Check {
  readonly busy: boolean
  /** Of the newest question; `null` before one was asked, and after `forget`. */
  readonly reply: Reply<PrinterChecked> | null
  run(target: PrinterTarget): Promise<void>
  /** What is typed has changed: what was said of another printer says nothing of it. */
  forget(): void
}

/** Asks a printer how it is. An answer to an older question is dropped. */
export function useCheck(): Check {
  const [busy, setBusy] = useState(false)
  const [reply, setReply] = useState<Check['reply']>(null)
  const newest = useRef(0)
  return {
    busy,
    reply,
    async run(target) {
      newest.current += 1
      const mine = newest.current
      setBusy(true)
      setReply(null)
      const answer = await answered(ask('printers.check', { target }))
      if (mine !== newest.current) return
      setBusy(false)
      setReply(answer)
    },
    forget() {
      newest.current += 1
      setBusy(false)
      setReply(null)
    }
  }
}
