import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import type { BlockedShown } from '../../../../shared/projections/views.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Field, Notice, TextArea, toast } from '../../../ui/index.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { A } from '../texts.ts'
import { B } from './texts.ts'

const schema = z.object({ reason: z.string().trim().min(1, B.reasonMissing).max(1000, B.reasonLong) })
type Form = z.output<typeof schema>

export interface LiftFormProps {
  readonly shown: BlockedShown
  readonly onStay: () => void
  readonly onLifted: () => Promise<void>
}

/** Takes somebody off the list, with the proof that their credit is repaired. Keyed by the case it was about. */
export function LiftForm({ shown, onStay, onLifted }: LiftFormProps) {
  const { register, handleSubmit, setError, formState } = useForm<Form>({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: { reason: '' }
  })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const lifting = usePress('commitments.unblock')

  const submit = async ({ reason }: Form): Promise<void> => {
    const reply = await lifting.press({ caseId: shown.caseId, reason })
    if (reply === null) return
    if (reply.ok) {
      toast(B.lifted(shown.applicantMasked))
      return onLifted()
    }
    const known = reply.refusal.field === 'reason'
    setRefusal(known ? null : reply.refusal)
    if (known) setError('reason', { type: 'refused', message: refusalText(reply.refusal) }, { shouldFocus: true })
  }

  return (
    <form className="admin__form ui-panel" onSubmit={handleSubmit(submit)} noValidate>
      <h3>{B.liftTitle(shown.applicantMasked)}</h3>
      <p className="admin__quiet">{B.liftText}</p>
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <Field label={B.reason} hint={B.reasonHint} error={formState.errors.reason?.message} required>
        <TextArea rows={3} data-place="admin.lift" {...register('reason')} />
      </Field>
      <div className="admin__keys">
        <Button tone="quiet" onClick={onStay}>
          {B.stay}
        </Button>
        <Button submit tone="primary" kbd="Ctrl+Enter" kbdGroup={A.manage} busy={lifting.busy}>
          {B.sure}
        </Button>
      </div>
    </form>
  )
}
