import { useId } from 'react'
import { classes } from './classes.ts'
import type { Choice } from './inputs.tsx'

export interface RadioGroupProps {
  readonly legend: string
  readonly legendHidden?: boolean
  readonly options: readonly Choice[]
  readonly value: string | null
  readonly onChange: (value: string) => void
  readonly error?: string | undefined
  readonly column?: boolean
  readonly name?: string
}

/** Native radio buttons; arrows move within the group. */
export function RadioGroup(props: RadioGroupProps) {
  const { legend, legendHidden, options, value, onChange, error, column, name } = props
  const id = useId()
  const hasError = error !== undefined && error !== ''
  return (
    <fieldset className="ui-field" aria-describedby={hasError ? `${id}-error` : undefined}>
      <legend className={legendHidden === true ? 'ui-hidden' : 'ui-choices__legend'}>{legend}</legend>
      <div className={classes('ui-choices', column === true && 'ui-choices--column')}>
        {options.map((option) => (
          <label className="ui-choice" key={option.value}>
            <input
              type="radio"
              name={name ?? id}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className="ui-choice__hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {hasError && (
        <p className="ui-field__error" id={`${id}-error`} aria-live="polite">
          {error}
        </p>
      )}
    </fieldset>
  )
}
