import { HALL_STREAM } from '../../shared/domain/hall/hall.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { phonePage } from '../../shared/projections/phonePage.ts'
import { dayOf } from '../../shared/projections/queueShown.ts'
import type { Terminal } from '../commands/terminal.ts'

/** Opens the page for phones when the hall switches it on, and closes it when it is switched off. */
export function followPhone(
  { desk, ambient, phone }: Pick<Terminal, 'desk' | 'ambient' | 'phone'>,
  truth: { onDurable(listener: (records: readonly Recorded[]) => void): void }
): { close(): Promise<void> } {
  const follow = (): void => {
    phone.follow(desk.service.phone, (ticketId) =>
      desk.hall
        ? phonePage(desk.hall, desk.service, dayOf(desk.queues.get(ambient.today())), ticketId, ambient.nowIso())
        : null
    )
  }
  follow()
  truth.onDurable((records) => {
    if (records.some(({ stream }) => stream === HALL_STREAM)) follow()
  })
  return { close: () => phone.close() }
}
