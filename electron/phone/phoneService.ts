import { Worker } from 'node:worker_threads'
import type { PhoneSettings } from '../../shared/domain/hall/service.ts'
import type { PhonePageState } from '../../shared/projections/hallViews.ts'
import type { PhonePage } from '../../shared/projections/phonePage.ts'
import type { Logger } from '../boot/logging.ts'
import { ownAddresses, privateAddress } from './ownAddress.ts'
import { ticketUrl } from './phoneCheck.ts'
import type { PhonePages } from './phonePages.ts'
import type { PhoneAnswer, PhoneReport, PhoneWorkerData } from './phoneProtocol.ts'

export interface PhoneServiceOptions {
  /** The built `phone.worker.cjs`. */
  readonly workerFile: string
  /** Throws when there is none and none can be kept. */
  readonly secret: () => Uint8Array
  readonly log: Pick<Logger, 'info' | 'warn'>
  /** Address of this PC, where the hall has set none. */
  readonly address?: () => string | null
  /** A port that is taken, or a thread that fell, is tried again after this long, in milliseconds. */
  readonly retryMs?: number
}

const RETRY_MS = 60_000
/** A flood must not take the hall's memory with it: the thread falls, and comes back. */
const MOST_MEMORY_MB = 128

type Problem = NonNullable<PhonePageState['problem']>

const OFF: PhoneSettings = { on: false, port: 0, host: '' }

interface Running {
  readonly worker: Worker
  readonly port: number
  readonly secret: Uint8Array
}

/** Runs the page for phones in a thread of its own, for as long as the hall wants it. While it is off nothing is loaded. */
export class PhoneService implements PhonePages {
  private readonly options: PhoneServiceOptions
  private readonly address: () => string | null
  private pageOf: (ticketId: string) => PhonePage | null = () => null
  private wanted: PhoneSettings = OFF
  private running: Running | null = null
  private problem: Problem | null = null
  private turning: Promise<void> = Promise.resolve()
  private retry: NodeJS.Timeout | undefined

  constructor(options: PhoneServiceOptions) {
    this.options = options
    this.address = options.address ?? (() => privateAddress(ownAddresses()))
  }

  /** Starts, stops or moves the page to what the hall has set. `pageOf` answers for today's tickets. */
  follow(wanted: PhoneSettings, pageOf: (ticketId: string) => PhonePage | null): void {
    this.pageOf = pageOf
    this.wanted = wanted
    this.turn()
  }

  /** What the QR of a ticket leads to; `null` while the page is off or cannot be reached. */
  urlOf(ticketId: string): string | null {
    const host = this.host()
    return this.running && host ? ticketUrl(this.running.secret, host, this.running.port, ticketId) : null
  }

  /** How the page stands, once a change that is under way is through. */
  async state(): Promise<PhonePageState> {
    await this.turning
    const { on } = this.wanted
    const host = this.host()
    if (!on || !this.running) return { on, address: null, problem: on ? this.problem : null }
    if (!host) return { on, address: null, problem: 'no-address' }
    return { on, address: `http://${host}:${this.running.port}/`, problem: null }
  }

  async close(): Promise<void> {
    this.wanted = OFF
    this.turn()
    await this.turning
  }

  private host(): string | null {
    return this.wanted.host || this.address()
  }

  /** One change after the other; each goes to what is wanted when its turn comes. */
  private turn(): void {
    this.turning = this.turning.then(async () => {
      const { on, port } = this.wanted
      if (on && this.running?.port === port) return
      clearTimeout(this.retry)
      await this.stop()
      if (on) await this.start(port)
    })
  }

  private async stop(): Promise<void> {
    const { running } = this
    this.running = null
    this.problem = null
    if (!running) return
    await running.worker.terminate()
    this.options.log.info('phone page closed')
  }

  private async start(port: number): Promise<void> {
    let secret: Uint8Array
    try {
      secret = this.options.secret()
    } catch (error) {
      return this.fail('no-secret', { error })
    }
    const workerData: PhoneWorkerData = { port, secret }
    const worker = new Worker(this.options.workerFile, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB }
    })
    // It does not keep a program alive that is ending.
    worker.unref()
    const code = await new Promise<string | null>((resolve) => {
      worker.on('message', (report: PhoneReport) => {
        if (report.kind === 'ask') this.answer(worker, report.id, report.ticketId)
        else resolve(report.kind === 'failed' ? report.code : null)
      })
      worker.on('error', (error) => resolve(error.name))
      worker.once('exit', () => {
        resolve('ended')
        this.lost(worker)
      })
    })
    if (code !== null) {
      await worker.terminate()
      return this.fail(code === 'EADDRINUSE' ? 'port-taken' : 'failed', { code, port })
    }
    this.running = { worker, port, secret }
    this.options.log.info('phone page open', { port })
  }

  private answer(worker: Worker, id: number, ticketId: string): void {
    try {
      const answer: PhoneAnswer = { id, page: this.pageOf(ticketId) }
      worker.postMessage(answer)
    } catch (error) {
      // Whoever looks at a phone must not be able to stop the hall; unanswered, the thread says that it cannot tell.
      this.options.log.warn('phone page not made', { error })
    }
  }

  private lost(worker: Worker): void {
    if (this.running?.worker !== worker) return
    this.running = null
    this.fail('failed', { code: 'ended' })
  }

  /** The hall goes on without it: numbers are called, tickets carry no address. */
  private fail(problem: Problem, detail: Readonly<Record<string, unknown>>): void {
    this.problem = problem
    this.options.log.warn('phone page not open', { problem, ...detail })
    clearTimeout(this.retry)
    this.retry = setTimeout(() => this.turn(), this.options.retryMs ?? RETRY_MS)
    this.retry.unref()
  }
}
