import type { KnownCaseState } from '../../shared/domain/casework/case.ts'
import { deemedOn } from '../../shared/domain/casework/clocks.ts'
import type { CaseCommand } from '../../shared/domain/casework/commands.ts'
import { itemOfCase } from '../../shared/projections/caseLook.ts'
import type { Logger } from '../boot/logging.ts'
import { actOnCase, withItem } from './caseContext.ts'
import { systemMeta, type Terminal } from './terminal.ts'

/** In the clock's own name; papers name whoever has the case. */
const sender = (terminal: Terminal, state: KnownCaseState, commandId: string) => ({
  meta: systemMeta(terminal),
  by: { personId: 'system', name: state.owner.name, roles: [] },
  commandId
})

const live = (terminal: Terminal): readonly KnownCaseState[] =>
  [...terminal.desk.cases.values()].flatMap((state) => (state.status === 'none' ? [] : [state]))

/**
 * What the law does by itself when time passes: papers about which nothing was told in time are accepted from the day
 * of receipt (许可法 32). Call when the day turns and after a start; doing it again changes nothing.
 */
export async function acceptByLaw(terminal: Terminal, log: Logger): Promise<void> {
  const today = terminal.ambient.today()
  for (const state of live(terminal)) {
    if (state.status !== 'received') continue
    const item = itemOfCase(terminal.desk, state)
    const { rules } = terminal.desk
    if (!item || !deemedOn(item, state.receivedOn, today, rules, terminal.calendar)) continue
    // No screen can send an id with a colon, so nobody can use up the program's own.
    const by = sender(terminal, state, `deem:${state.caseId}`)
    const reply = await actOnCase(
      terminal,
      by,
      state.caseId,
      withItem((act): CaseCommand => ({ ...act, type: 'deemAccepted' }))
    )
    if (!reply.ok) log.warn('case not accepted by law', { caseId: state.caseId, code: reply.refusal.code })
  }
}

/** Hand-overs nobody took up in time are their giver's again (首问负责). Call once a minute. */
export async function returnHandOvers(terminal: Terminal, log: Logger): Promise<void> {
  const now = terminal.ambient.nowIso()
  for (const state of live(terminal)) {
    const { handOver, caseId } = state
    if (!handOver || handOver.returnsAt > now) continue
    const by = sender(terminal, state, `back:${caseId}:${handOver.offeredAt}`)
    const reply = await actOnCase(terminal, by, caseId, (act) => ({ type: 'returnHandOver', at: act.at }))
    if (!reply.ok) log.warn('hand-over not returned', { caseId, code: reply.refusal.code })
  }
}

/** Other holidays are in force: dates that were 暂定 are counted again. Answers how many cases changed. */
export async function recomputeLimits(terminal: Terminal, mark: string): Promise<number> {
  let changed = 0
  for (const state of live(terminal)) {
    const before = terminal.desk.versionOf(`case-${state.caseId}`)
    const by = sender(terminal, state, `recount:${mark}:${state.caseId}`)
    const reply = await actOnCase(
      terminal,
      by,
      state.caseId,
      withItem((act): CaseCommand => ({ ...act, type: 'recomputeLimits' }))
    )
    if (reply.ok && terminal.desk.versionOf(`case-${state.caseId}`) !== before) changed += 1
  }
  return changed
}
