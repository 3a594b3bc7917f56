import { useEffect, useState } from 'react'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import type { DaySheet } from '../../../../shared/projections/daySheet.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { useDesk } from '../DeskContext.tsx'
import { answered } from '../state/answered.ts'
import { useLatest } from '../state/useLatest.ts'

export interface DaySheetAsked {
  /** `null` until it is there. */
  readonly sheet: DaySheet | null
  readonly refusal: Refusal | null
}

/** The sheet of today as it stands, asked for again when the desk changes. */
export function useDaySheet(): DaySheetAsked {
  const { desk } = useDesk()
  const line = useLatest()
  const [asked, setAsked] = useState<DaySheetAsked>({ sheet: null, refusal: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new desk makes the answer old
  useEffect(() => {
    const load = async (): Promise<void> => {
      const reply = await line.ask(() => answered(ask('day.sheet', {})))
      if (reply === null) return
      setAsked(({ sheet }) => (reply.ok ? { sheet: reply.value, refusal: null } : { sheet, refusal: reply.refusal }))
    }
    void load()
  }, [desk, line])
  return asked
}
