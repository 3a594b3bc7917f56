import { useCallback, useEffect, useState } from 'react'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { ask, useView } from '../../../bridge/linchuang.ts'
import { answered } from './answered.ts'
import { useLatest } from './useLatest.ts'

export interface CaseAsked {
  /** `null` until it is there. */
  readonly detail: CaseDetail | null
  readonly refusal: Refusal | null
  /** Asks again: something was done about it. */
  again(): void
}

/** One case with its papers and timeline, asked again when the desk changes. `null`: none is wanted. */
export function useCase(caseId: string | null): CaseAsked {
  const desk = useView('desk')
  const line = useLatest()
  const [detail, setDetail] = useState<CaseDetail | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const load = useCallback(async (): Promise<void> => {
    if (caseId === null) return
    const reply = await line.ask(() => answered(ask('casework.get', { caseId })))
    if (reply === null) return
    setRefusal(reply.ok ? null : reply.refusal)
    if (reply.ok) setDetail(reply.value)
  }, [caseId, line])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new desk makes the answer old
  useEffect(() => {
    void load()
  }, [load, desk])
  return { detail: detail?.caseId === caseId ? detail : null, refusal, again: () => void load() }
}
