import { Worker } from 'node:worker_threads'
import type { RawSheet } from '../../shared/domain/catalogue/exchangeRows.ts'
import type { WrittenSheet } from '../../shared/domain/catalogue/exchangeSheets.ts'
import type { ExcelAnswer, ExcelRequest } from './excelProtocol.ts'

/** `null`: the file is no workbook that can be read. */
export interface Excel {
  write(sheets: readonly WrittenSheet[]): Promise<Uint8Array>
  read(bytes: Uint8Array): Promise<readonly RawSheet[] | null>
}

/** The largest catalogue takes seconds; a thread that takes longer hangs. */
const TIMEOUT_MS = 60_000
/** A file may be made to fill the memory; the thread falls then, not the hall. */
const MOST_MEMORY_MB = 512

/**
 * Excel files in a thread that is started for each and ends with it: they are rare, and the library is large.
 * `workerFile` is the compiled excel.worker. Rejects when the thread fails, ends without an answer or takes too long.
 */
export function excelInThread(workerFile: string, timeoutMs: number = TIMEOUT_MS): Excel {
  async function ask(request: ExcelRequest): Promise<ExcelAnswer> {
    const worker = new Worker(workerFile, {
      workerData: request,
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB }
    })
    let timer: NodeJS.Timeout | undefined
    try {
      return await new Promise<ExcelAnswer>((resolve, reject) => {
        timer = setTimeout(() => reject(new Error('the Excel thread took too long')), timeoutMs)
        worker.once('message', resolve)
        worker.once('error', reject)
        worker.once('exit', (code) => reject(new Error(`the Excel thread ended with ${code}`)))
      })
    } finally {
      clearTimeout(timer)
      await worker.terminate()
    }
  }

  return {
    async write(sheets) {
      const answer = await ask({ kind: 'write', sheets })
      if (answer.ok && 'bytes' in answer) return answer.bytes
      throw new Error('the Excel thread wrote nothing')
    },
    async read(bytes) {
      const answer = await ask({ kind: 'read', bytes })
      return answer.ok && 'sheets' in answer ? answer.sheets : null
    }
  }
}
