import type { DeskView } from '../../../../shared/projections/views.ts'
import { minutesBetween } from './minutes.ts'

/**
 * Minutes for which somebody has been served, once that is so long that the key may have been forgotten; `null`: nothing
 * to ask. An answer 还在办 asks again only after as long once more. `now`: ISO instant of the hall.
 */
export function forgottenMinutes(desk: Pick<DeskView, 'current' | 'queueSettings'>, now: string | null): number | null {
  const { current, queueSettings } = desk
  if (now === null || current?.status !== 'serving') return null
  const since = current.servingSince ?? current.startedAt
  if (since === null) return null
  const { confirmedAt } = current
  const asked = confirmedAt !== null && Date.parse(confirmedAt) > Date.parse(since) ? confirmedAt : since
  return minutesBetween(asked, now) > queueSettings.forgottenMinutes ? minutesBetween(since, now) : null
}
