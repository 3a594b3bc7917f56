import { useCallback, useEffect, useState } from 'react'
import type { CalendarShown } from '../../../../shared/domain/calendar/calendarShown.ts'
import type { Reply } from '../../../../shared/kernel/result.ts'
import { ask } from '../../../bridge/linchuang.ts'
import { refusalText } from '../../../texts/index.ts'
import { Button, Notice } from '../../../ui/index.ts'
import { answered } from '../../desk/state/answered.ts'
import './calendar.css'
import { LoadForm } from './LoadForm.tsx'
import { C } from './texts.ts'
import { YearList } from './YearList.tsx'

/** 节假日安排: left what due dates are counted by, right what is to be loaded. */
export function CalendarSection() {
  const [reply, setReply] = useState<Reply<CalendarShown> | null>(null)
  const read = useCallback(async (): Promise<void> => setReply(await answered(ask('calendar.years', {}))), [])
  useEffect(() => void read(), [read])
  return (
    <div className="calendar">
      <section className="calendar__years ui-panel" aria-label={C.title}>
        <h3>{C.title}</h3>
        {reply === null && <p className="admin__quiet">{C.loading}</p>}
        {reply?.ok && <YearList calendar={reply.value} />}
        {reply && !reply.ok && (
          <Notice
            tone="warn"
            actions={
              <Button size="small" onClick={() => void read()}>
                {C.again}
              </Button>
            }
          >
            {refusalText(reply.refusal)}
          </Notice>
        )}
      </section>
      <LoadForm onLoaded={read} />
    </div>
  )
}
