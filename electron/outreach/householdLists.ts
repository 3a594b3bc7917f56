import path from 'node:path'
import { z } from 'zod'
import type { Household } from '../../shared/domain/outreach/cards.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import type { Logger } from '../boot/logging.ts'
import { errorCode, isFull } from '../log/damage.ts'
import { readWhole, removeIfThere, replaceDurably } from '../log/files.ts'
import { sha256 } from '../log/format.ts'
import { type LogFs, nodeLogFs } from '../log/logFs.ts'

/** Households of batches that are not done yet; `householdLists.ts` says what each does. */
export interface CardLists {
  keep(batchId: string, households: readonly Household[]): Promise<Reply<null>>
  read(batchId: string): readonly Household[] | null
  remove(batchId: string): void
  /** Removes every list but those of these batches. */
  keepOnly(batchIds: ReadonlySet<string>): void
}

const NAME = /^([\w-]{1,64})\.json(?:\.tmp)?$/
const content = z.array(z.strictObject({ door: z.string(), head: z.string() }))

/**
 * The households that a batch of cards is still to be printed for: one file a batch, beside the log and not in it. What
 * stays is the register of issue; the list itself is personal data that nobody needs once the batch is over (个人信息保护法
 * 19), and so it goes with it. A file is replaced in one step and checked when it is read.
 */
export class HouseholdLists implements CardLists {
  private readonly folder: string
  private readonly log: Pick<Logger, 'warn'>
  private readonly fs: LogFs

  /** The folder is made when there is something to keep. */
  constructor(options: { readonly folder: string; readonly log: Pick<Logger, 'warn'>; readonly fs?: LogFs }) {
    this.folder = options.folder
    this.log = options.log
    this.fs = options.fs ?? nodeLogFs
  }

  /** Answers when the list is on the disk. Refuses `log-full` and `list-not-kept`. */
  async keep(batchId: string, households: readonly Household[]): Promise<Reply<null>> {
    const body = JSON.stringify(households)
    try {
      // The folder's own name has to be on the disk as well.
      if (this.fs.makeFolder(this.folder)) this.fs.syncFolder(path.dirname(this.folder))
      const bytes = Buffer.from(`${sha256(body)}\n${body}\n`)
      await replaceDurably(this.fs, this.folder, `${batchId}.json`, bytes)
      return { ok: true, value: null }
    } catch (error) {
      this.log.warn('household list not kept', { reason: errorCode(error) })
      return refuse(isFull(error) ? 'log-full' : 'list-not-kept')
    }
  }

  /** `null`: it is not there, or not what was kept. */
  read(batchId: string): readonly Household[] | null {
    try {
      const bytes = readWhole(this.fs, path.join(this.folder, `${batchId}.json`))
      const [sum = '', body = ''] = (bytes?.toString('utf8') ?? '').split('\n')
      if (bytes !== null && sum === sha256(body)) return content.parse(JSON.parse(body))
      if (bytes !== null) this.log.warn('household list damaged', {})
    } catch (error) {
      this.log.warn('household list unreadable', { reason: errorCode(error) })
    }
    return null
  }

  remove(batchId: string): void {
    if (!removeIfThere(this.fs, path.join(this.folder, `${batchId}.json`))) {
      this.log.warn('household list could not be removed', {})
    }
  }

  keepOnly(batchIds: ReadonlySet<string>): void {
    for (const name of this.names()) {
      const batchId = NAME.exec(name)?.[1]
      if (batchId === undefined || (batchIds.has(batchId) && name.endsWith('.json'))) continue
      if (!removeIfThere(this.fs, path.join(this.folder, name))) {
        this.log.warn('household list could not be removed', {})
      }
    }
  }

  private names(): readonly string[] {
    try {
      return this.fs.list(this.folder)
    } catch {
      return []
    }
  }
}
