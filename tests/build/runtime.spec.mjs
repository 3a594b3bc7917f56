import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { startDisplay } from '../../build/runtime/display.mjs'
import { resolveElectron } from '../../build/runtime/electron.mjs'
import { failedLately, forgetFailure, rememberFailure } from '../../build/runtime/failures.mjs'
import { digestTrees } from '../../build/runtime/freshness.mjs'
import { withLock } from '../../build/runtime/lock.mjs'
import { cacheDir } from '../../build/runtime/paths.mjs'

/** @type {string} */
let dir
beforeEach(() => {
  dir = mkdtempSync(path.join(tmpdir(), 'runtime-'))
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(dir, { recursive: true })
})

/** @param {string} file @param {string} text */
const put = (file, text) => {
  mkdirSync(path.dirname(path.join(dir, file)), { recursive: true })
  writeFileSync(path.join(dir, file), text)
}

describe('an Electron that the person names', () => {
  it('is taken, with the version that lies beside it', async () => {
    put('electron', '')
    put('version', 'v45.4.1\n')
    vi.stubEnv('LINCHUANG_ELECTRON', path.join(dir, 'electron'))
    expect(await resolveElectron()).toEqual({ path: path.join(dir, 'electron'), version: '45.4.1', standIn: false })
  })

  it('is known as the stand-in by the mark beside it', async () => {
    put('electron', '')
    put('STAND-IN.txt', '')
    vi.stubEnv('LINCHUANG_ELECTRON', path.join(dir, 'electron'))
    expect(await resolveElectron()).toMatchObject({ standIn: true })
  })

  it('is refused with a sentence when it does not exist', async () => {
    vi.stubEnv('LINCHUANG_ELECTRON', path.join(dir, 'nothing'))
    await expect(resolveElectron()).rejects.toThrow('不存在')
    vi.stubEnv('LINCHUANG_ELECTRON', '')
    vi.stubEnv('ELECTRON_OVERRIDE_DIST_PATH', dir)
    await expect(resolveElectron()).rejects.toThrow('ELECTRON_OVERRIDE_DIST_PATH')
  })
})

describe('the digest of the inputs', () => {
  beforeEach(() => {
    put('shared/a.ts', 'one')
    put('shared/deep/b.ts', 'two')
  })
  const digest = () => digestTrees(['shared', 'missing'], dir)

  it('stays as long as nothing changes', () => {
    expect(digest()).toBe(digest())
  })

  it.each([
    ['content', () => put('shared/deep/b.ts', 'other')],
    ['a new file', () => put('shared/deep/c.ts', '')],
    ['a file renamed', () => renameSync(path.join(dir, 'shared/a.ts'), path.join(dir, 'shared/z.ts'))],
    ['a file gone', () => rmSync(path.join(dir, 'shared/a.ts'))],
    [
      'text moved from one file to another',
      () => {
        put('shared/a.ts', 'onet')
        put('shared/deep/b.ts', 'wo')
      }
    ],
    ['a folder that was not there', () => put('missing/a.ts', '')]
  ])('changes with %s', (_, change) => {
    const before = digest()
    change()
    expect(digest()).not.toBe(before)
  })
})

describe('a lock', () => {
  const name = `test-${process.pid}`
  const file = path.join(cacheDir, 'locks', name)

  it('lets one work after the other', async () => {
    /** @type {string[]} */
    const seen = []
    const work = (/** @type {string} */ who) =>
      withLock(name, async () => {
        seen.push(`${who} in`)
        await new Promise(setImmediate)
        seen.push(`${who} out`)
      })
    await Promise.all([work('a'), work('b')])
    expect(seen).toHaveLength(4)
    expect(seen[0]?.[0]).toBe(seen[1]?.[0])
  })

  it('is taken over from an owner that died', async () => {
    const dead = spawnSync(process.execPath, ['-e', '']).pid
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, String(dead))
    expect(await withLock(name, async () => 'done')).toBe('done')
    expect(existsSync(file)).toBe(false)
  })

  it('is given back when the work fails', async () => {
    await expect(withLock(name, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken')
    expect(existsSync(file)).toBe(false)
  })
})

describe('a failed download', () => {
  const what = `test-${process.pid}`
  afterEach(() => forgetFailure(what))

  it('is remembered until the way changes', () => {
    rememberFailure(what, ['45.4.1', 'mirror'])
    expect(failedLately(what, ['45.4.1', 'mirror'])).toBe(true)
    expect(failedLately(what, ['45.4.1', 'another mirror'])).toBe(false)
    forgetFailure(what)
    expect(failedLately(what, ['45.4.1', 'mirror'])).toBe(false)
  })
})

// Elsewhere there is always a real one.
if (process.platform === 'linux') {
  describe('a virtual display', () => {
    it('is one of its own for each caller, and gone after its end', async () => {
      const displays = await Promise.all([startDisplay(), startDisplay({ size: '1366x768' })])
      const names = displays.map(({ name }) => name)
      expect(new Set(names).size).toBe(2)
      const sockets = names.map((name) => `/tmp/.X11-unix/X${name.slice(1)}`)
      expect(sockets.map((socket) => existsSync(socket))).toEqual([true, true])
      await Promise.all(displays.map((display) => display.stop()))
      expect(sockets.map((socket) => existsSync(socket))).toEqual([false, false])
    })
  })
}
