import { type ReactNode, useState } from 'react'
import { PAPER_KIND } from '../../../texts/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { useCase } from '../state/useCase.ts'
import { usePapers } from '../state/usePapers.ts'
import { T } from '../texts.ts'
import { GlyphDialog } from './glyphs/GlyphDialog.tsx'
import { useActGlyphs } from './glyphs/useActGlyphs.ts'
import { PaperFacts } from './PaperFacts.tsx'
import { PdfPages } from './PdfPages.tsx'
import { PrintBar } from './PrintBar.tsx'

export interface PaperPanelProps {
  readonly docId: string
  /** Further papers of the same act, printed with it. */
  readonly also?: readonly string[]
  /** What follows a print: the next visitor, or back to where one was. */
  readonly onPrinted: () => void
  /** Further keys; `printed`: one good print of each is out, so the next step is no longer these papers. */
  readonly actions: (printed: boolean) => ReactNode
}

const NONE: readonly string[] = []

/** One paper: its number and dates in large type, printing, and its pages as they will come out. */
export function PaperPanel({ docId, also = NONE, onPrinted, actions }: PaperPanelProps) {
  const papers = usePapers([docId, ...also])
  const paper = papers.find((one) => one.docId === docId)
  const { detail } = useCase(paper?.caseId ?? null)
  const { go } = useDesk()
  const lacking = useActGlyphs(papers)
  const [filling, setFilling] = useState(false)
  if (!paper) return <p className="desk__wait">{T.loading}</p>
  return (
    <section className="paper" aria-label={PAPER_KIND[paper.kind]} data-home="paper.print">
      <div className="paper__side">
        <PaperFacts paper={paper} detail={detail} />
        <PrintBar
          paper={paper}
          also={papers.filter((one) => one !== paper)}
          onPrinted={onPrinted}
          glyphs={lacking.glyphs}
          onFill={() => setFilling(true)}
          actions={actions(papers.every(({ prints }) => prints > 0))}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a preview that scrolls must be reachable without a mouse */}
      <section className="paper__preview" tabIndex={0} aria-label={T.preview}>
        <PdfPages
          docId={docId}
          label={PAPER_KIND[paper.kind]}
          round={lacking.round}
          onRefused={(code) => {
            if (code === 'missing-glyph') lacking.refused(docId)
          }}
        />
      </section>
      {filling && (
        <GlyphDialog
          glyphs={lacking.glyphs}
          onClose={() => setFilling(false)}
          onSettled={lacking.settled}
          onDone={() => {
            setFilling(false)
            go('paper.print')
          }}
        />
      )}
    </section>
  )
}
