import { zodResolver } from '@hookform/resolvers/zod'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { type FieldPath, FormProvider, useForm } from 'react-hook-form'
import type { Refusal } from '../../../shared/kernel/result.ts'
import { ask } from '../../bridge/linchuang.ts'
import { refusalText } from '../../texts/refusals.ts'
import { announce, Badge, Button, enterMoves, focusFirstInvalid, Notice, toast } from '../../ui/index.ts'
import './setup.css'
import { formOf, type HallForm, inputOf, NOBODY, OWN_HALL, type SetupForm, type SetupKind } from './form.ts'
import { StepAdministrator } from './StepAdministrator.tsx'
import { StepCounters } from './StepCounters.tsx'
import { StepHall } from './StepHall.tsx'
import { StepKind } from './StepKind.tsx'
import { StepList } from './StepList.tsx'
import { StepSites } from './StepSites.tsx'
import { StepSummary } from './StepSummary.tsx'
import { setupSchema } from './schema.ts'
import { STEPS, type StepName, stepOfField } from './steps.ts'
import { useFounding } from './useFounding.ts'

const LAST = STEPS.length - 1

/** First start: names the hall, its counters and the first administrator. Nothing typed is lost on the way. */
export function SetupWizard() {
  const form = useForm<SetupForm>({
    resolver: zodResolver(setupSchema),
    mode: 'onTouched',
    defaultValues: { config: OWN_HALL, administrator: NOBODY }
  })
  const { kind, choose, proposalMissing } = useKind(form.getValues, (config) => form.setValue('config', config))
  const [step, setStep] = useState(0)
  const [reached, setReached] = useState(0)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const { busy, found } = useFounding()
  const body = useRef<HTMLFormElement | null>(null)
  const focusOn = useFocusWish(body)

  const go = (next: number): void => {
    setStep(next)
    setReached((before) => Math.max(before, next))
    setRefusal(null)
    focusOn('start')
    announce(`第 ${next + 1} 步，共 ${STEPS.length} 步：${STEPS[next]?.title ?? ''}`)
  }

  const finish = async (): Promise<void> => {
    const checkedForm = setupSchema.safeParse(form.getValues())
    if (!checkedForm.success) {
      const place = checkedForm.error.issues[0]?.path.join('.')
      await form.trigger()
      go(stepOfField(place) ?? 0)
      focusOn('invalid')
      return
    }
    setRefusal(null)
    const no = await found(inputOf(checkedForm.data, kind))
    if (!no) {
      toast('大厅已设置好，请登录。')
      return
    }
    const field = no.code === 'login-taken' ? 'administrator.login' : no.field
    const place = stepOfField(field)
    if (place !== null) go(place)
    setRefusal(no)
    if (place === null || field === undefined) return
    form.setError(field as FieldPath<SetupForm>, { type: 'refused', message: refusalText(no) })
    focusOn('invalid')
  }

  const next = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (busy) return
    if (step === LAST) return finish()
    const sound = await form.trigger([...(STEPS[step]?.fields ?? [])])
    if (sound) go(step + 1)
    else focusOn('invalid')
  }

  const here = STEPS[step]
  if (!here) return null
  return (
    <main className="setup" tabIndex={-1}>
      <header className="setup__head">
        <p className="setup__brand">邻窗</p>
        <p>首次设置</p>
        {kind === 'demo' && <Badge tone="demo">演示</Badge>}
      </header>
      <StepList current={step} reached={reached} onGo={go} />
      <FormProvider {...form}>
        <form className="setup__form" ref={body} onSubmit={next} onKeyDown={enterMoves} noValidate>
          <div className="setup__body">
            <div className="setup__title">
              <h1>{here.title}</h1>
              <p>{here.hint}</p>
            </div>
            {proposalMissing && step === 0 && (
              <Notice tone="warn">演示内容没有读出来，请改选“新建大厅”，或重新启动程序。</Notice>
            )}
            {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
            <StepContent name={here.name} kind={kind} onChoose={choose} />
          </div>
          <footer className="setup__foot">
            <Button kbd="Alt+ArrowLeft" disabled={step === 0 || busy} onClick={() => go(step - 1)}>
              上一步
            </Button>
            <span className="setup__count">
              第 {step + 1} 步，共 {STEPS.length} 步
            </span>
            <Button submit tone="primary" kbd="Ctrl+Enter" busy={busy}>
              {step === LAST ? (busy ? '正在设置……' : '完成设置') : '下一步'}
            </Button>
          </footer>
        </form>
      </FormProvider>
    </main>
  )
}

interface StepContentProps {
  readonly name: StepName
  readonly kind: SetupKind
  readonly onChoose: (kind: SetupKind) => void
}

function StepContent({ name, kind, onChoose }: StepContentProps) {
  switch (name) {
    case 'kind':
      return <StepKind kind={kind} onChoose={onChoose} />
    case 'hall':
      return <StepHall />
    case 'counters':
      return <StepCounters />
    case 'sites':
      return <StepSites />
    case 'administrator':
      return <StepAdministrator />
    case 'summary':
      return <StepSummary kind={kind} />
  }
}

type FocusWish = 'start' | 'invalid' | null

/**
 * Where focus goes after the next drawing: at the start of a step to its first field, after a check to the first field
 * that is wrong. Returns the function that asks for it.
 */
function useFocusWish(form: { readonly current: HTMLFormElement | null }): (wish: 'start' | 'invalid') => void {
  const wish = useRef<FocusWish>('start')
  const [, redraw] = useState(0)
  useEffect(() => {
    const now = wish.current
    wish.current = null
    if (now === 'start') focusStart(form.current)
    if (now === 'invalid' && !focusFirstInvalid(form.current)) focusStart(form.current)
  })
  return (next) => {
    wish.current = next
    redraw((n) => n + 1)
  }
}

function focusStart(form: HTMLFormElement | null): void {
  const body = form?.querySelector('.setup__body')
  body?.scrollTo(0, 0)
  const field = body?.querySelector<HTMLElement>('input:checked[type=radio], input:not([type=radio]), select')
  const target = field ?? form?.querySelector<HTMLElement>('button[type=submit]')
  target?.focus()
}

/** Which hall is being set up. What was typed for one kind is there again when one comes back to it. */
function useKind(read: () => SetupForm, write: (config: HallForm) => void) {
  const [kind, setKind] = useState<SetupKind>('demo')
  const [proposalMissing, setProposalMissing] = useState(false)
  const other = useRef<HallForm>(OWN_HALL)
  const fill = useRef(write)
  useEffect(() => {
    let gone = false
    const propose = async (): Promise<void> => {
      const reply = await ask('setup.propose', {}).catch(() => null)
      if (gone) return
      if (reply?.ok) fill.current(formOf(reply.value))
      else setProposalMissing(true)
    }
    void propose()
    return () => {
      gone = true
    }
  }, [])
  const choose = (next: SetupKind): void => {
    if (next === kind) return
    const before = structuredClone(read().config)
    write(other.current)
    other.current = before
    setKind(next)
  }
  return { kind, choose, proposalMissing }
}
