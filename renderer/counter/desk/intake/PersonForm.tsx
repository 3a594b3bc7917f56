import { type UseFormReturn, useController, useWatch } from 'react-hook-form'
import { DOCUMENT_KINDS, isOrganisation } from '../../../../shared/domain/people/otherDocuments.ts'
import { normalizeName } from '../../../../shared/domain/people/personName.ts'
import { hasValidity } from '../../../../shared/domain/people/validUntil.ts'
import { Field, Select } from '../../../ui/index.ts'
import type { IntakeForm } from '../model/intake.ts'
import { NAME_WARNING, T } from '../texts.ts'
import { FormField } from './FormField.tsx'
import { IdNumberField } from './IdNumberField.tsx'
import { PhoneField } from './PhoneField.tsx'
import { P } from './personTexts.ts'
import { ValidUntilField } from './ValidUntilField.tsx'
import './person.css'

const KINDS = DOCUMENT_KINDS.map(({ kind, label }) => ({ value: kind, label }))
/** Whoever comes to the counter for somebody is a person. */
const KINDS_OF_PROXIES = KINDS.filter(({ value }) => !isOrganisation(value))

export interface PersonFormProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly who: 'applicant' | 'proxy'
  readonly today: string
  /** 有效期至 as typed, where the form keeps it. */
  readonly validUntil?: {
    readonly value: string
    readonly onChange: (text: string) => void
    readonly error?: string | undefined
  }
}

/** Name, document, phone; for the applicant the address as well. With a credit code the applicant is an organisation. */
export function PersonForm({ form, who, today, validUntil }: PersonFormProps) {
  const [name, hasProxy] = useWatch({ control: form.control, name: [`${who}.name`, 'hasProxy'] })
  const kind = useController({ control: form.control, name: `${who}.idKind` })
  const { control, clearErrors } = form
  const idKind = kind.field.value
  const organisation = isOrganisation(idKind)
  const checked = normalizeName(idKind, name)
  const unknown = checked.ok && checked.warnings.includes('name-character-unknown')
  return (
    <div className="personForm">
      <FormField
        control={control}
        clearErrors={clearErrors}
        path={`${who}.name`}
        label={organisation ? P.organisationName : T.name}
        required
        hint={unknown ? <span className="hint--warn">{NAME_WARNING}</span> : undefined}
        onSettle={(raw) => {
          const settled = normalizeName(idKind, raw)
          if (settled.ok && settled.name !== raw) form.setValue(`${who}.name`, settled.name)
        }}
      />
      <Field label={T.idKind} error={kind.fieldState.error?.message}>
        <Select
          options={who === 'proxy' ? KINDS_OF_PROXIES : KINDS}
          ref={kind.field.ref}
          value={idKind}
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
      {validUntil && hasValidity(idKind) && (
        <ValidUntilField place={`${who}.idValidUntil`} today={today} {...validUntil} />
      )}
      {who === 'applicant' && (
        <FormField
          className="personForm__address"
          control={control}
          clearErrors={clearErrors}
          path="applicant.address"
          label={organisation ? P.organisationAddress : T.address}
        />
      )}
      {organisation && !hasProxy && (
        <p className="personForm__note hint--warn" role="status">
          {P.organisationActs}
        </p>
      )}
    </div>
  )
}
