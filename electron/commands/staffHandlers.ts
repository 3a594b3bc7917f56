import { decideStaff, isLocked, type StaffCommand } from '../../shared/domain/staff/decideStaff.ts'
import { checkPassword } from '../../shared/domain/staff/password.ts'
import { initialStaff, staffStream } from '../../shared/domain/staff/staff.ts'
import type { Json, Meta } from '../../shared/kernel/messages.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import { hashPassword, passwordMatches, SALT_BYTES } from './passwords.ts'
import { metaOf, type Terminal } from './terminal.ts'

/** Person ids are sign-in names: short, readable in the record, never reused. */
export const personIdOf = (login: string): string => login

/** A command about one person, on that person's stream. */
export function staffCommand(
  terminal: Terminal,
  personId: string,
  commandId: string,
  meta: Meta,
  staff: StaffCommand
): Promise<Reply<Json>> {
  const { desk, executor } = terminal
  const stream = staffStream(personId)
  return executor.run({
    lane: stream,
    stream,
    commandId,
    meta,
    decide: () => decideStaff(desk.staff.get(personId) ?? initialStaff, staff),
    expected: () => desk.versionOf(stream) ?? 0
  })
}

/** Registers a person with a password that follows the rules; `field` is where the form has the password. */
export async function registerPerson(
  terminal: Terminal,
  person: {
    login: string
    name: string
    roles: readonly ('clerk' | 'lead' | 'administrator')[]
    demo: boolean
    password: string
  },
  commandId: string,
  meta: Meta,
  field: string
): Promise<Reply<{ personId: string }>> {
  const weak = checkPassword(person.password, field)
  if (weak) return { ok: false, refusal: weak }
  const { login, name, roles, demo } = person
  const password = await hashPassword(person.password, terminal.ambient.randomBytes(SALT_BYTES))
  const personId = personIdOf(login)
  const staff: StaffCommand = { type: 'registerStaff', personId, login, name, roles, demo, password }
  return (await staffCommand(terminal, personId, commandId, meta, staff)) as Reply<{ personId: string }>
}

/** As long as a wrong password takes, and always no. */
export async function neverMatches(terminal: Terminal, password: string): Promise<false> {
  await hashPassword(password, terminal.ambient.randomBytes(SALT_BYTES))
  return false
}

export function staffHandlers(terminal: Terminal): Pick<Handlers, 'staff.signIn' | 'staff.signOut' | 'staff.register'> {
  const { desk, sessions } = terminal
  return {
    async 'staff.signIn'(input, caller, commandId) {
      const personId = personIdOf(input.login.trim().toLowerCase())
      const state = desk.staff.get(personId) ?? initialStaff
      const meta = { ...metaOf(terminal, caller), by: personId }
      if (input.counter !== null && !desk.hall?.counters.some((c) => c.no === input.counter)) {
        return refuse('counter-unknown', { field: 'counter' })
      }
      if (isLocked(state, meta.at)) {
        return refuse('sign-in-locked', {
          field: 'password',
          until: state.status === 'registered' ? state.lockedUntil : null
        })
      }
      // An unknown name costs the same time as a wrong password, so that names cannot be guessed by the clock.
      const kept = state.status === 'registered' ? state.password : null
      const matches = kept ? await passwordMatches(input.password, kept) : await neverMatches(terminal, input.password)
      const signIn: StaffCommand = { type: 'signIn', at: meta.at, matches, counter: input.counter }
      const reply = await staffCommand(terminal, personId, commandId, meta, signIn)
      if (!reply.ok) return reply
      const failed = reply.value as { failed?: boolean; left?: number; until?: string | null }
      // A command sent again gets its first answer; the password that came with it this time is what counts.
      if (failed.failed || !matches || state.status !== 'registered') {
        if (failed.until) return refuse('sign-in-locked', { field: 'password', until: failed.until })
        return refuse('sign-in-failed', { field: 'password', left: failed.left ?? 0 })
      }
      const { name, roles } = state
      sessions.open(caller.contentsId, { personId, name, roles, counter: input.counter })
      terminal.changed()
      return { ok: true, value: { personId } }
    },

    async 'staff.signOut'(_input, caller, commandId) {
      const personId = caller.session?.personId ?? ''
      const reply = await staffCommand(terminal, personId, commandId, metaOf(terminal, caller), { type: 'signOut' })
      if (!reply.ok) return reply
      sessions.close(caller.contentsId)
      terminal.changed()
      return { ok: true, value: null }
    },

    'staff.register': (input, caller, commandId) =>
      registerPerson(terminal, { ...input, demo: false }, commandId, metaOf(terminal, caller), 'password')
  }
}
