import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkWords } from '../../../renderer/counter/desk/day/checkWords.ts'
import { CHECK_NAME } from '../../../renderer/counter/desk/day/texts.ts'
import { DAY_CHECKS, type DayCheckName, judgeOpening, type Seen } from '../../../shared/domain/day/openingChecks.ts'

const GIGA = 1024 ** 3

/** A morning on which nothing is wrong. */
const morning: Seen = {
  printers: { ticket: 'ready', paper: 'ready' },
  hallScreens: { planned: 2, open: 2 },
  lastSaid: { how: 'voice', today: true },
  voiceOn: true,
  diskFree: 80 * GIGA,
  now: '2026-11-23T00:40:00.000Z',
  newestRecord: '2026-11-23T00:39:00.000Z',
  holidaysMissing: false,
  coveredThrough: '2026-12-31',
  history: 'ready',
  logAlarm: false,
  openDays: 0,
  unprinted: 0
}

const judged = (check: DayCheckName, change: Partial<Seen>) => {
  const found = judgeOpening({ ...morning, ...change }).find((one) => one.check === check)
  if (!found) throw new Error(`nothing was judged of ${check}`)
  return { ...found, ...checkWords(found) }
}

const printers = (ticket: string, paper = 'ready'): Partial<Seen> => ({ printers: { ticket, paper } })

describe('opening checks', () => {
  it('look at everything, in one order', () => {
    expect(judgeOpening(morning).map(({ check }) => check)).toEqual(DAY_CHECKS)
    expect(Object.keys(CHECK_NAME)).toEqual(DAY_CHECKS)
  })

  it('find nothing wrong on a morning on which nothing is', () => {
    expect(judgeOpening(morning).every(({ state }) => state === 'good')).toBe(true)
    for (const found of judgeOpening(morning)) expect(checkWords(found).todo).toBe('')
  })

  it('a printer that is not ready is trouble; a folder is a choice to be known of', () => {
    for (const health of ['paper-out', 'jam', 'offline', 'cover-open', 'attention', 'paused', 'unreachable']) {
      expect(judged('ticketPrinter', printers(health))).toMatchObject({ state: 'bad', detail: health })
      expect(judged('paperPrinter', printers('ready', health)).todo).toMatch(/。$/)
    }
    expect(judged('ticketPrinter', printers('folder'))).toMatchObject({ state: 'warn' })
    expect(judged('ticketPrinter', printers('folder')).says).toContain('号单')
    expect(judged('paperPrinter', printers('ready', 'folder')).says).toContain('文书')
  })

  it('as many hall screens must be open as are planned, and one at least', () => {
    const screens = (open: number, planned: number) => judged('hallScreen', { hallScreens: { open, planned } })
    expect([screens(2, 2), screens(1, 2), screens(0, 0)].map(({ state }) => state)).toEqual(['good', 'bad', 'bad'])
    expect(screens(1, 2).says).toBe('2 块大厅屏只开着 1 块')
    expect(screens(0, 0).says).toBe('没有设大厅屏')
  })

  it('a voice that failed is trouble, also the day after; what was heard yesterday proves nothing today', () => {
    expect(judged('sound', { lastSaid: { how: 'failed', today: false } })).toMatchObject({ state: 'bad' })
    expect(judged('sound', { lastSaid: { how: 'failed', today: true } })).toMatchObject({ state: 'bad' })
    expect(judged('sound', { lastSaid: { how: 'voice', today: false } })).toMatchObject({ detail: 'untried' })
    expect(judged('sound', { lastSaid: null })).toMatchObject({ state: 'good', detail: 'untried' })
    expect(judged('sound', { voiceOn: false })).toMatchObject({ state: 'warn', detail: 'off' })
  })

  it('a disk is full below half a gigabyte and filling below five', () => {
    const disk = (diskFree: number | null) => judged('disk', { diskFree })
    expect([GIGA / 2 - 1, GIGA / 2, 5 * GIGA - 1, 5 * GIGA].map((free) => disk(free).state)).toEqual([
      'bad',
      'warn',
      'warn',
      'good'
    ])
    expect(disk(null)).toMatchObject({ state: 'warn', detail: 'unknown' })
    expect(disk(300 * 1024 ** 2).says).toBe('磁盘只剩 300 MB')
    expect(disk(6.9 * GIGA).says).toBe('磁盘还有 6 GB')
  })

  it('a clock that stands more than a minute behind the newest record was set back', () => {
    const behind = (ms: number) =>
      judged('clock', { newestRecord: new Date(Date.parse(morning.now) + ms).toISOString() }).state
    expect([-86_400_000, 0, 60_000, 60_001].map(behind)).toEqual(['good', 'good', 'good', 'bad'])
    expect(judged('clock', { newestRecord: null }).state).toBe('good')
    expect(judged('clock', { newestRecord: '2026-11-24T01:30:00.000Z' }).says).toContain('11月24日 09:30')
  })

  it('holidays that are missing, a history that is not there, a damaged log and leftovers are told', () => {
    expect(judged('holidays', { holidaysMissing: true })).toMatchObject({ state: 'warn' })
    expect(judged('holidays', { holidaysMissing: true, coveredThrough: '' }).says).toBe('没有放假安排')
    expect(judged('history', { history: 'rebuilding' })).toMatchObject({ state: 'warn' })
    expect(judged('log', { logAlarm: true })).toMatchObject({ state: 'bad' })
    expect(judged('backlog', { unprinted: 3 })).toMatchObject({ state: 'warn', says: '有 3 份文书没有打出来' })
    expect(judged('backlog', { openDays: 1, unprinted: 3 })).toMatchObject({ state: 'bad' })
  })

  it('whatever was seen, each has its sentence, and what is not good says what to do', () => {
    const health = fc.constantFrom('ready', 'folder', 'jam', 'offline', 'no-pdf', 'not-there', 'a keyword of tomorrow')
    const how = fc.constantFrom('voice', 'clips', 'chime', 'muted', 'failed', 'replaced')
    const seen: fc.Arbitrary<Seen> = fc.record({
      printers: fc.record({ ticket: health, paper: health }),
      hallScreens: fc.record({ planned: fc.nat(3), open: fc.nat(3) }),
      lastSaid: fc.option(fc.record({ how, today: fc.boolean() })),
      voiceOn: fc.boolean(),
      diskFree: fc.option(fc.oneof(fc.nat(), fc.maxSafeNat(), fc.constant(Number.MAX_VALUE))),
      now: fc.constant(morning.now),
      newestRecord: fc.option(fc.constantFrom('2026-11-23T00:00:00.000Z', '2027-01-01T00:00:00.000Z')),
      holidaysMissing: fc.boolean(),
      coveredThrough: fc.constantFrom('2026-12-31', ''),
      history: fc.constantFrom('starting', 'rebuilding', 'ready', 'restarting', 'failed'),
      logAlarm: fc.boolean(),
      openDays: fc.nat(2),
      unprinted: fc.nat(300)
    })
    fc.assert(
      fc.property(seen, (one) => {
        for (const found of judgeOpening(one)) {
          const { says, todo } = checkWords(found)
          expect(says).not.toBe('')
          expect(says).not.toMatch(/undefined|NaN|。$/)
          if (found.state !== 'good') expect(todo).toMatch(/。$/)
        }
      })
    )
  })
})
