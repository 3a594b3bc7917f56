import { Button } from '../../ui/index.ts'
import { useDesk } from './DeskContext.tsx'
import { PaperPanel } from './papers/PaperPanel.tsx'
import type { Done } from './state/useIntake.ts'
import { T } from './texts.ts'

export interface DonePaperProps {
  readonly done: Done
  readonly onNext: () => void
  readonly onAgain: () => void
  readonly onNew: () => void
}

/** What has just come out: print it with all that belongs to it, hand it over, next. */
export function DonePaper({ done, onNext, onAgain, onNew }: DonePaperProps) {
  const { go } = useDesk()
  return (
    <PaperPanel
      key={done.docId}
      docId={done.docId}
      also={done.also}
      onPrinted={() => go('next')}
      actions={(printed) => (
        <>
          <Button
            tone={printed ? 'primary' : 'plain'}
            kbd="Ctrl+Shift+Enter"
            kbdGroup={T.work}
            title={T.nextHint}
            data-place="next"
            onClick={onNext}
          >
            {T.next}
          </Button>
          <Button kbd="Ctrl+Shift+N" kbdGroup={T.work} onClick={onAgain}>
            {T.samePersonAgain}
          </Button>
          <Button kbd="Ctrl+N" kbdGroup={T.work} onClick={onNew}>
            {T.newForm}
          </Button>
        </>
      )}
    />
  )
}
