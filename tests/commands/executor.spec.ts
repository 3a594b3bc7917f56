import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Executor, type Work } from '../../electron/commands/executor.ts'
import { decideQueue, type QueueCommand } from '../../shared/domain/queue/decideQueue.ts'
import { evolveQueue } from '../../shared/domain/queue/evolveQueue.ts'
import { initialQueue, type QueueEvent, type QueueState } from '../../shared/domain/queue/queue.ts'
import type { Json, Recorded } from '../../shared/kernel/messages.ts'
import { accept, type Reply, refuse } from '../../shared/kernel/result.ts'
import { CLERK, DAY, HALL, instant, metaOf } from '../support/builders.ts'
import { fakeAmbient } from '../support/fakeAmbient.ts'
import { PLAIN_TICKET, QUICKLY } from '../support/quickService.ts'
import { RememberingLog } from './support/recallingLog.ts'

// For a busy machine; nothing is measured.
vi.setConfig({ testTimeout: 60_000 })

const STREAM = `queue-${DAY}`

let log: RememberingLog
let executor: Executor
let queue: QueueState
let version: number
let outcomes: boolean[]
let decided: number

/** The queue of a day, folded as its records become durable: what decisions are made on. */
function follow(records: readonly Recorded[]): void {
  for (const { commit, stream, version: at } of records) {
    if (stream !== STREAM) continue
    version = at
    for (const event of commit.events)
      if (event.type !== 'DocumentIssued') queue = evolveQueue(queue, event as QueueEvent)
  }
}

beforeEach(() => {
  log = new RememberingLog()
  queue = initialQueue
  version = 0
  outcomes = []
  decided = 0
  log.onDurable(follow)
  executor = new Executor(log, fakeAmbient(), (full) => outcomes.push(full))
})

function work(command: Partial<QueueCommand> & { readonly type: QueueCommand['type'] }, commandId: string): Work {
  const by = { by: CLERK.personId, byName: CLERK.name }
  const given = { at: instant(1), date: DAY, id: commandId, hall: HALL, ...QUICKLY, ...by }
  return {
    lane: 'queue',
    stream: STREAM,
    commandId,
    meta: metaOf(),
    decide: () => {
      decided += 1
      return decideQueue(queue, { ...given, counter: 9, ...command } as QueueCommand)
    },
    expected: () => version
  }
}

const issue = (commandId: string): Promise<Reply<Json>> =>
  executor.run(work({ ...PLAIN_TICKET, group: 'A' }, commandId))
const numbers = (): string[] => (queue.status === 'unopened' ? [] : [...queue.tickets.values()].map((t) => t.no))

describe('a command', () => {
  it('is answered once its events are durable, with the reply that is kept beside them', async () => {
    const reply = await issue('press-0001')
    expect(log.all()).toMatchObject([
      { stream: STREAM, version: 1, commit: { commitId: 'press-0001', meta: metaOf() } }
    ])
    expect(reply).toEqual({ ok: true, value: log.all()[0]?.commit.reply })
    expect(reply).toMatchObject({ value: { no: 'A001' } })
  })

  it('is not answered before', async () => {
    let land = (): void => undefined
    const landed = new Promise<void>((resolve) => {
      land = resolve
    })
    log.answerNext(async (lands) => {
      await landed
      return lands()
    })
    const seen: string[] = []
    log.onDurable(() => seen.push('durable'))
    const answer = issue('press-0001').then(() => seen.push('answered'))
    // Time enough for an answer that does not wait.
    await new Promise((resolve) => setImmediate(resolve))
    expect(seen).toEqual([])
    land()
    await answer
    expect(seen).toEqual(['durable', 'answered'])
  })

  it('that a rule refuses writes nothing', async () => {
    const refused = await executor.run(work({ type: 'callNext' }, 'press-0001'))
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'counter-not-open' } })
    expect(log.tried).toEqual([])
  })

  it('that changes nothing is answered without a record', async () => {
    expect(await executor.run(work({ type: 'closeDay' }, 'press-0001'))).toEqual({ ok: true, value: null })
    expect(log.tried).toEqual([])
  })
})

