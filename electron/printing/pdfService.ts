import path from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PaperData, Typeface } from '../../shared/documents/papers.ts'
import type { RollWidth } from '../../shared/documents/receipt/rolls.ts'
import type { MadeGlyphs } from '../../shared/domain/printing/glyphs.ts'
import { TEMPLATE } from '../../shared/domain/printing/printing.ts'
import type { DocumentForm, PdfAnswer, PdfRequest, PdfResult, PdfWorkerData } from './pdfProtocol.ts'

export interface PdfServiceOptions {
  /** The built `pdf.worker.cjs`. */
  readonly workerFile: string
  /** Folder with the fonts that the build puts there. */
  readonly fontsFolder: string
  /** More fonts for rare characters, in order; those of the system when left out. */
  readonly extraFontFiles?: readonly string[]
  /** Milliseconds after which a paper is given up and the thread replaced. */
  readonly timeoutMs?: number
}

export interface RenderOptions {
  /** 0 for the first print, then 1, 2 … */
  readonly reprint: number
  /** Version the paper was issued with; the newest when left out. */
  readonly template?: number
  /** What the printer takes; a PDF when left out. */
  readonly as?: DocumentForm
  /** Roll that a PDF ticket is laid out for, in millimetres; 80 when left out. */
  readonly roll?: RollWidth
  /** What the hall has made for characters that no font has (`glyphsFor`); `null` or left out: nothing. */
  readonly glyphs?: MadeGlyphs | null
}

export interface PdfService {
  /** Starts the thread and runs it warm for the hall's typeface, so that the first paper does not wait. Harmless when it runs. */
  warm(typeface?: Typeface): void
  /** Never rejects. A paper whose thread dies is tried once more; after that its failure is `layout`. */
  render(paper: PaperData, options: RenderOptions): Promise<PdfResult>
  /** Ends the thread; papers still waiting fail. */
  close(): Promise<void>
}

/** Where a font for rare characters may lie when the build has put none beside the program. */
const SYSTEM_RARE_FONTS: readonly string[] = [
  '/usr/share/fonts/truetype/hanazono/HanaMinB.ttf',
  // SimSun-ExtB comes with Windows and covers extension B.
  path.join(process.env.SystemRoot ?? 'C:\\Windows', 'Fonts', 'simsunb.ttf')
]

interface Waiting {
  readonly request: PdfRequest
  readonly resolve: (result: PdfResult) => void
  attempts: number
}

/** A paper with hundreds of materials takes well under a second; ten times that is a thread that hangs. */
const TIMEOUT_MS = 20_000
/** A paper that kills its thread twice would kill it for ever. */
const ATTEMPTS = 2

const failed = (detail: string): PdfResult => ({ ok: false, failure: 'layout', detail })

/** Papers to PDFs in a thread of its own, in the order they are asked for. The thread starts on first need. */
export function createPdfService(options: PdfServiceOptions): PdfService {
  const { workerFile, fontsFolder, extraFontFiles = SYSTEM_RARE_FONTS, timeoutMs = TIMEOUT_MS } = options
  const queue: Waiting[] = []
  let worker: Worker | null = null
  let current: { readonly waiting: Waiting; readonly timer: NodeJS.Timeout } | null = null
  let nextId = 1
  let closed = false
  let usual: Typeface = 'serif'

  function start(): Worker {
    const workerData: PdfWorkerData = { fontsFolder, extraFontFiles, typeface: usual }
    const started = new Worker(workerFile, { workerData })
    // The thread alone does not keep the program alive; a paper being made does, by its timer.
    started.unref()
    started.on('message', (answer: PdfAnswer) => {
      if (current?.waiting.request.id === answer.id) finish(answer.result)
    })
    started.on('error', (error) => lose(started, `worker error: ${error.name}`))
    started.on('exit', () => lose(started, 'worker ended'))
    return started
  }

  function finish(result: PdfResult): void {
    if (!current) return
    clearTimeout(current.timer)
    const { waiting } = current
    current = null
    waiting.resolve(result)
    next()
  }

  function lose(which: Worker, detail: string): void {
    if (worker !== which) return
    worker = null
    if (!current) return
    clearTimeout(current.timer)
    const { waiting } = current
    current = null
    if (waiting.attempts < ATTEMPTS && !closed) queue.unshift(waiting)
    else waiting.resolve(failed(detail))
    next()
  }

  function next(): void {
    if (current || closed) return
    const waiting = queue.shift()
    if (!waiting) return
    worker ??= start()
    waiting.attempts += 1
    const running = worker
    const timer = setTimeout(() => {
      // What hangs once hangs again: no second attempt.
      waiting.attempts = ATTEMPTS
      lose(running, 'timeout')
      void running.terminate()
    }, timeoutMs)
    current = { waiting, timer }
    running.postMessage(waiting.request)
  }

  return {
    warm(typeface = usual) {
      usual = typeface
      if (!closed) worker ??= start()
    },
    render: (paper, { reprint, template = TEMPLATE, as = 'pdf', roll, glyphs }) =>
      new Promise((resolve) => {
        if (closed) return resolve(failed('closed'))
        queue.push({
          request: { id: nextId++, paper, template, reprint, as, ...(roll && { roll }), ...(glyphs && { glyphs }) },
          resolve,
          attempts: 0
        })
        next()
      }),
    async close() {
      closed = true
      for (const waiting of queue.splice(0)) waiting.resolve(failed('closed'))
      const running = worker
      worker = null
      if (current) {
        clearTimeout(current.timer)
        current.waiting.resolve(failed('closed'))
        current = null
      }
      await running?.terminate()
    }
  }
}
