import { writeSync } from 'node:fs'
import { openFileLog } from '../../../electron/log/fileLog.ts'
import type { Commit } from '../../../shared/kernel/messages.ts'

/**
 * A process that appends until it is killed, some commits at a time, and prints each acknowledged one: `seq commitId`.
 * Arguments: the log's folder, and a name for this life that makes its commits unlike those of others.
 */
const [folder = '', life = ''] = process.argv.slice(2)
const AT_ONCE = 7

function commit(commitId: string): Commit {
  const meta = {
    at: '2025-03-03T01:00:00.000Z',
    date: '2025-03-03',
    by: 'p-1',
    byName: '演示甲',
    screen: 'counter',
    terminal: '01'
  }
  const padding = '号'.repeat(commitId.length * 17)
  return { commitId, meta, reply: null, events: [{ type: 'ticketTaken', v: 1, data: { padding } }] }
}

async function main(): Promise<void> {
  const opened = await openFileLog({
    folder,
    segmentBytes: 40_000,
    clock: { nowIso: () => '2025-03-03T01:00:00.000Z' },
    newEpoch: () => 'epoch-1'
  })
  if (!opened.ok) throw new Error(`refused: ${JSON.stringify(opened.damage)}`)
  const appendTo = async (stream: string): Promise<void> => {
    for (let version = 0; ; version += 1) {
      const result = await opened.log.append(stream, version, commit(`${stream}-${version + 1}`))
      if (!result.ok) throw new Error(result.reason)
      writeSync(1, `${result.recorded.position.seq} ${result.recorded.commit.commitId}\n`)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => appendTo(`${life}/${at}`)))
}

main().catch((error: unknown) => {
  writeSync(2, String(error))
  process.exitCode = 1
})
