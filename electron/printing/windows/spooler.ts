import { z } from 'zod'
import type { PrinterChecked, PrinterFound } from '../../../shared/projections/views.ts'
import { type AskPowerShell, NoAnswer, powerShell } from './powershell.ts'
import { JOB_VARIABLE, LIST_QUEUES, LOOK, QUEUE_VARIABLE, REMOVE } from './scripts.ts'
import { jobWords, obstacleIn, printerWords } from './states.ts'

/** Windows' print spooler: its queues, and what it says of a job. Every question may reject with NoAnswer. */

const listOf = <T extends z.ZodType>(item: T) => z.preprocess(asList, z.array(item))

/**
 * PowerShell 5 writes a list of one as the one itself, an empty one sometimes as nothing or `{}`, and one that it has
 * wrapped as `{ value, Count }`.
 */
function asList(value: unknown): unknown {
  if (value === null || value === undefined) return []
  if (Array.isArray(value) || typeof value !== 'object') return value
  if ('value' in value && 'Count' in value) return asList(value.value)
  return Object.keys(value).length === 0 ? [] : [value]
}

/** A number where PowerShell knows no names. */
const status = z.union([z.string(), z.number()]).transform(String)

const printer = z.object({
  name: z.string().min(1),
  status,
  port: z.string().catch(''),
  driver: z.string().catch('')
})
const job = z.object({ id: z.number().int(), name: z.string(), status })

const answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), printers: listOf(printer), jobs: listOf(job) }),
  z.object({ ok: z.literal(false), error: z.string().catch(''), kind: z.string().catch('') })
])

export interface WindowsJob {
  readonly id: number
  readonly name: string
  /** Single words in lower case; none while nothing is said. */
  readonly words: readonly string[]
}

export interface WindowsQueue {
  readonly name: string
  readonly words: readonly string[]
  readonly port: string
  readonly driver: string
}

export interface Look {
  /** `null`: no queue of this name. */
  readonly queue: WindowsQueue | null
  readonly jobs: readonly WindowsJob[]
}

export interface WindowsSpooler {
  queues(): Promise<readonly WindowsQueue[]>
  look(queue: string): Promise<Look>
  /** Takes the jobs of this name out; those that have ended already are none. */
  remove(queue: string, job: string): Promise<void>
}

/** Reads one answer. Throws NoAnswer for an error that Windows reports and for what is no answer. */
export function readAnswer(text: string): { queues: readonly WindowsQueue[]; jobs: readonly WindowsJob[] } {
  const read = answer.safeParse(jsonOf(text))
  if (!read.success) throw new NoAnswer('not understood')
  if (!read.data.ok) throw new NoAnswer(`${read.data.error.split(',')[0] ?? ''} ${read.data.kind}`.trim() || 'error')
  return {
    queues: read.data.printers.map(({ status: said, ...rest }) => ({ ...rest, words: printerWords(said) })),
    jobs: read.data.jobs.map(({ status: said, ...rest }) => ({ ...rest, words: jobWords(said) }))
  }
}

/** The last line that is JSON: a profile or a module may have written before it. */
function jsonOf(text: string): unknown {
  const line = text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one.startsWith('{'))
    .at(-1)
  try {
    return line === undefined ? null : JSON.parse(line)
  } catch {
    return null
  }
}

export function windowsSpooler(ask: AskPowerShell = powerShell()): WindowsSpooler {
  return {
    queues: async () => readAnswer(await ask(LIST_QUEUES, {})).queues,
    async look(queue) {
      const { queues, jobs } = readAnswer(await ask(LOOK, { [QUEUE_VARIABLE]: queue }))
      return { queue: queues[0] ?? null, jobs }
    },
    async remove(queue, name) {
      readAnswer(await ask(REMOVE, { [QUEUE_VARIABLE]: queue, [JOB_VARIABLE]: name }))
    }
  }
}

/** Ports that are no printer: they ask for a file name in a window that nobody sees, or send a fax or a note. */
const NO_PRINTER = /^(?:portprompt|file|shrfax|nul|xpsport|onenote|microsoft\.office\.onenote|ad_port):?/i

/** Queues that paper comes out of, for the settings page. `null`: Windows does not answer. */
export async function findWindowsQueues(spooler = windowsSpooler()): Promise<readonly PrinterFound[] | null> {
  try {
    return (await spooler.queues())
      .filter(({ port }) => !NO_PRINTER.test(port))
      .map(({ name, words }) => ({ queue: name, name, health: obstacleIn(words)?.health ?? 'ready' }))
  } catch (error) {
    if (error instanceof NoAnswer) return null
    throw error
  }
}

/** How a queue is. Windows often learns that a printer is off only with the next print. */
export async function checkWindowsQueue(queue: string, spooler = windowsSpooler()): Promise<PrinterChecked> {
  try {
    const { queue: found } = await spooler.look(queue)
    if (!found) return { name: '', health: 'not-there', detail: '' }
    const obstacle = obstacleIn(found.words)
    return { name: found.name, health: obstacle?.health ?? 'ready', detail: obstacle?.detail ?? '' }
  } catch (error) {
    if (error instanceof NoAnswer) return { name: '', health: 'unreachable', detail: error.message }
    throw error
  }
}
