import { useEffect, useState } from 'react'
import { ask } from '../../../bridge/linchuang.ts'
import { answered } from './answered.ts'
import { useLatest } from './useLatest.ts'

/**
 * Why this person may make no promise (国办发〔2020〕42号: not before credit is repaired); `null`: they may, or it is not
 * known yet. Asked when a promise is `wanted` and the number is known.
 */
export function useMayCommit(idNumber: string | null, wanted: boolean): string | null {
  const line = useLatest()
  const [blocked, setBlocked] = useState<string | null>(null)
  useEffect(() => {
    setBlocked(null)
    line.cancel()
    if (idNumber === null || !wanted) return
    const load = async (): Promise<void> => {
      const reply = await line.ask(() => answered(ask('casework.mayCommit', { idNumber })))
      if (reply?.ok && !reply.value.may) setBlocked(reply.value.reason ?? '')
    }
    void load()
  }, [idNumber, wanted, line])
  return blocked
}
