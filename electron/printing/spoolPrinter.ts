import { type IppClient, type IppPrinterState, ippClient, JOB_STATE, Refused } from './ipp/client.ts'
import {
  cancelIfPossible,
  type Follower,
  type IppPrinterTimes,
  jobPrinter,
  pause,
  printerTimes,
  type Way
} from './ipp/jobPrinter.ts'
import { isOver, type Obstacle, obstacleOf } from './ipp/obstacles.ts'
import type { Seat } from './ipp/service.ts'
import { httpUrl, NoContact } from './ipp/transport.ts'
import { failed, type Outcome, type Printer, unknown } from './printers.ts'

/**
 * A queue of a print service (CUPS). Its word is weaker than a printer's own: it takes papers for a printer that is
 * switched off, and may call a job done that nobody has seen come out. Where the printer behind it speaks IPP, the
 * printer is asked too; else a job counts as printed only if the queue has nothing at all to complain about.
 */
export function spoolPrinter(seat: Seat, times: Partial<IppPrinterTimes> = {}): Printer {
  const t = printerTimes(times)
  const client = ippClient(seat.uri, t, seat.socket)
  return jobPrinter(client, throughQueue(client, t), times)
}

/** CUPS has handed the whole document over and waits for the printer. */
const HANDED_OVER = 'cups-waiting-for-job-completed'

/** The printer has forgotten the job, so CUPS calls it done without knowing. */
const NOT_VERIFIED = 'cups-ipp-missing-job-history'

/** CUPS is still looking for the printer: it has nothing of the job yet. */
const CONNECTING = 'connecting-to-device'

/** Stands between the two ids, neither of which can hold it: prints of one paper are known by what stands before. */
const MARK = '.'

const PRINTED: Outcome = { status: 'printed', evidence: 'printer' }

/** Does the queue, just after a job, have nothing to say against it? */
const isSpotless = (state: IppPrinterState): boolean =>
  !state.stopped &&
  obstacleOf(state) === null &&
  !state.reasons.some((reason) => reason.endsWith('-error') || reason === NOT_VERIFIED)

/** The printer behind a queue, where it speaks IPP; `null` for USB, raw ports and whatever has drivers of its own. */
export function behindQueue(state: IppPrinterState, times: { readonly askMs: number }): IppClient | null {
  try {
    httpUrl(state.device)
    return ippClient(state.device, { askMs: times.askMs, sendMs: times.askMs })
  } catch {
    return null
  }
}

/** What stands in the way at the printer itself. One that takes no connection at all is off or unplugged. */
async function deviceObstacle(device: IppClient): Promise<Obstacle | null> {
  try {
    return obstacleOf(await device.printerState())
  } catch (error) {
    if (error instanceof Refused) return null
    if (error instanceof NoContact) return { reason: 'offline', detail: error.message, severe: !error.sent }
    throw error
  }
}

function throughQueue(client: IppClient, t: IppPrinterTimes): Way {
  /** The printer's own word on a job that CUPS has handed it; `null`: it does not know the name, or tells nobody. */
  async function wordOfPrinter(device: IppClient, name: string, drop: boolean): Promise<Outcome | null> {
    const until = performance.now() + t.contactMs
    for (;;) {
      try {
        const jobs = await device.jobsNamed(name)
        if (jobs.some(({ state }) => state === JOB_STATE.completed)) return PRINTED
        const [job] = jobs
        if (!job) return null
        if (isOver(job)) return failed('aborted', job.reasons.join(' '))
        if (drop) await cancelIfPossible(device, job.id)
        if (performance.now() >= until) return unknown('the printer still has the job')
      } catch (error) {
        if (error instanceof Refused) return null
        if (!(error instanceof NoContact)) throw error
        if (performance.now() >= until) return unknown(`no contact with the printer: ${error.message}`)
      }
      await pause(t.pollMs)
    }
  }

  function follower(name: string): Follower {
    let handedOver = false
    let device: IppClient | null = null
    return {
      async obstacle(state) {
        handedOver ||= state.reasons.includes(HANDED_OVER)
        device = behindQueue(state, t)
        const own = obstacleOf(state)
        if (own?.severe) return own
        return own ?? (device && (await deviceObstacle(device)))
      },

      /** A CUPS that was stopped sends its job from the beginning again, though the printer may have printed it by then. */
      async settled() {
        try {
          const jobs = (await device?.jobsNamed(name)) ?? []
          return jobs.some(({ state }) => state === JOB_STATE.completed) ? PRINTED : null
        } catch (error) {
          if (error instanceof Refused || error instanceof NoContact) return null
          throw error
        }
      },

      async completed(job) {
        if (job.reasons.includes('job-completed-with-errors')) return unknown(job.reasons.join(' '))
        const state = await client.printerState()
        device = behindQueue(state, t)
        const word = device && (await wordOfPrinter(device, name, false))
        if (word) return word
        return isSpotless(state) ? { status: 'printed', evidence: 'handed-over' } : unknown(state.reasons.join(' '))
      },

      async dropped(outcome) {
        const state = await client.printerState()
        handedOver ||= state.reasons.includes(HANDED_OVER)
        device = behindQueue(state, t)
        const contactLost = outcome.status === 'failed' && outcome.reason === 'offline'
        if (!device) {
          const neverBegun = outcome.status === 'failed' && outcome.detail.startsWith(CONNECTING)
          return contactLost && !neverBegun ? unknown(outcome.detail) : outcome
        }
        if (contactLost && !handedOver) return outcome
        // CUPS says at once that a job is cancelled, and tells the printer afterwards.
        const word = await wordOfPrinter(device, name, true)
        if (word?.status === 'printed' || word?.status === 'unknown') return word
        return word === null && contactLost ? unknown('the printer has been away and knows no such job') : outcome
      }
    }
  }

  return {
    nameFor: ({ docId, jobId }) => `${docId}${MARK}${jobId}`,
    follower,

    /**
     * A queue outlives its printer's troubles: an older print of the same paper that it still keeps would come out
     * together with the new one. Whoever asks for a new one has said that the older is not there.
     */
    async clear(name) {
      const paper = name.slice(0, name.indexOf(MARK) + 1)
      const older = await client.waitingJobs((other) => other !== name && other.startsWith(paper))
      if (older.length === 0) return null
      const device = behindQueue(await client.printerState(), t)
      for (const job of older) {
        await cancelIfPossible(client, job.id)
        const ended = await client.job(job.id)
        const word =
          ended?.state === JOB_STATE.completed ? PRINTED : device && (await wordOfPrinter(device, job.name, true))
        if (word && word.status !== 'failed') return unknown('an older print of the paper may be coming out just now')
      }
      return null
    }
  }
}
