import { useEffect, useState } from 'react'
import type { Limit } from '../../../../shared/domain/calendar/limits.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { answered } from './answered.ts'

/** The hall's own time for a piece that follows (容缺后补), where the item names none; `null` until it is known. */
export function useDeferralLimit(wanted: boolean): Limit | null {
  const [limit, setLimit] = useState<Limit | null>(null)
  useEffect(() => {
    if (!wanted) return
    let gone = false
    const load = async (): Promise<void> => {
      const reply = await answered(ask('rules.get', {}))
      if (reply.ok && !gone) setLimit(reply.value.deferralLimit)
    }
    void load()
    return () => {
      gone = true
    }
  }, [wanted])
  return limit
}
