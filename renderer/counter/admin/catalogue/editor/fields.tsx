import { type ReactNode, useId } from 'react'
import { type FieldPath, get, useController, useFormContext, useFormState } from 'react-hook-form'
import { type Choice, Field, Select, TextArea, TextInput } from '../../../../ui/index.ts'
import type { ItemForm } from '../model/itemForm.ts'
import { K } from '../texts.ts'

/** The few kinds of field that an item is made of. Each has its name as its place, and its sentence beside it. */

export type Path = FieldPath<ItemForm>

/** Name of a field's place for the focus. */
export const placeOf = (path: string): string => `item.${path}`

/** What is wrong with a field. */
export function useWrong(path: string): string | undefined {
  const { control } = useFormContext<ItemForm>()
  const { errors } = useFormState({ control, name: path as Path })
  const found: unknown = get(errors, `${path}.message`)
  return typeof found === 'string' ? found : undefined
}

export interface FieldOf {
  readonly path: Path
  readonly label: string
  readonly hint?: ReactNode
  readonly required?: boolean
}

export function Line({ path, label, hint, required, numeric }: FieldOf & { readonly numeric?: boolean }) {
  const { register } = useFormContext<ItemForm>()
  return (
    <Field label={label} hint={hint} error={useWrong(path)} required={required === true}>
      <TextInput data-place={placeOf(path)} {...(numeric && { inputMode: 'numeric' })} {...register(path)} />
    </Field>
  )
}

export function Words({ path, label, hint, required, rows = 3 }: FieldOf & { readonly rows?: number }) {
  const { register } = useFormContext<ItemForm>()
  return (
    <Field label={label} hint={hint} error={useWrong(path)} required={required === true}>
      <TextArea rows={rows} data-place={placeOf(path)} {...register(path)} />
    </Field>
  )
}

export function Choose({ path, label, hint, options }: FieldOf & { readonly options: readonly Choice[] }) {
  const { register } = useFormContext<ItemForm>()
  return (
    <Field label={label} hint={hint} error={useWrong(path)}>
      <Select options={options} data-place={placeOf(path)} {...register(path)} />
    </Field>
  )
}

type LimitPath = 'promisedLimit' | 'statutoryLimit' | 'lapse' | 'publicity' | 'localLimit' | 'deliveryLimit'
type RowLimitPath =
  | `jointOffices.${number}.limit`
  | `materials.${number}.deferLimit`
  | `materials.${number}.commitment.checkLimit`

const UNITS: readonly Choice[] = [
  { value: 'WORKING_DAY', label: '个工作日' },
  { value: 'CALENDAR_DAY', label: '个自然日' }
]

/** A number of days with the choice of its unit; units are never converted into each other. */
export function LimitOf({ path, ...rest }: Omit<FieldOf, 'path'> & { readonly path: LimitPath | RowLimitPath }) {
  const { register } = useFormContext<ItemForm>()
  return (
    <div className="catEdit__limit">
      <Line path={`${path}.value`} numeric {...rest} />
      <Field label={`${rest.label}：${K.unit}`} labelHidden>
        <Select options={UNITS} {...register(`${path}.unit`)} />
      </Field>
    </div>
  )
}

export function Tick({ path, label, hint }: FieldOf) {
  const { register } = useFormContext<ItemForm>()
  const id = useId()
  const wrong = useWrong(path)
  return (
    <div className="ui-field">
      <label className="ui-choice ui-choice--bare">
        <input
          type="checkbox"
          data-place={placeOf(path)}
          aria-invalid={wrong !== undefined || undefined}
          aria-describedby={wrong === undefined ? undefined : id}
          {...register(path)}
        />
        <span>
          {label}
          {hint !== undefined && <span className="ui-choice__hint">{hint}</span>}
        </span>
      </label>
      {wrong !== undefined && (
        <p className="ui-field__error" id={id} aria-live="polite">
          {wrong}
        </p>
      )}
    </div>
  )
}

export interface TicksProps extends FieldOf {
  readonly options: readonly Choice[]
}

/** Some of many, in the order in which they were ticked. */
export function Ticks({ path, label, hint, options }: TicksProps) {
  const { control } = useFormContext<ItemForm>()
  const { field } = useController({ control, name: path })
  const id = useId()
  const wrong = useWrong(path)
  const chosen: readonly string[] = Array.isArray(field.value) ? (field.value as string[]) : []
  const toggle = (value: string): void =>
    field.onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value])
  return (
    <fieldset className="ui-field catEdit__ticks" aria-describedby={wrong === undefined ? undefined : id}>
      <legend className="ui-choices__legend">{label}</legend>
      <div className="ui-choices">
        {options.map((option, at) => (
          <label className="ui-choice" key={option.value}>
            <input
              type="checkbox"
              checked={chosen.includes(option.value)}
              aria-invalid={wrong !== undefined || undefined}
              data-place={at === 0 ? placeOf(path) : undefined}
              onChange={() => toggle(option.value)}
              onBlur={field.onBlur}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className="ui-choice__hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {wrong !== undefined && (
        <p className="ui-field__error" id={id} aria-live="polite">
          {wrong}
        </p>
      )}
      {hint !== undefined && <p className="ui-field__hint">{hint}</p>}
    </fieldset>
  )
}

/** The sentence about a list as a whole. */
export function ListWrong({ path }: { readonly path: 'materials' | 'situations' | 'stages' | 'jointOffices' }) {
  const root = useWrong(`${path}.root`)
  const plain = useWrong(path)
  const wrong = root ?? plain
  return wrong === undefined ? null : (
    <p className="ui-field__error" aria-live="polite">
      {wrong}
    </p>
  )
}
