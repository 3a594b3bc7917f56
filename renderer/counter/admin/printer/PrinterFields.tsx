import type { UseFormReturn } from 'react-hook-form'
import { Button, Field, TextInput } from '../../../ui/index.ts'
import { A } from '../texts.ts'
import { PrinterHealthShown } from './PrinterHealthShown.tsx'
import { addressOf, type TargetValues } from './targetSchema.ts'
import type { Check } from './useCheck.ts'

export interface PrinterFieldsProps {
  readonly form: UseFormReturn<TargetValues>
  readonly check: Check
}

/** Name and address of a printer, and how it is when it is asked. */
export function PrinterFields({ form, check }: PrinterFieldsProps) {
  const { register, getValues, setError, formState } = form
  const { errors } = formState
  const test = (): void => {
    const uri = addressOf(getValues('uri'))
    if (uri === null) setError('uri', { type: 'typed', message: A.uriWrong }, { shouldFocus: true })
    else void check.run(uri)
  }
  return (
    <>
      <Field label={A.printerName} hint={A.printerNameHint} error={errors.name?.message} required>
        <TextInput {...register('name')} />
      </Field>
      <Field label={A.uri} hint={A.uriHint} error={errors.uri?.message} required>
        <div className="ui-withEnd">
          <TextInput inputMode="url" {...register('uri', { onChange: check.forget })} />
          <Button kbd="Alt+T" kbdGroup={A.manage} busy={check.busy} onClick={test}>
            {A.test}
          </Button>
        </div>
      </Field>
      <div className="printer__check" role="status">
        <PrinterHealthShown check={check} />
      </div>
    </>
  )
}
