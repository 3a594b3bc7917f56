import type { HTMLAttributes } from 'react'
import { type FieldError, type FieldErrors, type FieldPath, get, useFormContext } from 'react-hook-form'
import { Field, TextInput } from '../../../ui/index.ts'
import type { CountersValues } from './countersForm.ts'

type Path = FieldPath<CountersValues>

/** The sentence beside a cell; of a whole list, the one that concerns the list. */
export function useCellError(path: Path): string | undefined {
  const { formState } = useFormContext<CountersValues>()
  const error = get<FieldErrors<CountersValues>, FieldError | undefined>(formState.errors, path)
  return error?.message ?? error?.root?.message
}

interface CellFieldProps {
  readonly path: Path
  readonly label: string
  readonly place?: string | undefined
  readonly maxLength?: number
  readonly inputMode?: HTMLAttributes<HTMLInputElement>['inputMode']
  /** Puts what was typed right when the field is left. */
  readonly tidy?: (text: string) => string
}

/** One text of a table; the column's heading is its visible label. */
export function CellField({ path, label, place, tidy, ...input }: CellFieldProps) {
  const { register, setValue } = useFormContext<CountersValues>()
  const onBlur = (event: { readonly target: { readonly value: string } }): void => {
    const tidied = tidy?.(event.target.value)
    if (tidied !== undefined && tidied !== event.target.value) setValue(path, tidied, { shouldDirty: true })
  }
  return (
    <Field label={label} error={useCellError(path)} labelHidden>
      <TextInput {...input} look="cell" data-place={place} {...register(path, { onBlur })} />
    </Field>
  )
}
