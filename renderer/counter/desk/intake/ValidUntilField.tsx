import { useState } from 'react'
import { isExpired } from '../../../../shared/domain/people/identityWarnings.ts'
import { parseValidUntil } from '../../../../shared/domain/people/validUntil.ts'
import { Field, TextInput } from '../../../ui/index.ts'
import { P, PERSON_WARNING } from './personTexts.ts'

export interface ValidUntilFieldProps {
  /** As typed; blank: nobody wrote it down. */
  readonly value: string
  readonly onChange: (text: string) => void
  /** Name of the place for the focus, e.g. `applicant.idValidUntil`. */
  readonly place: string
  readonly today: string
  /** Sentence of a refusal of main. */
  readonly error?: string | undefined
}

/** Up to when a card is good. Optional, copied from the card in any of its forms; an expired one is said and taken. */
export function ValidUntilField({ value, onChange, place, today, error }: ValidUntilFieldProps) {
  const [left, setLeft] = useState(true)
  const read = parseValidUntil(value)
  const expired = read.ok && isExpired(read.validUntil, today)
  const wrong = left && !read.ok ? P.validUntilWrong : undefined
  return (
    <Field
      className="personForm__validUntil"
      label={P.validUntil}
      error={error ?? wrong}
      hint={expired ? <span className="hint--warn">{PERSON_WARNING['document-expired']}</span> : undefined}
    >
      <TextInput
        value={value}
        data-place={place}
        data-skip-enter=""
        onChange={(event) => {
          setLeft(false)
          onChange(event.currentTarget.value)
        }}
        onBlur={(event) => {
          setLeft(true)
          const settled = parseValidUntil(event.currentTarget.value)
          if (!settled.ok || settled.validUntil === undefined) return
          onChange(settled.validUntil ?? P.longTerm)
        }}
      />
    </Field>
  )
}
