import { Worker } from 'node:worker_threads'
import type { LogBookmark } from './segments.ts'
import type { VerifyOptions, VerifyProgress, VerifyResult } from './verify.ts'

export interface VerifyRequest {
  readonly folder: string
  readonly upTo?: LogBookmark
}

export type VerifyReport =
  | { readonly kind: 'progress'; readonly progress: VerifyProgress }
  | { readonly kind: 'result'; readonly result: VerifyResult }
  | { readonly kind: 'failed'; readonly code: string }

/**
 * `verifyLog` in a thread of its own, so that the program stays as quick as before. `workerFile` is the compiled
 * verify.worker. Rejects when the thread fails or ends without a result.
 */
export function verifyLogInWorker(
  workerFile: string,
  folder: string,
  options: Omit<VerifyOptions, 'fs'> = {}
): Promise<VerifyResult> {
  const { upTo, signal, onProgress } = options
  const request: VerifyRequest = { folder, upTo }
  return new Promise((resolve, reject) => {
    const worker = new Worker(workerFile, { workerData: request })
    const stop = (): void => worker.postMessage('stop')
    if (signal?.aborted) stop()
    signal?.addEventListener('abort', stop)
    worker.on('message', (report: VerifyReport) => {
      if (report.kind === 'progress') onProgress?.(report.progress)
      else if (report.kind === 'result') resolve(report.result)
      else reject(new Error(`verifying the log failed: ${report.code}`))
    })
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the verifying thread ended with ${code}`)))
  })
}
