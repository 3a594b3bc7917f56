import { ActDialog } from '../../cases/acts/ActDialog.tsx'
import { Line, Options } from '../../cases/acts/fields.tsx'
import { untilTyped } from '../../model/queueTime.ts'
import { useNow } from '../../state/useNow.ts'
import { Q } from '../texts.ts'
import type { QueueActProps } from './actProps.ts'

/** 暂停 with its reason, and when somebody is back. */
export function Pause(props: QueueActProps) {
  const { date, queueSettings } = props.desk
  const now = useNow() ?? ''
  return (
    <ActDialog
      {...props}
      door="queue.pauseCounter"
      title={Q.pauseTitle}
      button={Q.pauseButton}
      said={Q.pauseSaid}
      warning={Q.pauseWarn}
      start={{ reason: queueSettings.pauseReasons[0] ?? '', until: '' }}
      check={({ until }) => [
        until.trim() !== '' && untilTyped(until, date, now) === null ? { place: 'until', text: Q.timeWrong } : null
      ]}
      toInput={({ reason, until }) => ({
        reason,
        until: until.trim() === '' ? null : untilTyped(until, date, now)
      })}
    >
      {(form) => (
        <>
          {queueSettings.pauseReasons.length > 0 && (
            <Options
              form={form}
              name="reason"
              label={Q.pauseReason}
              options={queueSettings.pauseReasons.map((reason) => ({ value: reason, label: reason }))}
            />
          )}
          <Line form={form} name="until" label={Q.pauseUntil} hint={Q.pauseUntilHint} />
        </>
      )}
    </ActDialog>
  )
}
