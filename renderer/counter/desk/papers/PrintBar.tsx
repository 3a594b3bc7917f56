import { type ReactNode, useEffect, useRef } from 'react'
import { printerUseOf } from '../../../../shared/domain/hall/printers.ts'
import type { PaperShown } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { PRINT_FAILURE, refusalText } from '../../../texts/index.ts'
import { Button, Notice, toast } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { I } from '../intake/texts.ts'
import { stepOfAll } from '../model/paperState.ts'
import { answered } from '../state/answered.ts'
import { usePrintAll } from '../state/usePrintAll.ts'
import { STEP, STEP_TO_FILE, T } from '../texts.ts'
import type { ActGlyph } from './glyphs/actGlyphs.ts'
import { GlyphNotice } from './glyphs/GlyphNotice.tsx'
import { PaperLight } from './PaperLight.tsx'
import { PaperRow } from './PaperRow.tsx'
import { UnknownPrint } from './UnknownPrint.tsx'

export interface PrintBarProps {
  readonly paper: PaperShown
  /** Further papers of the same act: one key prints them all. */
  readonly also?: readonly PaperShown[]
  readonly onPrinted: () => void
  /** Characters that these papers lack. */
  readonly glyphs?: readonly ActGlyph[]
  readonly onFill?: () => void
  readonly actions: ReactNode
}

const NONE: readonly PaperShown[] = []
const NO_GLYPHS: readonly ActGlyph[] = []

const isWrong = ({ status }: PaperShown): boolean => status === 'failed' || status === 'unknown'

/** Where the papers stand with the printer, in words, and the one thing to do about it. */
export function PrintBar(props: PrintBarProps) {
  const { paper, also = NONE, onPrinted, glyphs = NO_GLYPHS, onFill, actions } = props
  const { app, go } = useDesk()
  const printing = usePrintAll()
  const toFile = app.printers[printerUseOf(paper.kind)].kind === 'folder'
  const all = [paper, ...also]
  const { step, of } = stepOfAll(all)
  const words = toFile ? STEP_TO_FILE : STEP

  // A sheet that went wrong calls the hands back from whatever they were about to do next.
  const wrong = all.filter(isWrong).map(({ docId, status, jobId }) => `${docId} ${status} ${jobId}`)
  const told = wrong.join('\n')
  const before = useRef(told)
  useEffect(() => {
    const known = before.current.split('\n')
    before.current = told
    if (told !== '' && told.split('\n').some((one) => !known.includes(one))) go('paper.print')
  }, [told, go])

  const press = async (): Promise<void> => {
    if (await printing.print(of.map(({ docId }) => docId))) onPrinted()
  }

  /** A file for whoever wants one; the papers themselves still have to come out of the printer. */
  const save = async (): Promise<void> => {
    for (const { docId } of all) {
      const reply = await answered(ask('papers.save', { docId }))
      if (!reply.ok) return void toast(refusalText(reply.refusal), 'warn')
    }
    toast(T.savedAsPdf, 'success', { label: T.openFolder, run: () => void openFolder() })
  }

  const openFolder = async (): Promise<void> => {
    const reply = await answered(ask('papers.openFolder', {}))
    if (!reply.ok) toast(refusalText(reply.refusal), 'warn')
  }

  const unknown = all.find(({ status, jobId }) => status === 'unknown' && jobId !== null)
  return (
    <div className="printBar">
      <PaperLight paper={paper} />
      {glyphs.length > 0 && onFill && <GlyphNotice glyphs={glyphs} onFill={onFill} />}
      <Wrong paper={paper} refused={printing.refused.get(paper.docId)} glyphs={glyphs} />
      {also.length > 0 && (
        <section aria-label={I.alsoPapers}>
          <h3 className="printBar__title">{I.alsoPapers}</h3>
          <ul className="papers">
            {also.map((one) => (
              <PaperRow key={one.docId} paper={one}>
                <Wrong paper={one} refused={printing.refused.get(one.docId)} glyphs={glyphs} />
              </PaperRow>
            ))}
          </ul>
        </section>
      )}
      {unknown && unknown.jobId !== null && (
        <UnknownPrint docId={unknown.docId} jobId={unknown.jobId} detail={unknown.detail} />
      )}
      <div className="printBar__keys">
        {step !== 'answer' && (
          <Button
            tone={step === 'print' || step === 'retry' ? 'primary' : 'plain'}
            kbd="Ctrl+P"
            kbdGroup={T.preview}
            busy={printing.busy || step === 'wait'}
            data-place="paper.print"
            onClick={() => void press()}
          >
            {step === 'print' && of.length > 1 ? (toFile ? I.saveAll : I.printAll)(of.length) : words[step]}
          </Button>
        )}
        {!toFile && (
          <Button tone="quiet" kbd="Alt+S" kbdGroup={T.preview} onClick={() => void save()}>
            {T.saveAsPdf}
          </Button>
        )}
        {toFile && all.some(({ prints }) => prints > 0) && (
          <Button tone="quiet" onClick={() => void openFolder()}>
            {T.openFolder}
          </Button>
        )}
        {actions}
      </div>
    </div>
  )
}

interface WrongProps {
  readonly paper: PaperShown
  readonly refused: string | undefined
  readonly glyphs: readonly ActGlyph[]
}

/** Why a paper is not out: stays in sight until it is. What it lacks in characters is said once for all papers. */
function Wrong({ paper, refused, glyphs }: WrongProps) {
  if (refused !== undefined && paper.prints === 0) return <Notice tone="danger">{refused}</Notice>
  if (paper.status !== 'failed' || !paper.failure) return null
  if (paper.failure === 'missing-glyph' && glyphs.some(({ docIds }) => docIds.includes(paper.docId))) return null
  return <Notice tone="danger">{PRINT_FAILURE[paper.failure]}</Notice>
}
