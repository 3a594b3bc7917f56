import { zodResolver } from '@hookform/resolvers/zod'
import { type Ref, useImperativeHandle, useState } from 'react'
import { type UseFormReturn, useForm, useWatch } from 'react-hook-form'
import type { PrinterTarget } from '../../../../shared/domain/hall/hall.ts'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, enterMoves, Notice, toast } from '../../../ui/index.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { A } from '../texts.ts'
import { PrinterFields } from './PrinterFields.tsx'
import { PaperFolder, TargetNow } from './TargetNow.tsx'
import { type TargetValues, targetOf, targetSchema, valuesOf } from './targetSchema.ts'
import { useCheck } from './useCheck.ts'

export interface TargetFormTools {
  /** Puts a printer into the form; nothing is saved yet. */
  take(printer: { readonly uri: string; readonly name: string }): void
}

export interface TargetFormProps {
  readonly target: PrinterTarget
  readonly tools: Ref<TargetFormTools>
}

/** The choice between files and a printer. What is saved is asked how it is at once, so that nobody finds out by a paper. */
export function TargetForm({ target, tools }: TargetFormProps) {
  const form = useForm<TargetValues>({
    resolver: zodResolver(targetSchema),
    mode: 'onTouched',
    defaultValues: valuesOf(target)
  })
  const { handleSubmit, control, setError, setValue } = form
  const kind = useWatch({ control, name: 'kind' })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const choosing = usePress('papers.choosePrinter')
  const check = useCheck()

  useImperativeHandle(tools, () => ({
    take({ uri, name }) {
      setValue('kind', 'ipp')
      setValue('uri', uri, { shouldValidate: true })
      setValue('name', name, { shouldValidate: true })
      void check.run(uri)
    }
  }))

  const submit = async (values: TargetValues): Promise<void> => {
    const reply = await choosing.press({ target: targetOf(values) })
    if (reply === null) return
    if (!reply.ok) {
      const known = reply.refusal.field?.startsWith('target.uri') === true
      setRefusal(known ? null : reply.refusal)
      if (known) setError('uri', { type: 'refused', message: refusalText(reply.refusal) }, { shouldFocus: true })
      return
    }
    setRefusal(null)
    toast(`${values.kind === 'folder' ? A.savedFolder : A.savedPrinter(values.name)}${A.savedNote}`)
    if (values.kind === 'ipp') await check.run(values.uri)
  }

  return (
    <form className="admin__form ui-panel" onSubmit={handleSubmit(submit)} onKeyDown={enterMoves} noValidate>
      <h3>{A.tabs.printer}</h3>
      <TargetNow target={target} />
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <fieldset className="ui-field">
        <legend className="ui-choices__legend">{A.target}</legend>
        <div className="printer__kinds">
          <Kind value="folder" label={A.toFolderLong} hint={A.toFolderHint} form={form} current={kind} />
          <Kind value="ipp" label={A.toPrinter} hint={A.toPrinterHint} form={form} current={kind} />
        </div>
      </fieldset>
      {kind === 'folder' ? <PaperFolder /> : <PrinterFields form={form} check={check} />}
      <div className="admin__keys">
        <Button submit tone="primary" kbd="Ctrl+Enter" kbdGroup={A.manage} busy={choosing.busy}>
          {A.save}
        </Button>
      </div>
    </form>
  )
}

interface KindProps {
  readonly value: TargetValues['kind']
  readonly label: string
  readonly hint: string
  readonly form: UseFormReturn<TargetValues>
  readonly current: TargetValues['kind']
}

const Kind = ({ value, label, hint, form, current }: KindProps) => (
  <label className="ui-choice">
    <input
      type="radio"
      value={value}
      data-place={value === current ? 'admin.target' : undefined}
      {...form.register('kind')}
    />
    <span>
      {label}
      <span className="ui-choice__hint">{hint}</span>
    </span>
  </label>
)
