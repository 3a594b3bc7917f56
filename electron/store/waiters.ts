/** Timers of more milliseconds than this fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

interface Waiter {
  readonly holds: () => boolean
  readonly resolve: (held: boolean) => void
  readonly timer: NodeJS.Timeout
}

/** Those who wait for something to become true, each with a patience of its own. */
export class Waiters {
  private readonly waiting = new Set<Waiter>()

  /** `true` as soon as it holds, `false` when the time is up or `giveUp` was called. */
  wait(holds: () => boolean, timeoutMs: number): Promise<boolean> {
    if (holds()) return Promise.resolve(true)
    if (timeoutMs <= 0) return Promise.resolve(false)
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.answer(waiter, false), Math.min(timeoutMs, LONGEST_TIMER_MS))
      const waiter: Waiter = { holds, resolve, timer }
      this.waiting.add(waiter)
    })
  }

  /** Something has changed. */
  check(): void {
    for (const waiter of this.waiting) if (waiter.holds()) this.answer(waiter, true)
  }

  giveUp(): void {
    for (const waiter of this.waiting) this.answer(waiter, waiter.holds())
  }

  private answer(waiter: Waiter, held: boolean): void {
    this.waiting.delete(waiter)
    clearTimeout(waiter.timer)
    waiter.resolve(held)
  }
}
