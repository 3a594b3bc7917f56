import type { PriorityReason } from '../../../../../shared/domain/queue/queueEvents.ts'
import { ActDialog } from '../../cases/acts/ActDialog.tsx'
import { choices, Line, needed, Options } from '../../cases/acts/fields.tsx'
import { PRIORITY, Q } from '../texts.ts'
import type { QueueActProps } from './actProps.ts'
import { TicketField, ticketMissing, withTicket } from './TicketField.tsx'

/** 优先 for somebody who waits already, by its reason. */
export const GrantPriority = (props: QueueActProps) => (
  <ActDialog
    {...props}
    door="queue.grantPriority"
    title={Q.priorityTitle}
    button={Q.priorityButton}
    said={Q.prioritySaid}
    start={{ no: '', kind: 'elderly', note: '' }}
    places={{ 'priority.note': 'note', priority: 'kind' }}
    check={({ no, kind, note }) => [
      ticketMissing({ no }),
      kind === 'other' ? needed('note', note, Q.noteMissing) : null
    ]}
    toInput={({ no, kind, note }) =>
      withTicket(no, props.desk.waiting, (ticketId) => ({
        ticketId,
        priority: { reason: kind as PriorityReason, note: kind === 'other' ? note.trim() : '' }
      }))
    }
  >
    {(form) => (
      <>
        <TicketField form={form} tickets={props.desk.waiting} />
        <Options form={form} name="kind" label={Q.priorityKind} options={choices(PRIORITY)} />
        {form.watch('kind') === 'other' && <Line form={form} name="note" label={Q.priorityNote} required />}
      </>
    )}
  </ActDialog>
)

/** 作废: the visitor has gone, or the number was taken by mistake. */
export function Cancel(props: QueueActProps) {
  const { waiting, held, missed, current } = props.desk
  const tickets = [...(current ? [current] : []), ...waiting, ...held, ...missed]
  return (
    <ActDialog
      {...props}
      door="queue.cancelTicket"
      title={Q.cancelTitle}
      button={Q.cancelButton}
      said={Q.cancelSaid}
      danger
      warning={Q.cancelWarn}
      start={{ no: '', reason: '' }}
      check={({ no, reason }) => [ticketMissing({ no }), needed('reason', reason)]}
      toInput={({ no, reason }) => withTicket(no, tickets, (ticketId) => ({ ticketId, reason: reason.trim() }))}
    >
      {(form) => (
        <>
          <TicketField form={form} tickets={tickets} />
          <Line form={form} name="reason" label={Q.reason} required />
        </>
      )}
    </ActDialog>
  )
}
