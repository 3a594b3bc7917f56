import type { VoiceSettings } from '../../../shared/domain/hall/service.ts'
import type { Saying } from '../../../shared/domain/queue/queue.ts'

/**
 * What the voice says when, as data; sound and clocks come from outside. One announcement at a time. What has not been
 * said yet goes first, in the order of the calls, corrections before calls; repeats fill the quiet, each not before its
 * gap has passed, so that nobody waits to be called while somebody else is called again. A newer word about a number
 * takes the place of whatever was still to be said of it. Each saying ends in exactly one report.
 */

/** How a saying ended. `chime`: only the chime could be made. `replaced`: something newer took its place unsaid. */
export type How = 'voice' | 'clips' | 'chime' | 'muted' | 'failed' | 'replaced'

/** Times in milliseconds since 1970. */
export interface Report {
  readonly sayId: string
  readonly how: How
  /** How often it was heard. */
  readonly times: number
  readonly startedAt: number
  readonly endedAt: number
}

interface Entry {
  readonly saying: Saying
  /** How often it was tried, and how often something was heard. */
  readonly tried: number
  readonly heard: number
  readonly how: How
  readonly startedAt: number
  readonly endedAt: number
  /** A repeat comes not before this. */
  readonly due: number
  /** Something newer has come while it was being said: no repeats. */
  readonly last: boolean
}

export interface VoiceState {
  readonly started: boolean
  /** Ids that were taken, newest first. */
  readonly known: readonly string[]
  readonly firsts: readonly Entry[]
  readonly repeats: readonly Entry[]
  readonly current: Entry | null
  /** Numbers with a call that stands: was any of it heard? Only then a withdrawal has to be said. */
  readonly standing: ReadonlyMap<string, boolean>
}

export const silentVoice: VoiceState = {
  started: false,
  known: [],
  firsts: [],
  repeats: [],
  current: null,
  standing: new Map()
}

export interface Step {
  readonly state: VoiceState
  readonly reports: readonly Report[]
}

/** What stood there at the start has been said before, unless it is so young that a restart may have swallowed it. */
const YOUNG_MS = 20_000
/** More ids than a hall's view ever holds, so that none is forgotten while it is still shown. */
const REMEMBERED = 400

const reported = ({ saying, heard, how, startedAt, endedAt }: Entry): Report => ({
  sayId: saying.sayId,
  how,
  times: heard,
  startedAt,
  endedAt
})

const unsaid = (entry: Entry, how: 'muted' | 'replaced', now: number): Report =>
  reported({ ...entry, how, startedAt: now, endedAt: now })

/** Takes the sayings of a view, newest first. Whatever was taken before is known. */
export function offer(state: VoiceState, sayings: readonly Saying[], now: number): Step {
  const fresh = sayings.filter(({ sayId }) => !state.known.includes(sayId)).reverse()
  const mine = state.started ? fresh : fresh.filter(({ at }) => now - Date.parse(at) < YOUNG_MS)
  const known = [...fresh.map(({ sayId }) => sayId).reverse(), ...state.known].slice(0, REMEMBERED)
  // A new day: its numbers begin anew.
  const standing = sayings.length === 0 ? new Map<string, boolean>() : state.standing
  const reports: Report[] = []
  let next: VoiceState = { ...state, started: true, known, standing }
  for (const saying of mine) {
    const step = take(next, saying, now)
    next = step.state
    reports.push(...step.reports)
  }
  return { state: next, reports }
}

