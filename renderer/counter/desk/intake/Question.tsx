import { type KeyboardEvent, useId } from 'react'
import type { Situation } from '../../../../shared/domain/catalogue/serviceItem.ts'
import { classes, isComposing } from '../../../ui/index.ts'

export interface QuestionProps {
  readonly situation: Situation
  readonly answer: string | undefined
  readonly error: string | undefined
  /** `goOn`: by a key that settles it; `stay`: by arrows, which are still looking. */
  readonly onAnswer: (option: string, how: 'stay' | 'goOn') => void
  readonly onStep: (step: 1 | -1) => void
}

/** One question. Digits answer and go on, left and right change the answer, up and down go to the neighbours. */
export function Question({ situation, answer, error, onAnswer, onStep }: QuestionProps) {
  const id = useId()
  const { options } = situation
  const chosen = options.findIndex((option) => option.id === answer)

  const move = (step: 1 | -1): void => {
    const from = chosen < 0 && step === -1 ? options.length : chosen
    const next = options[Math.min(options.length - 1, Math.max(0, from + step))]
    if (next) onAnswer(next.id, 'stay')
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return
    const option = /^[1-9]$/.test(event.key) ? options[Number(event.key) - 1] : undefined
    if (option) onAnswer(option.id, 'goOn')
    else if (event.key === 'ArrowRight') move(1)
    else if (event.key === 'ArrowLeft') move(-1)
    else if (event.key === 'ArrowDown') onStep(1)
    else if (event.key === 'ArrowUp') onStep(-1)
    else if (event.key === 'Enter' && answer !== undefined && chosen >= 0) onAnswer(answer, 'goOn')
    else return
    event.preventDefault()
  }

  return (
    <div className={classes('question', error !== undefined && 'question--error')}>
      <p className="question__text" id={`${id}-text`}>
        {situation.question}
      </p>
      <div
        className="question__options"
        role="radiogroup"
        aria-labelledby={`${id}-text`}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onKeyDown={onKeyDown}
      >
        {options.map((option, at) => {
          const checked = at === chosen
          const reachable = checked || (chosen < 0 && at === 0)
          return (
            // biome-ignore lint/a11y/useSemanticElements: native radios would take up and down for themselves
            <button
              key={option.id}
              type="button"
              role="radio"
              aria-checked={checked}
              tabIndex={reachable ? 0 : -1}
              data-place={reachable ? `answers.${situation.id}` : undefined}
              className={classes('mark', checked && 'mark--chosen')}
              onClick={() => onAnswer(option.id, 'goOn')}
            >
              <kbd>{at + 1}</kbd>
              {option.label}
            </button>
          )
        })}
      </div>
      {error !== undefined && (
        <p className="ui-field__error question__error" id={`${id}-error`} aria-live="polite">
          {error}
        </p>
      )}
    </div>
  )
}
