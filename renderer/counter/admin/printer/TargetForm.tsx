import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import type { PrinterTarget, PrinterUse } from '../../../../shared/domain/hall/hall.ts'
import { calledOf } from '../../../../shared/domain/hall/printers.ts'
import type { Refusal } from '../../../../shared/kernel/result.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, enterMoves, Notice, toast } from '../../../ui/index.ts'
import { usePress } from '../../desk/state/usePress.ts'
import { KindFields, RollField } from './KindFields.tsx'
import { NetworkPrinters } from './NetworkPrinters.tsx'
import { type TargetValues, targetOf, targetSchema, valuesOf } from './targetSchema.ts'
import { KIND, P, USE } from './texts.ts'
import { useCheck } from './useCheck.ts'

export interface TargetFormProps {
  readonly use: PrinterUse
  readonly target: PrinterTarget
  readonly onDone: () => void
}

/** A roll is for tickets; the other papers would be cut off on it. */
const kindsFor = (use: PrinterUse): readonly TargetValues['kind'][] =>
  use === 'ticket' ? ['folder', 'spooler', 'ipp', 'raw'] : ['folder', 'spooler', 'ipp']

/** Chooses the printer of one use; nothing holds before it is saved. */
export function TargetForm({ use, target, onDone }: TargetFormProps) {
  const form = useForm<TargetValues>({
    resolver: zodResolver(targetSchema),
    mode: 'onTouched',
    defaultValues: valuesOf(target)
  })
  const { handleSubmit, control, setError, register } = form
  const kind = useWatch({ control, name: 'kind' })
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const assigning = usePress('printers.assign')
  const check = useCheck()

  const submit = async (values: TargetValues): Promise<void> => {
    const chosen = targetOf(values)
    const reply = await assigning.press({ use, target: chosen })
    if (reply === null) return
    if (reply.ok) {
      toast(`${P.saved(USE[use], calledOf(chosen))}${P.savedNote}`)
      onDone()
      return
    }
    const atAddress = reply.refusal.field?.startsWith('target.uri') === true
    setRefusal(atAddress ? null : reply.refusal)
    if (atAddress) setError('uri', { type: 'refused', message: refusalText(reply.refusal) }, { shouldFocus: true })
  }

  return (
    <form
      className="admin__form ui-panel printers__form"
      aria-label={P.title(USE[use])}
      onSubmit={handleSubmit(submit)}
      onKeyDown={enterMoves}
      noValidate
    >
      <h3>{P.title(USE[use])}</h3>
      {refusal && <Notice tone="danger">{refusalText(refusal)}</Notice>}
      <fieldset className="ui-field">
        <legend className="ui-choices__legend">{P.kind}</legend>
        <div className="printer__kinds">
          {kindsFor(use).map((one) => (
            <label key={one} className="ui-choice">
              <input
                type="radio"
                value={one}
                data-place={one === kind ? 'printer.kind' : undefined}
                {...register('kind', { onChange: check.forget })}
              />
              <span>
                {KIND[one].label}
                <span className="ui-choice__hint">{KIND[one].hint}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <NetworkPrinters form={form} rolls={use === 'ticket'} onPick={check.forget} />
      <KindFields form={form} kind={kind} check={check} />
      {use === 'ticket' && kind !== 'raw' && <RollField path="ticketWidth" form={form} hint={P.ticketWidthHint} />}
      <div className="admin__keys">
        <Button submit tone="primary" kbd="Ctrl+Enter" kbdGroup={P.group} busy={assigning.busy}>
          {P.save}
        </Button>
        <Button tone="quiet" onClick={onDone}>
          {P.cancel}
        </Button>
      </div>
    </form>
  )
}
