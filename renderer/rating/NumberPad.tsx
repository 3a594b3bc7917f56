import { T } from './texts.ts'

const KEYS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const
const LONGEST = 20

interface NumberPadProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** Before most of these screens there is no keyboard. */
export const NumberPad = ({ value, onChange }: NumberPadProps) => {
  const typed = (key: string): void => {
    if (value.length < LONGEST) onChange(value + key)
  }
  return (
    <fieldset className="pad">
      <legend className="ui-hidden">{T.pad}</legend>
      {KEYS.map((key) => (
        <button key={key} type="button" className="pad__key" onClick={() => typed(key)}>
          {key}
        </button>
      ))}
      <button type="button" className="pad__key pad__key--word" onClick={() => onChange('')}>
        {T.clear}
      </button>
      <button type="button" className="pad__key" onClick={() => typed('0')}>
        0
      </button>
      <button type="button" className="pad__key pad__key--word" onClick={() => onChange(value.slice(0, -1))}>
        {T.back}
      </button>
    </fieldset>
  )
}
