import { zodResolver } from '@hookform/resolvers/zod'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { type FieldPath, FormProvider, useForm } from 'react-hook-form'
import type { InputOf } from '../../../../shared/contract/contract.ts'
import type { HallService } from '../../../../shared/domain/hall/service.ts'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, enterMoves, Notice, toast } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { A } from '../texts.ts'
import { pathOf, serviceSchema } from './model/schema.ts'
import { type Section, type ServiceValues, serviceOf, valuesOf } from './model/values.ts'
import { PAGE_OF, S } from './texts.ts'
import { AroundForm, lettersOf, type Surroundings } from './useServiceForm.ts'

export interface ServiceFormProps extends Surroundings {
  readonly title: string
  readonly intro: string
  /** The parts of the settings that this page edits; the others are left as they are. */
  readonly sections: readonly Section[]
  readonly service: HallService
  readonly onSaved: (service: HallService) => void
  readonly children: ReactNode
}

/**
 * Some of the settings in one form. A refusal stands beside its field and nothing typed is lost: what has been saved
 * elsewhere shows here when nothing has been typed, else it waits until this is saved or given up.
 */
export function ServiceForm({ title, intro, sections, service, hall, today, onSaved, children }: ServiceFormProps) {
  const values = useMemo(() => valuesOf(service, lettersOf(hall)), [service, hall])
  const schema = useMemo(() => serviceSchema(sections, { hall, today }), [sections, hall, today])
  // `onBlur`: a row that has just been added is not wrong yet.
  const form = useForm<ServiceValues>({ resolver: zodResolver(schema), mode: 'onBlur', defaultValues: values })
  const { handleSubmit, reset, setError, formState } = form
  const { isDirty } = formState
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const setting = usePress('service.set')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what came from main changes an untouched form
  useEffect(() => {
    if (!isDirty) reset(values)
  }, [values])

  const submit = async (typed: ServiceValues): Promise<void> => {
    const held = await answered(ask('service.get', {}))
    if (!held.ok) return setRefusal(held.refusal)
    const mine = serviceOf(typed, today)
    const wanted = { ...held.value, ...Object.fromEntries(sections.map((section) => [section, mine[section]])) }
    const reply = await setting.press({ service: wanted as InputOf<'service.set'>['service'] })
    if (reply === null) return
    if (reply.ok) {
      setRefusal(null)
      reset(valuesOf(wanted, lettersOf(hall)))
      onSaved(wanted)
      toast(S.saved)
      return
    }
    const path = pathOf(reply.refusal, typed)
    const here = sections.some((section) => section === path[0])
    setRefusal(here ? null : reply.refusal)
    const error = { type: 'refused', message: refusalText(reply.refusal) }
    if (here) setError(path.join('.') as FieldPath<ServiceValues>, error, { shouldFocus: true })
  }

  return (
    <FormProvider {...form}>
      <AroundForm value={useMemo(() => ({ hall, today }), [hall, today])}>
        <form
          className="admin__form ui-panel service"
          aria-label={title}
          onSubmit={handleSubmit(submit)}
          onKeyDown={enterMoves}
          noValidate
        >
          <header>
            <h3>{title}</h3>
            <p className="admin__quiet">{intro}</p>
          </header>
          {refusal && <Notice tone="danger">{sentenceOf(refusal)}</Notice>}
          <div className="service__groups">{children}</div>
          <div className="admin__keys service__keys">
            <span className="admin__quiet" role="status">
              {isDirty ? S.unsaved : ''}
            </span>
            <Button tone="quiet" disabled={!isDirty} onClick={() => reset(values)}>
              {S.undo}
            </Button>
            <Button submit tone="primary" kbd="Ctrl+Enter" kbdGroup={A.manage} busy={setting.busy}>
              {S.save}
            </Button>
          </div>
        </form>
      </AroundForm>
    </FormProvider>
  )
}

/** What is wrong on another page keeps this one from being saved too: it is said where. */
function sentenceOf(refusal: Refusal): string {
  const section = /^service\.(\w+)/.exec(refusal.field ?? '')?.[1]
  const page = Object.entries(PAGE_OF).find(([name]) => name === section)?.[1]
  return page === undefined ? refusalText(refusal) : S.elsewhere(page, refusalText(refusal))
}
