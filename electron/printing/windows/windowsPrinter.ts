import { createHash } from 'node:crypto'
import { failed, type Outcome, type Printer, unknown } from '../printers.ts'
import { NoAnswer } from './powershell.ts'
import type { Look, WindowsJob, WindowsSpooler } from './spooler.ts'
import { isClean, obstacleIn, type WindowsObstacle } from './states.ts'

/** What Chromium says of a document it was to hand over; `silent` when it says nothing (as Electron 25 does). */
export type Handing = { readonly said: 'handed-over' } | { readonly said: 'refused'; readonly why: string } | 'silent'

/** Pages laid out in a hidden window, ready to be handed over once. */
export interface LaidOut {
  /** Begins to hand over. Never rejects; a word that does not come within the time is `silent`. */
  print(): Promise<Handing>
  close(): void
}

export interface PressJob {
  readonly queue: string
  readonly title: string
  readonly pdf: Uint8Array
  readonly copies: number
  readonly twoSided: boolean
}

export interface Press {
  /** Rejects when the document cannot be drawn; nothing has been handed over then. */
  open(job: PressJob): Promise<LaidOut>
}

/** All in milliseconds. */
export interface WindowsTimes {
  /** Between two looks; each starts a PowerShell. */
  readonly pollMs: number
  /** Without any answer of Windows for this long, the outcome is unknown. */
  readonly contactMs: number
  /** A job that has stood still for this long (no paper, offline) is taken out of the queue. */
  readonly blockedMs: number
  /** A job that was handed over and is nowhere to be seen may still be on its way into the queue. */
  readonly arriveMs: number
  readonly finishMs: number
}

const TIMES: WindowsTimes = {
  pollMs: 1_000,
  contactMs: 30_000,
  blockedMs: 6_000,
  arriveMs: 4_000,
  finishMs: 10 * 60_000
}

const HANDED_OVER: Outcome = { status: 'printed', evidence: 'handed-over' }

const OVER = ['printed', 'complete']
const ENDING = ['deleting', 'deleted']

/** Stands between the paper and its print, as it does in the names of CUPS jobs. */
const MARK = '.'

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * A queue of Windows' spooler. What it says is never more than `handed-over`: it calls a job done when the printer's
 * port has taken the last byte. A job that nobody answers for is `unknown`, and the clerk is asked.
 */
