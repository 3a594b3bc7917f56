import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verifyLog } from '../../electron/log/verify.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { bundleForNode } from './support/bundle.ts'
import { collect, openLog, temporaryFolder } from './support/sample.ts'

const KILLS = 20

let program = ''

beforeAll(async () => {
  program = await bundleForNode(path.join(import.meta.dirname, 'support/appendForever.ts'))
}, 60_000)

afterAll(() => rmSync(path.dirname(program), { recursive: true, force: true }))

/** Lets the program append until it has acknowledged so many, kills it, and returns all that it acknowledged. */
async function appendUntilKilled(folder: string, life: string, enough: number): Promise<[seq: number, id: string][]> {
  const child = spawn(process.execPath, [program, folder, life], { stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  let complaint = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
    if (printed.split('\n').length > enough) child.kill('SIGKILL')
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  const [code, signal] = await once(child, 'close')
  expect({ code, signal, complaint }).toEqual({ code: null, signal: 'SIGKILL', complaint: '' })
  return printed
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split(' '))
    .map(([seq, id = '']) => [Number(seq), id])
}

describe('a process that is killed while it appends', () => {
  it(`has everything that it acknowledged in the log, ${KILLS} times over`, async () => {
    const folder = temporaryFolder()
    const acknowledged = new Map<number, string>()
    for (let kill = 0; kill < KILLS; kill += 1) {
      const life = `life-${kill}`
      for (const [seq, id] of await appendUntilKilled(folder, life, 1 + ((kill * 37) % 120))) acknowledged.set(seq, id)
      const log = await openLog(folder)
      const records = await collect(log.readFrom())
      await log.close()
      expect(missing(acknowledged, records)).toEqual([])
      expect(records.map((one) => one.position.seq)).toEqual(records.map((_, at) => at + 1))
    }
    expect(acknowledged.size).toBeGreaterThan(KILLS * 10)
    expect(await verifyLog(folder)).toMatchObject({ ok: true })
  }, 120_000)
})

function missing(acknowledged: ReadonlyMap<number, string>, records: readonly Recorded[]): string[] {
  return [...acknowledged].filter(([seq, id]) => records[seq - 1]?.commit.commitId !== id).map(([, id]) => id)
}
