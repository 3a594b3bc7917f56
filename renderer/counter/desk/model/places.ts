import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import type { IntakeForm } from './intake.ts'
import { firstQuestion, materialList } from './situations.ts'
import { openPlaces } from './ticks.ts'

/** Has the applicant said who they are and how to reach them? Whether it is right is asked later. */
const isKnown = ({ name, idNumber, phone, noPhone }: IntakeForm['applicant']): boolean =>
  name.trim() !== '' && idNumber.trim() !== '' && (noPhone || phone.trim() !== '')

/**
 * Where the hands go when the item is chosen or its questions are answered: to the first question, else to the applicant,
 * and past an applicant who is known to the first material.
 */
export function placesAfterItem(item: ServiceItem, form: IntakeForm): string[] {
  const question = firstQuestion(item, form.answers)
  if (question !== null) return [question]
  return isKnown(form.applicant) ? placesAfterPeople(item, form) : ['applicant.name']
}

/** Where the hands go after the people: the first material nobody has looked at, a question left open, the outcome. */
export function placesAfterPeople(item: ServiceItem | null, form: IntakeForm): string[] {
  if (item === null) return form.asking ? ['answerText'] : ['itemId']
  const question = firstQuestion(item, form.answers)
  const open = openPlaces(materialList(item, form).listed)
  return [...open.slice(0, 1), ...(question === null ? [] : [question]), 'outcome']
}
