import { describe, expect, it } from 'vitest'
import {
  type CatalogueEvent,
  emptyShelf,
  evolveItem,
  type ItemShelf,
  itemAtVersion,
  itemOn,
  type PersonRef
} from '../../../shared/domain/catalogue/catalogue.ts'
import { decideItem, type ItemCommand } from '../../../shared/domain/catalogue/decideItem.ts'
import type { Material, ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import { CALENDAR, CLERK, DAY, itemOf, LEAD } from '../../support/builders.ts'
import { given, type Rules } from '../../support/given.ts'

const rules: Rules<ItemShelf, ItemCommand, CatalogueEvent> = {
  initial: emptyShelf('MZ-001'),
  decide: decideItem,
  evolve: (shelf, event) => evolveItem(shelf, event)
}

const ITEM = itemOf('MZ-001')
const ZHOU: PersonRef = { personId: CLERK.personId, name: CLERK.name }
const ADMIN = { personId: 'admin', name: '管理员', roles: ['administrator'] } as const

const founded: CatalogueEvent = {
  type: 'ItemPublished',
  v: 1,
  data: { itemId: 'MZ-001', version: 1, effectiveFrom: '2026-01-01', item: ITEM }
}
const published = (version: number, effectiveFrom: string, change: Partial<ServiceItem> = {}): CatalogueEvent => ({
  type: 'ItemPublished',
  v: 1,
  data: {
    itemId: 'MZ-001',
    version,
    effectiveFrom,
    item: { ...ITEM, ...change, version },
    approvedBy: { personId: LEAD.personId, name: LEAD.name },
    draftedBy: ZHOU,
    publishedOn: DAY
  }
})
const drafted = (
  change: Partial<ServiceItem> = { note: '新的备注' },
  basedOn: number | null = 1,
  by = ZHOU
): CatalogueEvent => ({
  type: 'ItemDrafted',
  v: 1,
  data: { itemId: 'MZ-001', item: { ...ITEM, ...change }, basedOn, by, source: 'editor' }
})
const withdrawn = (effectiveTo: string): CatalogueEvent => ({
  type: 'ItemWithdrawn',
  v: 1,
  data: { itemId: 'MZ-001', effectiveTo, reason: '合并办理' }
})

const save = (change: Partial<ServiceItem> = { note: '新的备注' }, by = ZHOU): ItemCommand => ({
  type: 'saveDraft',
  item: { ...ITEM, ...change },
  by,
  source: 'editor'
})
const approve = (change: Partial<Extract<ItemCommand, { type: 'approveDraft' }>> = {}): ItemCommand => ({
  type: 'approveDraft',
  effectiveFrom: DAY,
  today: DAY,
  by: LEAD,
  fourEyes: true,
  calendar: CALENDAR,
  ...change
})
const withdraw = (effectiveTo: string): ItemCommand => ({
  type: 'withdrawItem',
  effectiveTo,
  today: DAY,
  reason: '合并办理'
})
const material = (id: string, change: Partial<Material>): Partial<ServiceItem> => ({
  materials: ITEM.materials.map((m) => (m.id === id ? { ...m, ...change } : m))
})

describe('saving a draft', () => {
  it('records the whole item with its author, and what it was made from', () => {
    given(rules)(founded)
      .when(save())
      .recorded([drafted({ note: '新的备注', version: 1 })])
  })

  it('of a new item is made from nothing', () => {
    given(rules)()
      .when(save({ version: 7 }))
      .recorded([drafted({ version: 1 }, null)])
  })

  it('from a file is made from the newest version, with which the file was compared', () => {
    const events = given(rules)(founded, published(2, DAY)).when({
      type: 'saveDraft',
      item: { ...ITEM, note: '文件里的备注' },
      by: ZHOU,
      source: 'import'
    }).events
    expect(events).toMatchObject([{ data: { basedOn: 2, source: 'import', item: { version: 2 } } }])
  })

  it('that is the one already there records nothing', () => {
    given(rules)(founded, drafted()).when(save()).nothing()
  })

  it('may have problems of content: they keep it from approval, not from being kept', () => {
    const late = { promisedLimit: { value: 60, unit: 'WORKING_DAY' as const } }
    expect(given(rules)(founded).when(save(late)).events).toHaveLength(1)
  })

  it('is refused with a certificate that communities may not issue, which is named (民发〔2020〕20号)', () => {
    given(rules)(founded)
      .when(save(material('m7', { name: '村委会出具的居民财产证明' })))
      .refused('item-forbidden-certificate', {
        field: 'item.materials.6.name',
        materialId: 'm7',
        material: '村委会出具的居民财产证明',
        certificate: '居民财产证明'
      })
  })

  it('numbers the words of a promise: new words, next version; the same words, the same (国办发〔2020〕42号)', () => {
    const promise = ITEM.materials.find((m) => m.id === 'm7')?.commitment
    if (!promise) throw new Error('no promise')
    const versionOf = (commitment: typeof promise): number | undefined =>
      given(rules)(founded)
        .when(save({ ...material('m7', { commitment }), note: '改' }))
        .state.draft?.item.materials.find((m) => m.id === 'm7')?.commitment?.version
    expect(versionOf({ ...promise, content: '改过的承诺内容。' })).toBe(2)
    expect(versionOf({ ...promise, content: '改过的承诺内容。', version: 9 })).toBe(2)
    expect(versionOf({ ...promise, version: 9 })).toBe(1)
    expect(versionOf({ ...promise, checkLimit: { value: 9, unit: 'WORKING_DAY' } })).toBe(1)
  })

  it('gives questions to conditional materials that have none', () => {
    const { situations: _gone, ...bare } = ITEM
    const item = { ...bare, note: '旧', materials: ITEM.materials.map(({ when: _when, ...m }) => m) }
    const { state } = given(rules)(founded).when({ type: 'saveDraft', item, by: ZHOU, source: 'editor' })
    expect(state.draft?.item.situations).toHaveLength(3)
  })
})

describe('approving a draft', () => {
  it('publishes the next version, by whom, from when', () => {
    const outcome = given(rules)(founded, drafted()).when(approve({ effectiveFrom: '2026-12-01' }))
    outcome.recorded([published(2, '2026-12-01', { note: '新的备注' })], { version: 2 })
    expect(outcome.state).toMatchObject({
      draft: null,
      versions: [
        { version: 1, approvedBy: null },
        { version: 2, approvedBy: LEAD.name }
      ]
    })
  })

  it('is for a lead or an administrator', () => {
    given(rules)(founded, drafted())
      .when(approve({ by: { ...LEAD, roles: ['clerk'] } }))
      .refused('not-allowed')
    expect(given(rules)(founded, drafted()).when(approve({ by: ADMIN })).events).toHaveLength(1)
  })

  it('is not for its author while four eyes are the rule, nor for anybody who wrote on it', () => {
    const own = { personId: LEAD.personId, name: LEAD.name }
    given(rules)(founded, drafted({}, 1, own), drafted())
      .when(approve())
      .refused('item-own-draft')
    given(rules)(founded, drafted({ note: '改' }, 1, own))
      .when(approve())
      .refused('item-own-draft')
    const alone = given(rules)(founded, drafted({ note: '改' }, 1, own)).when(approve({ fourEyes: false }))
    expect(alone.events).toHaveLength(1)
  })

  it('a discarded draft takes its authors with it', () => {
    const own = { personId: LEAD.personId, name: LEAD.name }
    const discarded: CatalogueEvent = { type: 'ItemDraftDiscarded', v: 1, data: { itemId: 'MZ-001' } }
    expect(given(rules)(founded, drafted({}, 1, own), discarded, drafted()).when(approve()).events).toHaveLength(1)
  })

  it('needs a draft', () => {
    given(rules)(founded).when(approve()).refused('item-draft-none')
    given(rules)(founded).when({ type: 'discardDraft' }).refused('item-draft-none')
  })

  it('is refused when something newer was approved since the draft was begun', () => {
    given(rules)(founded, published(2, DAY), drafted({ note: '旧稿' }, 1))
      .when(approve())
      .refused('item-draft-outdated', { version: 2 })
    given(rules)(founded, drafted({ note: '来历不明' }, null))
      .when(approve())
      .refused('item-draft-outdated')
  })

  it('is refused when nothing has changed', () => {
    given(rules)(founded, drafted({})).when(approve()).refused('item-draft-unchanged')
  })

  it('begins today or later: what was promised yesterday is not changed afterwards', () => {
    given(rules)(founded, drafted())
      .when(approve({ effectiveFrom: '2026-11-22' }))
      .refused('item-date-past', { field: 'effectiveFrom' })
  })

  it('is refused while its content breaks rules, and lists them all', () => {
    const outcome = given(rules)(
      founded,
      drafted({
        promisedLimit: { value: 31, unit: 'WORKING_DAY' },
        ...material('m6', { when: [{ situation: 's2', options: ['yes'] }] })
      })
    ).when(approve())
    outcome.refused('item-draft-problems', {
      count: 2,
      problems: [
        { code: 'item-promise-after-statute', start: DAY },
        { code: 'item-question-unused', situation: 's1', question: '共同生活的家庭成员中有残疾人或重病患者吗？' }
      ]
    })
  })

  it('compares limits over the year after the day on which it begins', () => {
    // 20 working days end after 30 calendar days only across a long holiday: 2026-09-04 is the first such day.
    const mixed = {
      promisedLimit: { value: 20, unit: 'WORKING_DAY' as const },
      statutoryLimit: { value: 30, unit: 'CALENDAR_DAY' as const }
    }
    given(rules)(founded, drafted(mixed))
      .when(approve({ effectiveFrom: '2026-05-06', today: '2026-05-06' }))
      .refused('item-draft-problems', { problems: [{ code: 'item-promise-after-statute', start: '2026-09-04' }] })
  })

  it('looks at the shape again: what an older program saved may be wrong today', () => {
    given(rules)(founded, drafted({ everydayNames: [] }))
      .when(approve())
      .refused('item-draft-invalid', { field: 'item.everydayNames' })
  })
})

describe('what is on offer', () => {
  const on = (date: string, ...events: CatalogueEvent[]) =>
    itemOn(events.reduce(evolveShelf, rules.initial), date)?.version ?? null
  const evolveShelf = (shelf: ItemShelf, event: CatalogueEvent) => evolveItem(shelf, event)

  it('is the newest version that has begun', () => {
    const events = [founded, published(2, '2026-12-01'), published(3, '2027-01-01')]
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((date) => on(date, ...events))).toEqual([
      1, 2, 2, 3
    ])
  })

  it('is the one approved last, when an earlier one would begin later', () => {
    const events = [founded, published(2, '2026-12-10'), published(3, '2026-12-01')]
    expect(['2026-11-30', '2026-12-05', '2026-12-20'].map((date) => on(date, ...events))).toEqual([1, 3, 3])
  })

  it('is what the hall was founded with on days before it: a clock that goes back stops no counter', () => {
    expect(on('2015-01-01', founded, published(2, '2026-12-01'))).toBe(1)
  })

  it('is nothing before a new item begins, and nothing of a draft', () => {
    expect(on(DAY, published(1, '2026-12-01'))).toBeNull()
    expect(on(DAY, drafted())).toBeNull()
  })

  it('ends with the last day on offer', () => {
    const events = [founded, withdrawn('2026-11-30')]
    expect(['2026-11-30', '2026-12-01'].map((date) => on(date, ...events))).toEqual([1, null])
  })

  it('ends with versions that would have begun later, too', () => {
    expect(on('2027-02-01', founded, published(2, '2027-01-01'), withdrawn('2026-11-30'))).toBeNull()
  })

  it('comes back with the next approval, and not before its day', () => {
    const events = [founded, withdrawn('2026-11-30'), published(2, '2026-12-10')]
    expect(['2026-11-30', '2026-12-05', '2026-12-10'].map((date) => on(date, ...events))).toEqual([1, null, 2])
  })

  it('does not touch what a case was received under: every version stays readable', () => {
    const shelf = [founded, published(2, DAY, { note: '二' }), withdrawn(DAY)].reduce(evolveShelf, rules.initial)
    expect([itemAtVersion(shelf, 1)?.note, itemAtVersion(shelf, 2)?.note]).toEqual([ITEM.note, '二'])
    expect(itemAtVersion(shelf, 3)).toBeNull()
  })
})

