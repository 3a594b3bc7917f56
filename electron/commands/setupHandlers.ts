import itemsFile from '../../shared/data/items.json'
import { itemStream } from '../../shared/domain/catalogue/catalogue.ts'
import type { ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import { checkHallConfig } from '../../shared/domain/hall/decideHall.ts'
import { DEMO_HALL, DEMO_PASSWORD, DEMO_PEOPLE } from '../../shared/domain/hall/demo.ts'
import { HALL_STREAM } from '../../shared/domain/hall/hall.ts'
import { checkPassword } from '../../shared/domain/staff/password.ts'
import type { Json, Meta } from '../../shared/kernel/messages.ts'
import { accept, type Reply, refuse } from '../../shared/kernel/result.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import { hashPassword, SALT_BYTES } from './passwords.ts'
import { personIdOf, registerPerson, staffCommand } from './staffHandlers.ts'
import { metaOf, type Terminal } from './terminal.ts'

/** The catalogue that comes with the program; illustrative until the hall imports its own list. */
const ITEMS = itemsFile.items as unknown as readonly ServiceItem[]

/**
 * Founding a hall: items first, then people, the hall itself last. Its event is what makes the hall exist, so a crash
 * in between leads back to the wizard, and doing it again finds what is there already (same commit ids) and goes on.
 */
export function setupHandlers(terminal: Terminal): Pick<Handlers, 'setup.propose' | 'setup.found'> {
  const { desk, executor } = terminal

  async function publishItems(meta: Meta): Promise<Reply<null>> {
    const replies = await Promise.all(
      ITEMS.map((item) =>
        executor.run({
          lane: itemStream(item.id),
          stream: itemStream(item.id),
          commandId: `found:item:${item.id}`,
          meta,
          decide: () =>
            desk.items.get(item.id)?.versions.length
              ? accept([])
              : accept([
                  { type: 'ItemPublished', v: 1, data: { itemId: item.id, version: 1, effectiveFrom: meta.date, item } }
                ]),
          expected: () => desk.versionOf(itemStream(item.id)) ?? 0
        })
      )
    )
    const refused = replies.find((r) => !r.ok)
    return refused && !refused.ok ? refused : { ok: true, value: null }
  }

  /** A founding that was cut off has registered people: of what was typed, the last is what the administrator knows. */
  async function keepTypedPassword(
    person: { readonly login: string; readonly password: string; readonly demo: boolean },
    meta: Meta
  ): Promise<Reply<Json>> {
    if (person.demo) return { ok: true, value: null }
    const password = await hashPassword(person.password, terminal.ambient.randomBytes(SALT_BYTES))
    const id = terminal.ambient.newId()
    return staffCommand(terminal, personIdOf(person.login), id, meta, { type: 'setPassword', by: 'setup', password })
  }

  return {
    'setup.propose': () => Promise.resolve({ ok: true, value: DEMO_HALL }),

    async 'setup.found'(input, caller, commandId) {
      const { config, administrator } = input
      const personId = personIdOf(administrator.login)
      if (desk.hall) return refuse('already-founded')
      const refusals = checkHallConfig(config)
      if (refusals[0]) return { ok: false, refusal: refusals[0] }
      const weak = checkPassword(administrator.password, 'administrator.password')
      if (weak) return { ok: false, refusal: weak }
      if (config.demo && DEMO_PEOPLE.some((p) => p.login === administrator.login)) {
        return refuse('login-taken', { field: 'administrator.login' })
      }
      const meta: Meta = {
        ...metaOf(terminal, caller),
        by: personId,
        byName: administrator.name,
        terminal: config.terminal
      }
      const items = await publishItems(meta)
      if (!items.ok) return items
      const { login, name, password } = administrator
      const roles = ['administrator', 'lead', 'clerk'] as const
      const people = [
        { login, name, password, roles, demo: false },
        ...(config.demo ? DEMO_PEOPLE.map((p) => ({ ...p, password: DEMO_PASSWORD, demo: true })) : [])
      ]
      for (const person of people) {
        const id = `found:staff:${person.login}`
        const there = desk.staff.has(personIdOf(person.login))
        const registered = there
          ? await keepTypedPassword(person, meta)
          : await registerPerson(terminal, person, id, meta, 'administrator.password')
        if (!registered.ok) return registered
      }
      const founded = await executor.run({
        lane: HALL_STREAM,
        stream: HALL_STREAM,
        commandId,
        meta,
        decide: () =>
          desk.hall
            ? refuse('already-founded')
            : accept([{ type: 'HallFounded', v: 1, data: { config } }], { personId }),
        expected: () => desk.versionOf(HALL_STREAM) ?? 0
      })
      if (!founded.ok) return founded
      terminal.changed()
      return { ok: true, value: { personId } }
    }
  }
}
