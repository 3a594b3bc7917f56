import { type UseFormReturn, useController, useWatch } from 'react-hook-form'
import { DOCUMENT_KINDS } from '../../../../shared/domain/people/otherDocuments.ts'
import { normalizePersonName } from '../../../../shared/domain/people/personName.ts'
import { Field, Select } from '../../../ui/index.ts'
import type { IntakeForm } from '../model/intake.ts'
import { NAME_WARNING, T } from '../texts.ts'
import { FormField } from './FormField.tsx'
import { IdNumberField } from './IdNumberField.tsx'
import { PhoneField } from './PhoneField.tsx'

const KINDS = DOCUMENT_KINDS.map(({ kind, label }) => ({ value: kind, label }))

export interface PersonFormProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly who: 'applicant' | 'proxy'
  readonly today: string
}

/** Name, document, phone; for the applicant the address as well. */
export function PersonForm({ form, who, today }: PersonFormProps) {
  const name = useWatch({ control: form.control, name: `${who}.name` })
  const kind = useController({ control: form.control, name: `${who}.idKind` })
  const { control, clearErrors } = form
  const checked = normalizePersonName(name)
  const unknown = checked.ok && checked.warnings.includes('name-character-unknown')
  return (
    <div className="personForm">
      <FormField
        control={control}
        clearErrors={clearErrors}
        path={`${who}.name`}
        label={T.name}
        required
        hint={unknown ? <span className="hint--warn">{NAME_WARNING}</span> : undefined}
        onSettle={(raw) => {
          const settled = normalizePersonName(raw)
          if (settled.ok && settled.name !== raw) form.setValue(`${who}.name`, settled.name)
        }}
      />
      <Field label={T.idKind} error={kind.fieldState.error?.message}>
        <Select
          options={KINDS}
          ref={kind.field.ref}
          value={kind.field.value}
          data-place={`${who}.idKind`}
          data-skip-enter=""
          onChange={(event) => {
            clearErrors([`${who}.idKind`, `${who}.idNumber`])
            kind.field.onChange(event)
          }}
          onBlur={kind.field.onBlur}
        />
      </Field>
      <IdNumberField form={form} who={who} today={today} />
      <PhoneField form={form} who={who} />
      {who === 'applicant' && (
        <FormField
          className="personForm__address"
          control={control}
          clearErrors={clearErrors}
          path="applicant.address"
          label={T.address}
        />
      )}
    </div>
  )
}
