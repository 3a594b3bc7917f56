import { useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { refusalText } from '../../../texts/index.ts'
import { ageOn } from '../model/age.ts'
import { type IdentityLive, liveIdentity, settledNumber } from '../model/identity.ts'
import type { IntakeForm } from '../model/intake.ts'
import { T, WARNING } from '../texts.ts'
import { FormField } from './FormField.tsx'

export interface IdNumberFieldProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly who: 'applicant' | 'proxy'
  readonly today: string
}

/**
 * The number of the identity document, checked while it is typed: counted until it is whole, then right or wrong in a
 * sentence; what looks unusual is said and stops nobody. On leaving the field it is brought into its standard form.
 */
export function IdNumberField({ form, who, today }: IdNumberFieldProps) {
  const [idKind, idNumber] = useWatch({ control: form.control, name: [`${who}.idKind`, `${who}.idNumber`] })
  const [left, setLeft] = useState(true)
  const live = liveIdentity(idKind, idNumber, today, left)
  const path = `${who}.idNumber` as const

  const settle = (raw: string): void => {
    setLeft(true)
    const number = settledNumber(idKind, raw, today)
    if (number !== raw) form.setValue(path, number)
    const settled = liveIdentity(idKind, number, today, true)
    // The number tells which card it is; the choice follows it, as main would have it.
    if (settled.state === 'right' && settled.kind !== idKind) form.setValue(`${who}.idKind`, settled.kind)
  }

  return (
    <div className="idNumber" onInput={() => setLeft(false)}>
      <FormField
        control={form.control}
        clearErrors={form.clearErrors}
        path={path}
        label={T.idNumber}
        required
        onSettle={settle}
        hint={live.state === 'typing' || live.state === 'right' ? <LiveHint live={live} today={today} /> : undefined}
        wrong={wrongText(live)}
      />
    </div>
  )
}

/** Beside the label: how far the number is, whose it would be, or what is unusual about it. */
function LiveHint({ live, today }: { readonly live: IdentityLive; readonly today: string }) {
  if (live.state === 'typing') return T.characters(live.characters)
  if (live.state !== 'right') return null
  const warning = live.warnings[0]
  if (warning !== undefined) return <span className="hint--warn">{WARNING[warning]}</span>
  const text = live.birth === null ? T.formatGood : T.person(live.sex, live.birth, ageOn(live.birth, today))
  return <span className="hint--good">{text}</span>
}

const wrongText = (live: IdentityLive): string | undefined =>
  live.state === 'wrong'
    ? refusalText(live.length === null ? { code: live.code } : { code: live.code, length: live.length })
    : undefined
