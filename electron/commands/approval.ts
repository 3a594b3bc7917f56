import type { PersonRef } from '../../shared/domain/casework/case.ts'
import { isLocked, type StaffCommand } from '../../shared/domain/staff/decideStaff.ts'
import { initialStaff } from '../../shared/domain/staff/staff.ts'
import type { Meta } from '../../shared/kernel/messages.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import { passwordMatches } from './passwords.ts'
import { neverMatches, personIdOf, staffCommand } from './staffHandlers.ts'
import type { Terminal } from './terminal.ts'

/**
 * A lead who stands beside the clerk gives their word with name and password, without anybody signing out. `null` in:
 * nobody does. Wrong passwords count as failed sign-ins and lock the account like those. Refuses `approval-failed`,
 * `approval-not-lead`, `sign-in-locked`.
 */
export async function approverOf(
  terminal: Terminal,
  approval: { readonly login: string; readonly password: string } | null,
  meta: Meta
): Promise<Reply<PersonRef | null>> {
  if (approval === null) return { ok: true, value: null }
  const field = 'approval.password'
  const personId = personIdOf(approval.login.trim().toLowerCase())
  const state = terminal.desk.staff.get(personId) ?? initialStaff
  if (isLocked(state, meta.at)) {
    return refuse('sign-in-locked', { field, until: state.status === 'registered' ? state.lockedUntil : null })
  }
  const kept = state.status === 'registered' ? state.password : null
  // An unknown name costs the same time as a wrong password, so that names cannot be guessed by the clock.
  const matches = kept
    ? await passwordMatches(approval.password, kept)
    : await neverMatches(terminal, approval.password)
  if (!matches || state.status !== 'registered') {
    if (state.status === 'registered') {
      const failed: StaffCommand = { type: 'signIn', at: meta.at, matches: false, counter: null }
      await staffCommand(terminal, personId, terminal.ambient.newId(), { ...meta, by: personId }, failed)
    }
    return refuse('approval-failed', { field })
  }
  if (!state.roles.includes('lead') && !state.roles.includes('administrator')) {
    return refuse('approval-not-lead', { field: 'approval.login' })
  }
  return { ok: true, value: { personId, name: state.name } }
}
