import type { ReactNode } from 'react'
import { type Control, type UseFormClearErrors, useController } from 'react-hook-form'
import { Field, TextArea, TextInput } from '../../../ui/index.ts'
import type { IntakeForm } from '../model/intake.ts'

type Person = 'applicant' | 'proxy'
export type TextPath =
  | `${Person}.${'name' | 'idNumber' | 'phone' | 'idValidUntil'}`
  | 'applicant.address'
  | `proxy.authority.${'matters' | 'powers' | 'from' | 'until'}`
  | 'topic'
  | 'answerText'
  | 'certificateNo'
  | 'secondNoticeReason'
  | 'declineReason'
  | `destination.${'name' | 'place' | 'phone'}`

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
  /** Several lines high. */
  readonly lines?: number
  /** Enter passes over it: it holds what nearly always stays as it is. */
  readonly skipEnter?: boolean
  readonly onSettle?: (text: string) => void
}

/** Text of the form. No length is cut while typing: names are counted by character, and main says no. */
export function FormField(props: FormFieldProps) {
  const { control, clearErrors, path, label, hint, wrong, required, className, onSettle } = props
  const { field, fieldState } = useController({ control, name: path })
  const shared = {
    ref: field.ref,
    name: path,
    value: field.value,
    'data-place': path,
    ...(props.skipEnter === true ? { 'data-skip-enter': '' } : {})
  }
  const change = (event: { readonly currentTarget: { readonly value: string } }): void => {
    if (fieldState.error) clearErrors(path)
    field.onChange(event)
  }
  const blur = (event: { readonly currentTarget: { readonly value: string } }): void => {
    field.onBlur()
    onSettle?.(event.currentTarget.value)
  }
  return (
    <Field
      label={label}
      hint={hint}
      error={fieldState.error?.message ?? wrong}
      required={required === true}
      className={className}
    >
      {props.lines === undefined ? (
        <TextInput {...shared} inputMode={props.inputMode} disabled={props.disabled} onChange={change} onBlur={blur} />
      ) : (
        <TextArea {...shared} rows={props.lines} disabled={props.disabled} onChange={change} onBlur={blur} />
      )}
    </Field>
  )
}
