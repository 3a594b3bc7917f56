import { ActDialog } from '../../cases/acts/ActDialog.tsx'
import { choices, Line, needed, Options } from '../../cases/acts/fields.tsx'
import { Q } from '../texts.ts'
import type { QueueActProps } from './actProps.ts'

/** 挂起: the visitor fetches something, the counter calls on. */
export const Hold = (props: QueueActProps) => (
  <ActDialog
    {...props}
    door="queue.hold"
    title={Q.holdTitle}
    button={Q.holdButton}
    said={Q.holdSaid}
    warning={Q.holdWarn}
    start={{ why: 'copy', reason: '' }}
    check={({ why, reason }) => [why === 'other' ? needed('reason', reason) : null]}
    toInput={({ why, reason }) => ({
      reason: why === 'other' ? reason.trim() : Q.holdReasons[why as keyof typeof Q.holdReasons]
    })}
  >
    {(form) => (
      <>
        <Options form={form} name="why" label={Q.holdReason} options={choices(Q.holdReasons)} />
        {form.watch('why') === 'other' && <Line form={form} name="reason" label={Q.holdOther} required />}
      </>
    )}
  </ActDialog>
)

/** A colleague is wanted here: shown at the other counters only. */
export const Colleague = (props: QueueActProps) => (
  <ActDialog
    {...props}
    door="queue.callColleague"
    title={Q.colleagueTitle}
    button={Q.colleagueButton}
    said={Q.colleagueSaid}
    warning={Q.colleagueWarn}
    start={{ reason: '' }}
    toInput={({ reason }) => ({ reason: reason.trim() })}
  >
    {(form) => <Line form={form} name="reason" label={Q.colleagueReason} />}
  </ActDialog>
)
