import type { PriorityReason } from '../../shared/domain/queue/queueEvents.ts'
import { Button } from '../ui/index.ts'
import { Heading } from './Heading.tsx'
import { P, T } from './texts.ts'
import { PRIORITY_WORDS } from './words.ts'

interface PriorityChoiceProps {
  readonly reasons: readonly PriorityReason[]
  readonly onChoose: (reason: PriorityReason | null) => void
  readonly onBack: () => void
}

export const PriorityChoice = ({ reasons, onChoose, onBack }: PriorityChoiceProps) => (
  <>
    <div className="kiosk__bar">
      <Button size="large" onClick={onBack}>
        {T.back}
      </Button>
      <Heading>{P.title}</Heading>
    </div>
    <p className="kiosk__lead">{P.hint}</p>
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason}>
          <Button className="reason" onClick={() => onChoose(reason)}>
            {PRIORITY_WORDS[reason]}
          </Button>
        </li>
      ))}
      <li>
        <Button className="reason reason--none" onClick={() => onChoose(null)}>
          {P.none}
        </Button>
      </li>
    </ul>
  </>
)
