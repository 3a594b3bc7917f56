import { describe, expect, it } from 'vitest'
import { shippedCalendarYears } from '../../../shared/domain/calendar/shippedYears.ts'
import { createWorkCalendar } from '../../../shared/domain/calendar/workCalendar.ts'
import { CASE_TYPES, EXCLUDED_PROCEDURES } from '../../../shared/domain/catalogue/codes.ts'
import {
  FORBIDDEN_CERTIFICATES,
  forbiddenCertificate,
  forbiddenMaterial
} from '../../../shared/domain/catalogue/forbiddenCertificates.ts'
import { checkItem, promiseAfterStatute } from '../../../shared/domain/catalogue/itemCheck.ts'
import { itemFileSchema, type ServiceItem, serviceItemSchema } from '../../../shared/domain/catalogue/serviceItem.ts'
import { shippedItems } from '../../../shared/domain/catalogue/shippedItems.ts'
import { parseCreditCode } from '../../../shared/domain/people/creditCode.ts'

const file = shippedItems()
const calendar = createWorkCalendar(shippedCalendarYears())
const wholeCalendar = { from: '2023-01-01', through: '2026-09-30' }

function item(id: string): ServiceItem {
  const found = file.items.find((one) => one.id === id)
  if (!found) throw new Error(`no item ${id}`)
  return found
}

describe('the sample catalogue', () => {
  it('has 89 items, every one marked as a sample, and says so to whoever opens it', () => {
    expect(file.items).toHaveLength(89)
    expect(file.items.every((one) => one.illustrative)).toBe(true)
    expect(file.status).toBe('illustrative')
    expect(file.warning).toContain('示例数据')
  })

  it.each([
    ['民政', 14],
    ['社保', 8],
    ['就业', 7],
    ['医保', 6],
    ['卫健计生', 6],
    ['国土规划', 6],
    ['建设环保', 7],
    ['户籍', 5],
    ['法律援助', 3],
    ['农业', 6],
    ['退役军人', 5],
    ['残联', 4],
    ['水电气费', 6],
    ['综合服务', 6]
  ])('has of %s %i items', (category, count) => {
    expect(file.items.filter((one) => one.category === category)).toHaveLength(count)
  })

  it.each(file.items.map((one) => [one.id, one] as const))(
    '%s asks for nothing forbidden, stops its clock only where the law allows, promises no later than the statute',
    (_, one) => {
      expect(checkItem(one, calendar, wholeCalendar)).toEqual([])
    }
  )

  it('builds every implementation code from body (18), level 5 and basic code (12)', () => {
    for (const one of file.items) {
      expect(one.taskCode).toBe(`${one.taskCode.slice(0, 18)}5${one.basicCode}`)
      expect(parseCreditCode(one.taskCode.slice(0, 18))).toMatchObject({ ok: true })
    }
  })

  it('gives each item everyday names that are its own words, not its official name', () => {
    for (const one of file.items) {
      expect(new Set(one.everydayNames).size).toBe(one.everydayNames.length)
      expect(one.everydayNames).not.toContain(one.name)
    }
  })

  it('shows in the hall no group that tells a need: no allowance, disability, illness, dispute', () => {
    const groups = new Set(file.items.map((one) => one.publicGroup))
    for (const group of groups) expect(group).not.toMatch(/低保|救助|残|困|病|失业|贫|纠纷|信访|援助|计生|孤/u)
    expect(item('MZ-001').publicGroup).toBe('民政')
    expect(item('CL-001').publicGroup).toBe('民政')
    expect(groups.size).toBeLessThanOrEqual(14)
  })

  it('gives every item 90 calendar days for a supplement', () => {
    expect(new Set(file.items.map((one) => JSON.stringify(one.lapse)))).toEqual(
      new Set(['{"value":90,"unit":"CALENDAR_DAY"}'])
    )
  })

  it.each([
    ['GT-002', 'LICENCE'],
    ['GT-004', 'LICENCE'],
    ['NY-003', 'LICENCE'],
    ['GT-005', 'REAL_ESTATE'],
    ['ZH-001', 'DISCLOSURE'],
    ['FY-001', 'LEGAL_AID'],
    ['MZ-001', 'HALL_PRACTICE'],
    ['BM-001', 'NONE'],
    ['ZH-004', 'NONE']
  ])('treats silence on %s as %s', (id, kind) => {
    expect(item(id).deemedAcceptance).toBe(kind)
  })

  it('has LICENCE for every licence and for nothing else', () => {
    for (const one of file.items) expect(one.deemedAcceptance === 'LICENCE').toBe(one.itemTypeCode === '01')
  })

  it('has a named issuer where a certificate of the forbidden list is issued by its proper authority', () => {
    const named = file.items.flatMap((one) => one.materials).filter((one) => forbiddenCertificate(one.name))
    expect(named.map((one) => one.name)).toEqual(['死亡证明材料', '子女死亡或残疾证明', '婚姻状况材料'])
    expect(named.every((one) => one.issuer !== undefined)).toBe(true)
  })
})

