import type { UseFormReturn } from 'react-hook-form'
import { useDesk } from '../DeskContext.tsx'
import type { IntakeForm } from '../model/intake.ts'
import { T } from '../texts.ts'
import { FormField } from './FormField.tsx'

/** A second notice about what could be seen the first time is a fault (许可法 72(4)): the lead says why. */
export function SecondNotice({ form }: { readonly form: UseFormReturn<IntakeForm> }) {
  const { app } = useDesk()
  const lead = app.person?.roles.some((role) => role !== 'clerk') ?? false
  return (
    <div className="secondNotice">
      <FormField
        control={form.control}
        clearErrors={form.clearErrors}
        path="secondNoticeReason"
        label={T.secondReason}
        hint={lead ? undefined : T.secondNeedsLead}
        required
      />
    </div>
  )
}
