import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { scanRecords } from '../../electron/store/levelDb/recordFile.ts'
import type { HarnessReport } from './harness/plan.ts'
import { buildHarness, type HarnessRun, runHarness } from './support/harness.ts'
import { DATABASE } from './support/levelDbFiles.ts'

/** The store in the real Electron: whatever happens to its files, the next start shows the same history. */

const RECORDS = 4000

// Several starts of Electron each; a busy machine takes minutes for them.
test.describe.configure({ timeout: 240_000 })

let work = ''
let dist = ''
let sound = ''
let digest: string | undefined

test.beforeAll(async () => {
  work = mkdtempSync(path.join(tmpdir(), 'linchuang-store-'))
  dist = await buildHarness(path.join(work, 'dist'))
  sound = path.join(work, 'sound')
  digest = (await runHarness({ profile: sound, dist, records: RECORDS })).digest
})

test.afterAll(() => rmSync(work, { recursive: true, force: true }))

const profileCopy = (): string => {
  const profile = mkdtempSync(path.join(work, 'profile-'))
  cpSync(sound, profile, { recursive: true })
  return profile
}

const databaseOf = (profile: string): string => path.join(profile, 'Partitions', 'store', 'IndexedDB', DATABASE)

function files(profile: string, ending: RegExp): string[] {
  const folder = databaseOf(profile)
  return readdirSync(folder)
    .filter((name) => ending.test(name))
    .sort()
    .map((name) => path.join(folder, name))
}

const last = (names: readonly string[]): string => {
  const name = names.at(-1)
  if (name === undefined) throw new Error('no such file')
  return name
}

/** Changes a byte in each stretch of 4 KiB: wherever Chromium looks first, it finds one. */
function flipBytes(file: string): void {
  const bytes = readFileSync(file)
  for (let at = 2048; at < bytes.length; at += 4096) bytes.writeUInt8(bytes.readUInt8(at) ^ 0x55, at)
  writeFileSync(file, bytes)
}

const whats = ({ reports }: HarnessRun): string[] =>
  reports.flatMap((report) => (report.say === 'report' ? [report.report.what] : []))
const repairs = ({ reports }: HarnessRun): string[] =>
  reports.flatMap((report) => (report.say === 'repaired' ? report.repaired.map(({ what }) => what) : []))

test('a start on a whole store reads nothing again', async () => {
  const run = await runHarness({ profile: profileCopy(), dist, records: RECORDS })
  expect(run.digest).toBe(digest)
  expect(whats(run)).toEqual(['ready'])
  expect(repairs(run)).toEqual([])
})

interface Harm {
  readonly what: string
  readonly harm: (profile: string) => void
  /** What the repair before the first window does about it. */
  readonly repair: readonly string[]
  /** What is reported besides that it was rebuilt. */
  readonly reported: readonly string[]
  /** Leaves it to Chromium and the page, as if the repair knew nothing of it. */
  readonly unrepaired?: boolean
}

const HARMS: readonly Harm[] = [
  {
    what: 'the folder is deleted',
    harm: (profile) => rmSync(path.join(profile, 'Partitions'), { recursive: true }),
    repair: [],
    reported: ['lost']
  },
  {
    what: 'its newest file is truncated',
    harm: (profile) => {
      const log = last(files(profile, /\.log$/))
      const bytes = readFileSync(log)
      // In the middle of a record: at its end there would be nothing to repair.
      let at = Math.floor(bytes.length * 0.6)
      while (scanRecords(bytes.subarray(0, at)).whole) at -= 1
      truncateSync(log, at)
    },
    repair: ['cut'],
    reported: []
  },
  {
    what: 'its newest file is deleted',
    harm: (profile) => rmSync(last(files(profile, /\.log$/))),
    repair: [],
    reported: []
  },
  {
    what: 'its MANIFEST is removed',
    harm: (profile) => rmSync(last(files(profile, /^MANIFEST/))),
    repair: ['removed'],
    reported: ['lost']
  },
  {
    what: 'its MANIFEST is removed and nothing was repaired',
    harm: (profile) => rmSync(last(files(profile, /^MANIFEST/))),
    repair: [],
    reported: ['damaged'],
    unrepaired: true
  },
  {
    what: 'bytes of its log are changed',
    harm: (profile) => flipBytes(last(files(profile, /\.log$/))),
    repair: ['cut'],
    reported: []
  },
  {
    what: 'a table is removed',
    harm: (profile) => rmSync(last(files(profile, /\.ldb$/))),
    repair: ['removed'],
    reported: ['lost']
  }
]

for (const { what, harm, repair, reported, unrepaired } of HARMS) {
  test(`when ${what}, the next start shows the same history`, async () => {
    const profile = profileCopy()
    harm(profile)
    const run = await runHarness({ profile, dist, records: RECORDS, unrepaired })
    expect(run.digest).toBe(digest)
    expect(repairs(run)).toEqual(repair)
    expect(whats(run).filter((one) => one !== 'rebuilding' && one !== 'ready')).toEqual(reported)
    const again = await runHarness({ profile, dist, records: RECORDS })
    expect(again.digest).toBe(digest)
    expect(whats(again)).toEqual(['ready'])
  })
}

test('when bytes of a table are changed, the next start shows the same history', async () => {
  const profile = profileCopy()
  flipBytes(last(files(profile, /\.ldb$/)))
  const run = await runHarness({ profile, dist, records: RECORDS })
  expect(run.digest).toBe(digest)
  // Chromium notices when it reads there: while opening, then it wipes without a word, or later.
  const noticed = whats(run).filter((one) => one === 'lost' || one === 'damaged')
  expect(noticed).not.toEqual([])
  const again = await runHarness({ profile, dist, records: RECORDS })
  expect(whats(again)).toEqual(['ready'])
})

test('killed in the middle of its work at any time, it loses nothing and is not rebuilt from nothing', async () => {
  const profile = mkdtempSync(path.join(work, 'killed-'))
  for (const percent of [10, 35, 60, 85]) {
    const reached = (report: HarnessReport): boolean =>
      report.say === 'state' &&
      report.state.phase === 'rebuilding' &&
      report.state.done >= (percent / 100) * report.state.total
    const run = await runHarness({ profile, dist, records: RECORDS, stay: true }, reached)
    expect(run.digest).toBeUndefined()
  }
  const run = await runHarness({ profile, dist, records: RECORDS })
  expect(run.digest).toBe(digest)
  const [rebuilding] = run.reports.flatMap((one) => (one.say === 'report' ? [one.report] : []))
  expect(rebuilding).toMatchObject({ what: 'rebuilding', toSeq: RECORDS })
  expect(rebuilding?.what === 'rebuilding' && rebuilding.fromSeq).toBeGreaterThan(0)
})

test('its page can do nothing but answer on its port, and comes back when it dies', async () => {
  const run = await runHarness({ profile: profileCopy(), dist, records: RECORDS, probePage: true, killPage: true })
  expect(run.reports.find((report) => report.say === 'doors')?.doors).toEqual({
    node: false,
    electron: false,
    popup: false,
    network: false,
    moved: false,
    inlineScript: false,
    globals: []
  })
  expect(whats(run)).toEqual(['ready', 'page-ended', 'ready'])
  expect(run.reports.find((report) => report.say === 'again')?.digest).toBe(digest)
})
