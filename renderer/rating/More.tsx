import { useEffect, useRef } from 'react'
import { isBad, RATING_REASONS } from '../../shared/domain/feedback/rating.ts'
import { LEVEL_NAMES } from '../../shared/projections/ratingSheet.ts'
import { REASON_WORDS } from '../texts/ratingWords.ts'
import { Button, Field, TextArea, TextInput } from '../ui/index.ts'
import { type Answer, toggled } from './answer.ts'
import { Face } from './Face.tsx'
import { NumberPad } from './NumberPad.tsx'
import { T } from './texts.ts'

interface MoreProps {
  readonly answer: Answer
  /** The phone number is none. */
  readonly wrong: boolean
  readonly onChange: (answer: Answer) => void
  readonly onBack: () => void
}

/** What may be added to a face. Nothing of it has to be. Reasons and phone with a bad rating alone. */
export function More({ answer, wrong, onChange, onBack }: MoreProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { level, reasons, comment, phone } = answer
  return (
    <>
      <div className="rating__chosen">
        <Face level={level} />
        <h1 ref={heading} tabIndex={-1}>
          {T.chosen(LEVEL_NAMES[level])}
        </h1>
        <Button size="large" onClick={onBack}>
          {T.change}
        </Button>
      </div>
      {isBad(level) && (
        <fieldset className="rating__reasons">
          <legend>{T.reasons}</legend>
          {RATING_REASONS.map((reason) => (
            <button
              key={reason}
              type="button"
              className="rating__reason"
              aria-pressed={reasons.includes(reason)}
              onClick={() => onChange({ ...answer, reasons: toggled(reasons, reason) })}
            >
              <span aria-hidden="true">{reasons.includes(reason) ? '✓' : '□'}</span>
              {REASON_WORDS[reason]}
            </button>
          ))}
        </fieldset>
      )}
      <div className={isBad(level) ? 'rating__fields' : 'rating__fields rating__fields--one'}>
        <Field label={T.comment} hint={T.commentHint}>
          <TextArea
            rows={3}
            maxLength={500}
            value={comment}
            onChange={(event) => onChange({ ...answer, comment: event.target.value })}
          />
        </Field>
        {isBad(level) && (
          <div className="rating__phone">
            <Field label={T.phone} hint={T.phoneHint} error={wrong ? T.phoneWrong : undefined}>
              <TextInput
                type="tel"
                inputMode="tel"
                maxLength={20}
                value={phone}
                onChange={(event) => onChange({ ...answer, phone: event.target.value })}
              />
            </Field>
            <NumberPad value={phone} onChange={(next) => onChange({ ...answer, phone: next })} />
          </div>
        )}
      </div>
    </>
  )
}
