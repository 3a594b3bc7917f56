import { useLayoutEffect, useRef } from 'react'
import type { WaitEstimate } from '../../../../shared/domain/queue/queue.ts'
import { Button, KeyCap } from '../../../ui/index.ts'
import { PdfPages } from '../papers/PdfPages.tsx'
import { PrintBar } from '../papers/PrintBar.tsx'
import { usePaper } from '../state/usePaper.ts'
import { T } from '../texts.ts'

/** A number that has just been given. */
export interface Taken {
  readonly no: string
  readonly docId: string
  readonly ahead: number
  readonly estimate: WaitEstimate | null
  readonly groupName: string
}

export interface TakenTicketProps {
  readonly taken: Taken
  /** Another number for the same people; left out where there is none. */
  readonly onAgain?: () => void
  readonly onClose: () => void
}

/** The number to be told, and the slip, which is printed by itself: the keys are for when it is not. */
export function TakenTicket({ taken, onAgain, onClose }: TakenTicketProps) {
  const paper = usePaper(taken.docId)
  const main = useRef<HTMLButtonElement>(null)
  // Before it is painted: the next Enter is already on its way.
  useLayoutEffect(() => main.current?.focus(), [])
  return (
    <div className="taken">
      <div>
        <p className="taken__no" role="status" data-testid="taken-no">
          {taken.no}
        </p>
        <p className="taken__line">{taken.groupName}</p>
        <p className="taken__line">{T.ticketAhead(taken.ahead)}</p>
        <p className="taken__wait">{T.ticketWait(taken.estimate)}</p>
        <div className="taken__keys">
          <Button tone="primary" size="large" ref={main} onClick={onClose}>
            {T.takenDone} <KeyCap keys="Enter" />
          </Button>
          {onAgain && (
            <Button kbd="F2" kbdGroup={T.takeTicket} onClick={onAgain}>
              {T.anotherTicket}
            </Button>
          )}
        </div>
        {paper && <PrintBar paper={paper} onPrinted={() => main.current?.focus()} actions={null} />}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls is reached by the keyboard (WCAG 2.1.1) */}
      <section className="taken__paper" tabIndex={0} aria-label={T.preview}>
        <PdfPages docId={taken.docId} label={T.takeTicket} />
      </section>
    </div>
  )
}
