import type { AppointmentShown } from '../../../../../shared/projections/hallViews.ts'
import { Button } from '../../../../ui/index.ts'
import { APPOINTMENT_STATUS, Q } from '../texts.ts'

export interface DayListProps {
  /** As it is read out. */
  readonly day: string
  /** Only who comes today can check in. */
  readonly today: boolean
  readonly list: readonly AppointmentShown[]
  readonly busy: boolean
  readonly onCheckIn: (one: AppointmentShown) => void
  readonly onCancel: (one: AppointmentShown) => void
}

/** A day's appointments by slot; people masked as in every list. */
export const DayList = ({ day, today, list, busy, onCheckIn, onCancel }: DayListProps) => (
  <section className="bookings__list" aria-label={Q.dayList(day, list.length)}>
    <h3>{Q.dayList(day, list.length)}</h3>
    {list.length === 0 ? (
      <p className="desk__quiet">{Q.dayNone}</p>
    ) : (
      <table className="trail__table">
        <thead>
          <tr>
            <th scope="col">{Q.bookSlot}</th>
            <th scope="col">{Q.bookGroup}</th>
            <th scope="col">{Q.code}</th>
            <th scope="col">{Q.who}</th>
            <th scope="col">{Q.state}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((one) => (
            <tr key={one.appointmentId} data-testid="appointment">
              <td>{one.slot}</td>
              <td>{one.groupName}</td>
              <td>{one.code}</td>
              <td>{[one.name, one.phone ?? ''].filter((part) => part !== '').join(' ')}</td>
              <td>
                <span className="bookings__acts">
                  <span>{[APPOINTMENT_STATUS[one.status], one.ticketNo ?? ''].join(' ')}</span>
                  {one.status === 'booked' && (
                    <>
                      {today && (
                        <Button
                          size="small"
                          busy={busy}
                          aria-label={Q.checkInOf(one.slot, one.code)}
                          onClick={() => onCheckIn(one)}
                        >
                          {Q.checkIn}
                        </Button>
                      )}
                      <Button
                        size="small"
                        tone="quiet"
                        aria-label={Q.cancelBookingOf(one.slot, one.code)}
                        onClick={() => onCancel(one)}
                      >
                        {Q.cancelBooking}
                      </Button>
                    </>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    )}
  </section>
)
