import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { recordMark } from '../../electron/store/recordMark.ts'
import { SentinelFile } from '../../electron/store/sentinel.ts'
import { storeFileOfUrl } from '../../electron/store/storeProtocol.ts'
import { recordsOf } from './support/hallLife.ts'

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'linchuang-store-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('the page’s scheme', () => {
  const folder = path.resolve('/program/dist/store')

  it('stands for the files of the page', () => {
    expect(storeFileOfUrl(folder, 'linchuang-store://page/index.html')).toBe(path.join(folder, 'index.html'))
    expect(storeFileOfUrl(folder, 'linchuang-store://page/assets/index-1.js')).toBe(
      path.join(folder, 'assets', 'index-1.js')
    )
  })

  it.each([
    'linchuang-store://other/index.html',
    'linchuang://page/index.html',
    'linchuang-store://page/',
    'linchuang-store://page/../main/main.cjs',
    'linchuang-store://page/..%2fmain%2fmain.js',
    'linchuang-store://page/assets/..%2f..%2f..%2fmain.js',
    'linchuang-store://page/assets/%00.js',
    'linchuang-store://page/%E0%A4%A',
    'linchuang-store://page/secret.json',
    'nothing'
  ])('stands for nothing else: %s', (url) => {
    expect(storeFileOfUrl(folder, url)).toBeNull()
  })

  it('does not lead out of the folder by dots that are spelled otherwise', () => {
    expect(storeFileOfUrl(folder, 'linchuang-store://page/%2e%2e/%2e%2e/main.js')).toBe(path.join(folder, 'main.js'))
  })
})

describe('the sentinel', () => {
  it('is found again at the next start', async () => {
    const folder = temporaryFolder()
    await new SentinelFile(folder).noticed({ epoch: 'e', appliedSeq: 7 }, true)
    expect(new SentinelFile(folder).known()).toEqual({ epoch: 'e', appliedSeq: 7 })
  })

  it('is nothing when it was never written or cannot be read', () => {
    const folder = temporaryFolder()
    expect(new SentinelFile(folder).known()).toBeNull()
    writeFileSync(path.join(folder, 'store-sentinel.json'), '{"epoch":"e","appl')
    expect(new SentinelFile(folder).known()).toBeNull()
    writeFileSync(path.join(folder, 'store-sentinel.json'), 'null')
    expect(new SentinelFile(folder).known()).toBeNull()
  })

  it('is written now and then, not for every batch', async () => {
    const folder = temporaryFolder()
    const file = path.join(folder, 'store-sentinel.json')
    const sentinel = new SentinelFile(folder)
    await sentinel.noticed({ epoch: 'e', appliedSeq: 1 })
    const first = readFileSync(file, 'utf8')
    await sentinel.noticed({ epoch: 'e', appliedSeq: 900 })
    expect(readFileSync(file, 'utf8')).toBe(first)
    await sentinel.noticed({ epoch: 'e', appliedSeq: 1001 })
    expect(new SentinelFile(folder).known()?.appliedSeq).toBe(1001)
    await sentinel.noticed({ epoch: 'e2', appliedSeq: 1001 })
    expect(new SentinelFile(folder).known()?.epoch).toBe('e2')
  })

  it('that cannot be written disturbs nobody', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'file'), '')
    await expect(
      new SentinelFile(path.join(folder, 'file')).noticed({ epoch: 'e', appliedSeq: 1 })
    ).resolves.toBeUndefined()
  })
})

describe('the mark of a record', () => {
  it('is the same for the same record and another for any other', () => {
    const [a, b] = recordsOf(2, { seed: 1 })
    if (!a || !b) throw new Error('no records')
    expect(recordMark(a)).toBe(recordMark(structuredClone(a)))
    const others = [
      b,
      { ...a, version: a.version + 1 },
      { ...a, position: { ...a.position, epoch: 'other' } },
      { ...a, commit: { ...a.commit, commitId: 'other' } },
      { ...a, commit: { ...a.commit, events: [] } }
    ]
    expect(new Set([a, ...others].map(recordMark)).size).toBe(others.length + 1)
  })
})
