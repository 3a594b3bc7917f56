import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  advance,
  ended,
  offer,
  type Report,
  silentVoice,
  type VoiceState
} from '../../../renderer/hall/voice/schedule.ts'
import type { Saying } from '../../../shared/domain/queue/queue.ts'

const START = Date.parse('2026-10-28T01:00:00.000Z')

/** Something that happens in the hall, so many milliseconds after what came before. */
interface Happening {
  readonly after: number
  readonly what: 'call' | 'withdraw' | 'leave'
  readonly no: number
}

interface Spoken {
  readonly saying: Saying
  readonly from: number
  readonly to: number
}

interface Settings {
  readonly times: number
  readonly gapSeconds: number
}

/** A hall and its loudspeaker on a clock of their own: when one event is over, the next one comes. */
class Hall {
  readonly spoken: Spoken[] = []
  readonly reports: (Report & { readonly at: number })[] = []
  readonly arrived = new Map<string, { readonly saying: Saying; readonly at: number }>()
  /** When a number left its counter, and how many sayings had come by then. */
  readonly left: { readonly no: string; readonly at: number; readonly after: number }[] = []
  now = START
  private state: VoiceState = offer(silentVoice, [], START).state
  private sayings: readonly Saying[] = []
  private readonly at = new Map<string, number>()
  private speaking: Spoken | null = null
  private wakeAt: number | null = null
  private readonly settings: Settings
  private readonly lengths: readonly number[]
  muted = false

  constructor(settings: Settings, lengths: readonly number[]) {
    this.settings = settings
    this.lengths = lengths
  }

  /** Lets time pass until then; everything that falls due on the way happens. */
  until(time: number): void {
    for (;;) {
      const next = this.speaking?.to ?? this.wakeAt
      if (next === null || next > time) break
      this.now = Math.max(this.now, next)
      if (this.speaking) {
        this.spoken.push(this.speaking)
        this.speaking = null
        this.follow(ended(this.state, this.now, 'clips', this.settings))
      }
      this.goOn()
    }
    this.now = Math.max(this.now, time)
  }

  /** Until nothing is left to say. */
  rest(): void {
    while (this.speaking || this.wakeAt !== null) this.until(this.speaking?.to ?? this.wakeAt ?? this.now)
  }

  happen({ what, no }: Happening): void {
    const name = `A${String(no).padStart(3, '0')}`
    const counter = this.at.get(name)
    if (what === 'leave' || what === 'withdraw') {
      if (counter === undefined) return
      this.at.delete(name)
      this.left.push({ no: name, at: this.now, after: this.arrived.size })
    }
    if (what === 'call') this.at.set(name, counter ?? no)
    if (what !== 'leave') {
      const sayId = `say-${this.arrived.size}`
      const kind = what === 'call' ? 'call' : 'withdrawn'
      const saying: Saying = { sayId, kind, no: name, counter: no, at: new Date(this.now).toISOString() }
      this.arrived.set(sayId, { saying, at: this.now })
      this.sayings = [saying, ...this.sayings].slice(0, 24)
    }
    this.follow(offer(this.state, this.sayings, this.now))
    this.goOn()
  }

  private goOn(): void {
    const isHere = ({ no, counter }: Saying): boolean => this.at.get(no) === counter
    const step = advance(this.state, this.now, this.muted, isHere)
    this.follow(step)
    this.wakeAt = step.wakeAt
    if (!step.say) return
    const length = this.lengths[(this.spoken.length * 7) % this.lengths.length] ?? 5000
    this.speaking = { saying: step.say, from: this.now, to: this.now + length }
  }

  private follow(step: { readonly state: VoiceState; readonly reports: readonly Report[] }): void {
    this.state = step.state
    for (const report of step.reports) this.reports.push({ ...report, at: this.now })
  }
}

const happening: fc.Arbitrary<Happening> = fc.record({
  after: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 400 }), fc.integer({ min: 400, max: 30_000 })),
  what: fc.constantFrom('call', 'call', 'call', 'withdraw', 'leave'),
  no: fc.integer({ min: 1, max: 7 })
})
const burst = fc.record({
  settings: fc.record({ times: fc.integer({ min: 1, max: 3 }), gapSeconds: fc.integer({ min: 0, max: 12 }) }),
  lengths: fc.array(fc.integer({ min: 2000, max: 9000 }), { minLength: 1, maxLength: 5 }),
  happenings: fc.array(happening, { minLength: 1, maxLength: 40 })
})

