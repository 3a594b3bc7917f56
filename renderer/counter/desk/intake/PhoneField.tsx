import { useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { parsePhone } from '../../../../shared/domain/people/phone.ts'
import { refusalText } from '../../../texts/index.ts'
import { Checkbox } from '../../../ui/index.ts'
import type { IntakeForm } from '../model/intake.ts'
import { T } from '../texts.ts'
import { FormField } from './FormField.tsx'

/** A phone, or the answer that there is none: typing 无 says so as well. */
export function PhoneField({
  form,
  who
}: {
  readonly form: UseFormReturn<IntakeForm>
  readonly who: 'applicant' | 'proxy'
}) {
  const [noPhone, typed] = useWatch({ control: form.control, name: [`${who}.noPhone`, `${who}.phone`] })
  const [left, setLeft] = useState(true)
  const path = `${who}.phone` as const
  const setNone = (none: boolean): void => {
    form.setValue(`${who}.noPhone`, none)
    if (none) form.clearErrors(path)
  }
  const checked = parsePhone(typed)
  const settle = (raw: string): void => {
    setLeft(true)
    const phone = parsePhone(raw)
    if (!phone.ok) return
    if (phone.kind === 'none' && raw.trim() !== '') setNone(true)
    if (phone.number !== raw) form.setValue(path, phone.number)
  }
  return (
    <div className="phone" onInput={() => setLeft(false)}>
      <FormField
        control={form.control}
        clearErrors={form.clearErrors}
        path={path}
        label={T.phone}
        inputMode="tel"
        disabled={noPhone}
        wrong={left && !noPhone && !checked.ok ? refusalText({ code: checked.code }) : undefined}
        onSettle={settle}
      />
      <Checkbox
        bare
        className="phone__none"
        label={T.noPhone}
        checked={noPhone}
        data-skip-enter=""
        onChange={(event) => setNone(event.currentTarget.checked)}
      />
    </div>
  )
}
