import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { DraftStore } from '../../electron/drafts/draftStore.ts'
import { type LogFs, nodeLogFs } from '../../electron/log/logFs.ts'
import { type KeptDraft, NO_DRAFTS } from '../../shared/contract/draftDoors.ts'
import { flipByte } from '../log/support/logFiles.ts'
import { temporaryFolder } from '../log/support/sample.ts'
import { SimulatedDisk } from '../log/support/simulatedDisk.ts'
import { type FakeAmbient, fakeAmbient } from '../support/fakeAmbient.ts'
import { draft, kept, NOON, namesIn } from './samples.ts'

const DONE = { ok: true, value: null }

let folder = ''
let ambient: FakeAmbient
let logged: string[]
beforeEach(() => {
  folder = path.join(temporaryFolder(), 'drafts')
  ambient = fakeAmbient(NOON)
  logged = []
})

const warn = (what: string, detail?: Readonly<Record<string, unknown>>): void => {
  logged.push(`${what} ${JSON.stringify(detail ?? {})}`)
}
/** As after a start: a store remembers nothing by itself. */
const store = (fs: LogFs = nodeLogFs, at = folder): DraftStore =>
  new DraftStore({ folder: at, ambient, log: { warn }, fs })
const file = (name = 'zhou.json'): string => path.join(folder, name)

describe('drafts', () => {
  it('come back as they were typed, whatever is typed, after a start', async () => {
    const form = fc.dictionary(fc.string({ maxLength: 20, unit: 'binary' }), fc.jsonValue({ maxDepth: 5 }))
    await fc.assert(
      fc.asyncProperty(fc.array(form, { minLength: 1, maxLength: 5 }), async (forms) => {
        const typed = kept(...forms.map((one) => draft('𠮷田阿梅', { form: one as KeptDraft['form'] })))
        expect(await store().keep('zhou', typed)).toEqual(DONE)
        expect(await store().mine('zhou')).toEqual(JSON.parse(JSON.stringify(typed)))
      }),
      { numRuns: 40 }
    )
  }, 60_000)

  it('of one person are nobody else’s', async () => {
    await store().keep('zhou', kept(draft('𠮷田阿梅')))
    await store().keep('shan', kept(draft('欧阳海')))
    expect(namesIn(await store().mine('shan'))).toEqual(['欧阳海'])
    expect(await store().mine('he')).toEqual(NO_DRAFTS)
  })

  it('stand in a file that only the user of the program reads', async () => {
    await store().keep('zhou', kept(draft('𠮷田阿梅')))
    expect(statSync(file()).mode & 0o777).toBe(process.platform === 'win32' ? 0o666 : 0o600)
    expect(readdirSync(folder)).toEqual(['zhou.json'])
  })

  it('are gone from the disk when none is left', async () => {
    const one = store()
    await one.keep('zhou', kept(draft('𠮷田阿梅')))
    expect(await one.keep('zhou', NO_DRAFTS)).toEqual(DONE)
    expect(readdirSync(folder)).toEqual([])
    expect(await one.keep('zhou', NO_DRAFTS)).toEqual(DONE)
  })

  it('of no sign-in name are refused: no path is made of an id', async () => {
    for (const personId of ['../zhou', 'a/b', '', 'Zhou', 'a'])
      await expect(store().mine(personId)).rejects.toThrow('not the id of a person')
    expect(existsSync(folder)).toBe(false)
  })
})

describe('a disk that loses its power', () => {
  const at = '/data/drafts'

  it('keeps what was acknowledged last or something newer, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(12), fc.infiniteStream(fc.nat()), async (operations, chance) => {
        const disk = new SimulatedDisk()
        await store(disk.fs, at).keep('zhou', kept(draft('一')))
        disk.cutAt = disk.operations + 1 + operations
        const second = await store(disk.fs, at).keep('zhou', kept(draft('一一')))
        disk.cutPower((n) => (chance.next().value ?? 0) % n)
        const found = namesIn(await store(disk.fs, at).mine('zhou'))
        expect(second.ok ? [['一一']] : [['一'], ['一一']]).toContainEqual(found)
        expect(logged.filter((line) => line.includes('damaged'))).toEqual([])
        await store(disk.fs, at).wipeOld()
        expect(disk.fs.list(at)).toEqual(['zhou.json'])
      }),
      { numRuns: 200 }
    )
  })

  it('between the write and the new name leaves the older drafts, and the half is wiped at the next start', async () => {
    const cuts = Array.from({ length: 12 }, (_, operations) => operations + 1)
    let halves = 0
    for (const operations of cuts) {
      const disk = new SimulatedDisk()
      await store(disk.fs, at).keep('zhou', kept(draft('一')))
      disk.cutAt = disk.operations + operations
      await store(disk.fs, at).keep('zhou', kept(draft('一一')))
      // Everything that the system had in its cache has come to the disk.
      disk.cutPower((n) => n - 1)
      if (!disk.fs.list(at).includes('zhou.json.tmp')) continue
      halves += 1
      const next = store(disk.fs, at)
      await next.wipeOld()
      expect(disk.fs.list(at)).toEqual(['zhou.json'])
      expect(namesIn(await next.mine('zhou'))).toEqual(['一'])
    }
    expect(halves).toBeGreaterThan(1)
  })
})

