import type { Ambient } from '../../electron/boot/ambient.ts'

const SHANGHAI_OFFSET_MS = 8 * 3600 * 1000

export interface FakeAmbient extends Ambient {
  /** Moves the clock, by seconds; it stands still otherwise. */
  pass(seconds: number): void
  /** Sets the clock to an ISO instant. */
  setTo(at: string): void
}

/** A clock that stands, ids that count and bytes that are always the same: two runs give the same records. */
export function fakeAmbient(at = '2026-11-23T01:00:00.000Z'): FakeAmbient {
  let now = Date.parse(at)
  let ids = 0
  return {
    nowIso: () => new Date(now).toISOString(),
    today: () => new Date(now + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10),
    newId: () => {
      ids += 1
      return `id-${String(ids).padStart(6, '0')}`
    },
    randomBytes: (size) => Buffer.alloc(size, 7),
    pass(seconds) {
      now += seconds * 1000
    },
    setTo(instant) {
      now = Date.parse(instant)
    }
  }
}