describe('the same command again', () => {
  it('gets its first answer, is not decided again and changes nothing', async () => {
    const first = await issue('press-0001')
    await issue('press-0002')
    decided = 0
    expect(await issue('press-0001')).toEqual(first)
    expect(decided).toBe(0)
    expect(numbers()).toEqual(['A001', 'A002'])
  })

  it('pressed twice at once makes one ticket', async () => {
    const [one, two] = await Promise.all([issue('press-0001'), issue('press-0001')])
    expect(two).toEqual(one)
    expect(numbers()).toEqual(['A001'])
  })

  it('gets its first answer even when the rules would refuse it by now', async () => {
    await executor.run(work({ type: 'openCounter' }, 'press-0001'))
    await issue('press-0002')
    const first = await executor.run(work({ type: 'callNext' }, 'press-0003'))
    expect(await executor.run(work({ type: 'callNext' }, 'press-0004'))).toMatchObject({
      refusal: { code: 'counter-busy' }
    })
    expect(await executor.run(work({ type: 'callNext' }, 'press-0003'))).toEqual(first)
  })

  it('that was refused before is decided anew: the reason may be gone', async () => {
    const call = () => executor.run(work({ type: 'callNext' }, 'press-0003'))
    expect(await call()).toMatchObject({ ok: false })
    await executor.run(work({ type: 'openCounter' }, 'press-0001'))
    await issue('press-0002')
    expect(await call()).toMatchObject({ ok: true, value: { no: 'A001' } })
  })

  it('in any order and number of repeats, gap-free numbers and one answer a press', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 30 }), async (presses) => {
        log = new RememberingLog()
        queue = initialQueue
        version = 0
        log.onDurable(follow)
        executor = new Executor(log, fakeAmbient(), () => undefined)
        const replies = await Promise.all(presses.map((n) => issue(`press-${n}`)))
        const byPress = new Map<number, Set<string>>()
        for (const [i, n] of presses.entries()) {
          byPress.set(n, (byPress.get(n) ?? new Set()).add(JSON.stringify(replies[i])))
        }
        for (const answers of byPress.values()) expect(answers.size).toBe(1)
        expect(numbers()).toEqual([...byPress.keys()].map((_, i) => `A${String(i + 1).padStart(3, '0')}`))
      }),
      { numRuns: 50 }
    )
  })
})

describe('when the log does not take it at once', () => {
  it('a conflict is decided anew on what has come in between', async () => {
    log.answerNext(async () => {
      // Somebody else was faster.
      await log.append(STREAM, 0, { commitId: 'other', ...commitOf(decideQueue(queue, other)) })
      return { ok: false, reason: 'conflict' }
    })
    const other: QueueCommand = {
      ...PLAIN_TICKET,
      ...QUICKLY,
      group: 'A',
      at: instant(0),
      date: DAY,
      id: 'other',
      hall: HALL
    }
    expect(await issue('press-0001')).toMatchObject({ ok: true, value: { no: 'A002' } })
    expect(decided).toBe(2)
    expect(numbers()).toEqual(['A001', 'A002'])
  })

  it('a conflict that stays is given up after a few tries', async () => {
    log.refuseNext('conflict', 'conflict', 'conflict', 'conflict', 'conflict')
    expect(await issue('press-0001')).toEqual({ ok: false, refusal: { code: 'log-conflict' } })
    expect(log.tried).toHaveLength(4)
    expect(numbers()).toEqual([])
  })

  it('after a time-out the very same commit is sent again: what had landed is answered, not done twice', async () => {
    log.answerNext(async (lands) => {
      await lands()
      return { ok: false, reason: 'unknown' }
    })
    expect(await issue('press-0001')).toMatchObject({ ok: true, value: { no: 'A001' } })
    expect(numbers()).toEqual(['A001'])
    expect(decided).toBe(1)
    expect(log.tried[1]).toEqual(log.tried[0])
  })

  it('a time-out that had landed is no refusal, although the rules would refuse it by now', async () => {
    await executor.run(work({ type: 'openCounter' }, 'press-0001'))
    await issue('press-0002')
    log.answerNext(async (lands) => {
      await lands()
      return { ok: false, reason: 'unknown' }
    })
    expect(await executor.run(work({ type: 'callNext' }, 'press-0003'))).toMatchObject({
      ok: true,
      value: { no: 'A001' }
    })
  })

  it('a time-out that had not landed lands with the next try', async () => {
    log.refuseNext('unknown', 'unknown')
    expect(await issue('press-0001')).toMatchObject({ ok: true, value: { no: 'A001' } })
    expect(log.tried).toHaveLength(3)
  })

  it('a full disk is said at once; nothing is kept, nothing has changed, and it works again when there is room', async () => {
    await issue('press-0001')
    log.refuseNext('full')
    expect(await issue('press-0002')).toEqual({ ok: false, refusal: { code: 'log-full' } })
    expect(log.all()).toHaveLength(1)
    expect(numbers()).toEqual(['A001'])
    expect(await issue('press-0002')).toMatchObject({ ok: true, value: { no: 'A002' } })
    expect(outcomes).toEqual([false, true, false])
  })

  it('a full disk stays said until a command has gone through, not until the next attempt', async () => {
    log.refuseNext('full', 'forbidden')
    await issue('press-0001')
    await issue('press-0002')
    expect(outcomes).toEqual([true])
  })

  it.each([
    ['forbidden', 'log-broken'],
    ['offline', 'log-unknown']
  ] as const)('%s is refused as %s without another try', async (reason, code) => {
    log.refuseNext(reason)
    expect(await issue('press-0001')).toEqual({ ok: false, refusal: { code } })
    expect(log.tried).toHaveLength(1)
  })
})

