import { COUNTER_STATUS } from '../../../../texts/index.ts'
import { Field, Select } from '../../../../ui/index.ts'
import { ActDialog } from '../../cases/acts/ActDialog.tsx'
import { ColleagueField } from '../../cases/acts/ColleagueField.tsx'
import { choices, Line, needed, Options } from '../../cases/acts/fields.tsx'
import { C } from '../../cases/texts.ts'
import { useDesk } from '../../DeskContext.tsx'
import { Q } from '../texts.ts'
import type { QueueActProps } from './actProps.ts'

/** 转号: same number, same place in the order, to a group, one counter or one colleague. */
export function Transfer(props: QueueActProps) {
  const { desk } = props
  const { app } = useDesk()
  const others = desk.counters.filter(({ no, status }) => no !== desk.counter && status !== 'closed')
  return (
    <ActDialog
      {...props}
      door="queue.transfer"
      title={Q.transferTitle}
      button={Q.transferButton}
      said={Q.transferSaid}
      warning={Q.transferWarn}
      start={{ group: desk.current?.group ?? '', whom: 'group', counter: '', to: '', reason: '' }}
      places={{ toCounter: 'counter', toPerson: 'to' }}
      check={({ whom, counter, to }) => [
        whom === 'counter' ? needed('counter', counter, C.choiceMissing) : null,
        whom === 'person' ? needed('to', to, C.choiceMissing) : null
      ]}
      toInput={({ group, whom, counter, to, reason }) => ({
        group,
        toCounter: whom === 'counter' ? Number(counter) : null,
        toPerson: whom === 'person' ? to : null,
        reason: reason.trim()
      })}
    >
      {(form) => {
        const whom = form.watch('whom')
        const wrongAt = (place: 'group' | 'counter') => form.getFieldState(place, form.formState).error?.message
        return (
          <>
            <Field label={Q.transferGroup} error={wrongAt('group')}>
              <Select
                options={desk.groups.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
                {...form.register('group', { onChange: () => form.clearErrors('group') })}
              />
            </Field>
            <Options form={form} name="whom" label={Q.transferWhom} options={choices(Q.transferWhoms)} />
            {whom === 'counter' && (
              <Field label={Q.transferCounter} error={wrongAt('counter')} required>
                <Select
                  options={[
                    { value: '', label: Q.counterNone },
                    ...others.map(({ no, name, status }) => ({
                      value: String(no),
                      label: Q.counterOption(no, name, COUNTER_STATUS[status])
                    }))
                  ]}
                  {...form.register('counter', { onChange: () => form.clearErrors('counter') })}
                />
              </Field>
            )}
            {whom === 'person' && (
              <ColleagueField
                ownerId={app.person?.personId ?? ''}
                chosen={form.watch('to')}
                error={form.getFieldState('to', form.formState).error?.message}
                onChoose={(personId) => {
                  form.clearErrors('to')
                  form.setValue('to', personId)
                  if (personId !== '') form.setFocus('reason')
                }}
              />
            )}
            <Line form={form} name="reason" label={Q.reasonOptional} />
          </>
        )
      }}
    </ActDialog>
  )
}
