/**
 * Width-one queues: what runs in one lane runs one after the other. One lane per owner of streams, so that a decision
 * is never made on a state that another one is about to change; different lanes share the log's syncs.
 */
export class Lanes {
  private readonly tails = new Map<string, Promise<unknown>>()

  run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.tails.get(lane) ?? Promise.resolve()
    const mine = before.then(work, work)
    const tail = mine.then(
      () => undefined,
      () => undefined
    )
    this.tails.set(lane, tail)
    void tail.then(() => {
      if (this.tails.get(lane) === tail) this.tails.delete(lane)
    })
    return mine
  }

  /** Resolves when everything handed over so far is done. */
  async idle(): Promise<void> {
    await Promise.all(this.tails.values())
  }
}
