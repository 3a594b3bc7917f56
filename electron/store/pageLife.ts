import type { InputOf, OutputOf, StoreAnswer, StoreCallName, StoreFailure, StoreRequest } from './protocol.ts'

/** The page answered that the call failed. */
export class StoreCallFailed extends Error {
  readonly failure: StoreFailure

  constructor(failure: StoreFailure) {
    super(`${failure.name}: ${failure.message}`)
    this.name = 'StoreCallFailed'
    this.failure = failure
  }
}

/** The page ended before it answered. */
export class PageEnded extends Error {
  constructor(reason: string) {
    super(`the store page ended: ${reason}`)
    this.name = 'PageEnded'
  }
}

/** The page did not answer in time. */
export class CallTimedOut extends Error {
  constructor(call: StoreCallName) {
    super(`the store page did not answer ${call} in time`)
    this.name = 'CallTimedOut'
  }
}

interface Waiting {
  readonly resolve: (value: never) => void
  readonly reject: (error: Error) => void
  readonly timer: NodeJS.Timeout
}

/**
 * One life of the store page, from the moment it answers on its port until it is gone. What was asked and not answered
 * when it ends is rejected with `PageEnded`; the next life knows nothing of it.
 */
export class PageLife {
  /** Resolves once, with the reason, when this life is over. Never rejects. */
  readonly ended: Promise<string>
  private readonly send: (request: StoreRequest) => void
  private readonly waiting = new Map<number, Waiting>()
  private readonly resolveEnded: (reason: string) => void
  private endReason: string | null = null
  private numbers = 0

  constructor(send: (request: StoreRequest) => void) {
    this.send = send
    let resolveEnded: (reason: string) => void = () => undefined
    this.ended = new Promise((resolve) => {
      resolveEnded = resolve
    })
    this.resolveEnded = resolveEnded
  }

  /** Asks and waits for the answer. Rejects with `StoreCallFailed`, `CallTimedOut` or `PageEnded`. */
  call<K extends StoreCallName>(call: K, input: InputOf<K>, timeoutMs: number): Promise<OutputOf<K>> {
    if (this.endReason !== null) return Promise.reject(new PageEnded(this.endReason))
    this.numbers += 1
    const n = this.numbers
    return new Promise<OutputOf<K>>((resolve, reject) => {
      const timer = setTimeout(() => {
        this.waiting.delete(n)
        reject(new CallTimedOut(call))
      }, timeoutMs)
      this.waiting.set(n, { resolve, reject, timer })
      this.send({ n, call, input } as StoreRequest)
    })
  }

  /** To be called with everything that comes from the page. An answer to nothing (it came too late) is dropped. */
  answered(answer: StoreAnswer): void {
    if (answer.n === 0 && !answer.ok) this.end(`database closed: ${answer.failure.name}`)
    const waiting = this.waiting.get(answer.n)
    if (!waiting) return
    this.waiting.delete(answer.n)
    clearTimeout(waiting.timer)
    if (answer.ok) waiting.resolve(answer.value as never)
    else waiting.reject(new StoreCallFailed(answer.failure))
  }

  end(reason: string): void {
    if (this.endReason !== null) return
    this.endReason = reason
    for (const { reject, timer } of this.waiting.values()) {
      clearTimeout(timer)
      reject(new PageEnded(reason))
    }
    this.waiting.clear()
    this.resolveEnded(reason)
  }
}

/** Where store pages come from: Electron's hidden window, or the same code over a database in memory. */
export interface PageHost {
  /**
   * Opens a page and resolves when it answers on its port; the database is not open yet. Rejects when it does not, and
   * when the signal aborts. A life that is ended closes its page.
   */
  open(signal: AbortSignal): Promise<PageLife>
  /** Removes the page's data from the disk. Only while no page is open. */
  drop(): Promise<void>
}
