import { parentPort, workerData } from 'node:worker_threads'
import { errorCode } from './damage.ts'
import { verifyLog } from './verify.ts'
import type { VerifyReport, VerifyRequest } from './verifyInWorker.ts'

/** Entry of the thread that verifies a log; `verifyLogInWorker` starts it. Any message to it means stop. */
async function main(): Promise<void> {
  if (!parentPort) throw new Error('verify.worker runs as a worker thread')
  const port = parentPort
  const { folder, upTo } = workerData as VerifyRequest
  const stop = new AbortController()
  port.once('message', () => stop.abort())
  const report = (message: VerifyReport): void => port.postMessage(message)
  try {
    const result = await verifyLog(folder, {
      upTo,
      signal: stop.signal,
      onProgress: (progress) => report({ kind: 'progress', progress })
    })
    report({ kind: 'result', result })
  } catch (error) {
    report({ kind: 'failed', code: errorCode(error) })
  } finally {
    port.close()
  }
}

void main()
