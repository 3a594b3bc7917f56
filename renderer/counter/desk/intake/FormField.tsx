import type { ReactNode } from 'react'
import { type Control, type UseFormClearErrors, useController } from 'react-hook-form'
import { Field, TextInput } from '../../../ui/index.ts'
import type { IntakeForm } from '../model/intake.ts'

type Person = 'applicant' | 'proxy'
export type TextPath = `${Person}.${'name' | 'idNumber' | 'phone'}` | 'applicant.address' | 'secondNoticeReason'

export interface FormFieldProps {
  readonly control: Control<IntakeForm>
  readonly clearErrors: UseFormClearErrors<IntakeForm>
  readonly path: TextPath
  readonly label: ReactNode
  /** A few words beside the label. */
  readonly hint?: ReactNode
  /** A sentence that the desk itself has about what is typed; a refusal of main stands before it. */
  readonly wrong?: string | undefined
  readonly required?: boolean
  readonly className?: string
  readonly inputMode?: 'text' | 'numeric' | 'tel'
  readonly disabled?: boolean
  readonly onSettle?: (text: string) => void
}

/** One line of text of the form. No length is cut while typing: names are counted by character, and main says no. */
export function FormField(props: FormFieldProps) {
  const { control, clearErrors, path, label, hint, wrong, required, className, inputMode, disabled, onSettle } = props
  const { field, fieldState } = useController({ control, name: path })
  return (
    <Field
      label={label}
      hint={hint}
      error={fieldState.error?.message ?? wrong}
      required={required === true}
      className={className}
    >
      <TextInput
        ref={field.ref}
        name={path}
        value={field.value}
        data-place={path}
        inputMode={inputMode}
        disabled={disabled}
        onChange={(event) => {
          if (fieldState.error) clearErrors(path)
          field.onChange(event)
        }}
        onBlur={(event) => {
          field.onBlur()
          onSettle?.(event.currentTarget.value)
        }}
      />
    </Field>
  )
}
