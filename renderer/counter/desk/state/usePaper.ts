import { useEffect, useState } from 'react'
import type { PaperShown } from '../../../../shared/projections/views.ts'
import { ask, useView } from '../../../bridge/linchuang.ts'
import { isMoving } from '../model/paperState.ts'
import { answered } from './answered.ts'
import { useLatest } from './useLatest.ts'

/**
 * One paper as it stands: asked again when the desk changes, and with every beat while it is on its way to the printer.
 * `null` until it is there.
 */
export function usePaper(docId: string): PaperShown | null {
  const desk = useView('desk')
  const beat = useView('beat')
  const line = useLatest()
  const [paper, setPaper] = useState<PaperShown | null>(null)
  const shown = paper?.docId === docId ? paper : null
  const tick = shown && isMoving(shown) ? beat : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: desk and tick are what makes the answer old
  useEffect(() => {
    const load = async (): Promise<void> => {
      const reply = await line.ask(() => answered(ask('papers.get', { docId })))
      if (reply?.ok) setPaper(reply.value)
    }
    void load()
  }, [docId, desk, tick, line])
  return shown
}
