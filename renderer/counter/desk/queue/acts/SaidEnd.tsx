import { clockTime } from '../../../../texts/index.ts'
import { ActDialog } from '../../cases/acts/ActDialog.tsx'
import { Line, needed } from '../../cases/acts/fields.tsx'
import { saidEndTyped } from '../../model/queueTime.ts'
import { useNow } from '../../state/useNow.ts'
import { T } from '../../texts.ts'
import { Q } from '../texts.ts'
import type { QueueActProps } from './actProps.ts'

/** 早就办完了: when it really ended. The time is marked as told afterwards and counts in no mean. */
export function SaidEnd(props: QueueActProps) {
  const { date, current } = props.desk
  const since = current?.servingSince ?? current?.startedAt ?? null
  const now = useNow()
  return (
    <ActDialog
      {...props}
      door="queue.finishService"
      title={Q.saidEndTitle}
      button={Q.saidEndButton}
      said={T.finished(current?.no ?? '')}
      start={{ saidEnd: '' }}
      check={({ saidEnd }) => [
        needed('saidEnd', saidEnd) ??
          (saidEndTyped(saidEnd, date, since) === null ? { place: 'saidEnd', text: Q.timeWrong } : null)
      ]}
      toInput={({ saidEnd }) => ({ saidEnd: saidEndTyped(saidEnd, date, since) })}
    >
      {(form) => (
        <Line
          form={form}
          name="saidEnd"
          label={Q.saidEndLabel}
          {...(since !== null && now !== null ? { hint: Q.saidEndHint(clockTime(since), clockTime(now)) } : {})}
          required
        />
      )}
    </ActDialog>
  )
}
