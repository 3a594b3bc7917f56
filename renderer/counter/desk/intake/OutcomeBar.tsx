import { Button, classes } from '../../../ui/index.ts'
import type { OtherAct } from '../model/otherActs.ts'
import type { Outcome } from '../model/outcome.ts'
import { T } from '../texts.ts'
import { OtherMenu } from './OtherMenu.tsx'
import { I } from './texts.ts'

export interface OutcomeBarProps {
  readonly outcome: Outcome
  readonly others: readonly OtherAct[]
  readonly busy: boolean
  /** Sentence of a refusal that belongs to no field. */
  readonly refused: string | null
  /** Something to think of before pressing. */
  readonly warning: string | null
  readonly onIssue: () => void
  readonly onOther: (act: OtherAct) => void
}

/** Says what will come out before the key is pressed, and presses it; what else may be done stands beside. */
export function OutcomeBar({ outcome, others, busy, refused, warning, onIssue, onOther }: OutcomeBarProps) {
  const { says, result, main } = wordsOf(outcome)
  return (
    <footer className={classes('outcome', `outcome--${outcome.kind}`)}>
      <div className="outcome__says">
        <p role="status" data-testid="outcome">
          {refused === null ? (
            <>
              {says} {result !== null && <strong className="outcome__paper">{result}</strong>}
            </>
          ) : (
            <span className="ui-field__error">{refused}</span>
          )}
        </p>
        {warning !== null && (
          <p className="outcome__warning hint--warn" role="status">
            {warning}
          </p>
        )}
      </div>
      <OtherMenu acts={others} busy={busy} onAct={onOther} />
      <Button
        tone={main === null ? 'plain' : 'primary'}
        size="large"
        kbd="Ctrl+Enter"
        kbdGroup={T.work}
        busy={busy}
        data-place="outcome"
        onClick={onIssue}
      >
        {main ?? T.goOn}
      </Button>
    </footer>
  )
}

interface Words {
  readonly says: string
  /** The paper that comes out, or what is done; `null`: nothing yet. */
  readonly result: string | null
  /** On the main key; `null`: something is still to be done. */
  readonly main: string | null
}

const waiting = (says: string): Words => ({ says, result: null, main: null })
const paper = (says: string, name: string): Words => ({ says, result: name, main: `${T.issue}${name}` })

function wordsOf(outcome: Outcome): Words {
  switch (outcome.kind) {
    case 'noItem':
      return waiting(T.outcomeNone)
    case 'enquiry':
      if (outcome.answered) return paper(I.enquiryAnswered, I.enquiryNotice)
      if (outcome.registered) return waiting(I.enquiryAnswerFirst)
      return { says: I.enquiryOwed, result: I.registerEnquiry, main: I.registerEnquiry }
    case 'question':
      return waiting(I.questionsOpen(outcome.questions))
    case 'open':
      return waiting(T.outcomeOpen(outcome.rows))
    case 'reason':
      return waiting(T.outcomeReason)
    case 'accept': {
      const parts = I.acceptWith(outcome.deferred, outcome.committed)
      if (outcome.decide) return { says: I.willDecide, result: I.decideNow, main: I.decideNow }
      return paper(parts === '' ? T.outcomeAccept : I.acceptable(parts), T.acceptance)
    }
    case 'notice':
      return paper(T.outcomeNotice(outcome.gaps), T.notice)
  }
}
