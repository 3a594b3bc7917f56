import type { StopSignal } from '../../shared/kernel/eventLog.ts'
import type { Position, Recorded } from '../../shared/kernel/messages.ts'
import { LogDamaged } from './damage.ts'
import { type LogPlace, startingState } from './openLog.ts'
import { atSegment, atStart, type ChainState, scanLog } from './scan.ts'
import { type LogBookmark, segmentFile } from './segments.ts'

export interface ReadOptions {
  /** Most records handed over at once; 500 unless told. */
  readonly batch?: number
  /** Last record wanted; the last durable one unless told. */
  readonly until?: number
  readonly signal?: StopSignal
}

/** What reading needs of an open log. */
export interface Readable {
  readonly place: LogPlace
  /** The end of what is durable; it moves while reading. */
  end(): LogBookmark
  firstSeqs(): readonly { readonly segment: number; readonly firstSeq: number }[]
}

/**
 * Records after `from`, verified, in batches, up to what is durable when the reader gets there. Holds one chunk of one
 * file at a time. Throws `LogDamaged`.
 */
export async function* readRecords(
  log: Readable,
  from: Position | LogBookmark,
  options: ReadOptions
): AsyncGenerator<readonly Recorded[], void> {
  const { until = Number.POSITIVE_INFINITY, signal } = options
  const state = stateFor(log, from)
  while (!signal?.aborted) {
    const end = log.end()
    if (from.seq >= until || state.seq >= Math.min(until, end.seq)) return
    const scan = scanLog(state, {
      ...log.place,
      lastSegment: end.segment,
      limit: end.offset,
      skipTo: from.seq,
      batch: options.batch,
      signal
    })
    let step = await scan.next()
    for (; !step.done; step = await scan.next()) {
      const records = step.value
      const surplus = (records.at(-1)?.position.seq ?? 0) - until
      yield surplus > 0 ? records.slice(0, records.length - surplus) : records
      if (surplus >= 0) return await scan.return(null).then(() => undefined)
    }
    if (step.value !== null) throw new LogDamaged(step.value)
    if (state.seq < end.seq && !signal?.aborted) {
      const file = segmentFile(state.segment)
      const found = `end after record ${state.seq}`
      throw new LogDamaged({ file, line: state.line + 1, kind: 'missing-tail', expected: `record ${end.seq}`, found })
    }
  }
}

function stateFor(log: Readable, from: Position | LogBookmark): ChainState {
  const { place } = log
  const segments = log.firstSeqs()
  if ('segment' in from) {
    return startingState(
      place,
      segments.map((one) => one.segment),
      from
    )
  }
  let start = segments[0]
  for (const one of segments) if (one.firstSeq <= from.seq + 1) start = one
  if (start === undefined || start.segment === 1) return atStart(place.epoch)
  return atSegment(place.epoch, start.segment, start.firstSeq)
}
