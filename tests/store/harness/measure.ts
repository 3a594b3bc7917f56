import { performance } from 'node:perf_hooks'
import { app, webContents } from 'electron'
import type { Logger } from '../../../electron/boot/logging.ts'
import { openStore, type Store, type StoreLog } from '../../../electron/store/storeClient.ts'
import type { Recorded } from '../../../shared/kernel/messages.ts'
import { hallLife, inventedApplicant, recorder, seeded } from '../support/hallLife.ts'
import type { HarnessPlan, HarnessReport } from './plan.ts'

/** Rebuilds from a log that is made up while it is read, then searches; what the decision file quotes comes from here. */
export async function measure(plan: HarnessPlan, logger: Logger, say: (report: HarnessReport) => void): Promise<void> {
  const { cases, searches } = plan.measure ?? { cases: 0, searches: 0 }
  const log = new MadeUpLog(cases)
  const lag = new Lag()
  const store = openStore({
    log,
    folder: plan.profile,
    distFolder: plan.dist,
    logger,
    random: () => 0.5,
    onState: (state) => say({ say: 'state', state }),
    onReport: (report) => say({ say: 'report', report })
  })
  const begun = performance.now()
  await store.start()
  const answered = performance.now()
  await store.waitFor(cases, 3_600_000)
  const rebuilt = performance.now()
  const seconds = (rebuilt - answered) / 1000
  const rebuild = {
    cases,
    startMs: Math.round(answered - begun),
    seconds: Math.round(seconds),
    recordsPerSecond: Math.round(cases / seconds),
    bytesPerRecord: log.bytesPerRecord(),
    mainLag: lag.stop(),
    memoryMb: memory()
  }
  say({ say: 'measured', measured: rebuild })
  say({ say: 'measured', measured: await searchTimes(store, cases, searches) })
  await store.close()
  app.exit(0)
}

/** The first `count` cases of a hall, made anew for each reader. */
class MadeUpLog implements StoreLog {
  readonly epoch = 'made-up'
  private readonly count: number
  private sample = 0

  constructor(count: number) {
    this.count = count
  }

  async head(): Promise<{ epoch: string; seq: number }> {
    return { epoch: this.epoch, seq: this.count }
  }

  async *readFrom(
    from: { seq: number },
    { batch = 500, until = this.count }: { batch?: number; until?: number }
  ): AsyncGenerator<readonly Recorded[]> {
    const record = recorder(this.epoch)
    let records: Recorded[] = []
    for (const fact of hallLife({ seed: 11, casesPerDay: 400, casesOnly: true })) {
      const recorded = record(fact)
      const { seq } = recorded.position
      if (seq > until) break
      if (seq <= from.seq) continue
      if (this.sample === 0) this.sample = JSON.stringify(recorded).length
      records.push(recorded)
      if (records.length < batch) continue
      yield records
      records = []
      await new Promise((resolve) => setImmediate(resolve))
    }
    if (records.length > 0) yield records
  }

  bytesPerRecord(): number {
    return this.sample
  }
}

/** How late main's timers come: what a screen's click would have waited. */
class Lag {
  private readonly late: number[] = []
  private last = performance.now()
  private readonly timer = setInterval(() => {
    const now = performance.now()
    this.late.push(now - this.last - 2)
    this.last = now
  }, 2)

  stop(): Record<string, number> {
    clearInterval(this.timer)
    return quantiles(this.late)
  }
}

function quantiles(values: readonly number[]): Record<string, number> {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (q: number): number =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0) * 100) / 100
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) }
}

async function searchTimes(store: Store, cases: number, searches: number): Promise<Record<string, unknown>> {
  const random = seeded(3)
  const kinds: Record<string, () => string> = {
    surname: () => [...inventedApplicant(random).name][0] ?? '',
    name: () => inventedApplicant(random).name,
    oneInitial: () => 'zlwhycm'.charAt(Math.floor(random() * 7)),
    initials: () => ['zw', 'lxm', 'wf', 'cjg', 'yhh', 'zz'][Math.floor(random() * 6)] ?? '',
    syllable: () => ['zhang', 'wang', 'li', 'zhao', 'huang'][Math.floor(random() * 5)] ?? '',
    pinyin: () => ['zhangwei', 'wangfang', 'lixiuying', 'zhaomin', 'huanglei'][Math.floor(random() * 5)] ?? '',
    idNumber: () => inventedApplicant(random).idNumber,
    idBeginning: () => inventedApplicant(random).idNumber.slice(0, 4 + Math.floor(random() * 8)),
    idEnding: () => inventedApplicant(random).idNumber.slice(-4),
    caseNoBeginning: () => `500102${2024 + Math.floor(random() * 3)}0${1 + Math.floor(random() * 9)}`,
    region: () => '500102'
  }
  const all: number[] = []
  const result: Record<string, unknown> = { cases, searches }
  for (const [kind, text] of Object.entries(kinds)) {
    const times: number[] = []
    let found = 0
    for (let n = 0; n < searches; n += 1) {
      const begun = performance.now()
      const rows = await store.searchCases(text(), 20)
      times.push(performance.now() - begun)
      found += rows.length
    }
    all.push(...times)
    result[kind] = { ...quantiles(times), found: Math.round((10 * found) / searches) / 10 }
  }
  const byId: number[] = []
  for (let n = 0; n < searches; n += 1) {
    const begun = performance.now()
    await store.casesByIdNumber(inventedApplicant(random).idNumber, 20)
    byId.push(performance.now() - begun)
  }
  return { ...result, casesByIdNumber: quantiles(byId), together: quantiles(all), memoryMb: memory() }
}

/** Working set of each process of the program. */
function memory(): Record<string, number> {
  const pages = new Set(webContents.getAllWebContents().map((contents) => contents.getOSProcessId()))
  return Object.fromEntries(
    app
      .getAppMetrics()
      .map(({ pid, type, memory: { workingSetSize } }) => [
        pages.has(pid) ? 'store page' : `${type} ${pid}`,
        Math.round(workingSetSize / 1024)
      ])
  )
}
