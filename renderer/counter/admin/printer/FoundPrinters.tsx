import { useCallback, useEffect, useState } from 'react'
import type { Reply } from '../../../../shared/kernel/result.ts'
import type { PrinterFound } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Light, Notice } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import { A, HEALTH } from '../texts.ts'

/** What this PC's own print service knows; looked up whenever the page is opened. */
export function FoundPrinters({ onChoose }: { readonly onChoose: (printer: PrinterFound) => void }) {
  const [reply, setReply] = useState<Reply<readonly PrinterFound[] | null> | null>(null)
  const find = useCallback(async (): Promise<void> => {
    setReply(null)
    setReply(await answered(ask('printer.find', {})))
  }, [])
  useEffect(() => void find(), [find])
  return (
    <>
      <header className="staff__head">
        <h3>{A.found}</h3>
        <span className="admin__gap" />
        <Button size="small" busy={reply === null} onClick={() => void find()}>
          {A.findAgain}
        </Button>
      </header>
      <div role="status">
        {reply === null && <p className="admin__quiet">{A.finding}</p>}
        {reply && !reply.ok && <Notice tone="warn">{refusalText(reply.refusal)}</Notice>}
        {reply?.ok && reply.value === null && <p className="admin__quiet">{A.noService}</p>}
        {reply?.ok && reply.value?.length === 0 && <p className="admin__quiet">{A.noneFound}</p>}
      </div>
      {reply?.ok && reply.value !== null && (
        <ul className="printer__list">
          {reply.value.map((printer) => (
            <li key={printer.uri} className="printer__row">
              <span className="printer__one">
                <strong>{printer.name}</strong>
                <span className="printer__address">{printer.uri}</span>
              </span>
              <Light tone={HEALTH[printer.health].tone}>{HEALTH[printer.health].word}</Light>
              <Button size="small" aria-label={`${A.choose} ${printer.name}`} onClick={() => onChoose(printer)}>
                {A.choose}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
