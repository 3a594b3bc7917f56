import { decideStaff, isLocked } from '../../shared/domain/staff/decideStaff.ts'
import { checkPassword } from '../../shared/domain/staff/password.ts'
import { initialStaff, staffStream } from '../../shared/domain/staff/staff.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import { peopleListed } from '../../shared/projections/peopleListed.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import { hashPassword, passwordMatches, SALT_BYTES } from './passwords.ts'
import { staffCommand } from './staffHandlers.ts'
import { metaOf, type Terminal } from './terminal.ts'

type Door = 'staff.list' | 'staff.setPassword' | 'staff.changeOwnPassword' | 'staff.end'

/** One at a time: two administrators must not end each other in the same moment and leave nobody. */
const ENDING = 'staff-ending'

/** Looking after people who are registered already. */
export function peopleHandlers(terminal: Terminal): Pick<Handlers, Door> {
  const { desk, executor, sessions, ambient } = terminal

  const administrators = (): string[] =>
    [...desk.staff.values()].flatMap((person) =>
      person.status === 'registered' && person.roles.includes('administrator') ? [person.personId] : []
    )

  return {
    'staff.list': () => Promise.resolve({ ok: true, value: peopleListed(desk.staff.values(), ambient.nowIso()) }),

    async 'staff.setPassword'({ personId, password: typed }, caller, commandId) {
      const weak = checkPassword(typed, 'password')
      if (weak) return { ok: false, refusal: weak }
      const meta = metaOf(terminal, caller)
      const password = await hashPassword(typed, ambient.randomBytes(SALT_BYTES))
      const reply = await staffCommand(terminal, personId, commandId, meta, {
        type: 'setPassword',
        by: meta.by,
        password
      })
      return reply.ok ? { ok: true, value: null } : reply
    },

    async 'staff.changeOwnPassword'({ old, password: typed }, caller, commandId): Promise<Reply<null>> {
      const weak = checkPassword(typed, 'password')
      if (weak) return { ok: false, refusal: weak }
      const meta = metaOf(terminal, caller)
      const state = desk.staff.get(meta.by) ?? initialStaff
      if (state.status !== 'registered') return refuse('person-unknown')
      // Before the costly comparison, as when signing in.
      if (isLocked(state, meta.at)) return refuse('sign-in-locked', { field: 'old', until: state.lockedUntil })
      const matches = state.password !== null && (await passwordMatches(old, state.password))
      const password = await hashPassword(typed, ambient.randomBytes(SALT_BYTES))
      const reply = await staffCommand(terminal, state.personId, commandId, meta, {
        type: 'changeOwnPassword',
        at: meta.at,
        matches,
        same: old.normalize('NFC') === typed.normalize('NFC'),
        password
      })
      if (!reply.ok) return reply
      const failed = reply.value as { failed?: boolean; left?: number; until?: string | null } | null
      if (!failed?.failed) return { ok: true, value: null }
      if (failed.until) return refuse('sign-in-locked', { field: 'old', until: failed.until })
      return refuse('password-old-wrong', { field: 'old', left: failed.left ?? 0 })
    },

    async 'staff.end'({ personId }, caller, commandId) {
      const meta = metaOf(terminal, caller)
      const stream = staffStream(personId)
      const reply = await executor.run({
        lane: ENDING,
        stream,
        commandId,
        meta,
        decide: () => {
          const state = desk.staff.get(personId) ?? initialStaff
          return decideStaff(state, { type: 'endStaff', by: meta.by, administrators: administrators() })
        },
        expected: () => desk.versionOf(stream) ?? 0
      })
      if (!reply.ok) return reply
      sessions.closePerson(personId)
      terminal.changed()
      return { ok: true, value: null }
    }
  }
}
