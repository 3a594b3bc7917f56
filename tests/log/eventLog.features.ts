import { describe, expect, it, onTestFinished } from 'vitest'
import { UnknownPosition } from '../../electron/log/subscription.ts'
import type { EventLog } from '../../shared/kernel/eventLog.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { appendAll, commitIds, recordedOf, sampleCommit } from './support/sample.ts'

export interface TestedLog extends EventLog {
  onDurable(listener: (records: readonly Recorded[]) => void): void
  close(): Promise<void>
}

/** What every log must do, whatever it is made of. `make` gives an empty one. */
export function describeEventLog(name: string, make: () => Promise<TestedLog>): void {
  const open = async (): Promise<TestedLog> => {
    const log = await make()
    onTestFinished(() => log.close())
    return log
  }

  describe(`${name}: appending`, () => {
    it('gives versions by stream and positions over all streams, both from 1 without a gap', async () => {
      const log = await open()
      const { epoch } = await log.head()
      expect(await log.head()).toEqual({ epoch, seq: 0 })
      const places = []
      for (const [stream, expected] of [
        ['a', 0],
        ['b', 0],
        ['a', 1]
      ] as const) {
        const { version, position } = recordedOf(
          await log.append(stream, expected, sampleCommit(`${stream}${expected}`))
        )
        places.push([version, position.seq])
      }
      expect(places).toEqual([
        [1, 1],
        [1, 2],
        [2, 3]
      ])
      expect(await log.head()).toEqual({ epoch, seq: 3 })
    })

    it.each([0, 1, 3])(
      'refuses as a conflict, and does not write, when a stream at 2 is expected at %i',
      async (at) => {
        const log = await open()
        await appendAll(log, 'a', 1, 2)
        expect(await log.append('a', at, sampleCommit('late'))).toEqual({ ok: false, reason: 'conflict' })
        expect(await log.head()).toMatchObject({ seq: 2 })
      }
    )

    it('lets exactly one of several appends at once have the next version of a stream', async () => {
      const log = await open()
      const results = await Promise.all(['x', 'y', 'z'].map((id) => log.append('a', 0, sampleCommit(id))))
      expect(results.map((one) => (one.ok ? 'ok' : one.reason))).toEqual(['ok', 'conflict', 'conflict'])
      expect(await log.head()).toMatchObject({ seq: 1 })
    })

    it('accepts appends at once that build on one another', async () => {
      const log = await open()
      const results = await Promise.all([0, 1, 2].map((at) => log.append('a', at, sampleCommit(`n${at}`))))
      expect(results.map((one) => recordedOf(one).version)).toEqual([1, 2, 3])
    })

    it('answers a commit that is sent again with its first record and writes it once', async () => {
      const log = await open()
      const first = recordedOf(await log.append('a', 0, sampleCommit('same')))
      await appendAll(log, 'b', 1, 1)
      const again = recordedOf(await log.append('a', 5, { ...sampleCommit('same'), reply: 'another' }))
      expect(again).toEqual(first)
      expect(await log.head()).toMatchObject({ seq: 2 })
    })

    it('answers a commit that is sent again while the first is under way with the same record', async () => {
      const log = await open()
      const tap = () => log.append('a', 0, sampleCommit('double tap'))
      const [first, second] = await Promise.all([tap(), tap()])
      expect(recordedOf(second)).toEqual(recordedOf(first))
      expect(await log.head()).toMatchObject({ seq: 1 })
    })

    it('records a commit on each stream it is sent to', async () => {
      const log = await open()
      recordedOf(await log.append('a', 0, sampleCommit('same')))
      expect(recordedOf(await log.append('b', 0, sampleCommit('same'))).stream).toBe('b')
    })

    it('records what JSON says, as it was when it was handed over', async () => {
      const log = await open()
      const name = { text: '𠮷野 \ud842 "\n', gone: undefined as string | undefined }
      const commit = { ...sampleCommit('json'), events: [{ type: 'named', v: 1, data: name }] }
      const appending = log.append('a', 0, commit)
      name.text = 'changed afterwards'
      const { events } = recordedOf(await appending).commit
      expect(events).toStrictEqual([{ type: 'named', v: 1, data: { text: '𠮷野 \ud842 "\n' } }])
    })

    it('rejects what JSON cannot say, and goes on', async () => {
      const log = await open()
      const commit = { ...sampleCommit('big'), events: [{ type: 'counted', v: 1, data: 1n }] }
      const results = await Promise.allSettled([log.append('a', 0, commit), log.append('a', 0, sampleCommit('good'))])
      expect(results.map((one) => one.status)).toEqual(['rejected', 'fulfilled'])
      expect(await log.head()).toMatchObject({ seq: 1 })
    })

    it('shows records to listeners in order before it answers', async () => {
      const log = await open()
      const seen: string[] = []
      log.onDurable((records) => void seen.push(...commitIds(records)))
      const answered = ['x', 'y'].map(async (id, at) => {
        const { commit } = recordedOf(await log.append('a', at, sampleCommit(id)))
        seen.push(`answer ${commit.commitId}`)
      })
      await Promise.all(answered)
      expect(seen.filter((one) => !one.startsWith('answer'))).toEqual(['x', 'y'])
      for (const id of ['x', 'y']) expect(seen.indexOf(id)).toBeLessThan(seen.indexOf(`answer ${id}`))
    })

    it('is forbidden once the log is closed', async () => {
      const log = await open()
      await appendAll(log, 'a', 1, 1)
      await log.close()
      expect(await log.append('a', 1, sampleCommit('late'))).toEqual({ ok: false, reason: 'forbidden' })
    })

    it('still answers what was handed over before closing', async () => {
      const log = await open()
      const appending = log.append('a', 0, sampleCommit('just in time'))
      await log.close()
      expect((await appending).ok).toBe(true)
    })
  })

  describe(`${name}: following`, () => {
    const take = async (records: AsyncIterable<Recorded>, count: number): Promise<string[]> => {
      const ids: string[] = []
      for await (const { commit } of records) {
        ids.push(commit.commitId)
        if (ids.length === count) break
      }
      return ids
    }

    it('gives what is there and then what comes, in order', async () => {
      const log = await open()
      await appendAll(log, 'a', 1, 2)
      const following = take(log.subscribe({}), 4)
      await appendAll(log, 'b', 1, 2)
      expect(await following).toEqual(['a-1', 'a-2', 'b-1', 'b-2'])
    })

    it('begins after the position asked for', async () => {
      const log = await open()
      await appendAll(log, 'a', 1, 3)
      const { epoch } = await log.head()
      expect(await take(log.subscribe({ from: { epoch, seq: 2 } }), 1)).toEqual(['a-3'])
    })

    it.each([
      ['case/1', ['case/1-1']],
      ['case/*', ['case/1-1', 'case/2-1']]
    ])('filters streams by %s', async (streams, ids) => {
      const log = await open()
      for (const stream of ['case/1', 'queue', 'case/2']) await appendAll(log, stream, 1, 1)
      await log.close()
      expect(await take(log.subscribe({ streams }), 9)).toEqual(ids)
    })

    it.each([1, 511, 512, 513, 514, 1600])('loses nothing for a reader that falls %i records behind', async (count) => {
      const log = await open()
      await appendAll(log, 'first', 1, 1)
      const ids: string[] = []
      for await (const { commit } of log.subscribe({})) {
        ids.push(commit.commitId)
        if (ids.length === 1) {
          const appending = Array.from({ length: count }, (_, at) => log.append('many', at, sampleCommit(`many-${at}`)))
          await Promise.all(appending)
        }
        if (ids.length === count + 1) break
      }
      expect(ids).toEqual(['first-1', ...Array.from({ length: count }, (_, at) => `many-${at}`)])
    })

    it('ends when its signal aborts, also while it waits', async () => {
      const log = await open()
      await appendAll(log, 'a', 1, 1)
      const stop = new AbortController()
      const ids: string[] = []
      for await (const { commit } of log.subscribe({ signal: stop.signal })) {
        ids.push(commit.commitId)
        queueMicrotask(() => stop.abort())
      }
      expect(ids).toEqual(['a-1'])
    })

    it('ends behind the last record when the log is closed', async () => {
      const log = await open()
      const following = take(log.subscribe({}), 9)
      await appendAll(log, 'a', 1, 2)
      await log.close()
      expect(await following).toEqual(['a-1', 'a-2'])
    })

    it.each([
      ['another epoch', 'lost', 0],
      ['a place behind its end', '', 3]
    ])('refuses %s', async (_, other, seq) => {
      const log = await open()
      await appendAll(log, 'a', 1, 2)
      const epoch = other || (await log.head()).epoch
      await expect(take(log.subscribe({ from: { epoch, seq } }), 1)).rejects.toThrow(UnknownPosition)
    })
  })
}
