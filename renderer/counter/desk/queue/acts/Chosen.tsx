import { Field, TextInput } from '../../../../ui/index.ts'
import { ActDialog } from '../../cases/acts/ActDialog.tsx'
import { Line, needed } from '../../cases/acts/fields.tsx'
import { useDesk } from '../../DeskContext.tsx'
import { T } from '../../texts.ts'
import { Q } from '../texts.ts'
import type { QueueActProps } from './actProps.ts'
import { TicketField, ticketMissing, withTicket } from './TicketField.tsx'

/**
 * 挑一个号叫, with its reason. Where the hall wants a lead's word the lead signs right here, unless it is the lead who is
 * signed in.
 */
export function Chosen(props: QueueActProps) {
  const { waiting, queueSettings } = props.desk
  const { app } = useDesk()
  const leads = app.person?.roles.some((role) => role !== 'clerk') ?? false
  const signs = queueSettings.chooseBy === 'lead' && !leads
  return (
    <ActDialog
      {...props}
      door="queue.callChosen"
      title={Q.chosenTitle}
      button={Q.chosenButton}
      said={({ no }) => T.called(no)}
      warning={Q.chosenWarn}
      start={{ no: '', reason: '', login: '', password: '' }}
      places={{ ticketId: 'no', approval: 'login', 'approval.login': 'login', 'approval.password': 'password' }}
      check={({ no, reason, login, password }) => [
        ticketMissing({ no }),
        needed('reason', reason),
        signs ? needed('login', login, Q.leadMissing) : null,
        signs ? needed('password', password, Q.leadMissing) : null
      ]}
      toInput={({ no, reason, login, password }) =>
        withTicket(no, waiting, (ticketId) => ({
          ticketId,
          reason: reason.trim(),
          approval: signs ? { login: login.trim(), password } : null
        }))
      }
    >
      {(form) => (
        <>
          <TicketField form={form} tickets={waiting} />
          <Line form={form} name="reason" label={Q.reason} required />
          {signs && (
            <div className="act__pair">
              <Line form={form} name="login" label={Q.leadLogin} hint={Q.leadHere} required />
              <Field
                label={Q.leadPassword}
                error={form.getFieldState('password', form.formState).error?.message}
                required
              >
                <TextInput
                  type="password"
                  {...form.register('password', { onChange: () => form.clearErrors('password') })}
                />
              </Field>
            </div>
          )}
        </>
      )}
    </ActDialog>
  )
}
