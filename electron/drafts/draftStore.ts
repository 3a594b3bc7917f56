import path from 'node:path'
import { type KeptDrafts, NO_DRAFTS } from '../../shared/contract/draftDoors.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import type { Ambient } from '../boot/ambient.ts'
import type { Logger } from '../boot/logging.ts'
import { Lanes } from '../commands/lanes.ts'
import { errorCode, isFull } from '../log/damage.ts'
import { readWhole, removeIfThere, replaceDurably } from '../log/files.ts'
import { type LogFs, nodeLogFs } from '../log/logFs.ts'
import { damagedFileName, decodeDrafts, draftFileName, encodeDrafts, readFileName } from './draftFile.ts'
import { asOfToday, isPast, type Now, stillKept } from './retention.ts'

/** What somebody asked to be kept while an older state is still being written. */
interface Waiting {
  kept: KeptDrafts
  readonly done: Promise<Reply<null>>
}

/**
 * Unfinished forms, one file a person, beside the log and not in it. A file is replaced in one step: after a kill or a
 * power cut there is what was acknowledged last, or something newer. Damage costs the drafts of one person, is logged
 * without their content, and never stops the program.
 */
export class DraftStore {
  private readonly folder: string
  private readonly ambient: Pick<Ambient, 'nowIso' | 'today'>
  private readonly log: Pick<Logger, 'warn'>
  private readonly fs: LogFs
  /** One after the other for each person. */
  private readonly lanes = new Lanes()
  private readonly waiting = new Map<string, Waiting>()
  /** Since when nothing could be written, by person: said once in the log, not at every key. */
  private readonly failing = new Set<string>()

  constructor(options: {
    /** Made when there is something to keep. */
    readonly folder: string
    readonly ambient: Pick<Ambient, 'nowIso' | 'today'>
    readonly log: Pick<Logger, 'warn'>
    readonly fs?: LogFs
  }) {
    this.folder = options.folder
    this.ambient = options.ambient
    this.log = options.log
    this.fs = options.fs ?? nodeLogFs
  }

  /**
   * Keeps these drafts in place of the person's former ones; nothing left to keep takes the file away. Answers when that
   * is on the disk. While one state is being written only the newest of those behind it is written next, and answers
   * for them all. Refuses `log-full` and `drafts-not-kept`; the former drafts are kept then.
   */
  keep(personId: string, kept: KeptDrafts): Promise<Reply<null>> {
    const before = this.waiting.get(personId)
    if (before) {
      before.kept = kept
      return before.done
    }
    const done = this.lanes.run(personId, async () => {
      const newest = this.waiting.get(personId)?.kept ?? kept
      this.waiting.delete(personId)
      return this.write(personId, newest)
    })
    this.waiting.set(personId, { kept, done })
    return done
  }

  /** The person's drafts of today and yesterday. What cannot be read is put aside, and there are none then. */
  mine(personId: string): Promise<KeptDrafts> {
    return this.lanes.run(personId, async () => {
      const now = this.now()
      return asOfToday(stillKept(this.read(personId), now), now)
    })
  }

  /** Wipes everybody's drafts from before yesterday, what was put aside then, and what a kill left half written. */
  async wipeOld(): Promise<void> {
    const names = this.list().flatMap((name) => readFileName(name) ?? [])
    await Promise.all(
      names.map((name) =>
        this.lanes.run(name.personId, async () => {
          const { kind, personId } = name
          if (kind === 'drafts') await this.wipeIn(personId)
          else if (kind === 'half') this.remove(`${draftFileName(personId)}.tmp`)
          else if (isPast(name.date, this.ambient.today())) this.remove(damagedFileName(personId, name.date))
        })
      )
    )
  }

  /** Resolves when everything handed over so far is on the disk. */
  idle(): Promise<void> {
    return this.lanes.idle()
  }

  private now(): Now {
    return { at: this.ambient.nowIso(), today: this.ambient.today() }
  }

  private async wipeIn(personId: string): Promise<void> {
    const kept = this.read(personId)
    if (stillKept(kept, this.now()) !== kept) await this.write(personId, kept)
  }

  private async write(personId: string, kept: KeptDrafts): Promise<Reply<null>> {
    const name = draftFileName(personId)
    const still = stillKept(kept, this.now())
    try {
      if (still.drafts.length === 0) this.takeAway(name)
      else {
        // The folder's own name has to be on the disk as well.
        if (this.fs.makeFolder(this.folder)) this.fs.syncFolder(path.dirname(this.folder))
        await replaceDurably(this.fs, this.folder, name, encodeDrafts(personId, still))
      }
      this.failing.delete(personId)
      return { ok: true, value: null }
    } catch (error) {
      if (!this.failing.has(personId)) this.log.warn('drafts not kept', { reason: errorCode(error) })
      this.failing.add(personId)
      return refuse(isFull(error) ? 'log-full' : 'drafts-not-kept')
    }
  }

  /** Takes a person's file away for good. Throws the system's error. */
  private takeAway(name: string): void {
    try {
      this.fs.remove(path.join(this.folder, name))
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return
      throw error
    }
    this.fs.syncFolder(this.folder)
  }

  private read(personId: string): KeptDrafts {
    const file = path.join(this.folder, draftFileName(personId))
    let found: KeptDrafts | string
    try {
      const bytes = readWhole(this.fs, file)
      found = bytes === null ? NO_DRAFTS : decodeDrafts(personId, bytes)
    } catch (error) {
      found = `unreadable: ${errorCode(error)}`
    }
    if (typeof found !== 'string') return found
    this.putAside(personId, found)
    return NO_DRAFTS
  }

  private putAside(personId: string, reason: string): void {
    try {
      const to = path.join(this.folder, damagedFileName(personId, this.ambient.today()))
      this.fs.rename(path.join(this.folder, draftFileName(personId)), to)
      this.fs.syncFolder(this.folder)
      this.log.warn('a file of drafts was damaged and has been put aside', { reason })
    } catch (error) {
      this.log.warn('a file of drafts is damaged and could not be put aside', { reason, why: errorCode(error) })
    }
  }

  private remove(name: string): void {
    if (!removeIfThere(this.fs, path.join(this.folder, name))) this.log.warn('an old file of drafts could not be wiped')
  }

  private list(): string[] {
    try {
      return this.fs.list(this.folder)
    } catch (error) {
      if (errorCode(error) !== 'ENOENT') this.log.warn('drafts could not be listed', { reason: errorCode(error) })
      return []
    }
  }
}