describe('the shape of an item', () => {
  const sample = item('MZ-001')
  const changed = (change: object) => serviceItemSchema.safeParse({ ...sample, ...change }).success

  it('is accepted as it is shipped', () => {
    expect(changed({})).toBe(true)
  })

  it.each([
    ['an unknown key', { display: '20个工作日' }],
    ['no everyday name', { everydayNames: [] }],
    ['seven everyday names', { everydayNames: ['1', '2', '3', '4', '5', '6', '7'] }],
    ['an empty name', { name: ' ' }],
    ['a code longer than 50', { taskCode: '1'.repeat(51) }],
    ['a case type that does not exist', { caseType: 'SUPPLEMENT' }],
    ['a limit in hours', { promisedLimit: { value: 2, unit: 'HOUR' } }],
    ['a negative limit', { promisedLimit: { value: -1, unit: 'WORKING_DAY' } }],
    ['a free-text pause', { excludedProcedures: ['挂起'] }],
    ['a material twice', { materials: [sample.materials[0], sample.materials[0]] }],
    ['a conditional material without its situation', { materials: [{ ...sample.materials[5], condition: undefined }] }],
    ['a situation on a required material', { materials: [{ ...sample.materials[0], condition: '由他人代办时' }] }],
    ['presence and a proxy at once', { mustAppearInPerson: '须本人到场', agentAllowed: true }]
  ])('refuses %s', (_, change) => {
    expect(changed(change)).toBe(false)
  })

  it('refuses a file in which an item id stands twice', () => {
    expect(itemFileSchema.safeParse({ ...file, items: [sample] }).success).toBe(true)
    expect(itemFileSchema.safeParse({ ...file, items: [sample, sample] }).success).toBe(false)
  })
})

