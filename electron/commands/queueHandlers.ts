import type { CommandName, ValueOf } from '../../shared/contract/contract.ts'
import { decideQueue, type QueueCommand } from '../../shared/domain/queue/decideQueue.ts'
import { initialQueue, queueStream } from '../../shared/domain/queue/queue.ts'
import type { Json } from '../../shared/kernel/messages.ts'
import type { Reply } from '../../shared/kernel/result.ts'
import type { Caller, Handlers } from '../ipc/bindContract.ts'
import { hallOf, metaOf, systemMeta, type Terminal } from './terminal.ts'

type Verb = Exclude<QueueCommand['type'], 'issueTicket' | 'closeDay' | 'closeCounter'>
type QueueDoor = Extract<CommandName, `queue.${string}`>

export function queueHandlers(terminal: Terminal): Pick<Handlers, QueueDoor> {
  const { desk, executor } = terminal

  async function run(
    caller: Caller,
    commandId: string,
    command: { type: 'issueTicket'; group: string } | { type: Verb }
  ): Promise<Reply<Json>> {
    const hall = hallOf(terminal)
    if (!hall.ok) return hall
    const meta = metaOf(terminal, caller)
    const { at, date, by, byName } = meta
    const counter = caller.session?.counter ?? null
    const full = { ...command, at, date, id: commandId, hall: hall.value, counter, by, byName } as QueueCommand
    return executor.run({
      lane: 'queue',
      stream: queueStream(date),
      commandId,
      meta,
      decide: () => decideQueue(desk.queues.get(date) ?? initialQueue, full),
      expected: () => desk.versionOf(queueStream(date)) ?? 0
    })
  }

  // `decideQueue` replies what the contract names for each door; the log carries it as JSON, hence the word of honour.
  const verb =
    <K extends QueueDoor>(type: Verb) =>
    async (_input: unknown, caller: Caller, commandId: string) =>
      (await run(caller, commandId, { type })) as Reply<ValueOf<K>>

  return {
    'queue.issueTicket': async (input, caller, commandId) =>
      (await run(caller, commandId, { type: 'issueTicket', group: input.group })) as Reply<
        ValueOf<'queue.issueTicket'>
      >,
    'queue.openCounter': verb<'queue.openCounter'>('openCounter'),
    'queue.pauseCounter': verb<'queue.pauseCounter'>('pauseCounter'),
    'queue.callNext': verb<'queue.callNext'>('callNext'),
    'queue.recall': verb<'queue.recall'>('recall'),
    'queue.startService': verb<'queue.startService'>('startService'),
    'queue.markNoShow': verb<'queue.markNoShow'>('markNoShow'),
    'queue.finishService': verb<'queue.finishService'>('finishService')
  }
}

/** Closes every day before today that is still open: leftovers are expired by name, nothing stays undisposed. */
export async function closePastDays(terminal: Pick<Terminal, 'desk' | 'executor' | 'ambient'>): Promise<void> {
  const { desk, executor } = terminal
  const today = terminal.ambient.today()
  const { hall } = desk
  if (!hall) return
  const left = [...desk.queues].filter(([date, day]) => date < today && day.status === 'open')
  for (const [date] of left) {
    const meta = systemMeta(terminal)
    const given = { at: meta.at, date, id: `close:${date}`, hall }
    await executor.run({
      lane: 'queue',
      stream: queueStream(date),
      // No screen can send an id with a colon, so nobody can use up the program's own.
      commandId: `close:${date}`,
      meta,
      decide: () => decideQueue(desk.queues.get(date) ?? initialQueue, { type: 'closeDay', ...given }),
      expected: () => desk.versionOf(queueStream(date)) ?? 0
    })
  }
}
