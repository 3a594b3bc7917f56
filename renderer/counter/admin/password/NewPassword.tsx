import { useState } from 'react'
import type { UseFormRegisterReturn } from 'react-hook-form'
import { Checkbox, CheckMark, classes, Field, TextInput } from '../../../ui/index.ts'
import { passwordRules } from '../../setup/passwordRules.ts'
import { A } from '../texts.ts'

interface Typed {
  readonly field: UseFormRegisterReturn
  readonly value: string
  readonly error: string | undefined
}

export interface NewPasswordProps {
  readonly label: string
  readonly password: Typed
  readonly repeated: Typed
  /** Name of the first field for the focus. */
  readonly place?: string
}

/** A new password typed twice, with its rules met one by one while it is typed. */
export function NewPassword({ label, password, repeated, place }: NewPasswordProps) {
  const [visible, setVisible] = useState(false)
  const type = visible ? 'text' : 'password'
  return (
    <>
      <div className="admin__pair">
        <Field label={label} error={password.error} required>
          <TextInput type={type} data-place={place} {...password.field} />
        </Field>
        <Field label={A.repeated} error={repeated.error} required>
          <TextInput type={type} {...repeated.field} />
        </Field>
      </div>
      <div className="newPassword">
        <ul className="newPassword__rules" aria-label={A.rules}>
          {passwordRules(password.value, repeated.value).map((rule) => (
            <li key={rule.text} className={classes('newPassword__rule', rule.met && 'newPassword__rule--met')}>
              <CheckMark done={rule.met} />
              <span>
                {rule.text}
                <span className="ui-hidden">{rule.met ? A.met : A.notMet}</span>
              </span>
            </li>
          ))}
        </ul>
        <Checkbox bare label={A.show} checked={visible} onChange={(event) => setVisible(event.target.checked)} />
      </div>
    </>
  )
}
