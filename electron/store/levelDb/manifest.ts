/** What a MANIFEST says the database consists of. */
export interface LiveFiles {
  /** The oldest write-ahead log whose records are not in a table yet; newer ones are live, too. */
  readonly logNumber: number
  /** Sequence number of the last change when the newest edit was written: a later log goes on from there or before. */
  readonly lastSequence: number
  /** Size in bytes of each table, by its number. */
  readonly tables: ReadonlyMap<number, number>
}

/** Tags of the fields of a version edit. Source: LevelDB, db/version_edit.cc. */
const TAG = {
  comparator: 1,
  logNumber: 2,
  nextFile: 3,
  lastSequence: 4,
  compactPointer: 5,
  deletedFile: 6,
  newFile: 7,
  previousLog: 9
} as const

/** Folds the version edits of a MANIFEST. `null` when one is not of this form. */
export function liveFiles(edits: readonly Buffer[]): LiveFiles | null {
  const tables = new Map<number, number>()
  let logNumber = 0
  let lastSequence = 0
  for (const edit of edits) {
    const fields = new Fields(edit)
    const deleted: number[] = []
    const added: (readonly [number, number])[] = []
    while (fields.more()) {
      switch (fields.number()) {
        case TAG.comparator:
          fields.bytes()
          break
        case TAG.logNumber:
          logNumber = fields.number()
          break
        case TAG.lastSequence:
          lastSequence = fields.number()
          break
        case TAG.nextFile:
        case TAG.previousLog:
          fields.number()
          break
        case TAG.compactPointer:
          fields.number()
          fields.bytes()
          break
        case TAG.deletedFile:
          fields.number()
          deleted.push(fields.number())
          break
        case TAG.newFile:
          fields.number()
          added.push([fields.number(), fields.number()])
          fields.bytes()
          fields.bytes()
          break
        default:
          return null
      }
    }
    if (fields.overrun) return null
    // A table that only changes its level is deleted and added in one edit.
    for (const number of deleted) tables.delete(number)
    for (const [number, bytes] of added) tables.set(number, bytes)
  }
  return { logNumber, lastSequence, tables }
}

/** Numbers of 7 bits a byte, lowest first, and strings with their length before them. */
class Fields {
  overrun = false
  private readonly edit: Buffer
  private at = 0

  constructor(edit: Buffer) {
    this.edit = edit
  }

  more(): boolean {
    return this.at < this.edit.length && !this.overrun
  }

  number(): number {
    let value = 0
    for (let factor = 1; factor < 2 ** 53; factor *= 128) {
      const byte = this.edit[this.at]
      if (byte === undefined) break
      this.at += 1
      value += (byte & 0x7f) * factor
      if (byte < 0x80) return value
    }
    this.overrun = true
    return 0
  }

  bytes(): void {
    const length = this.number()
    this.at += length
    if (this.at > this.edit.length) this.overrun = true
  }
}
