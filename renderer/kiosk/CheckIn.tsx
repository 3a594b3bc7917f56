import { type FormEvent, useState } from 'react'
import type { Refusal } from '../../shared/kernel/result.ts'
import { Button, Field, TextInput } from '../ui/index.ts'
import { Heading } from './Heading.tsx'
import { DIGITS, Keys } from './Keys.tsx'
import { C, S, T } from './texts.ts'
import type { Wish } from './visit.ts'
import { visitorSentence } from './words.ts'

interface CheckInProps {
  readonly refusal: Refusal | null
  readonly busy: boolean
  readonly want: (wish: Wish) => void
  readonly onBack: () => void
}

const CODE_LENGTH = 6

/** Arrival of somebody with an appointment, by the six digits they were given. */
export function CheckIn({ refusal, busy, want, onBack }: CheckInProps) {
  const [code, setCode] = useState('')
  const [short, setShort] = useState(false)
  /** The sentence about the code that was sent goes when another one is typed. */
  const [answered, setAnswered] = useState('')
  const change = (next: string): void => {
    setShort(false)
    setCode(next.normalize('NFKC').replace(/\D/g, '').slice(0, CODE_LENGTH))
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (busy) return
    if (code.length < CODE_LENGTH) setShort(true)
    else {
      setAnswered(code)
      want({ kind: 'checkIn', code })
    }
  }
  const refused = refusal !== null && answered === code ? visitorSentence(refusal) : undefined
  const error = short ? C.short : refused
  return (
    <>
      <div className="kiosk__bar">
        <Button size="large" onClick={onBack}>
          {T.back}
        </Button>
        <Heading>{C.title}</Heading>
      </div>
      <form className="checkIn" noValidate onSubmit={submit}>
        <Field label={C.field} hint={C.hint} error={error}>
          <TextInput
            className="checkIn__code"
            inputMode="numeric"
            autoComplete="off"
            value={code}
            onChange={(event) => change(event.currentTarget.value)}
          />
        </Field>
        <Keys label={C.pad} keys={DIGITS} className="keys--pad" onKey={(key) => change(code + key)} />
        <div className="search__edit">
          <Button size="large" onClick={() => change(code.slice(0, -1))}>
            {S.erase}
          </Button>
          <Button size="large" onClick={() => change('')}>
            {S.clear}
          </Button>
        </div>
        <Button submit tone="primary" size="large" busy={busy} className="kiosk__main">
          {C.done}
        </Button>
      </form>
    </>
  )
}
