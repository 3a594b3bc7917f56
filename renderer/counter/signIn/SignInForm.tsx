import { zodResolver } from '@hookform/resolvers/zod'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { DEMO_PASSWORD } from '../../../shared/domain/hall/demo.ts'
import type { Refusal } from '../../../shared/kernel/result.ts'
import type { AppView } from '../../../shared/projections/views.ts'
import { newCommandId, send } from '../../bridge/linchuang.ts'
import { ROLE } from '../../texts/labels.ts'
import { refusalText } from '../../texts/refusals.ts'
import { Button, enterMoves, Field, Notice, Select, TextInput } from '../../ui/index.ts'
import { rememberCounter, rememberedCounter } from './remembered.ts'

const schema = z.object({
  /** Letters that an input method left full width or in capitals mean the same name. */
  login: z
    .string()
    .overwrite((text) => text.normalize('NFKC').trim().toLowerCase())
    .min(1, '请输入登录名。')
    .max(64, '登录名太长，请核对。'),
  password: z.string().min(1, '请输入密码。').max(200, '密码太长，请核对。'),
  counter: z.string()
})

type Form = z.output<typeof schema>
const NO_COUNTER = 'none'

export function SignInForm({ app }: { readonly app: AppView }) {
  const counters = app.hall?.counters ?? []
  const remembered = rememberedCounter(counters)
  const { register, handleSubmit, setValue, setFocus, setError, formState } = useForm<Form>({
    resolver: zodResolver(schema),
    defaultValues: { login: '', password: '', counter: remembered === null ? NO_COUNTER : String(remembered) }
  })
  const { errors, isSubmitting } = formState
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [visible, setVisible] = useState(false)
  const caps = useCapsLock()
  const commandId = useRef<string | null>(null)
  useEffect(() => setFocus('login'), [setFocus])

  const submit = async ({ login, password, counter }: Form): Promise<void> => {
    const no = counter === NO_COUNTER ? null : Number(counter)
    commandId.current ??= newCommandId()
    const reply = await send('staff.signIn', { login, password, counter: no }, commandId.current).catch(() => null)
    if (reply === null) return setRefusal({ code: 'no-answer' })
    commandId.current = null
    if (reply.ok) return rememberCounter(no)
    const sentence = refusalText(reply.refusal)
    const place = fieldOf(reply.refusal)
    setRefusal(place === null ? reply.refusal : null)
    if (place !== null) setError(place, { type: 'refused', message: sentence }, { shouldFocus: true })
    if (place === 'password') setValue('password', '')
  }

  const take = (login: string): void => {
    setValue('login', login, { shouldValidate: true })
    setValue('password', DEMO_PASSWORD, { shouldValidate: true })
    setFocus('counter')
  }

  return (
    <form
      className="signIn__form ui-panel"
      onSubmit={handleSubmit(submit)}
      onKeyDown={enterMoves}
      {...caps.watch}
      noValidate
    >
      <h2>登录</h2>
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <Field label="登录名" error={errors.login?.message}>
        <TextInput look="large" {...register('login')} inputMode="email" autoCapitalize="none" />
      </Field>
      <Field
        label="密码"
        error={errors.password?.message}
        hint={caps.on ? '大写锁定已打开，输入的字母都是大写。' : undefined}
      >
        <PasswordInput visible={visible} onToggle={() => setVisible(!visible)} register={register('password')} />
      </Field>
      <Field label="窗口" error={errors.counter?.message}>
        <Select
          look="large"
          {...register('counter')}
          options={[
            ...counters.map(({ no, name }) => ({ value: String(no), label: `${no} 号窗口 ${name}` })),
            { value: NO_COUNTER, label: '不坐窗口（只查询和管理）' }
          ]}
        />
      </Field>
      <Button submit tone="primary" size="large" wide kbd="Ctrl+Enter" busy={isSubmitting}>
        {isSubmitting ? '正在登录……' : '登录'}
      </Button>
      {app.demoPeople.length > 0 && <DemoPeople people={app.demoPeople} onTake={take} />}
    </form>
  )
}

interface PasswordInputProps {
  readonly visible: boolean
  readonly onToggle: () => void
  readonly register: object
}

/** The switch is no stop of Tab between password and counter; it has a key instead. */
const PasswordInput = ({ visible, onToggle, register }: PasswordInputProps) => (
  <div className="ui-withEnd">
    <TextInput look="large" type={visible ? 'text' : 'password'} {...register} />
    <Button kbd="Alt+V" tabIndex={-1} aria-pressed={visible} onClick={onToggle}>
      {visible ? '隐藏' : '显示'}
    </Button>
  </div>
)

interface DemoPeopleProps {
  readonly people: AppView['demoPeople']
  readonly onTake: (login: string) => void
}

const DemoPeople = ({ people, onTake }: DemoPeopleProps) => (
  <section className="signIn__demo" aria-label="演示人员">
    <p>
      演示人员，点选即填好（密码 <strong>{DEMO_PASSWORD}</strong>）：
    </p>
    <ul>
      {people.map((person) => (
        <li key={person.personId}>
          <Button size="small" onClick={() => onTake(person.login)}>
            {person.name} · {person.roles.map((role) => ROLE[role]).join('、')}
          </Button>
        </li>
      ))}
    </ul>
  </section>
)

function fieldOf(refusal: Refusal): keyof Form | null {
  const { code, field } = refusal
  if (code === 'counter-taken' || code === 'counter-unknown') return 'counter'
  return field === 'login' || field === 'password' || field === 'counter' ? field : null
}

/** Whether Caps Lock is on; browsers tell it with key events only. */
function useCapsLock() {
  const [on, setOn] = useState(false)
  const look = (event: KeyboardEvent): void => setOn(event.getModifierState('CapsLock'))
  return { on, watch: { onKeyDownCapture: look, onKeyUpCapture: look } }
}
