import { useState } from 'react'
import type { BatchShown } from '../../../../shared/projections/outreachViews.ts'
import { dayAndTime, refusalText } from '../../../texts/index.ts'
import { Button, Dialog, Light, Notice, ProgressBar, type Tone, toast } from '../../../ui/index.ts'
import { UnknownPrint } from '../../desk/papers/UnknownPrint.tsx'
import { usePress } from '../../desk/state/usePress.ts'
import { FORMAT, G, STOP } from './texts.ts'

const TONE: Readonly<Record<BatchShown['status'], Tone>> = {
  running: 'blue',
  paused: 'amber',
  done: 'green',
  cancelled: 'grey'
}

/** Every batch that is not over, and those of today: how far it is, and the keys that stop it and let it go on. */
export const Batches = ({ batches }: { readonly batches: readonly BatchShown[] }) => (
  <section className="batches" aria-label={G.batches}>
    <h3>{G.batches}</h3>
    <p className="admin__quiet">{G.oneAtATime}</p>
    {batches.map((batch) => (
      <Batch key={batch.batchId} batch={batch} />
    ))}
  </section>
)

function Batch({ batch }: { readonly batch: BatchShown }) {
  const { batchId, status, sheet } = batch
  const [asking, setAsking] = useState(false)
  const pausing = usePress('cards.pause')
  const resuming = usePress('cards.resume')
  const cancelling = usePress('cards.cancel')
  const open = status === 'running' || status === 'paused'
  const inDoubt =
    sheet?.status === 'unknown' && sheet.jobId !== null ? { docId: sheet.docId, jobId: sheet.jobId } : null

  const press = async (act: typeof pausing | typeof resuming | typeof cancelling): Promise<void> => {
    const reply = await act.press({ batchId })
    if (reply && !reply.ok) toast(refusalText(reply.refusal), 'warn')
  }

  return (
    <article className="batches__one" aria-label={FORMAT[batch.format].label}>
      <ProgressBar
        label={G.progress(FORMAT[batch.format].label, batch.done, batch.sheets)}
        value={batch.done}
        max={batch.sheets}
      />
      <p className="batches__facts">
        <Light tone={TONE[status]}>{G[status]}</Light>
        <span className="admin__quiet">{G.batchOf(batch.cards, batch.by, dayAndTime(batch.startedAt))}</span>
      </p>
      {status === 'paused' && batch.stop && !inDoubt && (
        <Notice tone={batch.stop === 'asked' ? 'info' : 'warn'}>{stopText(batch)}</Notice>
      )}
      {inDoubt && (
        <>
          <p>{G.unknownText}</p>
          <UnknownPrint docId={inDoubt.docId} jobId={inDoubt.jobId} />
        </>
      )}
      {open && (
        <div className="admin__keys">
          <Button tone="quiet" onClick={() => setAsking(true)}>
            {G.cancelBatch}
          </Button>
          {status === 'running' ? (
            <Button busy={pausing.busy} data-place="cards.pause" onClick={() => void press(pausing)}>
              {G.pause}
            </Button>
          ) : (
            <Button tone="primary" busy={resuming.busy} data-place="cards.resume" onClick={() => void press(resuming)}>
              {G.resume}
            </Button>
          )}
        </div>
      )}
      {asking && (
        <Dialog
          title={G.cancelTitle}
          onClose={() => setAsking(false)}
          foot={
            <>
              <Button tone="quiet" onClick={() => setAsking(false)}>
                {G.cancelStay}
              </Button>
              <Button
                tone="danger"
                busy={cancelling.busy}
                onClick={() => void press(cancelling).then(() => setAsking(false))}
              >
                {G.cancelBatch}
              </Button>
            </>
          }
        >
          <p>{G.cancelText}</p>
        </Dialog>
      )}
    </article>
  )
}

function stopText({ stop, stopCode, stopGrid }: BatchShown): string {
  if (stop !== 'refused') return stop === null ? '' : STOP[stop]
  return STOP.refused + refusalText({ code: stopCode ?? '', ...(stopGrid === null ? {} : { name: stopGrid }) })
}
