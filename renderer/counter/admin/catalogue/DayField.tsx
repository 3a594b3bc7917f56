import { longDate, weekday } from '../../../texts/index.ts'
import { Field, TextInput } from '../../../ui/index.ts'
import { dayTyped } from '../../desk/model/dayTyped.ts'
import { K } from './texts.ts'

export interface DayFieldProps {
  readonly label: string
  readonly value: string
  readonly today: string
  readonly wrong: string | undefined
  readonly place: string
  readonly onChange: (value: string) => void
}

/** A date typed with few keys; what was understood stands below, with its weekday. */
export function DayField({ label, value, today, wrong, place, onChange }: DayFieldProps) {
  const date = dayTyped(value, today)
  return (
    <Field label={label} hint={date === null ? K.dayHint : `${longDate(date)} ${weekday(date)}`} error={wrong} required>
      <TextInput
        className="catalogue__day"
        data-place={place}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </Field>
  )
}
