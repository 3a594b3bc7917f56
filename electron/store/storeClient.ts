import path from 'node:path'
import type { HistoryState } from '../../shared/projections/views.ts'
import type { Logger } from '../boot/logging.ts'
import type { StoreLog } from './pump.ts'
import { storeOf } from './questions.ts'
import { STORE_PARTITION_FOLDER } from './scheme.ts'
import { SentinelFile } from './sentinel.ts'
import type { Store, StoreReport } from './store.ts'
import { electronPageHost } from './storePage.ts'
import { WorkingCopy } from './workingCopy.ts'

export type { StoreLog } from './pump.ts'
export { type AskOptions, type Store, type StoreReport, StoreUnavailable } from './store.ts'

export interface OpenStoreOptions {
  readonly log: StoreLog
  /** `userData`: the partition lies in it, and the sentinel beside that. */
  readonly folder: string
  /** The built files: `store/` and `preload/store.preload.cjs` in it. */
  readonly distFolder: string
  /** The program's log. */
  readonly logger: Logger
  readonly onState: (state: HistoryState) => void
  readonly onReport?: (report: StoreReport) => void
  /** 0 ≤ x < 1. */
  readonly random: () => number
}

/**
 * The working copy of the history in IndexedDB. After `app.whenReady()` and `repairLevelDb`; call `start()` then, and
 * `follow` with every durable batch from the moment `log` was opened or any time later.
 */
export function openStore(options: OpenStoreOptions): Store {
  const { log, folder, distFolder, logger, onState, onReport, random } = options
  const host = electronPageHost({
    pageFolder: path.join(distFolder, 'store'),
    preload: path.join(distFolder, 'preload', 'store.preload.cjs'),
    partitionFolder: storePartitionFolder(folder),
    logger
  })
  const copy = new WorkingCopy({
    log,
    host,
    sentinel: new SentinelFile(folder),
    onState,
    onReport: (report) => {
      const { what, ...detail } = report
      const quiet = what === 'ready' || what === 'rebuilding'
      logger[quiet ? 'info' : 'warn'](`store ${what}`, detail)
      onReport?.(report)
    },
    random
  })
  return storeOf(copy)
}

/** Folder of the store's partition in `userData`: what `repairLevelDb` is to be called with before any window opens. */
export function storePartitionFolder(userData: string): string {
  return path.join(userData, ...STORE_PARTITION_FOLDER)
}
