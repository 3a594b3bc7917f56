import { type UseFormReturn, useWatch } from 'react-hook-form'
import { Button, classes } from '../../../ui/index.ts'
import type { IntakeForm } from '../model/intake.ts'
import { type Outcome, outcomeOf } from '../model/outcome.ts'
import { T } from '../texts.ts'

export interface OutcomeBarProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly busy: boolean
  /** Sentence of a refusal that belongs to no field. */
  readonly refused: string | null
  readonly onIssue: () => void
}

/** Says what will come out before the key is pressed, and presses it. */
export function OutcomeBar({ form, busy, refused, onIssue }: OutcomeBarProps) {
  const [itemId, rows] = useWatch({ control: form.control, name: ['itemId', 'ticks'] })
  const outcome = outcomeOf(itemId === '' ? null : rows)
  const paper = paperOf(outcome)
  return (
    <footer className={classes('outcome', `outcome--${outcome.kind}`)}>
      <p className="outcome__says" role="status" data-testid="outcome">
        {refused === null ? (
          <>
            {saysOf(outcome)}
            {paper !== null && <strong className="outcome__paper">{paper}</strong>}
          </>
        ) : (
          <span className="ui-field__error">{refused}</span>
        )}
      </p>
      <Button
        tone={paper === null ? 'plain' : 'primary'}
        size="large"
        kbd="Ctrl+Enter"
        kbdGroup={T.work}
        busy={busy}
        data-place="outcome"
        onClick={onIssue}
      >
        {paper === null ? T.goOn : `${T.issue}${paper}`}
      </Button>
    </footer>
  )
}

function saysOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'noItem':
      return T.outcomeNone
    case 'open':
      return T.outcomeOpen(outcome.rows)
    case 'reason':
      return T.outcomeReason
    case 'accept':
      return T.outcomeAccept
    case 'notice':
      return T.outcomeNotice(outcome.gaps)
  }
}

/** The paper that comes out; `null`: none yet. */
function paperOf(outcome: Outcome): string | null {
  if (outcome.kind === 'accept') return T.acceptance
  return outcome.kind === 'notice' ? T.notice : null
}
