import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { ROLE, refusalText } from '../../../texts/index.ts'
import { Button, Checkbox, enterMoves, Field, Notice, TextInput, toast } from '../../../ui/index.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { tidyLogin } from '../../setup/tidy.ts'
import { NewPassword } from '../password/NewPassword.tsx'
import { A, ROLE_HINT } from '../texts.ts'
import { NOBODY, type RegisterValues, registerFieldOf, registerSchema } from './registerSchema.ts'

const ROLES = ['clerk', 'lead', 'administrator'] as const

/** Somebody new. A refusal stands beside its field and nothing typed is lost. */
export function RegisterForm({ onRegistered }: { readonly onRegistered: (personId: string) => Promise<void> }) {
  const { register, handleSubmit, control, reset, setError, setValue, formState } = useForm<RegisterValues>({
    resolver: zodResolver(registerSchema),
    mode: 'onTouched',
    defaultValues: NOBODY
  })
  const { errors } = formState
  const [password, repeated] = useWatch({ control, name: ['password', 'repeated'] })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const registering = usePress('staff.register')

  const submit = async ({ name, login, roles, password: first }: RegisterValues): Promise<void> => {
    const reply = await registering.press({ name, login, roles: [...roles], password: first })
    if (reply === null) return
    if (reply.ok) {
      setRefusal(null)
      reset(NOBODY)
      toast(A.registered(name, login))
      return onRegistered(reply.value.personId)
    }
    const place = registerFieldOf(reply.refusal.field)
    setRefusal(place === null ? reply.refusal : null)
    if (place !== null) setError(place, { type: 'refused', message: refusalText(reply.refusal) }, { shouldFocus: true })
  }

  const rolesWrong = errors.roles?.message
  return (
    <form className="admin__form ui-panel" onSubmit={handleSubmit(submit)} onKeyDown={enterMoves} noValidate>
      <h3>{A.register}</h3>
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <div className="admin__pair">
        <Field label={A.name} error={errors.name?.message} required>
          <TextInput data-place="admin.register" {...register('name')} />
        </Field>
        <Field label={A.login} error={errors.login?.message} required>
          <TextInput
            autoCapitalize="none"
            {...register('login', {
              onBlur: (event: { readonly target: { readonly value: string } }) =>
                setValue('login', tidyLogin(event.target.value))
            })}
          />
        </Field>
      </div>
      <p className="admin__quiet">{A.loginHint}</p>
      <fieldset className="ui-field" aria-describedby={rolesWrong === undefined ? undefined : 'register-roles'}>
        <legend className="ui-choices__legend">{A.roles}</legend>
        <div className="admin__roles">
          {ROLES.map((role) => (
            <Checkbox key={role} bare label={ROLE[role]} hint={ROLE_HINT[role]} value={role} {...register('roles')} />
          ))}
        </div>
        {rolesWrong !== undefined && (
          <p className="ui-field__error" id="register-roles" aria-live="polite">
            {rolesWrong}
          </p>
        )}
      </fieldset>
      <NewPassword
        label={A.firstPassword}
        password={{ field: register('password'), value: password, error: errors.password?.message }}
        repeated={{ field: register('repeated'), value: repeated, error: errors.repeated?.message }}
      />
      <div className="admin__keys">
        <Button submit tone="primary" kbd="Ctrl+Enter" kbdGroup={A.manage} busy={registering.busy}>
          {A.register}
        </Button>
      </div>
    </form>
  )
}
