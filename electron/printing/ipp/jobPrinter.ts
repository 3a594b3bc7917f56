import { failed, type Outcome, type Printer, type PrintNames, type Submission, unknown } from '../printers.ts'
import { type IppClient, type IppJob, type IppPrinterState, JOB_STATE, OPERATION, Refused } from './client.ts'
import { attribute, type IppAttribute, TAG } from './message.ts'
import { inTheWay, isOver, type Obstacle } from './obstacles.ts'
import { NoContact } from './transport.ts'

/** All in milliseconds. */
export interface IppPrinterTimes {
  /** Between two looks at a job. */
  readonly pollMs: number
  /** For the answer to a question. */
  readonly askMs: number
  /** For handing a document over. */
  readonly sendMs: number
  /** Without any answer for this long, the outcome is unknown. */
  readonly contactMs: number
  /** A printer that has stood still for this long (no paper, a jam) while our job waits is told to drop it. */
  readonly blockedMs: number
  /** The same where it does not say how bad it is: an empty spare tray must not cost a job that comes out slowly. */
  readonly vagueMs: number
  /** A printer that is busy with others is asked again for this long. */
  readonly busyMs: number
  /** A job that has not ended by then is left alone, its outcome unknown. */
  readonly finishMs: number
}

const TIMES: IppPrinterTimes = {
  pollMs: 300,
  askMs: 4_000,
  sendMs: 60_000,
  contactMs: 20_000,
  blockedMs: 4_000,
  vagueMs: 30_000,
  busyMs: 60_000,
  finishMs: 10 * 60_000
}

export const printerTimes = (times: Partial<IppPrinterTimes>): IppPrinterTimes => ({ ...TIMES, ...times })

/** server-error-temporary-error, server-error-busy (RFC 8011 §B.1.5): nothing was taken, ask later. */
const BUSY: ReadonlySet<number> = new Set([0x0505, 0x0507])

