import { useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { Checkbox, CheckMark, classes } from '../../ui/index.ts'
import { TextField } from './fields.tsx'
import type { SetupForm } from './form.ts'
import { passwordRules } from './passwordRules.ts'
import { tidyLogin } from './tidy.ts'

/** Step 5: the first person who can sign in. */
export function StepAdministrator() {
  const [visible, setVisible] = useState(false)
  const type = visible ? 'text' : 'password'
  return (
    <div className="setup__grid">
      <TextField path="administrator.name" label="姓名" required />
      <TextField
        path="administrator.login"
        label="登录名"
        required
        tidy={tidyLogin}
        hint="小写字母开头，可以有数字，例如 wangli。"
      />
      <TextField path="administrator.password" label="密码" required type={type} />
      <TextField path="administrator.repeated" label="再输一次密码" required type={type} />
      <Rules />
      <Checkbox bare label="显示密码" checked={visible} onChange={(event) => setVisible(event.target.checked)} />
    </div>
  )
}

function Rules() {
  const { control } = useFormContext<SetupForm>()
  const [password, repeated] = useWatch({ control, name: ['administrator.password', 'administrator.repeated'] })
  return (
    <ul className="setup__rules" aria-label="密码要求">
      {passwordRules(password, repeated).map((rule) => (
        <li key={rule.text} className={classes('setup__rule', rule.met && 'setup__rule--met')}>
          <CheckMark done={rule.met} />
          <span>
            {rule.text}
            <span className="ui-hidden">{rule.met ? '，已满足' : '，未满足'}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
