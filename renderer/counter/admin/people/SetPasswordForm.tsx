import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import type { PersonListed } from '../../../../shared/projections/views.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, enterMoves, Notice, toast } from '../../../ui/index.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { NewPassword } from '../password/NewPassword.tsx'
import { checkNewPassword, newPasswordFields } from '../password/rules.ts'
import { A } from '../texts.ts'

const schema = z.object(newPasswordFields).superRefine(checkNewPassword)
type Form = z.output<typeof schema>
const EMPTY: Form = { password: '', repeated: '' }

export interface SetPasswordFormProps {
  readonly shown: PersonListed
  readonly onSet: () => Promise<void>
}

/** A new password for somebody who forgot theirs, or is locked. Make a new form for another person: keyed by the id. */
export function SetPasswordForm({ shown, onSet }: SetPasswordFormProps) {
  const { register, handleSubmit, control, reset, setError, formState } = useForm<Form>({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: EMPTY
  })
  const { errors } = formState
  const [password, repeated] = useWatch({ control, name: ['password', 'repeated'] })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const set = usePress('staff.setPassword')

  const submit = async (form: Form): Promise<void> => {
    const reply = await set.press({ personId: shown.personId, password: form.password })
    if (reply === null) return
    if (reply.ok) {
      setRefusal(null)
      reset(EMPTY)
      toast(A.passwordSet(shown.name))
      return onSet()
    }
    const known = reply.refusal.field === 'password'
    setRefusal(known ? null : reply.refusal)
    if (known) setError('password', { type: 'refused', message: refusalText(reply.refusal) }, { shouldFocus: true })
  }

  return (
    <form className="admin__form" onSubmit={handleSubmit(submit)} onKeyDown={enterMoves} noValidate>
      <h4>{A.setPassword}</h4>
      <p className="admin__quiet">{A.setPasswordHint}</p>
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <NewPassword
        label={A.newPassword}
        password={{ field: register('password'), value: password, error: errors.password?.message }}
        repeated={{ field: register('repeated'), value: repeated, error: errors.repeated?.message }}
      />
      <div className="admin__keys">
        <Button submit tone="primary" kbd="Ctrl+Enter" kbdGroup={A.manage} busy={set.busy}>
          {A.savePassword}
        </Button>
      </div>
    </form>
  )
}
