import fc from 'fast-check'
import {
  APPLICANT_TYPES,
  CASE_TYPES,
  DECIDERS,
  EXCLUDED_PROCEDURES,
  ITEM_TYPES,
  MATERIAL_FORMS,
  MATERIAL_SOURCES,
  STAGES,
  WAIVERS
} from '../../../shared/domain/catalogue/codes.ts'
import { DEEMED_ACCEPTANCE_KINDS } from '../../../shared/domain/catalogue/deemedAcceptance.ts'
import { forbiddenMaterial } from '../../../shared/domain/catalogue/forbiddenCertificates.ts'
import { canonicalItem } from '../../../shared/domain/catalogue/sameItem.ts'
import { type Material, type ServiceItem, serviceItemSchema } from '../../../shared/domain/catalogue/serviceItem.ts'

/** Any item that the schema takes and that asks for no certificate of the forbidden list. */

const keysOf = <Key extends string>(table: Readonly<Record<Key, unknown>>) =>
  fc.constantFrom(...(Object.keys(table) as Key[]))

/** What table programs and separators trip over: signs of formulas, apostrophes, escapes, our own separators. */
const SIGNS = ['=', '+', '-', '@', "'", '"', '：', ':', '，', ',', '、', ';', '_x0041_', '&', '<', '>', '|', '0', '1.5']
const piece = fc.oneof(
  fc.constantFrom(...SIGNS, '低保', '𠮷𬭎', '買', 'ABC', '2026-11-23', 'TRUE', '是', '工作日'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 4 })
)
const line = (most: number) =>
  fc
    .array(piece, { minLength: 1, maxLength: 6 })
    .map((pieces) =>
      [...pieces.join('').replace(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu, '')].slice(0, most).join('').trim()
    )
    .filter((value) => value !== '' && value.length <= most)
const text = line(60)
const lines = fc.array(text, { minLength: 1, maxLength: 3 }).map((all) => all.join('\n'))

const limit = fc.record({
  value: fc.nat(3650),
  unit: fc.constantFrom('WORKING_DAY' as const, 'CALENDAR_DAY' as const)
})
const some = <T>(of: fc.Arbitrary<T>, minLength = 0) => fc.array(of, { minLength, maxLength: 3 })

const SITUATIONS: NonNullable<ServiceItem['situations']> = [
  {
    id: 's1',
    question: '=是哪一种？',
    source: 'ASKED',
    options: [
      { id: 'a', label: '甲=乙' },
      { id: 'bC9', label: '-丙' }
    ]
  },
  {
    id: 's7',
    question: '由他人代办吗？',
    source: 'PROXY',
    options: [
      { id: 'yes', label: '是' },
      { id: 'no', label: '否' }
    ]
  }
]
const rules: NonNullable<Material['when']>[] = [
  [{ situation: 's1', options: ['a'] }],
  [
    { situation: 's1', options: ['bC9', 'a'] },
    { situation: 's7', options: ['no'] }
  ]
]

const commitment = fc.record(
  {
    version: fc.integer({ min: 1, max: 99 }),
    duty: lines,
    content: lines,
    consequence: lines,
    checkLimit: limit
  },
  { requiredKeys: ['version', 'duty', 'content', 'consequence'] }
)

const kind = fc.oneof(
  fc.constant({ necessity: 'REQUIRED' as const }),
  fc.record({ necessity: fc.constant('DEFERRABLE' as const), deferLimit: limit }, { requiredKeys: ['necessity'] }),
  fc.record({ necessity: fc.constant('CONDITIONAL' as const), condition: text, when: fc.constantFrom(...rules) })
)

const material = fc
  .tuple(
    fc.record(
      {
        name: text,
        originalCount: fc.nat(20),
        copyCount: fc.nat(20),
        form: keysOf(MATERIAL_FORMS),
        source: keysOf(MATERIAL_SOURCES),
        issuer: text,
        originalReturned: fc.boolean(),
        waiver: keysOf(WAIVERS),
        note: text
      },
      {
        requiredKeys: ['name', 'originalCount', 'copyCount', 'form', 'source', 'originalReturned', 'waiver']
      }
    ),
    kind,
    commitment
  )
  .map(([base, which, promise]) => ({
    ...base,
    ...which,
    ...(base.waiver === 'COMMITMENT' ? { commitment: promise } : {})
  }))
  .filter((one) => forbiddenMaterial(one) === null)

const caseType = fc.oneof(
  fc.record({ caseType: keysOf(CASE_TYPES) }),
  fc.record(
    { caseType: fc.constant('ESCALATED' as const), upperAuthority: text, localLimit: limit },
    { requiredKeys: ['caseType'] }
  ),
  fc.record({
    caseType: fc.constant('JOINT' as const),
    jointOffices: some(fc.record({ office: text, limit }), 1)
  })
)

const presence = fc.oneof(
  fc.record({ agentAllowed: fc.boolean() }),
  fc.record({ agentAllowed: fc.constant(false), mustAppearInPerson: text })
)

export const anyItem: fc.Arbitrary<ServiceItem> = fc
  .tuple(
    fc.record(
      {
        id: fc.constantFrom('MZ-001', 'SB-002', 'GT-010'),
        version: fc.integer({ min: 1, max: 99 }),
        name: text,
        everydayNames: fc.array(text, { minLength: 1, maxLength: 6 }),
        category: text,
        publicGroup: text,
        basicCode: fc.oneof(fc.constant(''), fc.stringMatching(/^\d{12}$/)),
        taskCode: fc.oneof(fc.constant(''), fc.stringMatching(/^[0-9A-Z]{31}$/)),
        itemTypeCode: keysOf(ITEM_TYPES),
        handlingOffice: text,
        decisionAuthority: keysOf(DECIDERS),
        promisedLimit: limit,
        statutoryLimit: fc.option(limit),
        statutoryNote: fc.option(text),
        deemedAcceptance: fc.constantFrom(...DEEMED_ACCEPTANCE_KINDS),
        lapse: limit,
        excludedProcedures: some(keysOf(EXCLUDED_PROCEDURES)),
        publicity: fc.option(
          fc.record({
            days: fc.integer({ min: 1, max: 365 }),
            unit: fc.constantFrom('WORKING_DAY' as const, 'CALENDAR_DAY' as const)
          })
        ),
        applicantTypes: some(keysOf(APPLICANT_TYPES), 1),
        conditions: some(text),
        stages: some(keysOf(STAGES), 1),
        result: text,
        fee: fc.record({ charged: fc.boolean(), note: text }, { requiredKeys: ['charged'] }),
        doorToDoorAllowed: fc.boolean(),
        crossRegion: text,
        deliveryLimit: limit,
        extensionMax: fc.nat(60),
        legalBasis: some(text),
        note: fc.option(text),
        confidence: fc.constantFrom('sure' as const, 'likely' as const, 'unsure' as const),
        illustrative: fc.boolean()
      },
      { noNullPrototype: true }
    ),
    caseType,
    presence,
    fc.array(material, { maxLength: 4 })
  )
  .map(([base, type, who, materials]) => {
    const numbered = materials.map((one, index) => ({ id: `m${index + 1}`, ...one }))
    const asks = numbered.some((one) => one.necessity === 'CONDITIONAL')
    const item = { ...base, ...type, ...who, materials: numbered, ...(asks ? { situations: SITUATIONS } : {}) }
    return canonicalItem(serviceItemSchema.parse(item))
  })
