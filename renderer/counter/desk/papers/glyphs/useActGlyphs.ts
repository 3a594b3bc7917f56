import { useEffect, useState } from 'react'
import type { PaperShown } from '../../../../../shared/projections/views.ts'
import { ask } from '../../../../bridge/linchuang.ts'
import { answered } from '../../state/answered.ts'
import { useLatest } from '../../state/useLatest.ts'
import { type ActGlyph, glyphsOfAct } from './actGlyphs.ts'

export interface ActGlyphs {
  /** Characters that no font has, on those papers of which a print or the preview has said so. */
  readonly glyphs: readonly ActGlyph[]
  /** Counts what has been done about them: whoever shows a paper asks for its pages again. */
  readonly round: number
  /** Something has been done about one of them. */
  readonly settled: () => void
  /** The pages of a paper could not be shown because of one. */
  readonly refused: (docId: string) => void
}

/** Asks only where something is known to be lacking: nearly every paper is made once and printed. */
export function useActGlyphs(papers: readonly PaperShown[]): ActGlyphs {
  const [glyphs, setGlyphs] = useState<readonly ActGlyph[]>([])
  const [round, setRound] = useState(0)
  const [known, setKnown] = useState<readonly string[]>([])
  const line = useLatest()
  const wanted = papers
    .filter(({ docId, failure, status }) => {
      if (status === 'failed' && failure === 'missing-glyph') return true
      return status !== 'printed' && known.includes(docId)
    })
    .map(({ docId }) => docId)
    .join(' ')
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round is another answer
  useEffect(() => {
    if (wanted === '') {
      setGlyphs([])
      return
    }
    const load = async (): Promise<void> => {
      const replies = await line.ask(() =>
        Promise.all(
          wanted.split(' ').map(async (docId) => ({ docId, reply: await answered(ask('glyphs.missing', { docId })) }))
        )
      )
      if (!replies) return
      setGlyphs(glyphsOfAct(replies.flatMap(({ docId, reply }) => (reply.ok ? [{ docId, lacking: reply.value }] : []))))
    }
    void load()
  }, [wanted, round, line])
  return {
    glyphs,
    round,
    settled: () => setRound((n) => n + 1),
    refused: (docId) => setKnown((all) => (all.includes(docId) ? all : [...all, docId]))
  }
}
