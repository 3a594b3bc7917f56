import { useReducer, useState } from 'react'
import type { KioskView } from '../../shared/projections/hallViews.ts'
import { ask, useView } from '../bridge/linchuang.ts'
import { useSilence } from '../bridge/silence.ts'
import { Announcer, classes } from '../ui/index.ts'
import { CardBar, type CardShown } from './CardBar.tsx'
import { CheckIn } from './CheckIn.tsx'
import { Foot } from './Foot.tsx'
import { Head } from './Head.tsx'
import { NoPaper } from './NoPaper.tsx'
import { PriorityChoice } from './PriorityChoice.tsx'
import { Refused } from './Refused.tsx'
import { Result } from './Result.tsx'
import { Search } from './Search.tsx'
import { Start } from './Start.tsx'
import { T } from './texts.ts'
import { useCardKeys } from './useCardKeys.ts'
import { useIdle } from './useIdle.ts'
import { useNumber } from './useNumber.ts'
import { isUntouched, newVisit, next, type Step, shownSeconds, type Visit, type Wish } from './visit.ts'

const TOPICS = ['kiosk'] as const

/** The ticket kiosk. Without a live connection it offers nothing: a button that cannot answer is worse than none. */
export function KioskScreen() {
  const view = useView('kiosk')
  const { old } = useSilence(TOPICS)
  return (
    <>
      {(view === null || old) && (
        <main className="kiosk kiosk--quiet">
          <div role="status">
            <h1>{view !== null || old ? T.lost : T.starting}</h1>
            {old && <p>{T.lostDo}</p>}
            {old && view && <p>{T.enquiry(view.enquiryPhone)}</p>}
          </div>
        </main>
      )}
      {/* Stays mounted while the connection is lost: an answer that is on its way finds its page again. */}
      {view !== null && (
        <div hidden={old}>
          <Visited view={view} />
        </div>
      )}
      <Announcer />
    </>
  )
}

function Visited({ view }: { readonly view: KioskView }) {
  const [visit, step] = useReducer(next, undefined, () => newVisit())
  const { busy, take } = useNumber()
  const [typedCard, setTypedCard] = useState<CardShown | null>(null)
  const card: CardShown | null = typedCard ?? view.card
  const { page } = visit

  useCardKeys((text) => {
    const show = (elderly: boolean | null): void => setTypedCard({ readId: crypto.randomUUID(), elderly })
    void ask('kiosk.readCard', { text }).then(
      (reply) => show(reply.ok && reply.value !== null ? reply.value.elderly : null),
      () => show(null)
    )
  })

  const leave = (): void => {
    setTypedCard(null)
    step({ step: 'leave', readId: view.card?.readId ?? null })
  }
  const openCard = card !== null && card.readId !== visit.cardDone && page.kind !== 'result' ? card : null
  const seconds = page.kind === 'result' ? shownSeconds(visit.elder) : view.idleSeconds
  const counting = !busy && (!isUntouched(visit) || openCard !== null)
  const left = useIdle(seconds, counting, page, leave)

  const want = (wish: Wish, paper = true): void => {
    void take(wish, paper, visit.priority).then((reply) => {
      if (reply !== null) step({ step: 'answered', wish, paper, reply })
    })
  }

  return (
    <div className={classes('kiosk', visit.elder && 'kiosk--elder')}>
      <Head view={view} elder={visit.elder} onElder={(on) => step({ step: 'elder', on })} />
      {openCard && (
        <CardBar
          card={openCard}
          offers={view.priorities.includes('elderly') && visit.priority !== 'elderly'}
          onAnswer={(reason) => step({ step: 'card', readId: openCard.readId, reason })}
        />
      )}
      <main className={`kiosk__page kiosk__page--${page.kind}`} aria-busy={busy}>
        <PageShown view={view} visit={visit} busy={busy} step={step} want={want} leave={leave} />
      </main>
      <Foot view={view} elder={visit.elder} left={left} />
    </div>
  )
}

interface PageProps {
  readonly view: KioskView
  readonly visit: Visit
  readonly busy: boolean
  readonly step: (step: Step) => void
  readonly want: (wish: Wish, paper?: boolean) => void
  readonly leave: () => void
}

function PageShown({ view, visit, busy, step, want, leave }: PageProps) {
  const { page, elder, priority } = visit
  const home = (): void => step({ step: 'go', to: 'start' })
  switch (page.kind) {
    case 'start':
      return <Start view={view} elder={elder} priority={priority} busy={busy} step={step} want={want} />
    case 'search':
      return <Search view={view} busy={busy} want={want} onBack={home} />
    case 'checkIn':
      return <CheckIn refusal={page.refusal} busy={busy} want={want} onBack={home} />
    case 'priority':
      return (
        <PriorityChoice
          reasons={view.priorities}
          onChoose={(reason) => step({ step: 'priority', reason })}
          onBack={home}
        />
      )
    case 'noPaper':
      return (
        <NoPaper
          health={page.health}
          withoutPaper={view.withoutPaper}
          busy={busy}
          onKeep={() => want(page.wish, false)}
          onHome={leave}
        />
      )
    case 'refused':
      return (
        <Refused
          refusal={page.refusal}
          again={page.again}
          busy={busy}
          onAgain={() => want(page.wish, page.paper)}
          onHome={home}
        />
      )
    case 'result':
      return <Result view={view} page={page} elder={elder} onDone={leave} />
  }
}