describe('withdrawing an item', () => {
  it('names its last day and the reason', () => {
    const outcome = given(rules)(founded).when(withdraw('2026-12-31'))
    outcome.recorded([{ ...withdrawn('2026-12-31') }])
    expect(outcome.state.withdrawn).toEqual({ effectiveTo: '2026-12-31', reason: '合并办理' })
  })

  it('goes back no further than yesterday: who came earlier was served by it', () => {
    expect(given(rules)(founded).when(withdraw('2026-11-22')).events).toHaveLength(1)
    given(rules)(founded).when(withdraw('2026-11-21')).refused('item-date-past', { field: 'effectiveTo' })
  })

  it('needs something that is offered', () => {
    given(rules)(drafted()).when(withdraw(DAY)).refused('item-not-offered')
    given(rules)(founded, withdrawn(DAY)).when(withdraw(DAY)).refused('item-not-offered')
  })

  it('is taken back by approving it again, even unchanged', () => {
    const { state } = given(rules)(founded, withdrawn('2026-11-30'), drafted({})).when(approve())
    expect(state).toMatchObject({ withdrawn: null, versions: [{ version: 1 }, { version: 2 }] })
    expect(itemOn(state, '2027-01-01')?.version).toBe(2)
  })
})

describe('an old record', () => {
  it('without situations, author or day of publication folds and works like a new one', () => {
    const { situations: _gone, upperAuthority: _a, localLimit: _l, ...bare } = ITEM
    const item = { ...bare, materials: ITEM.materials.map(({ when: _w, commitment: _c, ...m }) => m) }
    const data = { itemId: 'MZ-001', version: 1, effectiveFrom: '2026-01-01', item }
    const shelf = evolveItem(emptyShelf('MZ-001'), { type: 'ItemPublished', v: 1, data })
    expect(itemOn(shelf, DAY)?.item.situations).toHaveLength(3)
    expect(shelf.versions[0]).toMatchObject({ approvedBy: null, effectiveTo: null })
    const saved = given(rules)({ type: 'ItemPublished', v: 1, data }, drafted({ note: '改' })).when(approve())
    expect(saved.events).toHaveLength(1)
  })
})
