import type { ServiceItem } from '../../../../../shared/domain/catalogue/serviceItem.ts'
import { emptyCommitment, type ItemForm, limitForm, type MaterialForm, type SituationForm } from './itemForm.ts'

/**
 * The next free number of a kind: `m4` after `m1` and `m3`. Notices, cases and answers refer to these, so a number that
 * any version or draft has had (`taken`) never means something else later.
 */
export function freeKey(letter: 'm' | 's' | 'o', taken: readonly string[]): string {
  const numbers = taken.flatMap((key) => (new RegExp(`^${letter}[1-9]\\d*$`).test(key) ? [Number(key.slice(1))] : []))
  return `${letter}${Math.max(0, ...numbers) + 1}`
}

export const blankMaterial = (key: string): MaterialForm => ({
  key,
  name: '',
  originalCount: '1',
  copyCount: '0',
  necessity: 'REQUIRED',
  form: 'BOTH',
  source: 'SELF',
  issuer: '',
  originalReturned: false,
  waiver: 'NONE',
  condition: '',
  when: [],
  deferLimit: limitForm(),
  commitment: emptyCommitment(),
  note: ''
})

/** Most questions are answered by yes or no. */
export const blankSituation = (key: string, yes: string, no: string): SituationForm => ({
  key,
  question: '',
  source: 'ASKED',
  options: [
    { key: 'yes', label: yes },
    { key: 'no', label: no }
  ]
})

/** A new item with what most items have. */
export const blankItem = (): ItemForm => ({
  id: '',
  version: 1,
  name: '',
  everydayNames: '',
  category: '',
  publicGroup: '',
  basicCode: '',
  taskCode: '',
  itemTypeCode: '20',
  handlingOffice: '',
  decisionAuthority: 'STREET',
  caseType: 'COMMITMENT',
  promisedLimit: limitForm(),
  statutoryLimit: limitForm(),
  statutoryNote: '',
  deemedAcceptance: 'HALL_PRACTICE',
  lapse: limitForm(null, 'CALENDAR_DAY'),
  excludedProcedures: [],
  publicity: limitForm(null, 'CALENDAR_DAY'),
  applicantTypes: ['NATURAL_PERSON'],
  conditions: '',
  materials: [],
  situations: [],
  stages: [{ code: 'ACCEPT' }, { code: 'DECIDE' }, { code: 'DELIVER' }],
  result: '',
  fee: { charged: false, note: '' },
  agentAllowed: true,
  doorToDoorAllowed: true,
  mustAppearInPerson: '',
  crossRegion: '',
  jointOffices: [],
  upperAuthority: '',
  localLimit: limitForm(),
  deliveryLimit: limitForm(),
  extensionMax: '',
  legalBasis: '',
  note: '',
  confidence: 'sure',
  illustrative: false
})

export interface TakenKeys {
  readonly materials: readonly string[]
  readonly situations: readonly string[]
  /** Options by situation. */
  readonly options: Readonly<Record<string, readonly string[]>>
}

/** Numbers that the item has ever had. */
export function takenKeys(items: readonly ServiceItem[]): TakenKeys {
  const situations = items.flatMap((item) => item.situations ?? [])
  const options: Record<string, string[]> = {}
  for (const { id, options: of } of situations) {
    options[id] = [...new Set([...(options[id] ?? []), ...of.map((option) => option.id)])]
  }
  return {
    materials: [...new Set(items.flatMap((item) => item.materials.map(({ id }) => id)))],
    situations: [...new Set(situations.map(({ id }) => id))],
    options
  }
}
