import fc from 'fast-check'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { applyBatch, BatchGap } from '../../electron/store/page/applyBatch.ts'
import { ROWS_SHAPE, readCheckpoint, type StoreDb, storeDatabase, wipe } from '../../electron/store/page/database.ts'
import { digest } from '../../electron/store/page/digest.ts'
import { failureOf } from '../../electron/store/page/failure.ts'
import { casesByIdNumber, searchCases } from '../../electron/store/page/searchCases.ts'
import type { Applicant } from '../../shared/domain/casework/case.ts'
import { foldForSearch, nameKeys } from '../../shared/domain/people/pinyin.ts'
import type { Recorded } from '../../shared/kernel/messages.ts'
import { inventedApplicant, recordsOf, seeded } from './support/hallLife.ts'
import { freshEnv } from './support/memoryHost.ts'

// Many records on a busy machine take their time; nothing here is about how long.
vi.setConfig({ testTimeout: 60_000 })

const life = recordsOf(300, { seed: 6, casesPerDay: 10 })

async function emptyDatabase(): Promise<StoreDb> {
  const db = storeDatabase(freshEnv())
  await db.open()
  return db
}

const batchOf = (records: readonly Recorded[]) => ({ records, hash: `mark-${records.at(-1)?.position.seq}` })

describe('a batch', () => {
  it('applied twice is applied once', async () => {
    const [once, twice] = [await emptyDatabase(), await emptyDatabase()]
    await applyBatch(once, batchOf(life))
    for (let at = 0; at < life.length; at += 50) {
      await applyBatch(twice, batchOf(life.slice(at, at + 50)))
      await applyBatch(twice, batchOf(life.slice(at, at + 50)))
    }
    expect(await digest(twice)).toBe(await digest(once))
  })

  it('that begins before the checkpoint is folded in from there', async () => {
    const [whole, pieces] = [await emptyDatabase(), await emptyDatabase()]
    await applyBatch(whole, batchOf(life))
    await applyBatch(pieces, batchOf(life.slice(0, 200)))
    expect(await applyBatch(pieces, batchOf(life.slice(90)))).toEqual({ epoch: 'epoch-1', seq: 300, hash: 'mark-300' })
    expect(await digest(pieces)).toBe(await digest(whole))
  })

  it('with a gap before it, or of another epoch, is refused and changes nothing', async () => {
    const db = await emptyDatabase()
    await applyBatch(db, batchOf(life.slice(0, 100)))
    const before = await digest(db)
    await expect(applyBatch(db, batchOf(life.slice(101)))).rejects.toBeInstanceOf(BatchGap)
    const foreign = recordsOf(300, { seed: 6, casesPerDay: 10 }, 'epoch-2')
    await expect(applyBatch(db, batchOf(foreign.slice(100)))).rejects.toBeInstanceOf(BatchGap)
    expect(await digest(db)).toBe(before)
  })

  it('of which one record cannot be kept leaves none of it', async () => {
    const db = await emptyDatabase()
    await applyBatch(db, batchOf(life.slice(0, 100)))
    const before = await digest(db)
    const last = life[199]
    if (!last) throw new Error('no record')
    const unfit = { ...last, commit: { ...last.commit, reply: (() => null) as never } }
    await expect(applyBatch(db, batchOf([...life.slice(100, 199), unfit]))).rejects.toThrow()
    expect(await digest(db)).toBe(before)
    expect((await readCheckpoint(db))?.seq).toBe(100)
  })
})

