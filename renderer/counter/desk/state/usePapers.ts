import { useEffect, useState } from 'react'
import type { PaperShown } from '../../../../shared/projections/views.ts'
import { ask, useView } from '../../../bridge/linchuang.ts'
import { isMoving } from '../model/paperState.ts'
import { answered } from './answered.ts'
import { useLatest } from './useLatest.ts'

/**
 * Papers as they stand, in the order asked for, as far as they are there: asked again when the desk changes, and with
 * every beat while one is on its way to the printer.
 */
export function usePapers(docIds: readonly string[]): readonly PaperShown[] {
  const desk = useView('desk')
  const beat = useView('beat')
  const line = useLatest()
  const [papers, setPapers] = useState<readonly PaperShown[]>([])
  const wanted = docIds.join(' ')
  const shown = papers.filter(({ docId }) => docIds.includes(docId))
  const tick = shown.some(isMoving) ? beat : null
  // biome-ignore lint/correctness/useExhaustiveDependencies: desk and tick are what makes the answers old
  useEffect(() => {
    if (wanted === '') return
    const load = async (): Promise<void> => {
      const replies = await line.ask(() =>
        Promise.all(wanted.split(' ').map((docId) => answered(ask('papers.get', { docId }))))
      )
      if (replies) setPapers(replies.flatMap((reply) => (reply.ok ? [reply.value] : [])))
    }
    void load()
  }, [wanted, desk, tick, line])
  return shown
}
