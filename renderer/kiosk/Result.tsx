import { useEffect, useState } from 'react'
import type { ValueOf } from '../../shared/contract/contract.ts'
import type { KioskView } from '../../shared/projections/hallViews.ts'
import { ask, listen } from '../bridge/linchuang.ts'
import { waitText } from '../texts/index.ts'
import { Button } from '../ui/index.ts'
import { Heading } from './Heading.tsx'
import { R } from './texts.ts'
import type { Page } from './visit.ts'
import { PRIORITY_WORDS } from './words.ts'

interface ResultProps {
  readonly view: KioskView
  readonly page: Extract<Page, { kind: 'result' }>
  readonly elder: boolean
  readonly onDone: () => void
}

/** The number, as large as it goes, and what it means for the next minutes. */
export function Result({ view, page, elder, onDone }: ResultProps) {
  const { ticket, priority } = page
  const paper = usePaper(ticket.docId, ticket.paper)
  const group = view.groups.find(({ code }) => ticket.no.startsWith(code))
  const counters = group?.counters ?? []
  return (
    <section className="result">
      <div>
        <Heading>
          <span className="result__label">{R.yours}</span> <strong className="result__no">{ticket.no}</strong>
        </Heading>
        <p className="result__group">{group?.name}</p>
      </div>
      <div className="result__means">
        {priority !== null && <p className="result__fact">{R.priority(PRIORITY_WORDS[priority])}</p>}
        <p className="result__fact">{R.ahead(ticket.ahead)}</p>
        {ticket.estimate && !elder && <p className="result__fact">{R.wait(waitText(ticket.estimate))}</p>}
        {counters.length > 0 && <p className="result__fact">{R.counters(counters.join('、'))}</p>}
        <p className={`result__paper result__paper--${paper}`} role="status">
          {paper === 'shown'
            ? R.shown
            : paper === 'failed'
              ? R.failed(ticket.no)
              : paper === 'printed'
                ? R.printed
                : R.printing}
        </p>
        <Button tone="primary" size="large" className="kiosk__main" onClick={onDone}>
          {R.done}
        </Button>
      </div>
    </section>
  )
}

type Paper = ValueOf<'kiosk.paper'> | 'shown'

/** What has become of the sheet, asked with every beat until it is settled. A failed print may still come out. */
function usePaper(docId: string, how: 'printing' | 'shown'): Paper {
  const [paper, setPaper] = useState<Paper>(how === 'shown' ? 'shown' : 'queued')
  const settled = paper === 'shown' || paper === 'printed'
  useEffect(() => {
    if (settled) return
    let here = true
    const look = (): void => {
      void ask('kiosk.paper', { docId }).then(
        (reply) => {
          if (here && reply.ok) setPaper(reply.value)
        },
        // The next beat asks again.
        () => undefined
      )
    }
    look()
    const stop = listen('beat', look)
    return () => {
      here = false
      stop()
    }
  }, [docId, settled])
  return paper
}
