import { useEffect, useState } from 'react'
import type { PriorityReason } from '../../shared/domain/queue/queueEvents.ts'
import type { KioskView } from '../../shared/projections/hallViews.ts'
import { ask } from '../bridge/linchuang.ts'
import { waitText } from '../texts/index.ts'
import { Button, Notice } from '../ui/index.ts'
import { Heading } from './Heading.tsx'
import { T } from './texts.ts'
import type { Step, Wish } from './visit.ts'
import { CLOSED_WORDS, PRIORITY_WORDS, printerTrouble } from './words.ts'

interface StartProps {
  readonly view: KioskView
  readonly elder: boolean
  readonly priority: PriorityReason | null
  readonly busy: boolean
  readonly step: (step: Step) => void
  readonly want: (wish: Wish) => void
}

/** The groups, and the other ways to a number. */
export function Start({ view, elder, priority, busy, step, want }: StartProps) {
  const trouble = usePrinterTrouble()
  return (
    <>
      <Heading>{elder ? T.titleElder : T.title}</Heading>
      {trouble !== null && (
        <Notice tone="warn">{`${trouble}。${view.withoutPaper ? T.printerNow : T.printerWindow}`}</Notice>
      )}
      {priority !== null && (
        <p className="kiosk__priority">
          <strong>{T.priorityOn(PRIORITY_WORDS[priority])}</strong>
          <Button size="large" onClick={() => step({ step: 'priority', reason: null })}>
            {T.priorityOff}
          </Button>
        </p>
      )}
      <ul className="groups">
        {view.groups.map((group) => (
          <li key={group.code}>
            <GroupButton
              elder={elder}
              group={group}
              busy={busy}
              onTake={() => want({ kind: 'take', group: group.code, itemId: null })}
            />
          </li>
        ))}
      </ul>
      <nav className="kiosk__ways" aria-label={T.ways}>
        <Button size="large" onClick={() => step({ step: 'go', to: 'search' })}>
          {elder ? T.searchElder : T.search}
        </Button>
        {view.appointments && (
          <Button size="large" onClick={() => step({ step: 'go', to: 'checkIn' })}>
            {T.checkIn}
          </Button>
        )}
        {view.priorities.length > 0 && priority === null && (
          <Button size="large" onClick={() => step({ step: 'go', to: 'priority' })}>
            {T.priorityAsk}
          </Button>
        )}
      </nav>
      {view.reader === 'ready' && !elder && <p className="kiosk__hint">{T.cardHint}</p>}
    </>
  )
}

interface GroupButtonProps {
  readonly elder: boolean
  readonly group: KioskView['groups'][number]
  readonly busy: boolean
  readonly onTake: () => void
}

function GroupButton({ elder, group, busy, onTake }: GroupButtonProps) {
  const closed = group.open === 'open' ? null : CLOSED_WORDS[group.open]
  return (
    <Button className="group" disabled={closed !== null} busy={busy} onClick={onTake}>
      <span className="group__letter">{group.code}</span>
      <span className="group__name">{group.name}</span>
      {closed ? (
        <>
          <span className="group__why">{closed.why}</span>
          <span className="group__wait">{elder ? T.askCounter : closed.do}</span>
        </>
      ) : (
        <>
          <span className="group__people">{T.waiting(group.waiting)}</span>
          {!elder && <span className="group__wait">{group.estimate ? waitText(group.estimate) : T.noEstimate}</span>}
        </>
      )}
    </Button>
  )
}

/** Whoever fills in new paper sees this soon; while all is well nobody asks. */
const ASK_AGAIN_MS = 15_000

/** What is the matter with the ticket printer, asked when somebody new may come; `null`: nothing that is known of. */
function usePrinterTrouble(): string | null {
  const [trouble, setTrouble] = useState<string | null>(null)
  const troubled = trouble !== null
  useEffect(() => {
    let here = true
    const look = (): void => {
      void ask('kiosk.printer', {}).then(
        (reply) => {
          if (here && reply.ok) setTrouble(reply.value.ready ? null : printerTrouble(reply.value.health))
        },
        // A number is not taken without asking again; until then there is nothing to say.
        () => undefined
      )
    }
    const timer = troubled ? setInterval(look, ASK_AGAIN_MS) : undefined
    if (!troubled) look()
    return () => {
      here = false
      clearInterval(timer)
    }
  }, [troubled])
  return trouble
}
