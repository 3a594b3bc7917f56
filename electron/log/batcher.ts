/**
 * Gathers items while a batch of them is being worked on; the next batch takes all that have come meanwhile, in order,
 * up to a weight. One batch at a time. Items given in one turn of the event loop go together.
 */
export class Batcher<T> {
  private readonly weigh: (item: T) => number
  private readonly limit: number
  private readonly work: (batch: readonly T[]) => Promise<void>
  private waiting: T[] = []
  private running: Promise<void> | null = null

  /** `work` must not throw. A single item heavier than `limit` is a batch of its own. */
  constructor(options: { weigh: (item: T) => number; limit: number; work: (batch: readonly T[]) => Promise<void> }) {
    this.weigh = options.weigh
    this.limit = options.limit
    this.work = options.work
  }

  add(item: T): void {
    this.waiting.push(item)
    this.running ??= this.run()
  }

  /** When nothing waits and nothing is being worked on. */
  async idle(): Promise<void> {
    while (this.running !== null) await this.running
  }

  private async run(): Promise<void> {
    await Promise.resolve()
    while (this.waiting.length > 0) await this.work(this.take())
    this.running = null
  }

  private take(): readonly T[] {
    let weight = 0
    let count = 0
    for (const item of this.waiting) {
      weight += this.weigh(item)
      if (count > 0 && weight > this.limit) break
      count += 1
    }
    return this.waiting.splice(0, count)
  }
}