export function windowsPrinter(
  queue: string,
  spooler: WindowsSpooler,
  press: Press,
  times: Partial<WindowsTimes> = {}
): Printer {
  const t: WindowsTimes = { ...TIMES, ...times }

  /** `null`: no answer this time. */
  async function look(): Promise<Look | null> {
    try {
      return await spooler.look(queue)
    } catch (error) {
      if (error instanceof NoAnswer) return null
      throw error
    }
  }

  async function remove(name: string): Promise<void> {
    try {
      await spooler.remove(queue, name)
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error
    }
  }

  /**
   * A queue outlives its printer's troubles: older prints of the same paper would come out together with the new one.
   * `null` when none is left.
   */
  async function clear(name: string, jobs: readonly WindowsJob[]): Promise<Outcome | null> {
    const paper = name.slice(0, name.indexOf(MARK) + 1)
    const older = jobs.filter((job) => job.name !== name && job.name.startsWith(paper))
    if (older.length === 0) return null
    for (const job of older) await remove(job.name)
    const after = await look()
    const left = after === null || after.jobs.some((job) => job.name !== name && job.name.startsWith(paper))
    const begun = older.some(({ words }) => hasBegun(words))
    return left || begun ? unknown('an older print of the paper may be coming out just now') : null
  }

  /** From the hand-over to what can be known of its end. `handing` is null for a print of before a restart. */
  async function follow(name: string, handing: Promise<Handing> | null): Promise<Outcome> {
    const began = performance.now()
    let word: Handing | null = null
    void handing?.then((said) => {
      word = said
    })
    let lastContact = began
    let missingSince: number | null = null
    let last: WindowsJob | null = null
    let begun = false
    let blockedSince: number | null = null
    let dropped: WindowsObstacle | null = null
    let droppedAt: number | null = null
    for (;;) {
      const seen = await look()
      const now = performance.now()
      if (seen) {
        lastContact = now
        const job = seen.jobs.find((one) => one.name === name)
        if (job) {
          missingSince = null
          last = job
          begun ||= hasBegun(job.words)
          if (job.words.some((one) => ENDING.includes(one))) {
            // It takes a moment to go; whether something came out of it, only its beginning says.
            dropped ??= obstacleIn(job.words) ?? CANCELLED
          } else if (job.words.some((one) => OVER.includes(one)) && isClean(job.words)) return HANDED_OVER
          const why = obstacleIn(job.words) ?? (begun ? null : obstacleIn(seen.queue?.words ?? []))
          if (dropped) droppedAt ??= now
          if (dropped && droppedAt !== null && now - droppedAt >= t.contactMs)
            return unknown(`not taken out: ${dropped.detail}`)
          blockedSince = why ? (blockedSince ?? now) : null
          if (why && blockedSince !== null && !dropped && now - blockedSince >= t.blockedMs) {
            await remove(name)
            dropped = why
          }
        } else {
          missingSince ??= now
          const end = gone(seen, now - missingSince)
          if (end) return end
        }
      } else if (now - lastContact >= t.contactMs) return unknown('no contact with the spooler')
      if (now - began >= t.finishMs) return unknown('the job does not end')
      await pause(t.pollMs)
    }

    /** The job is not in the queue (any more). `null`: it may still come. */
    function gone({ queue: state }: Look, ms: number): Outcome | null {
      if (dropped) return begun ? unknown(dropped.detail) : failed(dropped.reason, dropped.detail)
      const clean = state !== null && isClean(state.words) && (last === null || isClean(last.words))
      if (last) return clean ? HANDED_OVER : unknown([...last.words, ...(state?.words ?? [])].join(' '))
      if (handing === null) return unknown('the spooler does not know the job')
      if (word === null || ms < t.arriveMs) return null
      if (word === 'silent') return unknown('no word of the hand-over, and no job')
      if (word.said === 'refused') return failed('rejected', word.why)
      return clean ? HANDED_OVER : unknown((state?.words ?? ['no queue']).join(' '))
    }
  }

  return {
    // Chromium shortens titles beyond 80 characters in the middle; two ids and their marks can be longer than that.
    nameFor: ({ docId, jobId }) => `${docId}${MARK}${createHash('sha256').update(jobId).digest('hex').slice(0, 16)}`,

    async submit({ name, document, copies, twoSided = false, onSent }) {
      const before = await look()
      if (!before) return failed('offline', 'the spooler does not answer')
      if (!before.queue) return failed('rejected', 'no such queue')
      const obstacle = obstacleIn(before.queue.words)
      if (obstacle) return failed(obstacle.reason, obstacle.detail)
      const inDoubt = await clear(name, before.jobs)
      if (inDoubt) return inDoubt
      let pages: LaidOut
      try {
        pages = await press.open({ queue, title: name, pdf: document, copies, twoSided })
      } catch (error) {
        return failed('layout', error instanceof Error ? error.name : 'error')
      }
      try {
        await onSent(name)
        return await follow(name, pages.print())
      } finally {
        pages.close()
      }
    },

    async lookUp(name, reference) {
      // Recorded before the hand-over, so without that there was none.
      return reference === null ? 'never-arrived' : follow(name, null)
    }
  }
}

const CANCELLED: WindowsObstacle = { reason: 'aborted', health: 'attention', detail: 'cancelled' }

/** Bytes may have reached the printer. */
const hasBegun = (words: readonly string[]): boolean =>
  words.some((word) => word === 'printing' || word === 'printed' || word === 'complete')
