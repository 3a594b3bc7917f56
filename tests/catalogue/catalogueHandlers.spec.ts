import { beforeEach, describe, expect, it } from 'vitest'
import type { Excel } from '../../electron/catalogue/excel.ts'
import { readWorkbook, writeWorkbook } from '../../electron/catalogue/workbook.ts'
import { catalogueHandlers } from '../../electron/commands/catalogueHandlers.ts'
import type { Caller } from '../../electron/ipc/bindContract.ts'
import { itemAtVersion } from '../../shared/domain/catalogue/catalogue.ts'
import { SHEETS } from '../../shared/domain/catalogue/exchangeColumns.ts'
import { itemFileJson } from '../../shared/domain/catalogue/exchangeJson.ts'
import type { ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import type { Role } from '../../shared/domain/staff/staff.ts'
import { fakeTerminal, type TestTerminal } from '../commands/support/fakeTerminal.ts'
import { itemOf } from '../support/builders.ts'

/** The same library without the thread. */
const EXCEL: Excel = { write: writeWorkbook, read: (bytes) => readWorkbook(bytes, Object.values(SHEETS)) }

let hall: TestTerminal
let doors: ReturnType<typeof catalogueHandlers>
let author: Caller
let lead: Caller
beforeEach(async () => {
  hall = await fakeTerminal()
  doors = catalogueHandlers(hall.terminal, EXCEL)
  author = callerOf('guan', '管理员', ['administrator'])
  lead = callerOf('shan', '单雨青', ['clerk', 'lead'])
})

const callerOf = (personId: string, name: string, roles: readonly Role[]): Caller => ({
  ...hall.caller,
  session: { personId, name, roles, counter: null }
})

const TODAY = '2026-11-23'
const MZ = itemOf('MZ-001')
const editable = (item: ServiceItem) =>
  structuredClone(item) as Parameters<(typeof doors)['catalogue.saveDraft']>[0]['item']
const save = (item: ServiceItem, commandId: string, by = author) =>
  doors['catalogue.saveDraft']({ item: editable(item) }, by, commandId)
const approve = (itemId: string, commandId: string, effectiveFrom = TODAY, by = lead) =>
  doors['catalogue.approve']({ itemId, effectiveFrom }, by, commandId)
const offered = async (itemId = 'MZ-001') => {
  const reply = await doors['catalogue.item']({ itemId, version: null }, hall.caller)
  return reply.ok ? reply.value : null
}
const found = async (text: string) => {
  const reply = await doors['catalogue.search']({ text, limit: 10 }, hall.caller)
  return reply.ok ? reply.value.map(({ itemId }) => itemId) : []
}
const json = (...items: ServiceItem[]) => ({
  format: 'json' as const,
  bytes: new TextEncoder().encode(itemFileJson(items, '示例'))
})
const eventsOf = (type: DomainEvent['type']) =>
  hall.log.all().flatMap((r) => (r.commit.events as readonly DomainEvent[]).filter((e) => e.type === type))

describe('a change of an item', () => {
  it('is drafted, approved by somebody else, and offered from its day on', async () => {
    expect(await save({ ...MZ, name: '最低生活保障申请' }, 'press-0001')).toEqual({ ok: true, value: { problems: [] } })
    expect(await approve('MZ-001', 'press-0002', TODAY, author)).toMatchObject({ refusal: { code: 'item-own-draft' } })
    expect(await approve('MZ-001', 'press-0003', '2026-12-01')).toEqual({ ok: true, value: { version: 2 } })
    expect((await offered())?.version).toBe(1)
    hall.ambient.setTo('2026-12-01T01:00:00.000Z')
    expect(await offered()).toMatchObject({ version: 2, item: { version: 2, name: '最低生活保障申请' } })
  })

  it('tells what is wrong with its content, and keeps it as a draft', async () => {
    const late = { ...MZ, promisedLimit: { value: 31, unit: 'WORKING_DAY' as const } }
    expect(await save(late, 'press-0001')).toEqual({
      ok: true,
      value: { problems: [{ code: 'item-promise-after-statute', start: TODAY }] }
    })
    expect(await approve('MZ-001', 'press-0002')).toMatchObject({ refusal: { code: 'item-draft-problems', count: 1 } })
    expect(await doors['catalogue.list']({}, lead)).toMatchObject({
      value: [{ itemId: 'MZ-001', version: 1, draft: { by: '管理员', problems: 1 } }]
    })
  })

  it('leaves the old version readable: a case keeps the one it was received under', async () => {
    await save({ ...MZ, promisedLimit: { value: 10, unit: 'WORKING_DAY' } }, 'press-0001')
    await approve('MZ-001', 'press-0002')
    const shelf = hall.desk.items.get('MZ-001')
    expect([1, 2].map((version) => shelf && itemAtVersion(shelf, version)?.promisedLimit.value)).toEqual([20, 10])
  })

  it('a press that is sent again changes nothing more', async () => {
    const [one, two] = [
      await save({ ...MZ, note: '改' }, 'press-0001'),
      await save({ ...MZ, note: '改' }, 'press-0001')
    ]
    expect(one).toEqual(two)
    expect(eventsOf('ItemDrafted')).toHaveLength(1)
  })

  it('may be given up', async () => {
    await save({ ...MZ, note: '改' }, 'press-0001')
    expect(await doors['catalogue.discardDraft']({ itemId: 'MZ-001' }, lead, 'press-0002')).toEqual({
      ok: true,
      value: null
    })
    expect(await doors['catalogue.get']({ itemId: 'MZ-001' }, lead)).toMatchObject({ value: { draft: null } })
  })

  it('with a certificate that communities may not issue is refused in the editor (民发〔2020〕20号)', async () => {
    const materials = MZ.materials.map((m) => (m.id === 'm7' ? { ...m, name: '居委会出具的婚姻状况证明' } : m))
    expect(await save({ ...MZ, materials }, 'press-0001')).toMatchObject({
      refusal: { code: 'item-forbidden-certificate', certificate: '婚姻状况证明', field: 'item.materials.6.name' }
    })
  })

  it('shows whoever looks whether they may approve it', async () => {
    await save({ ...MZ, note: '改' }, 'press-0001')
    const obstacle = async (who: Caller) => {
      const reply = await doors['catalogue.get']({ itemId: 'MZ-001' }, who)
      return reply.ok ? reply.value.draft?.obstacle : 'refused'
    }
    expect([await obstacle(author), await obstacle(lead)]).toEqual(['item-own-draft', null])
  })
})

describe('what clerks are offered', () => {
  it('is only what is in force today: no draft, nothing that begins later', async () => {
    const other = { ...itemOf('HJ-001'), version: 1 }
    await save(other, 'press-0001')
    expect(await found('居住登记')).toEqual([])
    expect(await offered('HJ-001')).toBeNull()
    await approve('HJ-001', 'press-0002', '2026-12-01')
    expect(await found('居住登记')).toEqual([])
    hall.ambient.setTo('2026-12-01T01:00:00.000Z')
    expect(await found('居住登记')).toEqual(['HJ-001'])
  })

  it('ends with the last day of a withdrawn item', async () => {
    const withdraw = { itemId: 'MZ-001', effectiveTo: TODAY, reason: '合并办理' }
    expect(await doors['catalogue.withdraw'](withdraw, lead, 'press-0001')).toEqual({ ok: true, value: null })
    expect(await found('低保')).toEqual(['MZ-001'])
    hall.ambient.setTo('2026-11-24T01:00:00.000Z')
    expect(await found('低保')).toEqual([])
    expect(await doors['catalogue.list']({}, lead)).toMatchObject({
      value: [{ itemId: 'MZ-001', version: null, withdrawn: { effectiveTo: TODAY, reason: '合并办理' } }]
    })
  })
})

describe('an import', () => {
  const changed = { ...MZ, promisedLimit: { value: 18, unit: 'WORKING_DAY' as const } }

  it('shows first what it would change, and changes nothing by that', async () => {
    const before = hall.log.all().length
    expect(await doors['catalogue.preview'](json(changed, itemOf('HJ-001')), author)).toEqual({
      ok: true,
      value: {
        added: [{ itemId: 'HJ-001', name: itemOf('HJ-001').name }],
        changed: [{ itemId: 'MZ-001', name: MZ.name, fields: ['promisedLimit'] }],
        unchanged: 0,
        errors: []
      }
    })
    expect(hall.log.all()).toHaveLength(before)
  })

  it('saves a draft for each new or different item; approving them is one press of somebody else', async () => {
    const file = json(changed, itemOf('HJ-001'), itemOf('YB-001'))
    expect(await doors['catalogue.import'](file, author, 'press-0001')).toEqual({
      ok: true,
      value: { added: 2, changed: 1, unchanged: 0 }
    })
    expect((await offered())?.item.promisedLimit.value).toBe(20)
    const itemIds = ['HJ-001', 'MZ-001', 'YB-001', 'ZZ-999']
    expect(await doors['catalogue.approveMany']({ itemIds, effectiveFrom: TODAY }, lead, 'press-0002')).toEqual({
      ok: true,
      value: {
        approved: [
          { itemId: 'HJ-001', version: 1 },
          { itemId: 'MZ-001', version: 2 },
          { itemId: 'YB-001', version: 1 }
        ],
        refused: [{ itemId: 'ZZ-999', refusal: { code: 'item-draft-none' } }]
      }
    })
    expect((await offered())?.item.promisedLimit.value).toBe(18)
  })

  it('pressed twice saves each draft once', async () => {
    await doors['catalogue.import'](json(changed), author, 'press-0001')
    await doors['catalogue.import'](json(changed), author, 'press-0001')
    await doors['catalogue.import'](json(changed), author, 'press-0002')
    expect(eventsOf('ItemDrafted')).toHaveLength(1)
  })

  it('with one mistake imports nothing at all', async () => {
    const wrong = { ...itemOf('YB-001'), category: '' }
    const before = hall.log.all().length
    const file = json(changed, wrong)
    expect(await doors['catalogue.import'](file, author, 'press-0001')).toEqual({
      ok: false,
      refusal: { code: 'import-errors', count: 1 }
    })
    expect(hall.log.all()).toHaveLength(before)
    expect(await doors['catalogue.preview'](file, author)).toMatchObject({
      value: { added: [], changed: [], errors: [{ row: 2, column: 'category', code: 'cell-required' }] }
    })
  })

  it('of what is the same already says so', async () => {
    expect(await doors['catalogue.import'](json(MZ), author, 'press-0001')).toMatchObject({
      refusal: { code: 'import-nothing' }
    })
  })

  it('that the disk cuts off is finished by pressing again', async () => {
    const file = json(changed, itemOf('HJ-001'))
    hall.log.refuseNext('full')
    expect(await doors['catalogue.import'](file, author, 'press-0001')).toMatchObject({ refusal: { code: 'log-full' } })
    expect(await doors['catalogue.import'](file, author, 'press-0001')).toMatchObject({
      ok: true,
      value: { added: 1, changed: 1 }
    })
    expect(eventsOf('ItemDrafted')).toHaveLength(2)
  })

  it('of bytes that are no text is a file that cannot be read, told as such', async () => {
    const bytes = new Uint8Array([0xff, 0xfe, 0x00])
    expect(await doors['catalogue.preview']({ format: 'json', bytes }, author)).toMatchObject({
      value: { errors: [{ code: 'file-shape', row: 0 }] }
    })
  })

  it('whose thread fails is refused, and nothing has happened', async () => {
    const failing = catalogueHandlers(hall.terminal, {
      read: () => Promise.reject(new Error('ended')),
      write: () => Promise.reject(new Error('ended'))
    })
    const input = { format: 'xlsx' as const, bytes: new Uint8Array([1]) }
    const code = { ok: false, refusal: { code: 'exchange-failed' } }
    expect(await failing['catalogue.preview'](input, author)).toEqual(code)
    expect(await failing['catalogue.import'](input, author, 'press-0001')).toEqual(code)
    expect(await failing['catalogue.export']({ format: 'xlsx' }, author)).toEqual(code)
  })
})

describe('an export', () => {
  it.each(['json', 'xlsx'] as const)('as %s is what is on offer today, and imports as the same', async (format) => {
    await save({ ...itemOf('HJ-001'), version: 1 }, 'press-0001')
    await approve('HJ-001', 'press-0002')
    await save({ ...itemOf('YB-001'), version: 1 }, 'press-0003')
    const file = await doors['catalogue.export']({ format }, author)
    const bytes = file.ok ? file.value : new Uint8Array()
    expect(await doors['catalogue.preview']({ format, bytes }, author)).toEqual({
      ok: true,
      value: { added: [], changed: [], unchanged: 2, errors: [] }
    })
  })

  it('of sample items carries their warning', async () => {
    const file = await doors['catalogue.export']({ format: 'json' }, author)
    expect(new TextDecoder().decode(file.ok ? file.value : undefined)).toContain(
      '上线前必须换成本地的政务服务事项实施清单'
    )
  })
})
