import { useCallback, useEffect, useState } from 'react'
import type { TicketTaken } from '../../../../../shared/contract/queueDoors.ts'
import type { Refusal, Reply } from '../../../../../shared/kernel/result.ts'
import type { AppointmentShown } from '../../../../../shared/projections/hallViews.ts'
import { ask } from '../../../../bridge/linchuang.ts'
import { refusalText, shortDate, weekday } from '../../../../texts/index.ts'
import { Dialog, Field, Notice, TextInput } from '../../../../ui/index.ts'
import { ActDialog } from '../../cases/acts/ActDialog.tsx'
import { Line } from '../../cases/acts/fields.tsx'
import { C } from '../../cases/texts.ts'
import { dayTyped } from '../../model/dayTyped.ts'
import { answered } from '../../state/answered.ts'
import { usePress } from '../../state/usePress.ts'
import { TakenTicket } from '../TakenTicket.tsx'
import { Q } from '../texts.ts'
import type { QueueActProps } from './actProps.ts'
import { BookForm } from './BookForm.tsx'
import { DayList } from './DayList.tsx'

interface Taken extends TicketTaken {
  readonly groupName: string
}

/** Agreed times of a day: who comes when, arrived or not, and a form for one more. */
export function Appointments(props: QueueActProps) {
  const { desk, kept, onClose } = props
  const [typed, setTyped] = useState('')
  const date = typed.trim() === '' ? desk.date : dayTyped(typed, desk.date)
  const [reply, setReply] = useState<Reply<readonly AppointmentShown[]> | null>(null)
  const [round, setRound] = useState(0)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [taken, setTaken] = useState<Taken | null>(null)
  const [cancelling, setCancelling] = useState<AppointmentShown | null>(null)
  const again = useCallback(() => setRound((before) => before + 1), [])
  const checkIn = usePress('appointments.checkIn')

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked anew with every round
  useEffect(() => {
    if (date === null) return
    let gone = false
    void answered(ask('appointments.list', { date })).then((said) => {
      if (!gone) setReply(said)
    })
    return () => {
      gone = true
    }
  }, [date, round])

  const arrive = async (one: AppointmentShown): Promise<void> => {
    const said = await checkIn.press({ appointmentId: one.appointmentId })
    if (said === null) return
    setRefusal(said.ok ? null : said.refusal)
    if (said.ok) setTaken({ ...said.value, groupName: one.groupName })
    again()
  }

  if (taken) {
    return (
      <Dialog title={Q.bookTitle} onClose={() => setTaken(null)}>
        <TakenTicket taken={taken} onClose={() => setTaken(null)} />
      </Dialog>
    )
  }
  const listRefusal = reply !== null && !reply.ok ? reply.refusal : null
  return (
    <>
      <Dialog title={Q.bookTitle} onClose={onClose} size="wide">
        {(refusal ?? listRefusal) && <Notice tone="warn">{refusalText((refusal ?? listRefusal) as Refusal)}</Notice>}
        <div className="bookings">
          <div>
            <Field
              label={Q.bookDay}
              hint={date === null ? Q.bookDayHint : `${shortDate(date)} ${weekday(date)}`}
              error={date === null ? C.dayWrong : undefined}
            >
              <TextInput
                className="act__day"
                value={typed}
                placeholder={Q.bookDayHint}
                data-place="book.day"
                onChange={(event) => setTyped(event.currentTarget.value)}
              />
            </Field>
            {date !== null && (
              <DayList
                day={shortDate(date)}
                today={date === desk.date}
                list={reply?.ok ? reply.value : []}
                busy={checkIn.busy}
                onCheckIn={(one) => void arrive(one)}
                onCancel={setCancelling}
              />
            )}
          </div>
          {date !== null && <BookForm key={date} date={date} groups={desk.groups} round={round} onBooked={again} />}
        </div>
      </Dialog>
      {cancelling && (
        <ActDialog
          door="appointments.cancel"
          kept={kept}
          title={Q.cancelBookingTitle}
          button={Q.cancelBookingButton}
          said={Q.cancelBookingSaid}
          danger
          start={{ reason: '' }}
          toInput={({ reason }) => ({
            appointmentId: cancelling.appointmentId,
            date: cancelling.date,
            reason: reason.trim()
          })}
          onClose={() => setCancelling(null)}
          onDone={() => {
            setCancelling(null)
            again()
          }}
        >
          {(form) => <Line form={form} name="reason" label={Q.reasonOptional} />}
        </ActDialog>
      )}
    </>
  )
}
