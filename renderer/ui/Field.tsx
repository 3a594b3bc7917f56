import { createContext, type ReactNode, useContext, useId } from 'react'
import { classes } from './classes.ts'

interface FieldWiring {
  readonly id: string
  readonly describedBy: string | undefined
  readonly invalid: boolean
  readonly required: boolean
}

const FieldContext = createContext<FieldWiring | null>(null)

export interface FieldProps {
  readonly label: ReactNode
  readonly hint?: ReactNode
  /** Sentence beside the field; `undefined` or empty = none. */
  readonly error?: string | undefined
  readonly required?: boolean
  /** The label is there for readers only (cells of a table have their heading). */
  readonly labelHidden?: boolean
  readonly className?: string
  readonly children: ReactNode
}

/** Label, control, hint and error; the control inside (TextInput, Select, TextArea) wires itself to them. */
export function Field({ label, hint, error, required, labelHidden, className, children }: FieldProps) {
  const id = useId()
  const hasError = error !== undefined && error !== ''
  const describedBy = classes(hasError && `${id}-error`, hint !== undefined && hint !== null && `${id}-hint`)
  const wiring: FieldWiring = {
    id,
    describedBy: describedBy || undefined,
    invalid: hasError,
    required: required === true
  }
  return (
    <div className={classes('ui-field', className)}>
      <label className={labelHidden === true ? 'ui-hidden' : 'ui-field__label'} htmlFor={id}>
        {label}
        {required === true && (
          <span className="ui-field__need" aria-hidden="true">
            *
          </span>
        )}
      </label>
      <FieldContext value={wiring}>{children}</FieldContext>
      {hasError && (
        <p className="ui-field__error" id={`${id}-error`} aria-live="polite">
          {error}
        </p>
      )}
      {hint !== undefined && hint !== null && (
        <p className="ui-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** Attributes that tie a control to the field around it; empty outside of one. */
export function useFieldWiring() {
  const field = useContext(FieldContext)
  if (!field) return {}
  return {
    id: field.id,
    'aria-describedby': field.describedBy,
    'aria-invalid': field.invalid || undefined,
    'aria-required': field.required || undefined
  }
}