describe('a file that is not what was written', () => {
  const typed = kept(draft('𠮷田阿梅'))

  it('in any byte is put aside, and the person begins with none', async () => {
    await store().keep('zhou', typed)
    const whole = readFileSync(file())
    const places = fc.nat(whole.length - 1)
    await fc.assert(
      fc.asyncProperty(places, async (place) => {
        writeFileSync(file(), whole)
        flipByte(file(), place)
        expect(await store().mine('zhou')).toEqual(NO_DRAFTS)
        expect(readdirSync(folder)).toEqual(['zhou.json.damaged-2026-11-23'])
      }),
      { numRuns: 60 }
    )
    expect(logged.length).toBeGreaterThan(0)
    for (const line of logged) expect(line).not.toMatch(/𠮷|5001021985|zhou/)
  })

  it.each([
    ['empty', ''],
    ['cut', '{"format":1,"sha256":"'],
    ['foreign', '[]\n{}\n'],
    ['of another program', 'PK\u0003\u0004'],
    ['of a later format', '{"format":2,"sha256":""}\n{}\n']
  ])('%s, is put aside and never stops the program', async (_what, content) => {
    mkdirSync(folder)
    writeFileSync(file(), content)
    const one = store()
    await one.wipeOld()
    expect(await one.mine('zhou')).toEqual(NO_DRAFTS)
    expect(await one.keep('zhou', typed)).toEqual(DONE)
    expect(await one.mine('zhou')).toEqual(typed)
  })

  it('but another person’s, is not opened under this name', async () => {
    await store().keep('shan', typed)
    renameSync(file('shan.json'), file())
    expect(await store().mine('zhou')).toEqual(NO_DRAFTS)
  })

  it('is read by its shape too: whole by its checksum is not enough', async () => {
    const strange = { drafts: [{ ...draft('一'), more: 1 }], current: null }
    await store().keep('zhou', strange as never)
    expect(await store().mine('zhou')).toEqual(NO_DRAFTS)
    expect(logged).toEqual([expect.stringContaining('shape')])
  })

  it('and cannot even be put aside, costs the drafts of that person only', async () => {
    await store().keep('shan', typed)
    mkdirSync(file())
    const rename = (): never => {
      throw Object.assign(new Error('EPERM'), { code: 'EPERM' })
    }
    expect(await store({ ...nodeLogFs, rename }).mine('zhou')).toEqual(NO_DRAFTS)
    expect(logged).toEqual([expect.stringContaining('EPERM')])
    expect(await store().mine('shan')).toEqual(typed)
  })
})

describe('how long drafts are kept (PIPL 19: no longer than needed)', () => {
  // Shanghai is eight hours ahead: 2026-11-22 begins at 16:00 the day before.
  const lastMinuteBefore = draft('前天', { at: '2026-11-21T15:59:59.999Z' })
  const firstOfYesterday = draft('昨天', { at: '2026-11-21T16:00:00.000Z' })
  const today = draft('今天', { at: '2026-11-22T16:00:00.000Z' })

  it('today’s and yesterday’s are, older ones are wiped', async () => {
    ambient.setTo('2026-11-22T04:00:00.000Z')
    await store().keep('zhou', kept(lastMinuteBefore, firstOfYesterday))
    ambient.setTo(NOON)
    const one = store()
    await one.wipeOld()
    expect(readFileSync(file(), 'utf8')).not.toContain('前天')
    expect(namesIn(await one.mine('zhou'))).toEqual(['昨天'])
    ambient.setTo('2026-11-23T16:00:00.000Z')
    await one.wipeOld()
    expect(readdirSync(folder)).toEqual([])
  })

  it('one that is too old is neither kept nor given out, also without wiping', async () => {
    expect(await store().keep('zhou', kept(lastMinuteBefore, today))).toEqual(DONE)
    expect(readFileSync(file(), 'utf8')).not.toContain('前天')
    expect(await store().mine('zhou')).toMatchObject({ drafts: [{ key: 2 }], current: null })
    ambient.setTo('2026-11-30T04:00:00.000Z')
    expect(await store().mine('zhou')).toEqual(NO_DRAFTS)
  })

  it('a clock that was years ahead keeps nothing for years', async () => {
    ambient.setTo('2031-01-01T04:00:00.000Z')
    await store().keep('zhou', kept(draft('一', { at: '2031-01-01T03:59:00.000Z' })))
    ambient.setTo(NOON)
    await store().wipeOld()
    expect(await store().mine('zhou')).toMatchObject({ drafts: [{ at: NOON }] })
    ambient.setTo('2026-11-25T04:00:00.000Z')
    await store().wipeOld()
    expect(readdirSync(folder)).toEqual([])
  })

  it('yesterday’s ticket number is not today’s', async () => {
    ambient.setTo('2026-11-22T04:00:00.000Z')
    await store().keep('zhou', kept(firstOfYesterday))
    ambient.setTo(NOON)
    await store().keep('shan', kept(today))
    expect((await store().mine('zhou')).drafts[0]?.ticketNo).toBeNull()
    expect((await store().mine('shan')).drafts[0]?.ticketNo).toBe('A001')
  })

  it('what was put aside damaged goes with the rest, and what is of nobody is left alone', async () => {
    mkdirSync(folder)
    for (const name of ['zhou.json.damaged-2026-11-21', 'zhou.json.damaged-2026-11-22', 'readme.txt', 'Z.json'])
      writeFileSync(file(name), 'x')
    await store().wipeOld()
    expect(readdirSync(folder).sort()).toEqual(['Z.json', 'readme.txt', 'zhou.json.damaged-2026-11-22'])
  })
})

