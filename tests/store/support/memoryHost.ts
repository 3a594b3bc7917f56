import { IDBKeyRange, IDBFactory as MemoryFactory } from 'fake-indexeddb'
import type { IndexedDbEnv } from '../../../electron/store/page/database.ts'
import { type ServedPort, serve } from '../../../electron/store/page/serve.ts'
import { PageEnded, type PageHost, PageLife } from '../../../electron/store/pageLife.ts'
import type { StoreAnswer, StoreCallName, StoreFailure, StoreRequest } from '../../../electron/store/protocol.ts'

/**
 * Store pages over a database in memory: the page's own code behind a port that copies what passes, as a MessagePort
 * does. A test can let the page die before or after a call, or let a call fail.
 */
export class MemoryHost implements PageHost {
  opened = 0
  dropped = 0
  /** Pages that do not come up, before one does. */
  refuseToOpen = 0
  current: PageLife | null = null
  private env: IndexedDbEnv = freshEnv()
  private readonly plans: { call: StoreCallName; act: 'die-before' | 'die-after' | StoreFailure; skip: number }[] = []

  /** What is to happen at the next such call, after `skip` of them went through. */
  next(call: StoreCallName, act: 'die-before' | 'die-after' | StoreFailure, skip = 0): void {
    this.plans.push({ call, act, skip })
  }

  /** The database as the browser would lose it: without a word. */
  loseDatabase(): void {
    this.env = freshEnv()
  }

  async open(signal: AbortSignal): Promise<PageLife> {
    this.opened += 1
    if (this.refuseToOpen > 0) {
      this.refuseToOpen -= 1
      throw new PageEnded('did not start')
    }
    const port: ServedPort = { onmessage: null, postMessage: () => undefined }
    let alive = true
    const life = new PageLife((request) => {
      const copy = structuredClone(request)
      setImmediate(() => {
        if (alive) deliver(copy)
      })
    })
    const deliver = (request: StoreRequest): void => {
      const plan = this.planFor(request)
      if (plan === 'die-before') life.end('killed')
      else if (plan === null || plan === 'die-after') {
        if (plan !== null) this.endAfter.add(request.n)
        port.onmessage?.({ data: request } as MessageEvent<StoreRequest>)
      } else life.answered({ n: request.n, ok: false, failure: plan })
    }
    port.postMessage = (answer: StoreAnswer) => {
      const copy = structuredClone(answer)
      setImmediate(() => {
        if (!alive) return
        if (this.endAfter.delete(copy.n)) life.end('killed')
        else life.answered(copy)
      })
    }
    const connections: IDBDatabase[] = []
    void life.ended.then(() => {
      alive = false
      for (const connection of connections) connection.close()
    })
    signal.addEventListener('abort', () => life.end('closing'), { once: true })
    serve(port, { ...this.env, indexedDB: noting(this.env.indexedDB, connections) })
    await life.call('hello', null, 1000)
    this.current = life
    return life
  }

  drop(): Promise<void> {
    this.dropped += 1
    this.env = freshEnv()
    return Promise.resolve()
  }

  private readonly endAfter = new Set<number>()

  private planFor(request: StoreRequest): 'die-before' | 'die-after' | StoreFailure | null {
    const plan = this.plans.find(({ call }) => call === request.call)
    if (!plan) return null
    if (plan.skip > 0) {
      plan.skip -= 1
      return null
    }
    this.plans.splice(this.plans.indexOf(plan), 1)
    return plan.act
  }
}

/** The same databases; connections opened through it are noted, so that they end with their page. */
function noting(factory: IDBFactory, connections: IDBDatabase[]): IDBFactory {
  const open: IDBFactory['open'] = (name, version) => {
    const request = factory.open(name, version)
    request.addEventListener('success', () => connections.push(request.result))
    return request
  }
  return new Proxy(factory, {
    get: (target, key) => {
      if (key === 'open') return open
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    }
  })
}

export const freshEnv = (): IndexedDbEnv => ({ indexedDB: new MemoryFactory(), IDBKeyRange })
