import type { ScreenPlan } from '../../shared/domain/hall/service.ts'
import type { HallView } from '../../shared/projections/views.ts'

/** Which of several hall screens this one is, and what of the hall it shows. */

/** The id that stands in the window's own address. */
export const screenIdOf = (search: string): string => new URLSearchParams(search).get('screen') ?? ''

const planOf = ({ screens }: HallView, id: string): ScreenPlan | null =>
  screens.find((plan) => plan.role === 'hall' && plan.id === id) ?? null

/** Loudspeakers of two screens in one hall would speak over each other: of those that may, the first speaks. */
export const speaksHere = (view: HallView, id: string): boolean =>
  id !== '' && view.screens.find((plan) => plan.role === 'hall' && plan.speaks)?.id === id

/**
 * The hall as one screen shows it. Counters of the zone decide which calls belong to it, whatever letter the number has
 * (a number may be sent on to them from elsewhere); where a zone has letters only, those do. A screen that is in no
 * plan shows all.
 */
export function zoneOf(view: HallView, id: string): HallView {
  const plan = planOf(view, id)
  if (!plan || (plan.groups.length === 0 && plan.counters.length === 0)) return view
  const ofCounter = (no: number): boolean => plan.counters.length === 0 || plan.counters.includes(no)
  const ofGroup = (code: string): boolean => plan.groups.length === 0 || plan.groups.includes(code)
  const groups = view.groups.filter(({ code }) => ofGroup(code))
  return {
    ...view,
    groups,
    counters: view.counters.filter(({ no }) => ofCounter(no)),
    calls: view.calls.filter(({ no, counter }) =>
      plan.counters.length > 0 ? ofCounter(counter) : ofGroup(no.charAt(0))
    ),
    waitingAll: groups.reduce((sum, { waiting }) => sum + waiting, 0)
  }
}
