import type { CaseState, KnownCaseState } from '../../../shared/domain/casework/case.ts'
import { type CaseLook, readCase } from '../../../shared/domain/casework/reading.ts'
import type { ServiceItem } from '../../../shared/domain/catalogue/serviceItem.ts'
import { defaultHallRules } from '../../../shared/domain/hall/rules.ts'
import { CALENDAR, instant } from '../../support/builders.ts'
import { COMMITTED } from './workSupport.ts'

/** Throws where there is no case. */
export const known = (state: CaseState): KnownCaseState => {
  if (state.status === 'none') throw new Error('no case')
  return state
}
/** The middle of a morning at a hall that has set nothing. */
export const look = (
  today: string,
  item: ServiceItem | null = COMMITTED,
  change: Partial<CaseLook> = {}
): CaseLook => ({
  today,
  minutesToClosing: 300,
  now: instant(60, today),
  calendar: CALENDAR,
  rules: defaultHallRules(),
  item,
  ...change
})
export const read = (
  at: { readonly state: CaseState },
  today: string,
  item?: ServiceItem | null,
  change?: Partial<CaseLook>
) => readCase(known(at.state), look(today, item, change))

/** Nothing to do, no date to watch. */
export const QUIET = { light: 'green', remaining: null, due: null, watching: 'none', stoppedDays: null, reasons: [] }
