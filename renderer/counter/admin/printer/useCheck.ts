import { useRef, useState } from 'react'
import type { Reply } from '../../../../shared/kernel/result.ts'
import type { PrinterChecked } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { answered } from '../../desk/state/answered.ts'

export interface Check {
  readonly busy: boolean
  /** Of the newest question; `null` before one was asked, and after `forget`. */
  readonly result: { readonly uri: string; readonly reply: Reply<PrinterChecked> } | null
  run(uri: string): Promise<void>
  /** The address has changed: what was said of another one says nothing of it. */
  forget(): void
}

/** Asks a printer how it is. An answer to an older question is dropped. */
export function useCheck(): Check {
  const [busy, setBusy] = useState(false)
  const [result, setResult] = useState<Check['result']>(null)
  const newest = useRef(0)
  return {
    busy,
    result,
    async run(uri) {
      newest.current += 1
      const mine = newest.current
      setBusy(true)
      setResult(null)
      const reply = await answered(ask('printer.check', { uri }))
      if (mine !== newest.current) return
      setBusy(false)
      setResult({ uri, reply })
    },
    forget() {
      newest.current += 1
      setBusy(false)
      setResult(null)
    }
  }
}
