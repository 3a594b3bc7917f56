import { useCallback, useEffect, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { Reply } from '../../../../shared/kernel/result.ts'
import type { PrinterFound } from '../../../../shared/projections/views.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Light, Notice } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import type { TargetValues } from './targetSchema.ts'
import { HEALTH, P } from './texts.ts'

/** What this PC's own print service knows, looked up when it is asked for; one of them is chosen. */
export function FoundQueues({ form }: { readonly form: UseFormReturn<TargetValues> }) {
  const { register, setValue, getValues, formState } = form
  const [reply, setReply] = useState<Reply<readonly PrinterFound[] | null> | null>(null)
  const find = useCallback(async (): Promise<void> => {
    setReply(null)
    setReply(await answered(ask('printers.find', {})))
  }, [])
  useEffect(() => void find(), [find])
  const found = reply?.ok ? (reply.value ?? []) : []
  const error = formState.errors.queue?.message
  /** A name that was taken over from a queue goes with it; one that somebody typed stays. */
  const choose = (name: string): void => {
    const typed = getValues('name').trim()
    if (typed === '' || found.some((one) => one.name === typed)) setValue('name', name, { shouldValidate: true })
  }
  return (
    <fieldset className="ui-field" aria-describedby={error === undefined ? undefined : 'printer-queue-error'}>
      <legend className="ui-choices__legend">{P.queue}</legend>
      <div role="status">
        {reply === null && <p className="admin__quiet">{P.finding}</p>}
        {reply && !reply.ok && <Notice tone="warn">{refusalText(reply.refusal)}</Notice>}
        {reply?.ok && reply.value === null && <p className="admin__quiet">{P.noService}</p>}
        {reply?.ok && reply.value?.length === 0 && <p className="admin__quiet">{P.noneFound}</p>}
      </div>
      <div className="printers__queues">
        {found.map((one) => (
          <label key={one.queue} className="ui-choice">
            <input type="radio" value={one.queue} {...register('queue', { onChange: () => choose(one.name) })} />
            <span className="printers__queue">
              <span>
                {one.name}
                <span className="ui-choice__hint">{one.queue}</span>
              </span>
              <Light tone={HEALTH[one.health].tone}>{HEALTH[one.health].word}</Light>
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p className="ui-field__error" id="printer-queue-error" aria-live="polite">
          {error}
        </p>
      )}
      <div className="admin__keys">
        <Button size="small" busy={reply === null} onClick={() => void find()}>
          {P.findAgain}
        </Button>
      </div>
    </fieldset>
  )
}
