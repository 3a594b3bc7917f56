import type { PriorityReason } from '../../shared/domain/queue/queueEvents.ts'
import { Button } from '../ui/index.ts'
import { T } from './texts.ts'

export interface CardShown {
  readonly readId: string
  /** `null`: it could not be read. */
  readonly elderly: boolean | null
}

interface CardBarProps {
  readonly card: CardShown
  /** Does the hall let visitors choose this reason, and have they not? */
  readonly offers: boolean
  readonly onAnswer: (reason: PriorityReason | null) => void
}

/** A card was read: whoever is old enough is asked once whether they want to be called earlier. Nobody has to. */
export function CardBar({ card, offers, onAnswer }: CardBarProps) {
  const asks = card.elderly === true && offers
  return (
    <section className="kiosk__card">
      <p role="status">{asks ? T.cardElderly : card.elderly === null ? T.cardWrong : T.cardRead}</p>
      {asks && (
        <Button tone="primary" size="large" onClick={() => onAnswer('elderly')}>
          {T.cardYes}
        </Button>
      )}
      <Button size="large" onClick={() => onAnswer(null)}>
        {asks ? T.cardNo : T.cardGood}
      </Button>
    </section>
  )
}
