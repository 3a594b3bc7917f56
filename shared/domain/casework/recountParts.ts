import type { AcceptedCase, KnownCaseState } from './case.ts'
import { deferralDue, deliveryDue, firstDues, notifyDate } from './clocks.ts'
import { sameDue } from './dues.ts'
import type { DueDate, Dues, RecountedParts } from './facts.ts'
import type { Recompute } from './recount.ts'

/** The counted date when it is another one than what stands; else nothing. */
const moved = (counted: DueDate | null, stands: DueDate | null): DueDate | undefined =>
  counted && stands && !sameDue(counted, stands) ? counted : undefined

const orNone = <T extends object>(dates: T): T | undefined => (Object.keys(dates).length > 0 ? dates : undefined)

const given = (pairs: readonly (readonly [string, DueDate | undefined])[]): Readonly<Record<string, DueDate>> =>
  Object.fromEntries(pairs.flatMap(([key, date]) => (date ? [[key, date] as const] : [])))

/**
 * The dates of the parts of the way, counted again: the day to tell, the local part, opinions, pieces that follow, the
 * delivery. A deferred piece's day was printed and handed to the applicant: it moves only to a later one. `null`: all
 * of them stand.
 */
export function recountParts(state: KnownCaseState, command: Recompute, dues: Dues | null): RecountedParts | null {
  const { item, rules, calendar } = command
  if (state.status === 'received') {
    const notifyBy = moved(notifyDate(item, state.receivedOn, rules, calendar), state.notifyBy)
    return notifyBy ? { notifyBy } : null
  }
  if (state.status === 'decided') {
    const deliverBy = moved(deliveryDue(item, state.decision.decidedOn, calendar), state.decision.deliverBy)
    return deliverBy ? { deliverBy } : null
  }
  return state.status === 'accepted' && dues ? ofAccepted(state, command, dues) : null
}

function ofAccepted(state: AcceptedCase, { item, rules, calendar }: Recompute, dues: Dues): RecountedParts | null {
  const first = firstDues(item, state.acceptedOn, calendar)
  const localDue = moved(first.localDue, state.localDue)
  const opinions = orNone(
    given(
      state.opinions.map(({ office, due }) => [
        office,
        moved(first.opinions.find((one) => one.office === office)?.due ?? null, due)
      ])
    )
  )
  const deferred = orNone(
    given(
      state.deferred.map(({ materialId, due, receivedOn }) => {
        const limit = item.materials.find((m) => m.id === materialId)?.deferLimit ?? rules.deferralLimit
        const counted = moved(deferralDue(limit, state.acceptedOn, dues.promisedDue, calendar), due)
        return [materialId, receivedOn === null && counted && counted.date >= due.date ? counted : undefined]
      })
    )
  )
  return orNone({ ...(localDue && { localDue }), ...(opinions && { opinions }), ...(deferred && { deferred }) }) ?? null
}
