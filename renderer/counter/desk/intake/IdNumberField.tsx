import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useState } from 'react'
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
    // biome-ignore lint/a11y/noStaticElementInteractions: only notices that somebody is typing
    <div className="idNumber" onInput={() => setLeft(false)}>
      <FormField
        control={form.control}
        clearErrors={form.clearErrors}
        path={path}
        label={T.idNumber}
        required
        onSettle={settle}
        hint={<LiveHint live={live} today={today} />}
      />
    </div>
  )
}

function LiveHint({ live, today }: { readonly live: IdentityLive; readonly today: string }) {
  switch (live.state) {
    case 'empty':
      return null
    case 'typing':
      return T.characters(live.characters)
    case 'wrong':
      return <span className="hint--wrong">{refusalText({ code: live.code, ...(live.length === null ? {} : { length: live.length }) })}</span>
    case 'right': {
      const warning = live.warnings[0]
      if (warning !== undefined) return <span className="hint--warn">{WARNING[warning]}</span>
      if (live.birth === null) return <span className="hint--good">{T.formatGood}</span>
      return <span className="hint--good">{T.person(live.sex, live.birth, ageOn(live.birth, today))}</span>
    }
  }
}
