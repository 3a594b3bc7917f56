import path from 'node:path'
import type { LogAlarm } from '../../shared/projections/views.ts'
import type { FileLog } from '../log/fileLog.ts'
import { verifyLogInWorker } from '../log/verifyInWorker.ts'
import type { Logger } from './logging.ts'

/** A start is over and the first visitor served before the disk is read from end to end. */
const AFTER_MS = 20_000

/**
 * Verifies the whole log once a run, in a thread of its own. Damage in a sealed part does not stop today's work, which
 * appends behind it; it is named on every clerk's screen until somebody has restored the file.
 */
export function watchSealed(options: {
  readonly folder: string
  readonly truth: FileLog
  readonly logger: Logger
  readonly onDamage: (alarm: LogAlarm) => void
}): void {
  const { folder, truth, logger, onDamage } = options
  const timer = setTimeout(() => {
    const workerFile = path.join(__dirname, 'verify.worker.cjs')
    verifyLogInWorker(workerFile, folder, { upTo: truth.bookmark() })
      .then((result) => {
        if (result.ok) return logger.info('log verified')
        if (result.damage === null) return
        const { file, line, kind } = result.damage
        logger.error('log damaged', { ...result.damage })
        onDamage({ file, line, kind })
      })
      .catch((error: unknown) => logger.error('log not verified', { error }))
  }, AFTER_MS)
  timer.unref()
}
