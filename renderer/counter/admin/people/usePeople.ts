import { useCallback, useEffect, useState } from 'react'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import type { PersonListed } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { answered } from '../../desk/state/answered.ts'

export interface People {
  /** `null`: not read yet. */
  readonly people: readonly PersonListed[] | null
  readonly refusal: Refusal | null
  /** Reads the list again; resolves when it is shown. */
  reload(): Promise<void>
}

/** The list of people, read whenever the page is opened and after each change. */
export function usePeople(): People {
  const [people, setPeople] = useState<readonly PersonListed[] | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const reload = useCallback(async (): Promise<void> => {
    const reply = await answered(ask('staff.list', {}))
    if (reply.ok) setPeople(reply.value)
    setRefusal(reply.ok ? null : reply.refusal)
  }, [])
  useEffect(() => void reload(), [reload])
  return { people, refusal, reload }
}
