import { createHash } from 'node:crypto'
import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import path from 'node:path'
import { type CommandName, contract, type InputOf } from '../../shared/contract/contract.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { DEMO_HALL, DEMO_PASSWORD } from '../../shared/domain/hall/demo.ts'
import { ADMINISTRATOR, accepted, launchApp, type RunningApp, refused } from '../support/app.ts'
import { LogReader, logFolder, segmentNames } from '../support/e2eLog.ts'
import { type Picture, pictureOf, type Work, workADay } from '../support/e2ePicture.ts'
import { test as base, expect, newDataFolder, removeDataFolder } from '../support/e2eTest.ts'

type Founding = InputOf<'setup.found'>

/** A day's work that ended well, to be damaged in many ways. */
interface Day {
  readonly folder: string
  readonly work: Work
  readonly picture: Picture
}

const test = base.extend<
  { readonly damagedDay: (damage: (folder: string) => void) => Promise<RunningApp> },
  { readonly day: Day }
>({
  day: [
    async ({ foundedLog }, use) => {
      const folder = newDataFolder()
      cpSync(foundedLog, logFolder(folder), { recursive: true })
      const running = await launchApp({ dataFolder: folder })
      await running.found()
      accepted(await running.api.command('queue.openCounter', {}))
      const work = await workADay(running)
      const picture = await pictureOf(running, work)
      await running.close()
      await use({ folder, work, picture })
      removeDataFolder(folder)
    },
    { scope: 'worker' }
  ],
  /** Starts the program on a copy of the day to which something has happened. */
  damagedDay: async ({ day, dataFolder, launch }, use) => {
    await use((damage) => {
      cpSync(day.folder, dataFolder, { recursive: true })
      damage(dataFolder)
      return launch()
    })
  }
})

