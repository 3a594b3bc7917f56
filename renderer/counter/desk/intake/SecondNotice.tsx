import type { UseFormReturn } from 'react-hook-form'
import { Field, TextInput } from '../../../ui/index.ts'
import { useDesk } from '../DeskContext.tsx'
import type { IntakeForm } from '../model/intake.ts'
import type { Approval } from '../state/useApproval.ts'
import { FormField } from './FormField.tsx'
import { I } from './texts.ts'

export interface SecondNoticeProps {
  readonly form: UseFormReturn<IntakeForm>
  readonly approval: Approval
}

/**
 * A second notice about what could be seen the first time is a fault (许可法 72(4)): it needs a reason and the lead, who
 * signs right here unless it is the lead who is signed in.
 */
export function SecondNotice({ form, approval }: SecondNoticeProps) {
  const { app } = useDesk()
  const leads = app.person?.roles.some((role) => role !== 'clerk') ?? false
  return (
    <section className="secondNotice" aria-label={I.secondReason}>
      <p className="secondNotice__why">{I.secondExplained}</p>
      <FormField
        control={form.control}
        clearErrors={form.clearErrors}
        path="secondNoticeReason"
        label={I.secondReason}
        required
      />
      {!leads && (
        <div className="secondNotice__lead">
          <Field label={I.leadLogin} hint={I.leadHere} error={approval.errors.login} required>
            <TextInput
              value={approval.login}
              data-place="approval.login"
              onChange={(event) => approval.type({ login: event.currentTarget.value })}
            />
          </Field>
          <Field label={I.leadPassword} error={approval.errors.password} required>
            <TextInput
              type="password"
              value={approval.password}
              data-place="approval.password"
              onChange={(event) => approval.type({ password: event.currentTarget.value })}
            />
          </Field>
        </div>
      )}
    </section>
  )
}