function take(state: VoiceState, saying: Saying, now: number): Step {
  const { no, kind } = saying
  const other = (entry: Entry): boolean => entry.saying.no !== no
  const entry: Entry = { saying, tried: 0, heard: 0, how: 'failed', startedAt: 0, endedAt: 0, due: 0, last: false }
  const reports = [
    ...state.firsts.filter((one) => !other(one)).map((one) => unsaid(one, 'replaced', now)),
    ...state.repeats.filter((one) => !other(one)).map(reported)
  ]
  const firsts = state.firsts.filter(other)
  const current = state.current && !other(state.current) ? { ...state.current, last: true } : state.current
  const standing = new Map(state.standing)
  const cleared: VoiceState = { ...state, firsts, repeats: state.repeats.filter(other), current, standing }
  if (kind === 'call') {
    standing.set(no, standing.get(no) ?? false)
    return { state: { ...cleared, firsts: [...firsts, entry] }, reports }
  }
  // A call that nobody knows of here was said before this screen began.
  const toCorrect = standing.get(no) ?? true
  standing.delete(no)
  if (!toCorrect) return { state: cleared, reports: [...reports, unsaid(entry, 'replaced', now)] }
  const calls = firsts.findIndex((one) => one.saying.kind === 'call')
  const place = calls < 0 ? firsts.length : calls
  return { state: { ...cleared, firsts: [...firsts.slice(0, place), entry, ...firsts.slice(place)] }, reports }
}

export interface Advance extends Step {
  /** To be said now; `ended` has to follow. */
  readonly say: Saying | null
  /** Nothing to say before this; `null`: not before something new comes. */
  readonly wakeAt: number | null
}

/**
 * What comes next. `muted`: nothing may sound now, and what waits is let go. `isHere`: is the number still at that
 * counter? Whoever is gone is not called again.
 */
export function advance(state: VoiceState, now: number, muted: boolean, isHere: (saying: Saying) => boolean): Advance {
  if (state.current) return { state, reports: [], say: null, wakeAt: null }
  if (muted) {
    const reports = [...state.firsts.map((entry) => unsaid(entry, 'muted', now)), ...state.repeats.map(reported)]
    return { state: { ...state, firsts: [], repeats: [] }, reports, say: null, wakeAt: null }
  }
  const reports = state.repeats.filter(({ saying }) => !isHere(saying)).map(reported)
  const repeats = state.repeats.filter(({ saying }) => isHere(saying))
  const [first, ...others] = state.firsts
  if (first) return begin({ ...state, firsts: others, repeats }, first, now, reports)
  const [next] = [...repeats].sort((a, b) => a.due - b.due)
  if (!next) return { state: { ...state, repeats }, reports, say: null, wakeAt: null }
  if (next.due > now) return { state: { ...state, repeats }, reports, say: null, wakeAt: next.due }
  return begin({ ...state, repeats: repeats.filter((entry) => entry !== next) }, next, now, reports)
}

function begin(state: VoiceState, entry: Entry, now: number, reports: readonly Report[]): Advance {
  const { saying } = entry
  const current = { ...entry, startedAt: entry.tried === 0 ? now : entry.startedAt }
  const standing = new Map(state.standing)
  if (saying.kind === 'call') standing.set(saying.no, true)
  return { state: { ...state, current, standing }, reports, say: saying, wakeAt: null }
}

/** The announcement under way has ended. A correction is said once: said again it would be taken for another call. */
export function ended(
  state: VoiceState,
  now: number,
  how: 'voice' | 'clips' | 'chime' | 'failed',
  { times, gapSeconds }: Pick<VoiceSettings, 'times' | 'gapSeconds'>
): Step {
  const { current } = state
  if (!current) return { state, reports: [] }
  const entry: Entry = {
    ...current,
    tried: current.tried + 1,
    heard: current.heard + (how === 'failed' ? 0 : 1),
    how: better(current.how, how),
    endedAt: now,
    due: now + gapSeconds * 1000
  }
  const quiet = { ...state, current: null }
  if (entry.last || entry.saying.kind === 'withdrawn' || entry.tried >= times)
    return { state: quiet, reports: [reported(entry)] }
  return { state: { ...quiet, repeats: [...state.repeats, entry] }, reports: [] }
}

/** Of two tries, the one by which more was heard. */
const RANK: readonly How[] = ['failed', 'chime', 'clips', 'voice']
const better = (before: How, now: How): How => (RANK.indexOf(now) >= RANK.indexOf(before) ? now : before)
