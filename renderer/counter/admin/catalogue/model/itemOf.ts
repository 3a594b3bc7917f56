import type { Situation } from '../../../../../shared/domain/catalogue/serviceItem.ts'
import { YES_NO } from '../../../../../shared/domain/catalogue/situations.ts'
import { tidyHalf } from '../../../setup/tidy.ts'
import type { CommitmentForm, ItemForm, LimitForm, MaterialForm, SituationForm } from './itemForm.ts'

/** From what was typed to an item, right or wrong: the schema of the contract judges it. */

/** What is no whole number becomes NaN, which no schema lets through. */
const numberOf = (typed: string): number => (/^\d{1,5}$/.test(tidyHalf(typed)) ? Number(tidyHalf(typed)) : Number.NaN)

const limitOf = ({ value, unit }: LimitForm) => ({ value: numberOf(value), unit })

const blank = (typed: string): boolean => typed.trim() === ''

const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** `{ [name]: value }`, or nothing where nothing was typed. */
const optional = <Name extends string, T>(name: Name, there: boolean, value: T): { [K in Name]?: T } =>
  there ? ({ [name]: value } as { [K in Name]?: T }) : {}

const text = <Name extends string>(name: Name, typed: string) => optional(name, !blank(typed), typed.trim())
const limit = <Name extends string>(name: Name, typed: LimitForm) => optional(name, !blank(typed.value), limitOf(typed))

/** The words of a promise; their version rises when they differ from those in force. */
function commitmentOf(typed: CommitmentForm, inForce: CommitmentForm | undefined) {
  const { duty, content, consequence, checkLimit } = typed
  const words = (of: CommitmentForm): string =>
    JSON.stringify([of.duty, of.content, of.consequence].map((w) => w.trim()))
  const known = inForce !== undefined && inForce.version > 0
  const next = Math.max(known ? inForce.version + 1 : 1, typed.version)
  return {
    version: known && words(typed) === words(inForce) ? inForce.version : next,
    duty: duty.trim(),
    content: content.trim(),
    consequence: consequence.trim(),
    ...limit('checkLimit', checkLimit)
  }
}

const promises = ({ duty, content, consequence, checkLimit }: CommitmentForm): boolean =>
  ![duty, content, consequence, checkLimit.value].every(blank)

function materialOf(typed: MaterialForm, inForce: MaterialForm | undefined) {
  const { necessity, waiver, commitment, when } = typed
  const conditional = necessity === 'CONDITIONAL'
  return {
    id: typed.key,
    name: typed.name.trim(),
    originalCount: numberOf(typed.originalCount),
    copyCount: numberOf(typed.copyCount),
    necessity,
    form: typed.form,
    source: typed.source,
    ...text('issuer', typed.issuer),
    originalReturned: typed.originalReturned,
    waiver,
    ...(conditional ? text('condition', typed.condition) : {}),
    ...optional('when', conditional && when.length > 0, when),
    ...(necessity === 'DEFERRABLE' ? limit('deferLimit', typed.deferLimit) : {}),
    ...(waiver === 'COMMITMENT' && promises(commitment)
      ? { commitment: commitmentOf(commitment, inForce?.commitment) }
      : {}),
    ...text('note', typed.note)
  }
}

/** Whether there is a proxy is yes or no, and not to be worded: other options that were typed stay in the form. */
function optionsOf({ source, options }: SituationForm): Situation['options'] {
  const typed = options.map(({ key, label }) => ({ id: key, label: label.trim() }))
  const yesAndNo = typed.length === 2 && typed.every(({ id, label }) => ['yes', 'no'].includes(id) && label !== '')
  return source === 'PROXY' && !yesAndNo ? [...YES_NO] : typed
}

const situationOf = (typed: SituationForm) => ({
  id: typed.key,
  question: typed.question.trim(),
  source: typed.source,
  options: optionsOf(typed)
})

/**
 * The item that the form says, to be parsed by `serviceItemSchema`. What another choice has hidden (the condition of a
 * material that is now always needed) stays in the form and out of the item. `inForce`: the version that is changed.
 */
export function itemOf(form: ItemForm, inForce: Pick<ItemForm, 'materials'>) {
  const joint = form.caseType === 'JOINT'
  const upward = form.caseType === 'ESCALATED'
  return {
    id: form.id.trim(),
    version: form.version,
    name: form.name.trim(),
    everydayNames: linesOf(form.everydayNames),
    category: form.category.trim(),
    publicGroup: form.publicGroup.trim(),
    basicCode: form.basicCode.trim(),
    taskCode: form.taskCode.trim(),
    itemTypeCode: form.itemTypeCode,
    handlingOffice: form.handlingOffice.trim(),
    decisionAuthority: form.decisionAuthority,
    caseType: form.caseType,
    promisedLimit: limitOf(form.promisedLimit),
    statutoryLimit: blank(form.statutoryLimit.value) ? null : limitOf(form.statutoryLimit),
    statutoryNote: blank(form.statutoryNote) ? null : form.statutoryNote.trim(),
    deemedAcceptance: form.deemedAcceptance,
    lapse: limitOf(form.lapse),
    excludedProcedures: form.excludedProcedures,
    publicity: blank(form.publicity.value) ? null : { days: numberOf(form.publicity.value), unit: form.publicity.unit },
    applicantTypes: form.applicantTypes,
    conditions: linesOf(form.conditions),
    materials: form.materials.map((one) =>
      materialOf(
        one,
        inForce.materials.find(({ key }) => key === one.key)
      )
    ),
    ...optional('situations', form.situations.length > 0, form.situations.map(situationOf)),
    stages: form.stages.map(({ code }) => code),
    result: form.result.trim(),
    fee: { charged: form.fee.charged, ...text('note', form.fee.note) },
    agentAllowed: form.agentAllowed,
    doorToDoorAllowed: form.doorToDoorAllowed,
    ...text('mustAppearInPerson', form.mustAppearInPerson),
    ...text('crossRegion', form.crossRegion),
    ...optional(
      'jointOffices',
      joint && form.jointOffices.length > 0,
      form.jointOffices.map(({ office, limit: of }) => ({ office: office.trim(), limit: limitOf(of) }))
    ),
    ...(upward ? text('upperAuthority', form.upperAuthority) : {}),
    ...(upward ? limit('localLimit', form.localLimit) : {}),
    ...limit('deliveryLimit', form.deliveryLimit),
    ...optional('extensionMax', !blank(form.extensionMax), numberOf(form.extensionMax)),
    legalBasis: linesOf(form.legalBasis),
    note: blank(form.note) ? null : form.note.trim(),
    confidence: form.confidence,
    illustrative: form.illustrative
  }
}
