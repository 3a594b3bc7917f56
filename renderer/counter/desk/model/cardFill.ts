import type { CardReading } from '../../../../shared/domain/people/cardReading.ts'
import { hasValidity } from '../../../../shared/domain/people/validUntil.ts'
import type { IntakeForm } from './intake.ts'

/** Putting a card that was read into the form, without taking away what somebody has typed. */

export type CardHolder = 'applicant' | 'proxy'

type Path = `${CardHolder}.${'name' | 'idKind' | 'idNumber' | 'idValidUntil'}` | 'applicant.address'

export interface CardFill {
  readonly who: CardHolder
  /** Fields where nobody has typed anything. */
  readonly blank: readonly { readonly path: Path; readonly value: string }[]
  /** Fields that say something else than the card. */
  readonly other: readonly { readonly path: Path; readonly value: string }[]
}

const sameNumber = (typed: string, number: string): boolean => typed.trim().toUpperCase() === number

/**
 * Whose card it is: of whoever has its number already, else of the part of the form where the cursor stands, else of the
 * first who has none.
 */
function holderOf(form: IntakeForm, { idNumber }: CardReading, place: string | null): CardHolder {
  const { applicant, proxy, hasProxy } = form
  if (!hasProxy || sameNumber(applicant.idNumber, idNumber)) return 'applicant'
  if (sameNumber(proxy.idNumber, idNumber) || place?.startsWith('proxy.')) return 'proxy'
  if (place?.startsWith('applicant.')) return 'applicant'
  return applicant.idNumber.trim() !== '' && proxy.idNumber.trim() === '' ? 'proxy' : 'applicant'
}

/** @param place name of the place that has the focus; `longTerm`: how the form writes a card that never ends. */
export function cardFill(form: IntakeForm, card: CardReading, place: string | null, longTerm: string): CardFill {
  const who = holderOf(form, card, place)
  const typed = form[who]
  const until = card.validUntil === null ? longTerm : (card.validUntil ?? '')
  const wanted: readonly { readonly path: Path; readonly value: string; readonly typed: string }[] = [
    // The kind is chosen before anybody types: it stands for something only with a number.
    { path: `${who}.idKind`, value: card.idKind, typed: typed.idNumber.trim() === '' ? '' : typed.idKind },
    { path: `${who}.name`, value: card.name, typed: typed.name.trim() },
    { path: `${who}.idNumber`, value: card.idNumber, typed: typed.idNumber.trim().toUpperCase() },
    {
      path: `${who}.idValidUntil`,
      value: hasValidity(card.idKind) ? until : '',
      typed: typed.idValidUntil.trim()
    },
    ...(who === 'applicant'
      ? [{ path: 'applicant.address' as const, value: card.address, typed: form.applicant.address.trim() }]
      : [])
  ]
  const said = wanted.filter(({ value, typed: now }) => value !== '' && value !== now)
  const plain = ({ path, value }: { readonly path: Path; readonly value: string }) => ({ path, value })
  return {
    who,
    blank: said.filter(({ typed: now }) => now === '').map(plain),
    other: said.filter(({ typed: now }) => now !== '').map(plain)
  }
}
