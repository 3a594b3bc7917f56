import { useEffect, useState } from 'react'
import type { RatingLevel } from '../../shared/domain/feedback/rating.ts'
import type { RatingScreenShown, RatingView } from '../../shared/projections/hallViews.ts'
import { useView } from '../bridge/linchuang.ts'
import { useSilence } from '../bridge/silence.ts'
import { Ask } from './Ask.tsx'
import { Thanks } from './Thanks.tsx'
import { T } from './texts.ts'

const TOPICS = ['rating'] as const
/** Long enough to be read; a new ask takes its place at once. */
const THANKS_MS = 12_000

interface Thanked {
  readonly ratingId: string
  readonly level: RatingLevel
  readonly called: boolean
}

/** Before the visitor: idle, the question, thanks. Names nobody; what is chosen goes to main and stays there. */
export function RatingScreen({ screenId }: { readonly screenId: string | null }) {
  const view = useView('rating')
  const { old } = useSilence(TOPICS)
  const [thanked, setThanked] = useState<Thanked | null>(null)
  useEffect(() => {
    if (thanked === null) return
    const timer = setTimeout(() => setThanked(null), THANKS_MS)
    return () => clearTimeout(timer)
  }, [thanked])

  const mine = view && screenOf(view, screenId)
  if (!view || !mine || old) {
    return (
      <main className="rating">
        <p className="rating__quiet" role="status">
          {old ? T.old : T.starting}
        </p>
      </main>
    )
  }
  const { ask } = mine
  const asks = ask !== null && ask.ratingId !== thanked?.ratingId
  return (
    <main className="rating">
      <header className="rating__head">
        <p>{view.hallName}</p>
        <p className="rating__counter">{mine.counter !== null && T.counter(mine.counter, mine.counterName)}</p>
      </header>
      {asks ? (
        <Ask
          key={ask.ratingId}
          ask={ask}
          onGiven={(level, called) => setThanked({ ratingId: ask.ratingId, level, called })}
        />
      ) : thanked ? (
        <Thanks level={thanked.level} called={thanked.called} />
      ) : (
        <section className="rating__idle">
          <h1>{T.idle}</h1>
          <p>{T.idleHint}</p>
        </section>
      )}
    </main>
  )
}

/** The planned screen that this window is; without an id there is only one. */
const screenOf = (view: RatingView, id: string | null): RatingScreenShown | null =>
  (id === null ? view.screens[0] : view.screens.find((screen) => screen.id === id)) ?? null
