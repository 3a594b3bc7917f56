import { longDate, weekday } from '../../../texts/index.ts'
import { Field, TextInput } from '../../../ui/index.ts'
import { dayTyped } from '../../desk/model/dayTyped.ts'
import { G } from './texts.ts'

export interface DayInputProps {
  readonly label: string
  readonly value: string
  readonly today: string
  readonly wrong: string | undefined
  readonly place: string
  readonly onChange: (value: string) => void
}

/** A date typed with few keys; what was understood stands below, with its weekday. */
export function DayInput({ label, value, today, wrong, place, onChange }: DayInputProps) {
  const date = dayTyped(value, today)
  return (
    <Field label={label} hint={date === null ? G.dayHint : `${longDate(date)} ${weekday(date)}`} error={wrong} required>
      <TextInput data-place={place} value={value} onChange={(event) => onChange(event.currentTarget.value)} />
    </Field>
  )
}
