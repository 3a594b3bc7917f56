import type { Logger } from '../boot/logging.ts'
import { lapseAppointments } from './appointmentHandlers.ts'
import { onQueue } from './onQueue.ts'
import { systemMeta, type Terminal } from './terminal.ts'

type Uses = Pick<Terminal, 'desk' | 'executor' | 'ambient' | 'phone'>

/** Closes every day before today that is still open: leftovers are expired by name, nothing stays undisposed. */
export async function closePastDays(terminal: Uses): Promise<void> {
  const { desk } = terminal
  const today = terminal.ambient.today()
  const left = [...desk.queues].filter(([date, day]) => date < today && day.status === 'open')
  for (const [date] of left) {
    // No screen can send an id with a colon, so nobody can use up the program's own.
    const sender = { meta: systemMeta(terminal), commandId: `close:${date}`, date }
    await onQueue(terminal, sender, { type: 'closeDay' })
  }
}

/**
 * 延时服务 begins and ends by the clock: asked once a minute, recorded when it changes. Appointments nobody came for
 * lapse.
 */
export async function queueByClock(terminal: Uses & Pick<Terminal, 'store'>, log: Pick<Logger, 'warn'>): Promise<void> {
  const meta = systemMeta(terminal)
  if (terminal.desk.queues.get(meta.date)?.status === 'open') {
    const sender = { meta, commandId: `extended:${meta.at}` }
    const reply = await onQueue(terminal, sender, { type: 'extendedService' })
    if (!reply.ok) log.warn('extended service not recorded', { code: reply.refusal.code })
  }
  await lapseAppointments(terminal)
}
