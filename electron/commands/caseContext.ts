import { type CaseState, caseStream, initialCase, type KnownCaseState } from '../../shared/domain/casework/case.ts'
import type { Act, CaseAct, CaseCommand } from '../../shared/domain/casework/commands.ts'
import { decideCase } from '../../shared/domain/casework/decideCase.ts'
import { NATURE, type Nature, serialKey } from '../../shared/domain/casework/numbers.ts'
import type { ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import type { HallConfig } from '../../shared/domain/hall/hall.ts'
import type { Json, Meta } from '../../shared/kernel/messages.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import { itemOfCase } from '../../shared/projections/caseLook.ts'
import type { Caller } from '../ipc/bindContract.ts'
import { hallOf, metaOf, type Terminal, versionOf } from './terminal.ts'

/** One lane for all casework of this terminal: running numbers are taken inside it and never twice. */
export const CASE_LANE = 'casework'

/** The state of a case: from the desk while it is live, else from the store's history. */
export async function loadCase(terminal: Terminal, caseId: string): Promise<CaseState | null> {
  return terminal.desk.cases.get(caseId) ?? (await terminal.store.caseState(caseId))
}

/** Last serials of the year by kind of paper. */
function docSerials(terminal: Terminal, year: string): Partial<Record<Nature, number>> {
  const serials: Partial<Record<Nature, number>> = {}
  for (const nature of Object.values(NATURE)) {
    const last = terminal.desk.docSerials.get(serialKey(nature, year))
    if (last !== undefined) serials[nature] = last
  }
  return serials
}

/** What every act comes with. Call inside the lane: it holds the running numbers. */
export function actOf(terminal: Terminal, hall: HallConfig, meta: Meta, by: Act['by']): Act {
  return {
    at: meta.at,
    date: meta.date,
    hall,
    rules: terminal.desk.rules,
    calendar: terminal.calendar,
    by,
    counter: meta.counter ?? null,
    docSerials: docSerials(terminal, meta.date.slice(0, 4))
  }
}

/** The ticket that is being served at this counter. */
export function servedTicket(terminal: Terminal, date: string, counter: number | null): string | null {
  const day = terminal.desk.queues.get(date)
  if (counter === null || !day || day.status === 'unopened') return null
  const ticketId = day.counters.get(counter)?.ticketId
  return ticketId ? (day.tickets.get(ticketId)?.no ?? null) : null
}

type Around = { readonly state: KnownCaseState; readonly item: ServiceItem | null }

/**
 * An act on a case that exists: loaded, decided and recorded in the lane. `make` builds the command from what holds
 * then, or refuses.
 */
export async function actOnCase(
  terminal: Terminal,
  sender: { readonly meta: Meta; readonly by: Act['by']; readonly commandId: string },
  caseId: string,
  make: (act: Act, around: Around) => CaseCommand | { readonly ok: false; readonly refusal: { readonly code: string } }
): Promise<Reply<Json>> {
  const hall = hallOf(terminal)
  if (!hall.ok) return hall
  const known = await loadCase(terminal, caseId)
  if (!known || known.status === 'none') return refuse('case-unknown')
  const { meta, by, commandId } = sender
  return terminal.executor.run({
    lane: CASE_LANE,
    stream: caseStream(caseId),
    commandId,
    meta,
    decide: () => {
      const state = terminal.desk.cases.get(caseId) ?? known
      if (state.status === 'none') return refuse('case-unknown')
      const command = make(actOf(terminal, hall.value, meta, by), { state, item: itemOfCase(terminal.desk, state) })
      return 'ok' in command ? command : decideCase(state, command)
    },
    expected: (stream) => versionOf(terminal, stream)
  })
}

/** Needs the item of the case: acts that issue a paper about it. */
export const withItem =
  (make: (act: CaseAct) => CaseCommand) =>
  (act: Act, { item }: Around): CaseCommand | ReturnType<typeof refuse> =>
    item ? make({ ...act, item }) : refuse('item-unknown')

/** The person at the screen, as acts name them. */
export function senderOf(terminal: Terminal, caller: Caller, commandId: string) {
  const { personId = '', name = '', roles = [] } = caller.session ?? {}
  return { meta: metaOf(terminal, caller), by: { personId, name, roles }, commandId }
}

export { initialCase }
