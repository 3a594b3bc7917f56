import { get } from 'react-hook-form'
import { SERVICE_BOUNDS } from '../../../../../shared/domain/hall/checkService.ts'
import { Checkbox, Field, TextInput } from '../../../../ui/index.ts'
import { NUMBER, type NumberPath, S } from '../texts.ts'
import { type ServicePath, STANDARD, useErrorAt, useServiceForm } from '../useServiceForm.ts'

/** One setting each: its name, what it does, what it may be and what it is when nobody has set it. */

export interface NumberSettingProps {
  readonly path: NumberPath
  readonly place?: string
}

export function NumberSetting({ path, place }: NumberSettingProps) {
  const { register } = useServiceForm()
  const { label, hint, unit } = NUMBER[path]
  const { least, most } = SERVICE_BOUNDS[path]
  const standard = String(get(STANDARD, path))
  return (
    <Field
      label={label}
      hint={`${hint}${S.bounds(least, most)}，${S.standard(standard)}`}
      error={useErrorAt(path)}
      required
    >
      <div className="ui-withEnd service__number">
        <TextInput inputMode="numeric" data-place={place} {...register(path)} />
        {unit !== '' && <span className="service__unit">{unit}</span>}
      </div>
    </Field>
  )
}

export interface TextSettingProps {
  readonly path: ServicePath
  readonly label: string
  readonly hint?: string
  readonly unit?: string
  /** As short as a number or a time. */
  readonly short?: boolean
  readonly required?: boolean
  readonly labelHidden?: boolean
}

export function TextSetting({ path, label, hint, unit, short, required, labelHidden }: TextSettingProps) {
  const { register } = useServiceForm()
  return (
    <Field label={label} hint={hint} error={useErrorAt(path)} required={required} labelHidden={labelHidden}>
      <div className={short === true ? 'ui-withEnd service__number' : 'ui-withEnd'}>
        <TextInput {...register(path)} />
        {unit !== undefined && <span className="service__unit">{unit}</span>}
      </div>
    </Field>
  )
}

export interface TickSettingProps {
  readonly path: ServicePath
  readonly label: string
  readonly hint?: string
  readonly place?: string
}

export function TickSetting({ path, label, hint, place }: TickSettingProps) {
  const { register } = useServiceForm()
  return <Checkbox bare label={label} hint={hint} data-place={place} {...register(path)} />
}

export interface ChoiceSettingProps {
  readonly path: 'queue.chooseBy' | 'voice.voice' | 'voice.one' | 'board.theme'
  readonly label: string
  /** By their values, in the order they are shown. */
  readonly choices: Readonly<Record<string, { readonly label: string; readonly hint: string }>>
}

/** One of a few, each with what it means. */
export function ChoiceSetting({ path, label, choices }: ChoiceSettingProps) {
  const { register } = useServiceForm()
  const standard = String(get(STANDARD, path))
  return (
    <fieldset className="ui-field">
      <legend className="ui-choices__legend">{label}</legend>
      {Object.entries(choices).map(([value, choice]) => (
        <label key={value} className="ui-choice">
          <input type="radio" value={value} {...register(path)} />
          <span>
            {choice.label}
            {value === standard && <span className="service__standard">{S.standardMark}</span>}
            <span className="ui-choice__hint">{choice.hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

export interface LetterSettingsProps {
  readonly path: 'queue.contingents' | 'appointments.places'
  readonly label: string
  readonly hint: string
  readonly groups: readonly { readonly code: string; readonly name: string }[]
}

/** A number for each group of the hall; empty means that nothing is set for it. */
export const LetterSettings = ({ path, label, hint, groups }: LetterSettingsProps) => (
  <fieldset className="ui-field">
    <legend className="ui-choices__legend">{label}</legend>
    <p className="ui-field__hint">{hint}</p>
    <div className="service__letters">
      {groups.map(({ code, name }) => (
        <TextSetting key={code} path={`${path}.${code}`} label={`${code} ${name}`} short />
      ))}
    </div>
  </fieldset>
)
