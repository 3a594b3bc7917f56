import { NoAnswer } from '../../electron/printing/windows/powershell.ts'
import { LIST_QUEUES, LOOK, QUEUE_VARIABLE, REMOVE } from '../../electron/printing/windows/scripts.ts'
import type { Handing, Press, PressJob } from '../../electron/printing/windows/windowsPrinter.ts'

/**
 * Stands in for Windows: there is none here. Answers the program's own three scripts in the shapes that Windows
 * PowerShell 5 is documented to write. What a real spooler does is not proved by it.
 */
export interface PretendedWindows {
  readonly ask: (script: string, values: Readonly<Record<string, string>>) => Promise<string>
  readonly press: Press
  /** What was laid out and handed over, in order. */
  readonly handed: PressJob[]
  /** Names of the jobs that were taken out. */
  readonly removed: string[]
  printer: { status: string }
  /** By the name of a job; what is not there is not in the queue. */
  readonly jobs: Map<string, string>
  /** States that the next job goes through, one a look, and then it is gone; `null` is a look at which it is not there. */
  course: (string | null)[]
  /** What Chromium says. */
  word: Handing
  /** Windows says nothing from now on. */
  mute: boolean
  /** Jobs cannot be taken out. */
  stubborn: boolean
  draws: boolean
}

export function pretendWindows(queue = '前台 HP "1020" [a]'): PretendedWindows {
  let mine: string | null = null
  const windows: PretendedWindows = {
    handed: [],
    removed: [],
    printer: { status: 'Normal' },
    jobs: new Map(),
    course: [],
    word: { said: 'handed-over' },
    mute: false,
    stubborn: false,
    draws: true,

    async ask(script, values) {
      if (windows.mute) throw new NoAnswer('timeout')
      const printer = { name: queue, status: windows.printer.status, port: 'USB001', driver: 'Muster' }
      if (script === LIST_QUEUES) return JSON.stringify({ ok: true, printers: printer })
      if (values[QUEUE_VARIABLE] !== queue) return JSON.stringify({ ok: true, printers: [], jobs: [] })
      if (script === REMOVE) {
        const name = values.LINCHUANG_JOB ?? ''
        windows.removed.push(name)
        if (!windows.stubborn) windows.jobs.delete(name)
        if (!windows.stubborn && name === mine) windows.course = []
        return JSON.stringify({ ok: true })
      }
      if (script !== LOOK) throw new Error('another script')
      const listed = [...windows.jobs].map(([name, status], index) => ({ id: index + 1, name, status }))
      const now = mine === null ? undefined : windows.course.shift()
      if (typeof now === 'string' && mine !== null) listed.push({ id: 99, name: mine, status: now })
      return JSON.stringify({ ok: true, printers: printer, jobs: listed.length === 1 ? listed[0] : listed })
    },

    press: {
      async open(job) {
        if (!windows.draws) throw new TypeError('no PDF')
        return {
          async print() {
            windows.handed.push(job)
            mine = job.title
            return windows.word
          },
          close: () => undefined
        }
      }
    }
  }
  return windows
}
