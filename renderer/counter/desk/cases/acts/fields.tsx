import type { ReactNode } from 'react'
import type { FieldValues, Path, PathValue, UseFormReturn } from 'react-hook-form'
import { longDate, weekday } from '../../../../texts/index.ts'
import { type Choice, Field, RadioGroup, TextArea, TextInput } from '../../../../ui/index.ts'
import { useDesk } from '../../DeskContext.tsx'
import { dayTyped } from '../../model/dayTyped.ts'
import { C } from '../texts.ts'
import type { Wrong } from './ActDialog.tsx'

/** The few kinds of field that acts are made of. */

interface Of<F extends FieldValues> {
  readonly form: UseFormReturn<F>
  readonly name: Path<F>
  readonly label: string
  readonly hint?: ReactNode
  readonly required?: boolean
}

const wrongAt = <F extends FieldValues>(form: UseFormReturn<F>, name: Path<F>): string | undefined =>
  form.getFieldState(name, form.formState).error?.message

/** Its sentence goes as soon as something else is typed there. */
const registered = <F extends FieldValues>(form: UseFormReturn<F>, name: Path<F>) =>
  form.register(name, { onChange: () => form.clearErrors(name) })

/** One line of text. */
export const Line = <F extends FieldValues>({ form, name, label, hint, required }: Of<F>) => (
  <Field label={label} hint={hint} required={required === true} error={wrongAt(form, name)}>
    <TextInput {...registered(form, name)} />
  </Field>
)

/** Some sentences. */
export const Words = <F extends FieldValues>({ form, name, label, hint, required }: Of<F>) => (
  <Field label={label} hint={hint} required={required === true} error={wrongAt(form, name)}>
    <TextArea {...registered(form, name)} />
  </Field>
)

/** A date typed with few keys; what was understood stands below, with its weekday. */
export function Day<F extends FieldValues>({ form, name, label, required }: Of<F>) {
  const today = useToday()
  const date = dayTyped(String(form.watch(name)), today)
  const hint = date === null ? C.dayHint : `${longDate(date)} ${weekday(date)}`
  return (
    <Field label={label} hint={hint} required={required === true} error={wrongAt(form, name)}>
      <TextInput {...registered(form, name)} className="act__day" />
    </Field>
  )
}

/** The day of the desk. */
export const useToday = (): string => useDesk().desk?.date ?? ''

export interface OptionsProps<F extends FieldValues> extends Of<F> {
  readonly options: readonly Choice[]
  readonly column?: boolean
}

/** One of a few. */
export const Options = <F extends FieldValues>(props: OptionsProps<F>) => (
  <RadioGroup
    name={props.name}
    legend={props.label}
    column={props.column === true}
    options={props.options}
    value={String(props.form.watch(props.name))}
    error={wrongAt(props.form, props.name)}
    onChange={(value) => {
      props.form.clearErrors(props.name)
      props.form.setValue(props.name, value as PathValue<F, Path<F>>)
    }}
  />
)

/** Options from words by code. */
export const choices = (words: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** A field that has to be filled; `null`: it is. */
export const needed = <F extends FieldValues>(
  place: Path<F>,
  text: string,
  sentence: string = C.wordsMissing
): Wrong<F> | null => (text.trim() === '' ? { place, text: sentence } : null)

/** A date that has to be there, or may be left out; `null`: nothing is wrong with it. */
export function neededDay<F extends FieldValues>(
  place: Path<F>,
  text: string,
  today: string,
  optional = false
): Wrong<F> | null {
  if (text.trim() === '') return optional ? null : { place, text: C.dayMissing }
  return dayTyped(text, today) === null ? { place, text: C.dayWrong } : null
}