describe('the database', () => {
  it('of another shape of rows counts as empty', async () => {
    const db = await emptyDatabase()
    await applyBatch(db, batchOf(life.slice(0, 10)))
    const row = await readCheckpoint(db)
    if (!row) throw new Error('no checkpoint')
    await db.meta.put({ ...row, shape: ROWS_SHAPE + 1 })
    expect(await readCheckpoint(db)).toBeNull()
  })

  it('has another digest for any other row', async () => {
    const db = await emptyDatabase()
    await applyBatch(db, batchOf(life))
    const before = await digest(db)
    const [ticket] = await db.tickets.limit(1).toArray()
    if (!ticket) throw new Error('no ticket')
    await db.tickets.put({ ...ticket, calls: ticket.calls + 1 })
    expect(await digest(db)).not.toBe(before)
    await db.tickets.put(ticket)
    expect(await digest(db)).toBe(before)
  })

  it('is empty after a wipe', async () => {
    const [db, empty] = [await emptyDatabase(), await emptyDatabase()]
    await applyBatch(db, batchOf(life))
    await wipe(db)
    expect(await digest(db)).toBe(await digest(empty))
  })
})

describe('a search', () => {
  const people: Applicant[] = []
  let db: StoreDb

  /** Cases k-1, k-2 … with these people, the last one newest. */
  async function withPeople(applicants: readonly Applicant[]): Promise<StoreDb> {
    const records = recordsOf(applicants.length, { seed: 1, casesOnly: true, casesPerDay: 100 }).map(
      (recorded, index) => {
        const events = recorded.commit.events.map((event) =>
          event.type === 'CaseReceived'
            ? { ...event, data: { ...(event.data as object), caseId: `k-${index + 1}`, applicant: applicants[index] } }
            : event
        )
        return { ...recorded, stream: `case-k-${index + 1}`, commit: { ...recorded.commit, events } }
      }
    )
    const filled = await emptyDatabase()
    await applyBatch(filled, batchOf(records))
    return filled
  }
  const person = (name: string, idNumber = '', phone: string | null = null): Applicant => ({
    name,
    idKind: 'residentId',
    idNumber,
    phone,
    address: ''
  })
  const ids = (rows: readonly { caseId: string }[]): string[] => rows.map(({ caseId }) => caseId)

  beforeAll(async () => {
    const random = seeded(12)
    for (let n = 0; n < 400; n += 1) people.push(inventedApplicant(random))
    db = await withPeople(people)
  })

  it('shows the newest first, and no more than asked for', async () => {
    const small = await withPeople(['张一', '李二', '张三', '张四', '李五', '张六'].map((name) => person(name)))
    expect(ids(await searchCases(small, '张', 20))).toEqual(['k-6', 'k-4', 'k-3', 'k-1'])
    expect(ids(await searchCases(small, '张', 2))).toEqual(['k-6', 'k-4'])
    expect(ids(await searchCases(small, 'li', 20))).toEqual(['k-5', 'k-2'])
    expect(await searchCases(small, '张', 0)).toEqual([])
    expect(await searchCases(small, '', 20)).toEqual([])
  })

  it('shows who was typed in full before all others, however many are newer', async () => {
    const names = ['张伟', ...Array.from({ length: 30 }, () => '张伟明')]
    const small = await withPeople(names.map((name) => person(name)))
    const [first, second, ...others] = ids(await searchCases(small, '张伟', 20))
    expect([first, second]).toEqual(['k-1', 'k-31'])
    expect(others).toHaveLength(18)
  })

  it('finds by any kind of number, the newest first', async () => {
    const small = await withPeople([
      person('甲', '500102198511209985', '13800138000'),
      person('乙', '110101199107049997', '13800139985'),
      person('丙', '440106199003039985', null)
    ])
    expect(ids(await searchCases(small, '9985', 20))).toEqual(['k-3', 'k-1'])
    expect(ids(await searchCases(small, '1380013', 20))).toEqual(['k-2', 'k-1'])
    expect(ids(await searchCases(small, '50010219851120', 20))).toEqual(['k-1'])
    const [row] = await small.cases.toArray()
    expect(ids(await searchCases(small, row?.caseNo ?? '', 20))).toEqual([row?.caseId])
    expect(ids(await searchCases(small, row?.caseNo.slice(0, 14) ?? '', 20))).toEqual(['k-3', 'k-2', 'k-1'])
  })

  it('finds exactly those whose name, initials or pinyin begin so', async () => {
    const keys = people.map(({ name }) => nameKeys(name))
    const queries = fc
      .tuple(fc.nat(people.length - 1), fc.nat(9), fc.integer({ min: 1, max: 12 }))
      .map(([index, reading, length]) => {
        const { text, initials, full } = keys[index] ?? { text: '', initials: [], full: [] }
        const whole = [text, ...initials, ...full]
        return [...(whole[reading % whole.length] ?? '')].slice(0, length).join('')
      })
    await fc.assert(
      fc.asyncProperty(queries, async (query) => {
        const wanted = foldForSearch(query)
        const expected = keys.flatMap(({ text, initials, full }, index) =>
          [text, ...initials, ...full].some((whole) => whole.startsWith(wanted)) ? [`k-${index + 1}`] : []
        )
        const found = ids(await searchCases(db, query, 400))
        // A one-letter pinyin beginning is an initial; all others are looked up as both.
        expect([...found].sort()).toEqual([...expected].sort())
      }),
      { numRuns: 60 }
    )
  })

  it('forgets the old name of an applicant who was corrected', async () => {
    const small = await withPeople([person('张伟')])
    const [first] = await small.events.toArray()
    if (!first) throw new Error('no record')
    const corrected: Recorded = {
      ...first,
      version: 2,
      position: { ...first.position, seq: 2 },
      commit: {
        ...first.commit,
        commitId: 'c-2',
        events: [{ type: 'ApplicantCorrected', v: 1, data: { applicant: person('李敏'), proxy: null } }]
      }
    }
    await applyBatch(small, batchOf([corrected]))
    expect(await searchCases(small, '张', 20)).toEqual([])
    expect(ids(await searchCases(small, 'lm', 20))).toEqual(['k-1'])
  })

  it('by one person’s number shows open cases before closed ones, each newest first', async () => {
    const id = '500102198511209985'
    const small = await withPeople(Array.from({ length: 5 }, () => person('甲', id)))
    const events = await small.events.toArray()
    const [records, closed] = [events.sort((a, b) => a.position.seq - b.position.seq), [4, 2]]
    for (const [at, number] of closed.entries()) {
      const received = records[number - 1]
      if (!received) throw new Error('no record')
      const completed: Recorded = {
        ...received,
        version: 2,
        position: { ...received.position, seq: 6 + at },
        commit: {
          ...received.commit,
          commitId: `c-${number}`,
          events: [{ type: 'CaseCompleted', v: 1, data: { completedOn: '2024-01-03', note: '' } }]
        }
      }
      await applyBatch(small, batchOf([completed]))
    }
    expect(ids(await casesByIdNumber(small, '５００１０２１９８５１１２０９９８５', 20))).toEqual([
      'k-5',
      'k-3',
      'k-1',
      'k-4',
      'k-2'
    ])
    expect(ids(await casesByIdNumber(small, id, 3))).toEqual(['k-5', 'k-3', 'k-1'])
    expect(await casesByIdNumber(small, '', 20)).toEqual([])
  })
})

describe('a failure', () => {
  const named = (name: string, more: object = {}): Error => Object.assign(new Error('said so'), { name }, more)

  it.each([
    ['UnknownError', 'damaged'],
    ['VersionError', 'damaged'],
    ['QuotaExceededError', 'full'],
    ['AbortError', 'aborted'],
    ['TypeError', 'fault'],
    ['DataError', 'fault'],
    ['BatchGap', 'fault']
  ] as const)('%s means %s', (name, kind) => {
    expect(failureOf(named(name))).toEqual({ kind, name, message: 'said so' })
  })

  it('is what happened inside, however it is wrapped', () => {
    const full = named('AbortError', { inner: named('QuotaExceededError') })
    expect(failureOf(full).kind).toBe('full')
    expect(failureOf(named('BulkError', { failures: [named('AbortError')] })).kind).toBe('aborted')
    expect(failureOf(named('OpenFailedError', { inner: named('UnknownError') })).name).toBe('UnknownError')
    expect(failureOf(undefined).kind).toBe('fault')
  })
})
