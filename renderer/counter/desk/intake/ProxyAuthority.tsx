import { useEffect, useRef } from 'react'
import { type UseFormReturn, useController, useWatch } from 'react-hook-form'
import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import { Field, Select } from '../../../ui/index.ts'
import { type AuthorityFields, suggestedAuthority } from '../model/authority.ts'
import { dayTyped } from '../model/dayTyped.ts'
import type { IntakeForm } from '../model/intake.ts'
import { FormField } from './FormField.tsx'
import { I } from './texts.ts'

const KINDS = [
  { value: 'agent', label: I.agent },
  { value: 'guardian', label: I.guardian }
] as const

const PAPERS = [
  { value: '', label: I.choose },
  { value: 'handedIn', label: I.handedIn },
  { value: 'drawUp', label: I.drawUp }
] as const

export interface ProxyAuthorityProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly item: ServiceItem | null
  readonly today: string
}

/**
 * What the agent may do: matters, powers, period and signature (民法典 165). All but the signature stands ready, so that
 * only one thing is to be answered: is the paper there, or is it drawn up here?
 */
export function ProxyAuthority({ form, item, today }: ProxyAuthorityProps) {
  const { control, clearErrors } = form
  const kind = useWatch({ control, name: 'proxy.authority.kind' })
  const name = item?.name ?? null
  const before = useRef<string | null>(null)
  useEffect(() => {
    if (name === null) return
    const typed = form.getValues('proxy.authority')
    form.setValue('proxy.authority', suggestedAuthority(typed, { name, before: before.current }, today))
    before.current = name
  }, [form, name, today])
  const field = { control, clearErrors, skipEnter: true }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid with its legend
    <div className="personForm authority" role="group" aria-label={I.authority}>
      <Choice form={form} part="kind" label={I.authorityKind} options={KINDS} skipEnter />
      {kind === 'guardian' ? (
        <p className="authority__note">{I.guardianNote}</p>
      ) : (
        <>
          <Choice form={form} part="paper" label={I.authorityPaper} options={PAPERS} required />
          {(['from', 'until'] as const).map((end) => (
            <FormField
              key={end}
              {...field}
              path={`proxy.authority.${end}`}
              label={I[end]}
              onSettle={(raw) => {
                const day = dayTyped(raw, today)
                if (day !== null && day !== raw) form.setValue(`proxy.authority.${end}`, day)
              }}
            />
          ))}
          <FormField {...field} className="authority__words" path="proxy.authority.matters" label={I.matters} />
          <FormField {...field} className="authority__words" path="proxy.authority.powers" label={I.powers} />
        </>
      )}
    </div>
  )
}

interface ChoiceProps<Part extends 'kind' | 'paper'> {
  readonly form: UseFormReturn<IntakeForm>
  readonly part: Part
  readonly label: string
  readonly options: readonly { readonly value: AuthorityFields[Part]; readonly label: string }[]
  readonly required?: boolean
  readonly skipEnter?: boolean
}

function Choice<Part extends 'kind' | 'paper'>({ form, part, label, options, ...more }: ChoiceProps<Part>) {
  const path = `proxy.authority.${part}` as const
  const { field, fieldState } = useController({ control: form.control, name: path })
  return (
    <Field label={label} error={fieldState.error?.message} required={more.required === true}>
      <Select
        options={options}
        ref={field.ref}
        value={field.value}
        data-place={path}
        {...(more.skipEnter === true ? { 'data-skip-enter': '' } : {})}
        onChange={(event) => {
          form.clearErrors('proxy.authority')
          field.onChange(event)
        }}
        onBlur={field.onBlur}
      />
    </Field>
  )
}
