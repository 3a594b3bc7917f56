import {
  APPLICANT_TYPES,
  CASE_TYPES,
  DECIDERS,
  EXCLUDED_PROCEDURES,
  ITEM_TYPES,
  MATERIAL_FORMS,
  MATERIAL_SOURCES,
  NECESSITIES,
  STAGES,
  WAIVERS
} from '../../../../../shared/domain/catalogue/codes.ts'
import { limitText, statutoryLimitText } from '../../../../../shared/domain/catalogue/limitText.ts'
import type { Material, ServiceItem, Situation } from '../../../../../shared/domain/catalogue/serviceItem.ts'
import { COMMITMENT_FIELD, CONFIDENCE, DEEMED } from '../names.ts'

/** Every field of an item in words; empty where it has none. */

type Limit = ServiceItem['promisedLimit']

const yesNo = (value: boolean): string => (value ? '是' : '否')
const list = (values: readonly string[]): string => values.join('、')
const lines = (values: readonly string[]): string => values.join('\n')
const limit = (value: Limit | undefined): string => (value ? limitText(value) : '')
const days = (value: Limit | undefined): string => (value ? (value.value === 0 ? '当日' : limitText(value)) : '')

/** Fields that are said in one text; materials and situations have tables of their own. */
export type ItemKey = Exclude<keyof ServiceItem, 'version' | 'materials' | 'situations'>

export const ITEM_WORDS: Readonly<Record<ItemKey, (item: ServiceItem) => string>> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  everydayNames: ({ everydayNames }) => list(everydayNames),
  category: ({ category }) => category,
  publicGroup: ({ publicGroup }) => publicGroup,
  basicCode: ({ basicCode }) => basicCode,
  taskCode: ({ taskCode }) => taskCode,
  itemTypeCode: ({ itemTypeCode }) => ITEM_TYPES[itemTypeCode],
  handlingOffice: ({ handlingOffice }) => handlingOffice,
  decisionAuthority: ({ decisionAuthority }) => DECIDERS[decisionAuthority],
  caseType: ({ caseType }) => CASE_TYPES[caseType].label,
  promisedLimit: ({ promisedLimit }) => limitText(promisedLimit),
  statutoryLimit: ({ statutoryLimit }) => statutoryLimitText(statutoryLimit),
  statutoryNote: ({ statutoryNote }) => statutoryNote ?? '',
  deemedAcceptance: ({ deemedAcceptance }) => DEEMED[deemedAcceptance],
  lapse: ({ lapse }) => days(lapse),
  excludedProcedures: ({ excludedProcedures }) =>
    list(excludedProcedures.map((code) => EXCLUDED_PROCEDURES[code].label)),
  publicity: ({ publicity }) => (publicity ? days({ value: publicity.days, unit: publicity.unit }) : ''),
  applicantTypes: ({ applicantTypes }) => list(applicantTypes.map((code) => APPLICANT_TYPES[code])),
  conditions: ({ conditions }) => lines(conditions),
  stages: ({ stages }) => stages.map((code) => STAGES[code]).join(' → '),
  result: ({ result }) => result,
  fee: ({ fee }) => [fee.charged ? '收费' : '不收费', fee.note ?? ''].filter((part) => part !== '').join('：'),
  agentAllowed: ({ agentAllowed }) => yesNo(agentAllowed),
  doorToDoorAllowed: ({ doorToDoorAllowed }) => yesNo(doorToDoorAllowed),
  mustAppearInPerson: ({ mustAppearInPerson }) => mustAppearInPerson ?? '',
  crossRegion: ({ crossRegion }) => crossRegion ?? '',
  jointOffices: ({ jointOffices }) => lines((jointOffices ?? []).map((one) => `${one.office}：${days(one.limit)}`)),
  upperAuthority: ({ upperAuthority }) => upperAuthority ?? '',
  localLimit: ({ localLimit }) => days(localLimit),
  deliveryLimit: ({ deliveryLimit }) => days(deliveryLimit),
  extensionMax: ({ extensionMax }) => (extensionMax === undefined ? '' : `${extensionMax} 日`),
  legalBasis: ({ legalBasis }) => lines(legalBasis),
  note: ({ note }) => note ?? '',
  confidence: ({ confidence }) => CONFIDENCE[confidence],
  illustrative: ({ illustrative }) => yesNo(illustrative)
}

/** The order in which they are read, and typed. */
export const GROUPS = {
  basics: [
    'id',
    'name',
    'everydayNames',
    'category',
    'publicGroup',
    'itemTypeCode',
    'applicantTypes',
    'conditions',
    'result',
    'legalBasis',
    'basicCode',
    'taskCode',
    'note',
    'confidence',
    'illustrative'
  ],
  limits: [
    'promisedLimit',
    'statutoryLimit',
    'statutoryNote',
    'deemedAcceptance',
    'lapse',
    'localLimit',
    'deliveryLimit',
    'extensionMax'
  ],
  handling: [
    'caseType',
    'handlingOffice',
    'decisionAuthority',
    'upperAuthority',
    'jointOffices',
    'stages',
    'excludedProcedures',
    'publicity',
    'agentAllowed',
    'mustAppearInPerson',
    'doorToDoorAllowed',
    'crossRegion',
    'fee'
  ]
} as const satisfies Readonly<Record<string, readonly ItemKey[]>>

const pieces = (originals: number, copies: number): string =>
  [originals > 0 ? `原件 ${originals} 份` : '', copies > 0 ? `复印件 ${copies} 份` : '']
    .filter((p) => p !== '')
    .join('，')

/** How many originals and copies. */
export const countsText = ({ originalCount, copyCount }: Material): string => pieces(originalCount, copyCount)

/** `“由他人代办吗？”回答“是”` for each rule. */
function whenText(when: Material['when'], situations: readonly Situation[]): string {
  return lines(
    (when ?? []).map((rule) => {
      const situation = situations.find(({ id }) => id === rule.situation)
      const labels = rule.options.map((id) => situation?.options.find((option) => option.id === id)?.label ?? id)
      return `“${situation?.question ?? rule.situation}”回答“${labels.join('”或“')}”`
    })
  )
}

export type MaterialKey = Exclude<keyof Material, 'id'>

export const MATERIAL_WORDS: Readonly<
  Record<MaterialKey, (material: Material, situations: readonly Situation[]) => string>
> = {
  name: ({ name }) => name,
  originalCount: ({ originalCount }) => String(originalCount),
  copyCount: ({ copyCount }) => String(copyCount),
  necessity: ({ necessity }) => NECESSITIES[necessity],
  form: ({ form }) => MATERIAL_FORMS[form],
  source: ({ source }) => MATERIAL_SOURCES[source],
  issuer: ({ issuer }) => issuer ?? '',
  originalReturned: ({ originalReturned }) => yesNo(originalReturned),
  waiver: ({ waiver }) => WAIVERS[waiver],
  condition: ({ condition }) => condition ?? '',
  when: ({ when }, situations) => whenText(when, situations),
  deferLimit: ({ deferLimit }) => limit(deferLimit),
  commitment: ({ commitment }) => {
    if (!commitment) return ''
    const { version, duty, content, consequence, checkLimit } = commitment
    const parts = { version: String(version), duty, content, consequence, checkLimit: limit(checkLimit) }
    const keys = Object.keys(parts) as (keyof typeof parts)[]
    return lines(keys.filter((key) => parts[key] !== '').map((key) => `${COMMITMENT_FIELD[key]}：${parts[key]}`))
  },
  note: ({ note }) => note ?? ''
}

/** `是 / 否` */
export const optionsText = ({ options }: Situation): string => options.map(({ label }) => label).join(' / ')
