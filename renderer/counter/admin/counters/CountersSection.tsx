import { zodResolver } from '@hookform/resolvers/zod'
import { useEffect, useMemo, useState } from 'react'
import { type FieldPath, FormProvider, useForm } from 'react-hook-form'
import type { HallConfig } from '../../../../shared/domain/hall/hall.ts'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, enterMoves, Notice, toast } from '../../../ui/index.ts'
import { usePress } from '../../desk/state/usePress.ts'
import './counters.css'
import { CounterRows } from './CounterRows.tsx'
import { type CountersValues, countersOf, countersSchema, valuesOf } from './countersForm.ts'
import { GroupRows } from './GroupRows.tsx'
import { ItemsDialog } from './ItemsDialog.tsx'
import { W } from './texts.ts'

/**
 * 窗口与类别: groups with their letters, counters with what they serve, changed while the hall is at work. A refusal
 * stands beside its row and nothing typed is lost.
 */
export function CountersSection({ hall }: { readonly hall: Pick<HallConfig, 'groups' | 'counters'> }) {
  // The hall is pushed anew with every view of the program; only what it says of counters counts here.
  const said = JSON.stringify([hall.groups, hall.counters])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `said` is all of it
  const values = useMemo(() => valuesOf(hall), [said])
  const form = useForm<CountersValues>({
    resolver: zodResolver(countersSchema),
    // Not as soon as a row is there: nobody has written anything in it yet.
    mode: 'onBlur',
    defaultValues: values
  })
  const { handleSubmit, reset, setError, getValues, setValue, formState } = form
  const { isDirty } = formState
  /** The counter whose items are being chosen. */
  const [choosing, setChoosing] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const setting = usePress('hall.setCounters')
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what came from main changes an untouched form
  useEffect(() => {
    if (!isDirty) reset(values)
  }, [values])

  const submit = async (typed: CountersValues): Promise<void> => {
    const wanted = countersOf(typed)
    const reply = await setting.press(wanted)
    if (reply === null) return
    if (reply.ok) {
      setRefusal(null)
      reset(valuesOf(wanted))
      toast(W.saved)
      return
    }
    const { field } = reply.refusal
    const here = field?.startsWith('config.') === true
    setRefusal(here ? null : reply.refusal)
    const error = { type: 'refused', message: refusalText(reply.refusal) }
    if (here) setError(field as FieldPath<CountersValues>, error, { shouldFocus: true })
  }

  return (
    <FormProvider {...form}>
      <form
        className="admin__form counters"
        aria-label={W.title}
        onSubmit={handleSubmit(submit)}
        onKeyDown={enterMoves}
        noValidate
      >
        <header>
          <h3>{W.title}</h3>
          <p className="admin__quiet">{W.intro}</p>
          <p className="admin__quiet">{W.groupsHint}</p>
        </header>
        {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
        <div className="counters__split">
          <GroupRows />
          <CounterRows onItems={setChoosing} />
        </div>
        <div className="admin__keys counters__keys">
          <span className="admin__quiet" role="status">
            {isDirty ? W.unsaved : ''}
          </span>
          <Button tone="quiet" disabled={!isDirty} onClick={() => reset(values)}>
            {W.undo}
          </Button>
          <Button submit tone="primary" kbd="Ctrl+Enter" kbdGroup={W.group} busy={setting.busy}>
            {W.save}
          </Button>
        </div>
      </form>
      {/* Not inside the form: its Enter is not the form's. */}
      {choosing !== null && (
        <ItemsDialog
          counter={getValues(`config.counters.${choosing}`)}
          onChoose={(items) => setValue(`config.counters.${choosing}.items`, [...items], { shouldDirty: true })}
          onClose={() => setChoosing(null)}
        />
      )}
    </FormProvider>
  )
}
