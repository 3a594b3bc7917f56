import { randomBytes, randomUUID } from 'node:crypto'

/** The only clock, ids and randomness of the program; everything else gets them from here as data. */
export interface Ambient {
  /** ISO instant, UTC. */
  nowIso(): string
  /** Date in Asia/Shanghai, `YYYY-MM-DD`. */
  today(): string
  newId(): string
  randomBytes(size: number): Buffer
}

/** China keeps UTC+8 all year since 1992; a PC's own zone setting is often wrong and is never asked. */
const SHANGHAI_OFFSET_MS = 8 * 3600 * 1000

/**
 * Days on which something falls due lie weeks ahead: a program that was started from its sources can be told to live
 * them now, by milliseconds added to the PC's clock. An installed program knows only the PC's clock.
 */
const AHEAD_MS = process.defaultApp === true ? Number(process.env.LINCHUANG_CLOCK_AHEAD_MS ?? 0) || 0 : 0

const now = (): number => Date.now() + AHEAD_MS

export const ambient: Ambient = {
  nowIso: () => new Date(now()).toISOString(),
  today: () => new Date(now() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10),
  newId: () => randomUUID(),
  randomBytes: (size) => randomBytes(size)
}
