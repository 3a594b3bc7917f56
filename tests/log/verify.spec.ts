import { rmSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type VerifyOptions, type VerifyProgress, type VerifyResult, verifyLog } from '../../electron/log/verify.ts'
import { verifyLogInWorker } from '../../electron/log/verifyInWorker.ts'
import { bundleForNode } from './support/bundle.ts'
import { flipByte } from './support/logFiles.ts'
import { appendAll, openLog, sampleCommit, temporaryFolder } from './support/sample.ts'

let worker = ''

beforeAll(async () => {
  worker = await bundleForNode(path.join(import.meta.dirname, '../../electron/log/verify.worker.ts'))
  return () => rmSync(path.dirname(worker), { recursive: true, force: true })
}, 60_000)

type Verify = (folder: string, options?: Omit<VerifyOptions, 'fs'>) => Promise<VerifyResult>

const ways: [string, Verify][] = [
  ['verifying here', verifyLog],
  ['verifying in a thread', (folder, options) => verifyLogInWorker(worker, folder, options)]
]

describe.each(ways)('%s', (_, verify) => {
  const openSome = async () => {
    const folder = temporaryFolder()
    const log = await openLog(folder, { segmentBytes: 1500 })
    onTestFinished(() => log.close())
    await appendAll(log, 'a', 1, 12)
    return { folder, log }
  }

  it('finds a whole log whole, and says how far it is', async () => {
    const { folder, log } = await openSome()
    const progress: VerifyProgress[] = []
    const result = await verify(folder, { onProgress: (one) => progress.push(one) })
    expect(result).toEqual({ ok: true, head: { epoch: 'epoch-1', seq: 12 }, records: 12, needKey: 0 })
    const bytes = log.segments().reduce((sum, one) => sum + one.bytes, 0)
    expect(progress.at(-1)).toEqual({ bytes, totalBytes: bytes, records: 12 })
    expect(progress.map((one) => one.records)).toEqual(progress.map((one) => one.records).toSorted((a, b) => a - b))
  })

  it('names the file and line of a damage', async () => {
    const { folder, log } = await openSome()
    await log.close()
    flipByte(path.join(folder, '000002.log'), 500)
    expect(await verify(folder)).toMatchObject({ ok: false, damage: { file: '000002.log', kind: 'hash' } })
  })

  it('of an open log stops at its bookmark, and notices when the log does not lead there', async () => {
    const { folder, log } = await openSome()
    const upTo = log.bookmark()
    await Promise.all([13, 14, 15].map((n) => log.append('a', n - 1, sampleCommit(`a-${n}`))))
    expect(await verify(folder, { upTo })).toMatchObject({ ok: true, records: 12 })
    expect(await verify(folder, { upTo: { ...upTo, hash: 'other' } })).toMatchObject({
      damage: { kind: 'missing-tail' }
    })
  })

  it('stops when its signal aborts', async () => {
    const { folder } = await openSome()
    expect(await verify(folder, { signal: AbortSignal.abort() })).toEqual({ ok: false, damage: null, stopped: true })
  })

  it('says that there is no log where there is none', async () => {
    expect(await verify(temporaryFolder())).toMatchObject({ ok: false, damage: { file: 'log.json', kind: 'log-json' } })
  })
})

describe('a verifying thread that cannot work', () => {
  it('rejects', async () => {
    await expect(verifyLogInWorker(worker, path.join(temporaryFolder(), 'none'))).rejects.toThrow('ENOENT')
    await expect(verifyLogInWorker(`${worker}.none`, temporaryFolder())).rejects.toThrow()
  })
})
