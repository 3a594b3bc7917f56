import { decideCounters, decideService } from '../../shared/domain/hall/decideService.ts'
import { HALL_STREAM, type HallConfig, type HallEvent } from '../../shared/domain/hall/hall.ts'
import type { OpenDay } from '../../shared/domain/queue/queue.ts'
import type { Decision, Reply } from '../../shared/kernel/result.ts'
import type { Caller, Handlers } from '../ipc/bindContract.ts'
import { hallOf, metaOf, type Terminal } from './terminal.ts'

type Door = 'service.get' | 'service.set' | 'phone.state' | 'hall.setCounters'

/** How the hall runs its queue, screens and voice, and which counters serve what. */
export function serviceHandlers(terminal: Terminal): Pick<Handlers, Door> {
  const { desk, executor } = terminal

  async function change(
    caller: Caller,
    commandId: string,
    decide: (hall: HallConfig) => Decision<HallEvent>
  ): Promise<Reply<null>> {
    const known = hallOf(terminal)
    if (!known.ok) return known
    const reply = await executor.run({
      lane: HALL_STREAM,
      stream: HALL_STREAM,
      commandId,
      meta: metaOf(terminal, caller),
      decide: () => decide(desk.hall ?? known.value),
      expected: () => desk.versionOf(HALL_STREAM) ?? 0
    })
    if (!reply.ok) return reply
    terminal.changed()
    return { ok: true, value: null }
  }

  const today = (): OpenDay | null => {
    const day = desk.queues.get(terminal.ambient.today())
    return day && day.status !== 'unopened' ? day : null
  }

  return {
    'service.get': () => Promise.resolve({ ok: true, value: desk.service }),
    'service.set': ({ service }, caller, commandId) =>
      change(caller, commandId, (hall) => decideService(desk.service, service, hall)),
    'phone.state': async () => ({ ok: true, value: await terminal.phone.state() }),
    'hall.setCounters': (wanted, caller, commandId) =>
      change(caller, commandId, (hall) => decideCounters(hall, today(), wanted, desk.service.screens))
  }
}