describe('writing', () => {
  /** A file system whose syncs are held until they are let go; counts them. */
  function held() {
    const disk = new SimulatedDisk()
    const syncs: (() => void)[] = []
    let asked = (): void => undefined
    const fs: LogFs = {
      ...disk.fs,
      datasync: async (fd) => {
        await new Promise<void>((resolve) => {
          syncs.push(resolve)
          asked()
        })
        disk.fs.datasyncNow(fd)
      }
    }
    const underWay = (): Promise<void> =>
      syncs.length > 0 ? Promise.resolve() : new Promise((resolve) => (asked = resolve))
    const letGo = async (): Promise<void> => {
      await underWay()
      syncs.shift()?.()
    }
    return { fs, underWay, letGo }
  }
  const at = '/data/drafts'

  it('of what was overtaken while an older state was being written is left out; the newest answers for all', async () => {
    const { fs, underWay, letGo } = held()
    const one = store(fs, at)
    const answers: string[] = []
    const keep = (name: string) => one.keep('zhou', kept(draft(name))).then(() => answers.push(name))
    const first = keep('一')
    await underWay()
    const others = ['二', '三', '四'].map(keep)
    expect(answers).toEqual([])
    await letGo()
    await first
    expect(answers).toEqual(['一'])
    await letGo()
    await Promise.all(others)
    expect(namesIn(await one.mine('zhou'))).toEqual(['四'])
  })

  it('is one at a time for a person, and people do not wait for each other', async () => {
    const { fs, underWay, letGo } = held()
    const one = store(fs, at)
    const first = one.keep('zhou', kept(draft('一')))
    await underWay()
    const second = one.keep('shan', kept(draft('二')))
    await letGo()
    await letGo()
    expect(await Promise.all([first, second])).toEqual([DONE, DONE])
  })

  it('to a full disk is refused as the log would, and the former drafts are still there', async () => {
    const disk = new SimulatedDisk()
    const one = store(disk.fs, at)
    await one.keep('zhou', kept(draft('一')))
    disk.room = disk.used()
    expect(await one.keep('zhou', kept(draft('一一')))).toEqual({ ok: false, refusal: { code: 'log-full' } })
    expect(await one.keep('zhou', kept(draft('一二')))).toEqual({ ok: false, refusal: { code: 'log-full' } })
    expect(logged).toEqual(['drafts not kept {"reason":"ENOSPC"}'])
    expect(namesIn(await one.mine('zhou'))).toEqual(['一'])
    disk.room = Number.POSITIVE_INFINITY
    expect(await one.keep('zhou', kept(draft('一三')))).toEqual(DONE)
    expect(namesIn(await one.mine('zhou'))).toEqual(['一三'])
  })

  it('that the disk does not confirm is no success', async () => {
    const disk = new SimulatedDisk()
    disk.fault = (operation) => (operation === 'datasync' ? 'EIO' : null)
    const refused = { ok: false, refusal: { code: 'drafts-not-kept' } }
    expect(await store(disk.fs, at).keep('zhou', kept(draft('一')))).toEqual(refused)
  })

  it('is finished before the program ends', async () => {
    const { fs, underWay, letGo } = held()
    const one = store(fs, at)
    void one.keep('zhou', kept(draft('一')))
    await underWay()
    const idle = one.idle()
    await letGo()
    await idle
    expect(namesIn(await one.mine('zhou'))).toEqual(['一'])
  })
})
