import type { OpenDay } from '../domain/queue/queue.ts'

export interface LapsedTicket {
  readonly no: string
  readonly group: string
  /** Called in vain before; the others were still waiting or being served. */
  readonly missed: boolean
}

/** Numbers that lapsed when a day was closed, without anything else about them. */
export interface LapsedDay {
  readonly date: string
  readonly tickets: readonly LapsedTicket[]
}

export const lapsedOf = ({ date, tickets }: OpenDay): LapsedDay => ({
  date,
  tickets: [...tickets.values()].flatMap(({ no, group, status, trail }) =>
    status === 'expired' ? [{ no, group, missed: trail.at(-2)?.kind === 'TicketMissed' }] : []
  )
})

/**
 * A day with all its numbers: one that was closed and opened again begins without those it had before, and what they
 * were is only known by who kept it. `before`: the day that was closed last, whichever that is.
 */
export function wholeDay(before: OpenDay | null, day: OpenDay): OpenDay {
  if (before?.date !== day.date) return day
  return {
    ...day,
    tickets: new Map([...before.tickets, ...day.tickets]),
    extendedSeconds: before.extendedSeconds + day.extendedSeconds
  }
}
