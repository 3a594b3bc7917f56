import type { Refusal } from '../../shared/kernel/result.ts'
import { Button } from '../ui/index.ts'
import { Heading } from './Heading.tsx'
import { R, T } from './texts.ts'
import { visitorSentence } from './words.ts'

interface RefusedProps {
  readonly refusal: Refusal
  /** Not known whether a number was given. */
  readonly again: boolean
  readonly busy: boolean
  readonly onAgain: () => void
  readonly onHome: () => void
}

/** No number: why, and what to do next. */
export const Refused = ({ refusal, again, busy, onAgain, onHome }: RefusedProps) => (
  <section className="kiosk__said" role="alert">
    <Heading>{again ? R.unknown : R.refused}</Heading>
    <p className="kiosk__lead">{visitorSentence(refusal)}</p>
    {again && (
      <Button tone="primary" size="large" className="kiosk__main" busy={busy} onClick={onAgain}>
        {R.again}
      </Button>
    )}
    <Button size="large" className="kiosk__main" onClick={onHome}>
      {T.home}
    </Button>
  </section>
)
