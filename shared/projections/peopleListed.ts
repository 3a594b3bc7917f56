import { isLocked } from '../domain/staff/decideStaff.ts'
import type { StaffState } from '../domain/staff/staff.ts'
import type { PersonListed } from './views.ts'

/** The list of people in the order in which they came, those who left last. `at`: ISO instant the locks are seen at. */
export function peopleListed(people: Iterable<StaffState>, at: string): readonly PersonListed[] {
  const listed = [...people].flatMap((state): readonly PersonListed[] => {
    if (state.status === 'unknown') return []
    const { personId, login, name, roles, demo } = state
    const lockedUntil = isLocked(state, at) ? state.lockedUntil : null
    return [{ personId, login, name, roles, demo, lockedUntil, ended: state.status === 'ended' }]
  })
  return [...listed.filter((person) => !person.ended), ...listed.filter((person) => person.ended)]
}
