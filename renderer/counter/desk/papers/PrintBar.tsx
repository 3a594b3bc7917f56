import { type ReactNode, useEffect, useRef } from 'react'
import type { PaperShown } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { PRINT_FAILURE, refusalText } from '../../../texts/index.ts'
import { Button, Notice, toast } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import { stepOf } from '../model/paperState.ts'
import { answered } from '../state/answered.ts'
import { usePress } from '../state/usePress.ts'
import { STEP, STEP_TO_FILE, T } from '../texts.ts'
import { PaperLight } from './PaperLight.tsx'
import { UnknownPrint } from './UnknownPrint.tsx'

export interface PrintBarProps {
  readonly paper: PaperShown
  readonly onPrinted: () => void
  readonly actions: ReactNode
}

/** Where the paper stands with the printer, in words, and the one thing to do about it. */
export function PrintBar({ paper, onPrinted, actions }: PrintBarProps) {
  const { app, go } = useDesk()
  const print = usePress('papers.print')
  const toFile = app.printer.kind === 'folder'
  const step = stepOf(paper)
  const words = toFile ? STEP_TO_FILE : STEP

  // A sheet that went wrong calls the hands back from whatever they were about to do next.
  const before = useRef(paper.status)
  useEffect(() => {
    const wrong = paper.status === 'failed' || paper.status === 'unknown'
    if (wrong && before.current !== paper.status) go('paper.print')
    before.current = paper.status
  }, [paper.status, go])

  const press = async (): Promise<void> => {
    const reply = await print.press({ docId: paper.docId })
    if (reply === null) return
    if (reply.ok) onPrinted()
    else toast(refusalText(reply.refusal), 'warn')
  }

  const openFolder = async (): Promise<void> => {
    const reply = await answered(ask('papers.openFolder', {}))
    if (!reply.ok) toast(refusalText(reply.refusal), 'warn')
  }

  return (
    <div className="printBar">
      <PaperLight paper={paper} />
      {paper.status === 'failed' && paper.failure && <Notice tone="danger">{PRINT_FAILURE[paper.failure]}</Notice>}
      {paper.status === 'unknown' && paper.jobId !== null && <UnknownPrint docId={paper.docId} jobId={paper.jobId} />}
      <div className="printBar__keys">
        {step !== 'answer' && (
          <Button
            tone={step === 'print' || step === 'retry' ? 'primary' : 'plain'}
            kbd="Ctrl+P"
            kbdGroup={T.preview}
            busy={print.busy || step === 'wait'}
            data-place="paper.print"
            onClick={() => void press()}
          >
            {words[step]}
          </Button>
        )}
        {toFile && paper.prints > 0 && (
          <Button tone="quiet" onClick={() => void openFolder()}>
            {T.openFolder}
          </Button>
        )}
        {actions}
      </div>
    </div>
  )
}
