/** Chance with a seed: the same seed gives the same morning. */
export interface Chance {
  /** 0 up to, and without, 1. */
  next(): number
  /** True so often, 0…1. */
  is(share: number): boolean
  /** A whole number from `low` through `high`. */
  between(low: number, high: number): number
  /** One of them; `undefined` of none. */
  of<T>(list: readonly T[]): T | undefined
  /** Seconds of something that mostly is short and now and then long, with this mean and never below `least`. */
  about(mean: number, least: number): number
}

/** A small generator of its own (mulberry32): tests must not depend on the engine's. */
export function chance(seed: number): Chance {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return {
    next,
    is: (share) => next() < share,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    of: (list) => list[Math.floor(next() * list.length)],
    about: (mean, least) => Math.max(least, Math.round(-Math.log(1 - next()) * mean))
  }
}
