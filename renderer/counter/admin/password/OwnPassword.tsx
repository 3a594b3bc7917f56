import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, enterMoves, Field, Notice, TextInput, toast } from '../../../ui/index.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { A } from '../texts.ts'
import { NewPassword } from './NewPassword.tsx'
import { checkNewPassword, newPasswordFields } from './rules.ts'

const schema = z
  .object({ old: z.string().min(1, '请输入现在的密码。').max(200, A.tooLong), ...newPasswordFields })
  .superRefine(checkNewPassword)

type Form = z.output<typeof schema>
const EMPTY: Form = { old: '', password: '', repeated: '' }

/** Everybody's own password; the present one is asked for, so that an unattended desk costs nobody the account. */
export function OwnPassword() {
  const { register, handleSubmit, control, reset, setError, setFocus, formState } = useForm<Form>({
    resolver: zodResolver(schema),
    mode: 'onTouched',
    defaultValues: EMPTY
  })
  const { errors } = formState
  const [password, repeated] = useWatch({ control, name: ['password', 'repeated'] })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const change = usePress('staff.changeOwnPassword')

  const submit = async ({ old, password: typed }: Form): Promise<void> => {
    const reply = await change.press({ old, password: typed })
    if (reply === null) return
    if (reply.ok) {
      setRefusal(null)
      reset(EMPTY)
      setFocus('old')
      toast(A.changedOwn)
      return
    }
    const place = reply.refusal.field
    const known = place === 'old' || place === 'password'
    setRefusal(known ? null : reply.refusal)
    if (known) setError(place, { type: 'refused', message: refusalText(reply.refusal) }, { shouldFocus: true })
  }

  return (
    <form
      className="admin__form ui-panel admin__form--alone"
      onSubmit={handleSubmit(submit)}
      onKeyDown={enterMoves}
      noValidate
    >
      <h3>{A.tabs.password}</h3>
      <p className="admin__quiet">{A.ownHint}</p>
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <Field label={A.old} error={errors.old?.message} required>
        <TextInput type="password" data-place="admin.old" {...register('old')} />
      </Field>
      <NewPassword
        label={A.newPassword}
        password={{ field: register('password'), value: password, error: errors.password?.message }}
        repeated={{ field: register('repeated'), value: repeated, error: errors.repeated?.message }}
      />
      <div className="admin__keys">
        <Button submit tone="primary" kbd="Ctrl+Enter" kbdGroup={A.manage} busy={change.busy}>
          {A.changeOwn}
        </Button>
      </div>
    </form>
  )
}
