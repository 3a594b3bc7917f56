import type { Limit, LimitUnit } from '../../../../../shared/domain/calendar/limits.ts'
import type {
  Commitment,
  Material,
  ServiceItem,
  Situation
} from '../../../../../shared/domain/catalogue/serviceItem.ts'

/** Fields of the editor as they are typed. Empty text stands for what an item does not have. */

type Typed<Of, Keys extends keyof Of> = { -readonly [Key in Keys]: Of[Key] }

export interface LimitForm {
  value: string
  unit: LimitUnit
}

export interface RuleForm {
  situation: string
  options: string[]
}

export interface CommitmentForm {
  /** Of the words as the editor was opened; 0: there were none. */
  version: number
  duty: string
  content: string
  consequence: string
  checkLimit: LimitForm
}

export type MaterialForm = Typed<Material, 'necessity' | 'form' | 'source' | 'waiver' | 'originalReturned'> & {
  key: string
  name: string
  originalCount: string
  copyCount: string
  issuer: string
  condition: string
  when: RuleForm[]
  deferLimit: LimitForm
  commitment: CommitmentForm
  note: string
}

export interface OptionForm {
  key: string
  label: string
}

export interface SituationForm {
  key: string
  question: string
  source: Situation['source']
  options: OptionForm[]
}

type Codes = Typed<
  ServiceItem,
  'itemTypeCode' | 'decisionAuthority' | 'caseType' | 'deemedAcceptance' | 'confidence' | 'illustrative'
>

export type ItemForm = Codes & {
  id: string
  version: number
  name: string
  /** One a line, as `conditions` and `legalBasis`. */
  everydayNames: string
  category: string
  publicGroup: string
  basicCode: string
  taskCode: string
  handlingOffice: string
  promisedLimit: LimitForm
  statutoryLimit: LimitForm
  statutoryNote: string
  lapse: LimitForm
  excludedProcedures: ServiceItem['excludedProcedures']
  publicity: LimitForm
  applicantTypes: ServiceItem['applicantTypes']
  conditions: string
  materials: MaterialForm[]
  situations: SituationForm[]
  stages: { code: ServiceItem['stages'][number] }[]
  result: string
  fee: { charged: boolean; note: string }
  agentAllowed: boolean
  doorToDoorAllowed: boolean
  mustAppearInPerson: string
  crossRegion: string
  jointOffices: { office: string; limit: LimitForm }[]
  upperAuthority: string
  localLimit: LimitForm
  deliveryLimit: LimitForm
  extensionMax: string
  legalBasis: string
  note: string
}

export const limitForm = (limit?: Limit | null, unit: LimitUnit = 'WORKING_DAY'): LimitForm =>
  limit ? { value: String(limit.value), unit: limit.unit } : { value: '', unit }

const linesForm = (lines: readonly string[]): string => lines.join('\n')

export const emptyCommitment = (): CommitmentForm => ({
  version: 0,
  duty: '',
  content: '',
  consequence: '',
  checkLimit: limitForm()
})

const commitmentForm = (commitment: Commitment): CommitmentForm => ({
  version: commitment.version,
  duty: commitment.duty,
  content: commitment.content,
  consequence: commitment.consequence,
  checkLimit: limitForm(commitment.checkLimit)
})

const materialForm = (material: Material): MaterialForm => ({
  key: material.id,
  name: material.name,
  originalCount: String(material.originalCount),
  copyCount: String(material.copyCount),
  necessity: material.necessity,
  form: material.form,
  source: material.source,
  issuer: material.issuer ?? '',
  originalReturned: material.originalReturned,
  waiver: material.waiver,
  condition: material.condition ?? '',
  when: (material.when ?? []).map(({ situation, options }) => ({ situation, options: [...options] })),
  deferLimit: limitForm(material.deferLimit),
  commitment: material.commitment ? commitmentForm(material.commitment) : emptyCommitment(),
  note: material.note ?? ''
})

const situationForm = ({ id, question, source, options }: Situation): SituationForm => ({
  key: id,
  question,
  source,
  options: options.map((option) => ({ key: option.id, label: option.label }))
})

/** An item as the editor shows it; `itemOf` gives the same item back. */
export function formOf(item: ServiceItem): ItemForm {
  const { publicity } = item
  return {
    id: item.id,
    version: item.version,
    name: item.name,
    everydayNames: linesForm(item.everydayNames),
    category: item.category,
    publicGroup: item.publicGroup,
    basicCode: item.basicCode,
    taskCode: item.taskCode,
    itemTypeCode: item.itemTypeCode,
    handlingOffice: item.handlingOffice,
    decisionAuthority: item.decisionAuthority,
    caseType: item.caseType,
    promisedLimit: limitForm(item.promisedLimit),
    statutoryLimit: limitForm(item.statutoryLimit),
    statutoryNote: item.statutoryNote ?? '',
    deemedAcceptance: item.deemedAcceptance,
    lapse: limitForm(item.lapse),
    excludedProcedures: [...item.excludedProcedures],
    publicity: publicity ? limitForm({ value: publicity.days, unit: publicity.unit }) : limitForm(null, 'CALENDAR_DAY'),
    applicantTypes: [...item.applicantTypes],
    conditions: linesForm(item.conditions),
    materials: item.materials.map(materialForm),
    situations: (item.situations ?? []).map(situationForm),
    stages: item.stages.map((code) => ({ code })),
    result: item.result,
    fee: { charged: item.fee.charged, note: item.fee.note ?? '' },
    agentAllowed: item.agentAllowed,
    doorToDoorAllowed: item.doorToDoorAllowed,
    mustAppearInPerson: item.mustAppearInPerson ?? '',
    crossRegion: item.crossRegion ?? '',
    jointOffices: (item.jointOffices ?? []).map(({ office, limit }) => ({ office, limit: limitForm(limit) })),
    upperAuthority: item.upperAuthority ?? '',
    localLimit: limitForm(item.localLimit),
    deliveryLimit: limitForm(item.deliveryLimit),
    extensionMax: item.extensionMax === undefined ? '' : String(item.extensionMax),
    legalBasis: linesForm(item.legalBasis),
    note: item.note ?? '',
    confidence: item.confidence,
    illustrative: item.illustrative
  }
}