describe('the lane', () => {
  it('never lets two commands interleave: each is decided on what the one before has left', async () => {
    const order: string[] = []
    const slow = (id: string): Work => ({
      ...work({ type: 'issueTicket', group: 'A' }, id),
      expected: async () => {
        order.push(`${id} begins`)
        await new Promise((resolve) => setImmediate(resolve))
        order.push(`${id} goes on`)
        return version
      }
    })
    await Promise.all(['press-1', 'press-2', 'press-3'].map((id) => executor.run(slow(id))))
    expect(order).toEqual(['press-1', 'press-2', 'press-3'].flatMap((id) => [`${id} begins`, `${id} goes on`]))
    expect(numbers()).toEqual(['A001', 'A002', 'A003'])
    expect(log.tried.map((t) => t.expected)).toEqual([0, 1, 2])
  })

  it('names the stream of a new thing inside, after those before it have taken their numbers', async () => {
    let last = 0
    log.onDurable(() => {
      last += 1
    })
    const numbered = (commandId: string): Work => ({
      ...work({ type: 'closeDay' }, commandId),
      stream: () => `case-${last + 1}`,
      decide: () => accept([{ type: 'CaseCompleted', v: 1, data: { completedOn: DAY, note: String(last + 1) } }]),
      expected: () => 0
    })
    await Promise.all(['press-1', 'press-2', 'press-3'].map((id) => executor.run(numbered(id))))
    expect(log.all().map((r) => [r.stream, r.version])).toEqual([
      ['case-1', 1],
      ['case-2', 1],
      ['case-3', 1]
    ])
  })

  it('asks for the version before it decides: an old decision never gets a newer version', async () => {
    const other: QueueCommand = {
      ...PLAIN_TICKET,
      ...QUICKLY,
      group: 'A',
      at: instant(0),
      date: DAY,
      id: 'other',
      hall: HALL
    }
    const asked: Work = {
      ...work({ type: 'issueTicket', group: 'A' }, 'press-0001'),
      // Somebody else writes while the version is being looked up.
      expected: async () => {
        if (version === 0) await log.append(STREAM, 0, { commitId: 'other', ...commitOf(decideQueue(queue, other)) })
        return version
      }
    }
    expect(await executor.run(asked)).toMatchObject({ ok: true, value: { no: 'A002' } })
    expect(numbers()).toEqual(['A001', 'A002'])
  })

  it('goes on after a command that breaks', async () => {
    const broken: Work = {
      ...work({ type: 'closeDay' }, 'press-0001'),
      decide: () => {
        throw new Error('a mistake of the program')
      }
    }
    const first = executor.run(broken)
    const second = issue('press-0002')
    await expect(first).rejects.toThrow('a mistake')
    expect(await second).toMatchObject({ ok: true, value: { no: 'A001' } })
  })

  it('of another owner does not wait', async () => {
    let land = (): void => undefined
    const landed = new Promise<void>((resolve) => {
      land = resolve
    })
    log.answerNext(async (lands) => {
      await landed
      return lands()
    })
    const held = issue('press-0001')
    const elsewhere = {
      ...work({ type: 'closeDay' }, 'press-0002'),
      lane: 'hall',
      decide: () => refuse('case-unknown')
    }
    expect(await executor.run(elsewhere)).toMatchObject({ ok: false })
    land()
    await held
    await executor.idle()
    expect(numbers()).toEqual(['A001'])
  })
})

function commitOf(decision: ReturnType<typeof decideQueue>) {
  if (!decision.ok) throw new Error('refused')
  return { events: decision.events, meta: metaOf(), reply: decision.reply }
}
