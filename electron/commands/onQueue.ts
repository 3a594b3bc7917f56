import type { DomainEvent } from '../../shared/domain/events.ts'
import { decideQueue } from '../../shared/domain/queue/decideQueue.ts'
import { initialQueue, queueStream } from '../../shared/domain/queue/queue.ts'
import type { AtCounter, QueueCommand } from '../../shared/domain/queue/queueCommands.ts'
import type { Json, Meta } from '../../shared/kernel/messages.ts'
import { type Decision, type Reply, refuse } from '../../shared/kernel/result.ts'
import type { Terminal } from './terminal.ts'

type Own<C> = C extends unknown ? Omit<C, keyof AtCounter> : never

/** A command of the queue without what every command comes with. `counter`: another one than the sender's. */
export type Asked = Own<QueueCommand> & { readonly counter?: number }

export interface Sender {
  readonly meta: Meta
  readonly commandId: string
  /** Day whose queue it is; the sender's own where it is missing. */
  readonly date?: string
}

/**
 * Everything that happens to numbers goes through here: one lane, one stream a day. `change`: what else the same commit
 * says of the decision. A function is asked inside the lane, for what depends on the desk.
 */
export async function onQueue(
  terminal: Pick<Terminal, 'desk' | 'executor' | 'phone'>,
  { meta, commandId, date = meta.date }: Sender,
  asked: Asked | (() => Reply<Asked>),
  change: (decision: Decision<DomainEvent>) => Decision<DomainEvent> = (decision) => decision
): Promise<Reply<Json>> {
  const { desk, executor, phone } = terminal
  const { at, by, byName } = meta
  const stream = queueStream(date)
  return executor.run({
    lane: 'queue',
    stream,
    commandId,
    meta,
    decide: () => {
      const { hall, service } = desk
      if (!hall) return refuse('starting')
      const { closingTime } = desk.rules
      const given = { at, date, id: commandId, hall, service, closingTime, counter: meta.counter ?? null, by, byName }
      const own: Reply<Asked> = typeof asked === 'function' ? asked() : { ok: true, value: asked }
      if (!own.ok) return own
      const phoneUrl = (ticketId: string): string | null => phone.urlOf(ticketId)
      const command = { ...given, phoneUrl, ...own.value } as QueueCommand
      return change(decideQueue(desk.queues.get(date) ?? initialQueue, command))
    },
    expected: () => desk.versionOf(stream) ?? 0
  })
}
