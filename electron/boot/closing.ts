import { app } from 'electron'
import type { Executor } from '../commands/executor.ts'
import type { FileLog } from '../log/fileLog.ts'
import type { Logger } from './logging.ts'
import type { Snapshotter } from './openTruth.ts'

/** Things that end after the last command and before the log is closed, in this order. */
export type Closing = () => Promise<void> | undefined

const PATIENCE_MS = 8000

/**
 * A clean end: what was asked for is finished, the desk is kept, the log is closed. Skipping all of it (a kill) loses
 * nothing that was acknowledged; it only makes the next start a little longer.
 */
export function closeInOrder(options: {
  readonly executor: Executor
  readonly snapshotter: Snapshotter
  readonly log: FileLog
  readonly logger: Logger
  readonly others: readonly Closing[]
}): void {
  const { executor, snapshotter, log, logger, others } = options
  let state: 'running' | 'closing' | 'closed' = 'running'
  app.on('before-quit', (event) => {
    if (state === 'closed') return
    event.preventDefault()
    if (state === 'closing') return
    state = 'closing'
    const patience = setTimeout(() => {
      logger.warn('closing took too long')
      app.exit(0)
    }, PATIENCE_MS)
    const close = async (): Promise<void> => {
      await executor.idle()
      for (const other of others) await other()
      await snapshotter.write()
      await log.close()
    }
    void close()
      .catch((error: unknown) => logger.error('closing failed', { error }))
      .finally(() => {
        clearTimeout(patience)
        state = 'closed'
        app.quit()
      })
  })
}
