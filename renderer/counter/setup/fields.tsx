import type { HTMLAttributes, ReactNode } from 'react'
import { type FieldError, type FieldErrors, type FieldPath, get, useFormContext } from 'react-hook-form'
import { type Choice, Field, Select, TextInput } from '../../ui/index.ts'
import type { SetupForm } from './form.ts'

type Path = FieldPath<SetupForm>

/** The sentence beside a field; of a whole list, the one that concerns the list. */
export function useFieldError(path: Path): string | undefined {
  const { formState } = useFormContext<SetupForm>()
  const error = get<FieldErrors<SetupForm>, FieldError | undefined>(formState.errors, path)
  return error?.message ?? error?.root?.message
}

interface TextFieldProps {
  readonly path: Path
  readonly label: string
  readonly hint?: ReactNode
  readonly required?: boolean
  readonly cell?: boolean
  readonly maxLength?: number
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  readonly className?: string
  readonly type?: 'text' | 'password'
  /** Puts what was typed right when the field is left. */
  readonly tidy?: (text: string) => string
}

/** One text field of the form. In a table (`cell`) the column's heading is its visible label. */
export function TextField({ path, label, hint, required, cell, className, tidy, ...input }: TextFieldProps) {
  const { register, setValue } = useFormContext<SetupForm>()
  const error = useFieldError(path)
  const onBlur = (event: { readonly target: { readonly value: string } }): void => {
    const tidied = tidy?.(event.target.value)
    if (tidied !== undefined && tidied !== event.target.value) setValue(path, tidied)
  }
  return (
    <Field label={label} hint={hint} error={error} required={required} labelHidden={cell} className={className}>
      <TextInput {...input} look={cell === true ? 'cell' : 'normal'} {...register(path, { onBlur })} />
    </Field>
  )
}

interface SelectFieldProps {
  readonly path: Path
  readonly label: string
  readonly options: readonly Choice[]
}

export function SelectCell({ path, label, options }: SelectFieldProps) {
  const { register } = useFormContext<SetupForm>()
  return (
    <Field label={label} error={useFieldError(path)} labelHidden>
      <Select look="cell" options={options} {...register(path)} />
    </Field>
  )
}
