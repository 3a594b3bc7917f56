import type { ComponentProps } from 'react'
import { classes } from './classes.ts'
import { useFieldWiring } from './Field.tsx'

/** Native controls that wire themselves to the `Field` around them. Every native attribute and `ref` passes through. */

interface Look {
  readonly look?: 'normal' | 'large' | 'cell'
}

const lookClass = (look: Look['look'], className: string | undefined): string =>
  classes('ui-input', look !== undefined && look !== 'normal' && `ui-input--${look}`, className)

/** Chromium must neither remember nor correct what is typed about people. */
const PRIVATE = { autoComplete: 'off', autoCorrect: 'off', spellCheck: false } as const

export function TextInput({ look, className, ...rest }: ComponentProps<'input'> & Look) {
  return <input type="text" {...PRIVATE} {...useFieldWiring()} {...rest} className={lookClass(look, className)} />
}

export function TextArea({ look, className, ...rest }: ComponentProps<'textarea'> & Look) {
  return <textarea {...PRIVATE} {...useFieldWiring()} {...rest} className={lookClass(look, className)} />
}

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string
}

export function Select({
  options,
  look,
  className,
  ...rest
}: ComponentProps<'select'> & Look & { readonly options: readonly Choice[] }) {
  return (
    <select {...useFieldWiring()} {...rest} className={lookClass(look, className)}>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  )
}

/** One tick with its text. */
export function Checkbox({
  label,
  hint,
  bare,
  className,
  ...rest
}: ComponentProps<'input'> & { readonly label: string; readonly hint?: string; readonly bare?: boolean }) {
  return (
    <label className={classes('ui-choice', bare === true && 'ui-choice--bare', className)}>
      <input type="checkbox" {...rest} />
      <span>
        {label}
        {hint !== undefined && <span className="ui-choice__hint">{hint}</span>}
      </span>
    </label>
  )
}
