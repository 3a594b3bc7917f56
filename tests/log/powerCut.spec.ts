import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FileLog, openFileLog } from '../../electron/log/fileLog.ts'
import { verifyLog } from '../../electron/log/verify.ts'
import type { Commit } from '../../shared/kernel/messages.ts'
import { collect, commitIds, optionsFor, sampleCommit } from './support/sample.ts'
import { SimulatedDisk } from './support/simulatedDisk.ts'

const FOLDER = '/data/log'

/** A full disk may happen in between: nothing of what is answered `full` may be there afterwards. */
type Step =
  | { readonly kind: 'append'; readonly count: number; readonly padding: number }
  | { readonly kind: 'fill'; readonly room: number }
  | { readonly kind: 'settle' }
  | { readonly kind: 'restart' }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      count: fc.integer({ min: 1, max: 5 }),
      padding: fc.integer({ min: 0, max: 120 })
    })
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fill' as const), room: fc.integer({ min: 0, max: 3000 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settle' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) }
)

/** One life of the program: what to do, after how many operations of the disk the power goes, and what survives. */
const life = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 12 }),
  power: fc.integer({ min: 1, max: 90 }),
  choices: fc.infiniteStream(fc.nat({ max: 2 ** 20 }))
})

/** What the senders were told: what was acknowledged, by sequence number, and what was refused for want of room. */
interface Answers {
  readonly sent: string[]
  readonly acknowledged: Map<number, string>
  readonly refused: string[]
}

/** Does the steps until they are done or the power goes. */
async function live(
  disk: SimulatedDisk,
  steps: readonly Step[],
  { sent, acknowledged, refused }: Answers
): Promise<void> {
  const open = async (): Promise<FileLog | null> => {
    const opened = await openFileLog(optionsFor(FOLDER, { fs: disk.fs, segmentBytes: 2500 }))
    return opened.ok ? opened.log : null
  }
  let log = await open()
  for (const one of steps) {
    if (log === null) break
    if (one.kind === 'settle') await log.settle()
    else if (one.kind === 'fill') disk.room = disk.used() + one.room
    else if (one.kind === 'restart') {
      await log.close()
      log = await open()
    } else {
      const appending = Array.from({ length: one.count }, async () => {
        const id = `c${sent.push('') - 1}`
        const result = await log?.append(`stream-${id}`, 0, sampleCommit(id, one.padding))
        if (result?.ok) acknowledged.set(result.recorded.position.seq, id)
        else if (result?.reason === 'full') refused.push(id)
      })
      await Promise.all(appending)
    }
  }
}

describe('power cuts', () => {
  it('never lose an acknowledged record, never stop the log from opening, and never bring back what was refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(life, { minLength: 1, maxLength: 4 }), async (lives) => {
        const disk = new SimulatedDisk()
        const answers: Answers = { sent: [], acknowledged: new Map(), refused: [] }
        const { acknowledged, refused } = answers
        for (const { steps, power, choices } of lives) {
          disk.cutAt = disk.operations + power
          await live(disk, steps, answers)
          disk.room = Number.POSITIVE_INFINITY
          disk.cutPower((n) => (choices.next().value ?? 0) % n)

          const opened = await openFileLog(optionsFor(FOLDER, { fs: disk.fs, segmentBytes: 2500 }))
          if (!opened.ok) throw new Error(`refused after a power cut: ${JSON.stringify(opened.damage)}`)
          const records = await collect(opened.log.readFrom())
          expect(records.map((one) => one.position.seq)).toEqual(records.map((_, at) => at + 1))
          for (const [seq, id] of acknowledged) expect(records[seq - 1]?.commit.commitId).toBe(id)
          for (const one of records)
            expect(one.commit).toEqual(sampleCommit(one.commit.commitId, paddingOf(one.commit)))
          const ids = new Set(commitIds(records))
          expect(ids.size).toBe(records.length)
          for (const id of refused) expect(ids).not.toContain(id)

          // What readers have seen once counts as acknowledged from then on.
          for (const one of records) acknowledged.set(one.position.seq, one.commit.commitId)
          disk.cutPower((n) => (choices.next().value ?? 0) % n)
        }
        if (acknowledged.size > 0) expect(await verifyLog(FOLDER, { fs: disk.fs })).toMatchObject({ ok: true })
      }),
      { numRuns: 400 }
    )
  }, 60_000)
})

function paddingOf(commit: Commit): number {
  const data = commit.events[0]?.data as { padding: string } | undefined
  return data?.padding.length ?? 0
}
