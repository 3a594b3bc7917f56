import { useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { identityWarnings, type PersonWarning } from '../../../../shared/domain/people/identityWarnings.ts'
import { isOrganisation } from '../../../../shared/domain/people/otherDocuments.ts'
import { refusalText } from '../../../texts/index.ts'
import { ageOn } from '../model/age.ts'
import { type IdentityLive, liveIdentity, settledNumber } from '../model/identity.ts'
import type { IntakeForm } from '../model/intake.ts'
import { T } from '../texts.ts'
import { FormField } from './FormField.tsx'
import { P, PERSON_WARNING } from './personTexts.ts'

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
  /** The number by which the kind of document was put right. */
  const [corrected, setCorrected] = useState<string | null>(null)
  const live = liveIdentity(idKind, idNumber, today, left)
  const path = `${who}.idNumber` as const

  const settle = (raw: string): void => {
    setLeft(true)
    const number = settledNumber(idKind, raw, today)
    if (number !== raw) form.setValue(path, number)
    const settled = liveIdentity(idKind, number, today, true)
    // The number tells which card it is; the choice follows it, as main would have it, and says that it did.
    if (settled.state === 'right' && settled.kind !== idKind) {
      form.setValue(`${who}.idKind`, settled.kind)
      setCorrected(number)
    }
  }

  const warnings: readonly PersonWarning[] =
    live.state === 'right' ? identityWarnings({ idKind, idNumber }, today, who) : []
  const told: readonly PersonWarning[] =
    corrected === idNumber && corrected !== '' && !warnings.includes('document-kind-corrected')
      ? ['document-kind-corrected', ...warnings]
      : warnings
  const organisation = isOrganisation(idKind)
  return (
    <div className="idNumber" onInput={() => setLeft(false)}>
      <FormField
        control={form.control}
        clearErrors={form.clearErrors}
        path={path}
        label={organisation ? P.creditCode : T.idNumber}
        required
        onSettle={settle}
        hint={live.state === 'typing' || live.state === 'right' ? <LiveHint live={live} today={today} /> : undefined}
        wrong={wrongText(live)}
      />
      {told.length > 0 && (
        <ul className="idNumber__warnings" aria-live="polite">
          {told.map((warning) => (
            <li key={warning} className="hint--warn">
              {PERSON_WARNING[warning]}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** Beside the label: how far the number is, or whose it would be. */
function LiveHint({ live, today }: { readonly live: IdentityLive; readonly today: string }) {
  if (live.state === 'typing') return T.characters(live.characters)
  if (live.state !== 'right') return null
  const text = live.birth === null ? T.formatGood : T.person(live.sex, live.birth, ageOn(live.birth, today))
  return <span className="hint--good">{text}</span>
}

function wrongText(live: IdentityLive): string | undefined {
  if (live.state !== 'wrong') return undefined
  const { code, length, letters } = live
  return refusalText({ code, ...(length === null ? {} : { length }), ...(letters ? { letters } : {}) })
}
