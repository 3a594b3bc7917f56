import type { Recorded } from '../../shared/kernel/messages.ts'

const SHANGHAI_MS = 8 * 60 * 60 * 1000

/** Date in Asia/Shanghai (UTC+8 without summer time since 1992) of an ISO instant. */
function dateOf(iso: string): string {
  return new Date(Date.parse(iso) + SHANGHAI_MS).toISOString().slice(0, 10)
}

/** How many records are remembered at least, and at most however busy the day. */
export const REMEMBERED = 20_000
const REMEMBERED_AT_MOST = 200_000

/**
 * The records a command sent again is answered with: today's and the last 20,000. A sender gives up within minutes and
 * takes a fresh id after a restart, so this is far more than can be asked for.
 */
export class CommitMemory {
  private readonly nowIso: () => string
  /** Oldest first. */
  private byCommit = new Map<string, readonly Recorded[]>()

  constructor(nowIso: () => string) {
    this.nowIso = nowIso
  }

  /** Every record of this commit id, on whatever stream. */
  recall(commitId: string): readonly Recorded[] {
    return this.byCommit.get(commitId) ?? []
  }

  find(stream: string, commitId: string): Recorded | undefined {
    return this.recall(commitId).find((recorded) => recorded.stream === stream)
  }

  /** In the order of the log. */
  remember(records: readonly Recorded[]): void {
    for (const recorded of records) {
      const id = recorded.commit.commitId
      const known = this.byCommit.get(id)
      if (known?.some((other) => other.stream === recorded.stream)) continue
      this.byCommit.set(id, known ? [...known, recorded] : [recorded])
    }
    this.forget()
  }

  /** Records from before what was remembered so far. */
  prime(older: Iterable<Recorded>): void {
    const newer = this.byCommit
    this.byCommit = new Map()
    this.remember([...older])
    this.remember([...newer.values()].flat())
  }

  private forget(): void {
    if (this.byCommit.size <= REMEMBERED) return
    const today = dateOf(this.nowIso())
    for (const [id, [oldest]] of this.byCommit) {
      const size = this.byCommit.size
      if (size <= REMEMBERED || (size <= REMEMBERED_AT_MOST && oldest?.commit.meta.date === today)) return
      this.byCommit.delete(id)
    }
  }
}