test.describe('the working copy of the history comes back from the log', () => {
  const databases = (folder: string): string => path.join(folder, 'Partitions', 'store', 'IndexedDB')
  const database = (folder: string): string => {
    const [name] = readdirSync(databases(folder)).filter((one) => one.endsWith('.leveldb'))
    if (!name) throw new Error('there is no database to damage')
    return path.join(databases(folder), name)
  }
  const newestFile = (folder: string): string => {
    const files = readdirSync(folder).filter((name) => /\.(log|ldb)$/.test(name))
    const byAge = files.map((name) => path.join(folder, name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs)
    if (!byAge[0]) throw new Error('the database has no files')
    return byAge[0]
  }
  const manifest = (folder: string): string => {
    const [name] = readdirSync(folder).filter((one) => one.startsWith('MANIFEST-'))
    if (!name) throw new Error('the database has no manifest')
    return path.join(folder, name)
  }

  const damages: Readonly<Record<string, (folder: string) => void>> = {
    deleted: (folder) => rmSync(databases(folder), { recursive: true }),
    'its newest file cut in half': (folder) => {
      const file = newestFile(database(folder))
      truncateSync(file, Math.floor(statSync(file).size / 2))
    },
    'a byte of its newest file flipped': (folder) => {
      const file = newestFile(database(folder))
      flip(file, Math.floor(statSync(file).size / 2))
    },
    'its manifest removed': (folder) => rmSync(manifest(database(folder))),
    'its manifest cut short': (folder) => {
      const file = manifest(database(folder))
      truncateSync(file, statSync(file).size - 3)
    }
  }
  for (const [name, damage] of Object.entries(damages)) {
    test(`database ${name}: the next start shows the same queue, cases and papers`, async ({ day, damagedDay }) => {
      const running = await damagedDay(damage)
      await running.found()
      expect(await pictureOf(running, day.work)).toEqual(day.picture)
    })
  }
})

test('a working copy that nothing has happened to is not made anew', async ({ day, damagedDay }) => {
  const running = await damagedDay(() => undefined)
  await running.found()
  expect(await pictureOf(running, day.work)).toEqual(day.picture)
  const lines = readFileSync(path.join(running.dataFolder, 'logs', 'app.log'), 'utf8')
    .trim()
    .split('\n')
  const ofThisStart = lines.slice(lines.findLastIndex((line) => line.includes('store ready')))
  expect(lines.filter((line) => line.includes('store repaired'))).toEqual([])
  expect(ofThisStart.length).toBeGreaterThan(0)
  expect(lines.filter((line) => line.includes('"fromSeq":0,'))).toHaveLength(1)
})

test.describe('the log is never read past a damage in silence', () => {
  const refusedLogs: Readonly<
    Record<string, { damage: (folder: string) => void; alarm: { file: string; line: number; kind: string } }>
  > = {
    'a flipped byte in the middle': {
      damage: (folder) => flipInLine(firstSegment(folder), 60),
      alarm: { file: '000001.log', line: 60, kind: 'hash' }
    },
    'a line that was taken out': {
      damage: (folder) => {
        const lines = readFileSync(firstSegment(folder), 'utf8').split('\n')
        writeFileSync(firstSegment(folder), lines.toSpliced(79, 1).join('\n'))
      },
      alarm: { file: '000001.log', line: 80, kind: 'chain' }
    }
  }
  for (const [name, { damage, alarm }] of Object.entries(refusedLogs)) {
    test(`${name}: named with file and line, every command refused, nothing written`, async ({ damagedDay }) => {
      let before: unknown
      const running = await damagedDay((folder) => {
        withoutSnapshots(folder)
        damage(folder)
        before = contents(logFolder(folder))
      })
      const { api } = running
      const view = await api.until('app', ({ phase }) => phase !== 'starting', 'the log was looked at')
      expect(view).toMatchObject({ phase: 'damaged', logAlarm: alarm, hall: null, person: null })
      const replies = [
        await running.signIn('zhou', DEMO_PASSWORD, 1),
        await api.command('setup.found', { config: DEMO_HALL as Founding['config'], administrator: ADMINISTRATOR })
      ]
      expect(replies.map(refused)).toEqual(['log-broken', 'log-broken'])
      const commands = Object.entries(contract).flatMap(([door, { kind }]) =>
        kind === 'command' ? [door as CommandName] : []
      )
      for (const door of commands) refused(await api.command(door, {} as never))
      await running.close()
      expect(contents(logFolder(running.dataFolder))).toEqual(before)
    })
  }
})

test('a torn tail is cut, kept beside the log and shown; everything acknowledged is there', async ({
  day,
  damagedDay
}) => {
  let torn = Buffer.alloc(0)
  const running = await damagedDay((folder) => {
    const file = lastSegment(folder)
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    torn = Buffer.from(lines.at(-1) ?? '').subarray(0, 300)
    appendFileSync(file, torn)
  })
  const cut = { file: path.basename(lastSegment(running.dataFolder)), cutBytes: torn.length }
  const view = await running.api.until('app', ({ phase }) => phase !== 'starting', 'the log was looked at')
  expect(view).toMatchObject({ phase: 'signIn', logAlarm: null, repaired: cut })
  await running.found()
  expect(await pictureOf(running, day.work)).toEqual(day.picture)
  const copies = readdirSync(logFolder(running.dataFolder)).filter((name) => name.startsWith('torn-'))
  expect(copies.map((name) => readFileSync(path.join(logFolder(running.dataFolder), name)))).toEqual([torn])
  const repairs = new LogReader(running.dataFolder).read().flatMap(({ events }) => events.filter(isRepair))
  expect(repairs.map(({ data }) => data)).toEqual([{ ...cut, keptCopy: copies[0] }])
})

const lostEnds: Readonly<Record<string, (lineStart: number) => number>> = {
  'the whole of it': (lineStart) => lineStart,
  'a part of it': (lineStart) => lineStart + 40
}
for (const [name, cutAt] of Object.entries(lostEnds)) {
  test(`an acknowledged record that is gone from the end, ${name}, is not taken for a torn tail`, async ({
    damagedDay
  }) => {
    const running = await damagedDay((folder) => {
      withoutSnapshots(folder)
      const bytes = readFileSync(lastSegment(folder))
      truncateSync(lastSegment(folder), cutAt(bytes.lastIndexOf(10, bytes.length - 2) + 1))
    })
    const view = await running.api.until('app', ({ phase }) => phase !== 'starting', 'the log was looked at')
    expect(view).toMatchObject({ phase: 'damaged', logAlarm: { file: path.basename(lastSegment(running.dataFolder)) } })
  })
}

const snapshotDamages: Readonly<Record<string, (file: string) => void>> = {
  deleted: (file) => rmSync(file),
  // Still a snapshot of a desk by its form, of another one by what it says.
  changed: (file) => writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"A003"', '"A030"')),
  'cut short': (file) => truncateSync(file, Math.floor(statSync(file).size / 2))
}
for (const [name, damage] of Object.entries(snapshotDamages)) {
  test(`a snapshot of the desk that was ${name} changes nothing on the screens`, async ({ day, damagedDay }) => {
    const running = await damagedDay((folder) => {
      const names = snapshotNames(folder)
      expect(names).not.toEqual([])
      for (const one of names) damage(path.join(logFolder(folder), one))
    })
    await running.found()
    expect(await pictureOf(running, day.work)).toEqual(day.picture)
  })
}

test('damage in a part that a snapshot covers is named while the desk works, and no history is made past it', async ({
  day,
  damagedDay
}) => {
  const running = await damagedDay((folder) => {
    flipInLine(firstSegment(folder), 60)
    rmSync(path.join(folder, 'Partitions'), { recursive: true })
  })
  const { api } = running
  await running.found()
  expect(await api.listenOnce('desk')).toEqual(day.picture.desk)
  await api.until('app', ({ history }) => history.phase === 'failed', 'the history is said not to be there')
  const search = await api.query('casework.search', { text: '500102', limit: 50 })
  expect(search.ok ? search.value.complete : false).toBe(false)
  expect(accepted(await api.command('queue.issueTicket', { group: 'A', priority: null })).no).toBe('A005')
  // The whole log is verified once a start is over, which is 20 s after it.
  const view = await api.until('app', ({ logAlarm }) => logAlarm !== null, 'the damage is named')
  expect(view).toMatchObject({ phase: 'desk', logAlarm: { file: '000001.log', line: 60, kind: 'hash' } })
  expect(view.history.phase).not.toBe('ready')
})

/** Names and content of all files of a folder. */
const contents = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder).map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex')
    ])
  )

const snapshotNames = (folder: string): string[] =>
  readdirSync(logFolder(folder)).filter((name) => /^desk-\d+\.json$/.test(name))

function flip(file: string, at: number): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ 0x01
  writeFileSync(file, bytes)
}

const firstSegment = (folder: string): string => path.join(logFolder(folder), segmentNames(folder)[0] ?? '')
const lastSegment = (folder: string): string => path.join(logFolder(folder), segmentNames(folder).at(-1) ?? '')

const withoutSnapshots = (folder: string): void => {
  for (const name of snapshotNames(folder)) rmSync(path.join(logFolder(folder), name))
}

/** Flips a byte in the middle of this line, counted from 1. */
const flipInLine = (file: string, line: number): void => {
  const ends = [...readFileSync(file)].flatMap((byte, at) => (byte === 10 ? [at] : []))
  flip(file, Math.floor(((ends[line - 2] ?? 0) + (ends[line - 1] ?? 0)) / 2))
}

const isRepair = (event: DomainEvent): event is Extract<DomainEvent, { type: 'LogTailRepaired' }> =>
  event.type === 'LogTailRepaired'