/** A4 by its PWG 5101.1 name. Without it a printer takes its default, often US letter. */
/** Names of PWG 5101.1. */
const MEDIA: Readonly<Record<Submission['media'], string | null>> = {
  A4: 'iso_a4_210x297mm',
  A5: 'iso_a5_148x210mm',
  A6: 'iso_a6_105x148mm',
  card: 'custom_card_85.6x54mm',
  roll: null
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Whether the printer has taken the cancelling up; a job that has ended, or is not known, cannot be cancelled. */
export async function cancelIfPossible(client: IppClient, jobId: number): Promise<boolean> {
  try {
    await client.cancel(jobId)
    return true
  } catch (error) {
    if (!(error instanceof Refused || error instanceof NoContact)) throw error
    return false
  }
}

/** What a printer and a queue in front of one differ in: how much their word is worth. */
export interface Way {
  /** Name of a job, the same for the same ids. */
  nameFor(names: PrintNames): string
  /** Before a job is opened. An outcome ends the print there, with nothing handed over. */
  clear(name: string): Promise<Outcome | null>
  /** For one job. Methods may reject with NoContact or Refused; the job is then looked at again. */
  follower(name: string): Follower
}

export interface Follower {
  /** What keeps sheets from coming out, by what is said now. */
  obstacle(state: IppPrinterState): Promise<Obstacle | null>
  /** Asked while the job is said to be under way. An outcome ends it: it is over already, and must not begin again. */
  settled(): Promise<Outcome | null>
  /** The job is said to be done. */
  completed(job: IppJob): Promise<Outcome>
  /** The job is said to have ended without being done, or was told to; `outcome` is why, taken at its word. */
  dropped(outcome: Outcome): Promise<Outcome>
}

/** Takes papers to what `client` speaks to and follows them to their end. */
export function jobPrinter(client: IppClient, way: Way, times: Partial<IppPrinterTimes> = {}): Printer {
  const t: IppPrinterTimes = printerTimes(times)

  /**
   * Follows a job to its end. A printer that cannot go on (no paper) is told to drop the job, so that the clerk can
   * print again without a second sheet coming out when the paper is back.
   */
  async function follow(jobId: number, name: string): Promise<Outcome> {
    const deadline = performance.now() + t.finishMs
    let lastContact = performance.now()
    const follower = way.follower(name)
    let obstacle: Obstacle | null = null
    let blockedSince = 0
    let dropped: { readonly at: number; readonly why: Obstacle } | null = null
    for (;;) {
      try {
        const job = await client.job(jobId)
        if (!job || job.name !== name) return unknown('the printer has forgotten the job')
        const before: Obstacle | null = obstacle
        obstacle =
          job.state === JOB_STATE.completed ? null : inTheWay(job, await follower.obstacle(await client.printerState()))
        lastContact = performance.now()
        if (job.state === JOB_STATE.completed) return await follower.completed(job)
        if (isOver(job)) return await follower.dropped(ended(job, dropped?.why ?? obstacle ?? before))
        const settled = await follower.settled()
        if (settled) {
          await cancelIfPossible(client, jobId)
          return settled
        }
        if (obstacle && !before) blockedSince = lastContact
        const patience = obstacle?.severe || job.state === JOB_STATE.stopped ? t.blockedMs : t.vagueMs
        if (
          obstacle &&
          dropped === null &&
          lastContact - blockedSince >= patience &&
          (await cancelIfPossible(client, jobId))
        ) {
          dropped = { at: lastContact, why: obstacle }
        }
        // It has promised to stop (RFC 8011 §4.3.3) and gets a moment to say that it has.
        if (dropped && lastContact - dropped.at >= t.blockedMs)
          return await follower.dropped(failed(dropped.why.reason, dropped.why.detail))
      } catch (error) {
        if (!(error instanceof NoContact || error instanceof Refused)) throw error
        if (performance.now() - lastContact >= t.contactMs) return unknown(`no contact: ${error.message}`)
      }
      if (performance.now() >= deadline) return unknown('the job does not end')
      await pause(t.pollMs)
    }
  }

  function ended(job: IppJob, obstacle: Obstacle | null): Outcome {
    // What may be an empty spare tray explains a job that we had to drop, not one that the printer gave up.
    const cause = obstacle && (obstacle.severe || job.state === JOB_STATE.canceled) ? obstacle : null
    return cause ? failed(cause.reason, cause.detail) : failed('aborted', job.reasons.join(' '))
  }

  /**
   * One side each, or the two copies of a notice come out on one sheet, unless the second page is meant for the back; as
   * large as it is, or the bars shrink.
   */
  function jobAttributes(state: IppPrinterState, submission: Submission): readonly IppAttribute[] {
    const { copies, media, twoSided = false } = submission
    const named = MEDIA[media]
    const known = named !== null && state.media.includes(named) ? named : null
    const sides = twoSided ? 'two-sided-long-edge' : 'one-sided'
    return [
      ...(copies > 1 ? [attribute(TAG.integer, 'copies', copies)] : []),
      ...(known ? [attribute(TAG.keyword, 'media', known)] : []),
      ...(state.sides.includes(sides) ? [attribute(TAG.keyword, 'sides', sides)] : []),
      ...(state.scalings.includes('none') ? [attribute(TAG.keyword, 'print-scaling', 'none')] : [])
    ]
  }

  const canSplit = (state: IppPrinterState): boolean =>
    state.operations.has(OPERATION.createJob) && state.operations.has(OPERATION.sendDocument)

  /** The job is recorded as sent before a byte of the document leaves: a crash before that has printed nothing. */
  async function submitInTwoSteps(submission: Submission, attributes: readonly IppAttribute[]): Promise<Outcome> {
    const { name, document, onSent } = submission
    let job: IppJob
    try {
      job = await patiently(() => client.createJob(name, attributes))
    } catch (error) {
      // A job without a document prints nothing, whether it was opened or not.
      return refusedOrOffline(error)
    }
    try {
      await onSent(String(job.id))
    } catch (error) {
      await cancelIfPossible(client, job.id)
      throw error
    }
    try {
      await client.sendDocument(job.id, document)
    } catch (error) {
      if (error instanceof Refused) await cancelIfPossible(client, job.id)
      if (error instanceof Refused || (error instanceof NoContact && !error.sent)) return refusedOrOffline(error)
      // The time-out says nothing: the printer may well have it.
      if (!(error instanceof NoContact)) throw error
    }
    return follow(job.id, name)
  }

  async function submitAtOnce(submission: Submission, attributes: readonly IppAttribute[]): Promise<Outcome> {
    const { name, document, onSent } = submission
    let job: IppJob
    try {
      job = await patiently(() => client.printJob(name, attributes, document))
    } catch (error) {
      if (!(error instanceof NoContact && error.sent)) return refusedOrOffline(error)
      const found = await findByName(name)
      if (!found) return unknown(`no contact: ${error.message}`)
      job = found
    }
    await onSent(String(job.id))
    return follow(job.id, name)
  }

  /** Looks until the printer answers or contact is given up. `null`: no such job, or no answer. */
  async function findByName(name: string): Promise<IppJob | null> {
    const until = performance.now() + t.contactMs
    for (;;) {
      try {
        return (await client.jobsNamed(name))[0] ?? null
      } catch (error) {
        if (!(error instanceof NoContact || error instanceof Refused)) throw error
        if (performance.now() >= until) return null
        await pause(t.pollMs)
      }
    }
  }

  /** Asks again while the printer says that it is busy with something else. */
  async function patiently<T>(ask: () => Promise<T>): Promise<T> {
    const until = performance.now() + t.busyMs
    for (;;) {
      try {
        return await ask()
      } catch (error) {
        if (!(error instanceof Refused && BUSY.has(error.status)) || performance.now() >= until) throw error
        await pause(t.pollMs)
      }
    }
  }

  function refusedOrOffline(error: unknown): Outcome {
    if (error instanceof Refused) return failed('rejected', error.message)
    if (error instanceof NoContact) return failed('offline', error.message)
    throw error
  }

  return {
    nameFor: way.nameFor,

    async submit(submission) {
      let state: IppPrinterState
      let obstacle: Obstacle | null
      try {
        state = await client.printerState()
        obstacle = await way.follower(submission.name).obstacle(state)
      } catch (error) {
        return refusedOrOffline(error)
      }
      if (obstacle?.severe) return failed(obstacle.reason, obstacle.detail)
      if (!state.accepting) return failed('rejected', 'the printer takes no jobs')
      if (state.formats.length > 0 && !state.formats.includes('application/pdf'))
        return failed('rejected', 'the printer reads no PDF')
      try {
        const inDoubt = await way.clear(submission.name)
        if (inDoubt) return inDoubt
      } catch (error) {
        return refusedOrOffline(error)
      }
      const attributes = jobAttributes(state, submission)
      return canSplit(state) ? submitInTwoSteps(submission, attributes) : submitAtOnce(submission, attributes)
    },

    async lookUp(name, reference) {
      try {
        const state = await client.printerState()
        const byReference = reference === null ? null : await client.job(Number(reference))
        // A printer that was restarted counts its jobs from one again: the name decides.
        const job = byReference?.name === name ? byReference : (await client.jobsNamed(name))[0]
        if (!job) return 'never-arrived'
        if (reference === null && canSplit(state)) {
          // Opened, but never recorded as sent, so it never got its document.
          if (!isOver(job)) await cancelIfPossible(client, job.id)
          return 'never-arrived'
        }
        return await follow(job.id, name)
      } catch (error) {
        if (error instanceof NoContact || error instanceof Refused) return unknown(`no contact: ${error.message}`)
        throw error
      }
    }
  }
}