describe('rules of content', () => {
  it('refuse a promise that ends after the statute on any start day, compared as dates', () => {
    const promise = (value: number) => ({
      promisedLimit: { value, unit: 'WORKING_DAY' as const },
      statutoryLimit: { value: 30, unit: 'CALENDAR_DAY' as const }
    })
    const may = { from: '2026-05-06', through: '2026-05-06' }
    expect(promiseAfterStatute(promise(20), calendar, may)).toBeNull()
    // The same two limits across the National Day holiday of 2026.
    expect(promiseAfterStatute(promise(20), calendar, { from: '2026-09-01', through: '2026-10-31' })).toBe('2026-09-04')
    expect(promiseAfterStatute({ ...promise(20), statutoryLimit: null }, calendar, wholeCalendar)).toBeNull()
  })

  it('let a licence stop only for procedures of 行政许可法 45: no public notice, no site visit', () => {
    for (const procedure of ['PUBLICITY', 'SITE_SURVEY'] as const) {
      const licence: ServiceItem = { ...item('GT-002'), excludedProcedures: ['EXPERT_REVIEW', procedure] }
      expect(checkItem(licence, calendar, wholeCalendar)).toEqual([
        { code: 'item-clock-stopped-without-basis', procedure }
      ])
    }
    expect(EXCLUDED_PROCEDURES.EXPERT_REVIEW.article45).toBe(true)
  })

  it('let a licence be delivered within 10 working days and extended by 10, by 15 when joint (行政许可法 42, 44)', () => {
    const year = { from: '2026-01-01', through: '2026-12-31' }
    const slow = { ...item('GT-004'), deliveryLimit: { value: 11, unit: 'WORKING_DAY' as const }, extensionMax: 11 }
    expect(checkItem(slow, calendar, year)).toEqual([
      { code: 'item-delivery-too-late', start: '2026-01-01' },
      { code: 'item-extension-too-long', most: 10 }
    ])
    expect(checkItem({ ...item('GT-002'), extensionMax: 16 }, calendar, year)).toEqual([
      { code: 'item-extension-too-long', most: 15 }
    ])
    // Compared as dates: after the Spring Festival of 2026 a working Saturday brings the tenth working day forward.
    const days = { ...item('GT-004'), deliveryLimit: { value: 12, unit: 'CALENDAR_DAY' as const } }
    expect(checkItem(days, calendar, year)).toEqual([{ code: 'item-delivery-too-late', start: '2026-02-23' }])
    // The limits are those of licences; a disclosure has its own (政府信息公开条例 33).
    expect(checkItem({ ...item('ZH-001'), extensionMax: 20 }, calendar, year)).toEqual([])
  })

  it('let no deferred piece and no part of another office end after the promise, compared as dates', () => {
    const september = { from: '2026-09-01', through: '2026-10-31' }
    // Of a start on Saturday 2026-09-05 the tenth working day is Friday the 18th, the 14th day moves to Sunday the 20th.
    const late = { value: 14, unit: 'CALENDAR_DAY' as const }
    const joint = item('JH-005')
    const office = { office: '区民政局', limit: late }
    expect(checkItem({ ...joint, jointOffices: [office] }, calendar, september)).toEqual([
      { code: 'item-part-after-promise', office: '区民政局', start: '2026-09-05' }
    ])
    expect(checkItem({ ...item('JY-006'), localLimit: late }, calendar, september)).toEqual([
      { code: 'item-part-after-promise', office: '', start: '2026-09-01' }
    ])
    const deferred = item('MZ-003').materials.map((m) => (m.id === 'm7' ? { ...m, deferLimit: late } : m))
    expect(checkItem({ ...item('MZ-003'), materials: deferred }, calendar, september)).toEqual([
      { code: 'item-defer-after-promise', materialId: 'm7', start: '2026-09-05' }
    ])
    // 先行救助: decided on the spot, its papers follow within 10 working days; there is no later promise to miss.
    expect(checkItem(item('MZ-004'), calendar, september)).toEqual([])
  })

  it('let no question be asked on which nothing depends', () => {
    const situations = item('MZ-001').situations ?? []
    const more = {
      ...item('MZ-001'),
      situations: [...situations, { ...situations[0], id: 's4', question: '多问一句吗？' }]
    }
    expect(checkItem(more as ServiceItem, calendar, wholeCalendar)).toEqual([
      { code: 'item-question-unused', situation: 's4', question: '多问一句吗？' }
    ])
  })

  it.each(FORBIDDEN_CERTIFICATES.map((entry) => entry.name))('refuse %s (民发〔2020〕20号)', (name) => {
    expect(forbiddenMaterial({ name })).toBe(name)
    expect(forbiddenMaterial({ name: `社区出具的${name}原件` })).toBe(name)
    expect(forbiddenMaterial({ name, issuer: '户籍地村（居）民委员会' })).toBe(name)
  })

  it.each([
    '残疾人证或诊断证明',
    '申请人居民身份证',
    '火化证明',
    '村委会书面意见',
    '居住地住址证明或就业、就读证明',
    '婚姻、生育状况承诺'
  ])('let %s pass', (name) => {
    expect(forbiddenCertificate(name)).toBeNull()
  })

  it('let a death certificate of a hospital pass and name the material that breaks the rule', () => {
    expect(forbiddenMaterial({ name: '死亡证明', issuer: '医疗机构' })).toBeNull()
    const [first] = item('MZ-001').materials
    const broken = {
      ...item('MZ-001'),
      situations: [],
      materials: first ? [{ ...first, id: 'm7', name: '健在证明' }] : []
    }
    expect(checkItem(broken, calendar, wholeCalendar)).toEqual([
      { code: 'item-forbidden-certificate', materialId: 'm7', certificate: '健在证明' }
    ])
  })
})

it('maps case types to the three codes of GB/T 39046-2020 A.6', () => {
  const codes = Object.fromEntries(Object.entries(CASE_TYPES).map(([type, entry]) => [type, entry.gb]))
  expect(codes).toEqual({ INSTANT: '1', COMMITMENT: '2', JOINT: '2', ESCALATED: '2', UTILITY: '9' })
})