function run({
  settings,
  lengths,
  happenings
}: {
  settings: Settings
  lengths: number[]
  happenings: Happening[]
}): Hall {
  const hall = new Hall(settings, lengths)
  for (const one of happenings) {
    hall.until(hall.now + one.after)
    hall.happen(one)
  }
  hall.rest()
  return hall
}

/** Index of a saying in the order in which they came. */
const place = (sayId: string): number => Number(sayId.slice(4))

const CASES = { numRuns: 1000 }

describe('announcements in any burst of calls, recalls and withdrawals', () => {
  it('never overlap, and each is reported exactly once', () => {
    fc.assert(
      fc.property(burst, (given) => {
        const { spoken, reports, arrived } = run(given)
        for (const [i, one] of spoken.entries()) expect(one.from).toBeGreaterThanOrEqual(spoken[i - 1]?.to ?? 0)
        expect(reports.map(({ sayId }) => sayId).sort()).toEqual([...arrived.keys()].sort())
        for (const { sayId, times, how, startedAt, endedAt } of reports) {
          const mine = spoken.filter(({ saying }) => saying.sayId === sayId)
          expect(times).toBe(mine.length)
          expect(how).toBe(mine.length > 0 ? 'clips' : 'replaced')
          if (mine.length > 0) expect([startedAt, endedAt]).toEqual([mine[0]?.from, mine.at(-1)?.to])
        }
      }),
      CASES
    )
  })

  it('are first said in the order of the calls, and no repeat keeps anybody waiting who has not been called', () => {
    fc.assert(
      fc.property(burst, (given) => {
        const { spoken, reports, arrived } = run(given)
        const firsts = spoken.filter((one, i) => !spoken.slice(0, i).some(({ saying }) => saying === one.saying))
        const calls = firsts.filter(({ saying }) => saying.kind === 'call').map(({ saying }) => place(saying.sayId))
        expect(calls).toEqual([...calls].sort((a, b) => a - b))
        for (const repeat of spoken.filter((one) => !firsts.includes(one))) {
          const waiting = [...arrived.values()].filter(({ saying, at }) => {
            const first = firsts.find((one) => one.saying === saying)
            const gone = reports.find(({ sayId }) => sayId === saying.sayId)?.at ?? Number.POSITIVE_INFINITY
            return at < repeat.from && (first ? first.from > repeat.from : gone > repeat.from)
          })
          expect(waiting).toEqual([])
        }
      }),
      CASES
    )
  })

  it('are said as often as set while the number stands at its counter and nothing newer is known of it', () => {
    fc.assert(
      fc.property(burst, (given) => {
        const { spoken, arrived, left } = run(given)
        for (const { saying } of arrived.values()) {
          const mine = spoken.filter((one) => one.saying === saying)
          const newer = [...arrived.values()].find(
            (one) => one.saying.no === saying.no && place(one.saying.sayId) > place(saying.sayId)
          )
          const gone = left.find((one) => one.no === saying.no && one.after > place(saying.sayId))
          const whole = saying.kind === 'call' ? given.settings.times : 1
          expect(mine.length).toBeLessThanOrEqual(whole)
          if (!newer && !gone && saying.kind === 'call') expect(mine).toHaveLength(whole)
          if (!newer && saying.kind === 'call') expect(mine.length).toBeGreaterThan(0)
          for (const [i, one] of mine.entries()) {
            // What is older than something known is not begun any more.
            if (newer) expect(one.from).toBeLessThanOrEqual(newer.at)
            const before = mine[i - 1]
            if (!before) continue
            expect(one.from).toBeGreaterThanOrEqual(before.to + given.settings.gapSeconds * 1000)
            if (gone) expect(one.from).toBeLessThanOrEqual(gone.at)
          }
        }
      }),
      CASES
    )
  })

  it('are corrected next where anybody has heard the call, and dropped together with it where nobody has', () => {
    fc.assert(
      fc.property(burst, (given) => {
        const { spoken, arrived, reports } = run(given)
        const all = [...arrived.values()]
        for (const { saying, at } of all.filter((one) => one.saying.kind === 'withdrawn')) {
          const before = all.filter(
            (one) => one.saying.no === saying.no && place(one.saying.sayId) < place(saying.sayId)
          )
          const since = before.findLastIndex((one) => one.saying.kind === 'withdrawn')
          const calls = before.slice(since + 1)
          const heard = spoken.some((one) => calls.some((call) => call.saying === one.saying) && one.from <= at)
          const correction = spoken.find((one) => one.saying === saying)
          const newer = all.some((one) => one.saying.no === saying.no && place(one.saying.sayId) > place(saying.sayId))
          if (heard && !newer) expect(correction).toBeDefined()
          if (!heard) {
            expect(correction).toBeUndefined()
            const { sayId } = calls.at(-1)?.saying ?? saying
            expect(reports.find((one) => one.sayId === sayId)).toMatchObject({ how: 'replaced', times: 0 })
          }
          if (!correction) continue
          const between = spoken.filter((one) => one.from > at && one.from < correction.from)
          expect(between.every((one) => one.saying.kind === 'withdrawn')).toBe(true)
        }
      }),
      CASES
    )
  })
})

