import type { UseFormReturn } from 'react-hook-form'
import { refusalText } from '../../../texts/index.ts'
import { Button, Checkbox, Field, Notice, Select, TextInput } from '../../../ui/index.ts'
import { FoundQueues } from './FoundQueues.tsx'
import { HealthShown } from './HealthShown.tsx'
import { PaperFolder } from './PaperFolder.tsx'
import { type TargetValues, targetOf } from './targetSchema.ts'
import { P } from './texts.ts'
import type { Check } from './useCheck.ts'

export interface KindFieldsProps {
  readonly form: UseFormReturn<TargetValues>
  readonly kind: TargetValues['kind']
  readonly check: Check
}

/** What has to be known of a printer of the chosen kind, and how it is when it is asked. */
export function KindFields({ form, kind, check }: KindFieldsProps) {
  if (kind === 'folder') return <PaperFolder />
  const { register, trigger, getValues, formState } = form
  const { errors } = formState
  const forget = { onChange: check.forget }
  const ask = async (): Promise<void> => {
    // Only what the question needs; a name may still be missing.
    const needed = { ipp: ['uri'], raw: ['host', 'port'], spooler: ['queue'] } as const
    if (await trigger(needed[kind], { shouldFocus: true })) await check.run(withName(targetOf(getValues())))
  }
  return (
    <>
      {kind === 'spooler' && <FoundQueues form={form} />}
      {kind === 'ipp' && (
        <Field label={P.uri} hint={P.uriHint} error={errors.uri?.message} required>
          <TextInput inputMode="url" {...register('uri', forget)} />
        </Field>
      )}
      {kind === 'raw' && (
        <>
          <div className="printers__pair">
            <Field label={P.host} hint={P.hostHint} error={errors.host?.message} required>
              <TextInput inputMode="url" {...register('host', forget)} />
            </Field>
            <Field label={P.port} hint={P.portHint} error={errors.port?.message} required>
              <TextInput inputMode="numeric" {...register('port', forget)} />
            </Field>
          </div>
          <RollField path="paper" form={form} />
          <Checkbox label={P.status} hint={P.statusHint} {...register('status', forget)} />
        </>
      )}
      <Field label={P.name} hint={P.nameHint} error={errors.name?.message} required>
        <TextInput {...register('name')} />
      </Field>
      <div className="printer__check" role="status">
        {check.busy && <p className="admin__quiet">{P.asking}</p>}
        {check.reply?.ok && <HealthShown checked={check.reply.value} named />}
        {check.reply && !check.reply.ok && <Notice tone="warn">{refusalText(check.reply.refusal)}</Notice>}
      </div>
      <div className="admin__keys">
        <Button size="small" kbd="Alt+T" kbdGroup={P.group} busy={check.busy} onClick={() => void ask()}>
          {P.test}
        </Button>
      </div>
    </>
  )
}

export interface RollFieldProps {
  readonly form: UseFormReturn<TargetValues>
  readonly path: 'paper' | 'ticketWidth'
  readonly hint?: string
}

/** How wide the paper is that tickets come out on. */
export function RollField({ form, path, hint }: RollFieldProps) {
  return (
    <Field label={P.roll} hint={hint}>
      <Select
        options={(['80', '58'] as const).map((value) => ({ value, label: P.rolls[value] }))}
        {...form.register(path)}
      />
    </Field>
  )
}

/** The door wants a name, which says nothing about the printer's state. */
const withName = (target: ReturnType<typeof targetOf>): ReturnType<typeof targetOf> =>
  target.kind === 'folder' ? target : { ...target, name: target.name.trim() || P.group }
