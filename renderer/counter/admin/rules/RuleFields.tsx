import type { ReactNode } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { Field, Select, TextInput } from '../../../ui/index.ts'
import type { RuleField, RulesValues } from './rulesForm.ts'
import { R, UNITS } from './texts.ts'

type Form = UseFormReturn<RulesValues>

export interface RuleFieldProps {
  readonly form: Form
  readonly path: RuleField
  readonly label: string
  readonly hint?: string
  /** What stands behind the number. */
  readonly unit?: ReactNode
  readonly place?: string
}

const messageAt = ({ getFieldState, formState }: Form, path: RuleField): string | undefined =>
  getFieldState(path, formState).error?.message

/** A number with its unit. */
export function RuleNumber({ form, path, label, hint, unit, place }: RuleFieldProps) {
  return (
    <Field label={label} hint={hint} error={messageAt(form, path)} required>
      <div className="ui-withEnd rules__number">
        <TextInput inputMode="numeric" data-place={place} {...form.register(path)} />
        {unit !== undefined && <span className="rules__unit">{unit}</span>}
      </div>
    </Field>
  )
}

export function RuleText({ form, path, label, hint }: RuleFieldProps) {
  return (
    <Field label={label} hint={hint} error={messageAt(form, path)} required>
      <TextInput {...form.register(path)} />
    </Field>
  )
}

export interface RuleChoiceProps {
  readonly form: Form
  readonly path: 'restDayReceipt' | 'paperTypeface'
  readonly label: string
  /** By their values, in the order they are shown. */
  readonly choices: Readonly<Record<string, { readonly label: string; readonly hint: string }>>
}

/** One of a few, each with what it means. */
export function RuleChoice({ form, path, label, choices }: RuleChoiceProps) {
  return (
    <fieldset className="ui-field">
      <legend className="ui-choices__legend">{label}</legend>
      {Object.entries(choices).map(([value, choice]) => (
        <label key={value} className="ui-choice">
          <input type="radio" value={value} {...form.register(path)} />
          <span>
            {choice.label}
            <span className="ui-choice__hint">{choice.hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

export interface RuleLimitProps {
  readonly form: Form
  readonly path: 'deferralLimit' | 'commitmentCheckLimit'
  readonly label: string
  readonly hint: string
}

/** A time limit with the choice of its unit; units are never converted into each other. */
export function RuleLimit({ form, path, label, hint }: RuleLimitProps) {
  return (
    <div className="rules__limit">
      <Field label={label} hint={hint} error={messageAt(form, `${path}.value`)} required>
        <TextInput inputMode="numeric" {...form.register(`${path}.value`)} />
      </Field>
      <Field label={`${label}：${R.unit}`} labelHidden>
        <Select options={UNITS} {...form.register(`${path}.unit`)} />
      </Field>
    </div>
  )
}