const said = (sayId: string, at: string): Saying => ({ sayId, kind: 'call', no: 'A001', counter: 1, at })

describe('a hall screen that starts', () => {
  it('says what is younger than twenty seconds and lets what is older rest', () => {
    const now = Date.parse('2026-10-28T01:00:20.000Z')
    const old = { ...said('say-0', '2026-10-28T01:00:00.000Z'), no: 'A001' }
    const young = { ...said('say-1', '2026-10-28T01:00:00.001Z'), no: 'A002' }
    const { state, reports } = offer(silentVoice, [young, old], now)
    const step = advance(state, now, false, () => true)
    expect(step.say).toEqual(young)
    expect(reports).toEqual([])
    expect(offer(step.state, [young, old], now + 60_000).state.firsts).toEqual([])
  })

  it('corrects a call that was said before it started', () => {
    const now = Date.parse('2026-10-28T01:05:00.000Z')
    const old = said('say-0', '2026-10-28T01:00:00.000Z')
    const { state } = offer(silentVoice, [old], now)
    const withdrawn: Saying = { ...old, sayId: 'say-1', kind: 'withdrawn', at: '2026-10-28T01:05:00.000Z' }
    expect(advance(offer(state, [withdrawn, old], now).state, now, false, () => false).say).toEqual(withdrawn)
  })
})

describe('in muted hours', () => {
  it('nothing is said, all is reported, and nothing of it is said afterwards', () => {
    const hall = new Hall({ times: 2, gapSeconds: 8 }, [5000])
    hall.muted = true
    hall.happen({ after: 0, what: 'call', no: 1 })
    hall.muted = false
    hall.until(START + 60_000)
    hall.happen({ after: 0, what: 'withdraw', no: 1 })
    hall.rest()
    expect(hall.spoken).toEqual([])
    expect(hall.reports).toMatchObject([
      { sayId: 'say-0', how: 'muted', times: 0 },
      { sayId: 'say-1', how: 'replaced', times: 0 }
    ])
  })

  it('a repeat that was still to come is let go', () => {
    const hall = new Hall({ times: 3, gapSeconds: 8 }, [5000])
    hall.happen({ after: 0, what: 'call', no: 1 })
    hall.until(START + 6000)
    hall.muted = true
    hall.rest()
    expect(hall.reports).toMatchObject([{ sayId: 'say-0', how: 'clips', times: 1 }])
  })
})

describe('a sound that cannot be made', () => {
  it('is tried as often as it would be said, and reported with what was heard', () => {
    const settings = { times: 2, gapSeconds: 1 }
    let state = offer(silentVoice, [], START).state
    state = offer(state, [said('say-0', '2026-10-28T01:00:00.000Z')], START).state
    state = advance(state, START, false, () => true).state
    const first = ended(state, START + 100, 'failed', settings)
    expect(first.reports).toEqual([])
    state = advance(first.state, START + 1100, false, () => true).state
    const { reports } = ended(state, START + 5000, 'clips', settings)
    expect(reports).toEqual([{ sayId: 'say-0', how: 'clips', times: 1, startedAt: START, endedAt: START + 5000 }])
  })
})
