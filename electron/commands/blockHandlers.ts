import { decideUnblock } from '../../shared/domain/casework/blocks.ts'
import { caseStream, initialCase } from '../../shared/domain/casework/case.ts'
import { maskPerson } from '../../shared/domain/people/personMasking.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import { CASE_LANE, loadCase } from './caseContext.ts'
import { metaOf, type Terminal, versionOf } from './terminal.ts'

/** Whose promises are not taken (告知承诺), and how that ends. */
export function blockHandlers(terminal: Terminal): Pick<Handlers, 'commitments.blocked' | 'commitments.unblock'> {
  const { desk, executor } = terminal
  return {
    async 'commitments.blocked'() {
      const value = await Promise.all(
        [...desk.blocked].map(async ([idNumber, { caseId, on, reason }]) => {
          const state = await loadCase(terminal, caseId)
          const known = state && state.status !== 'none' ? state : null
          const person = { name: '', idKind: 'residentId', phone: null, ...known?.applicant, idNumber }
          const { name, idNumber: idMasked } = maskPerson('list', person)
          return { caseId, caseNo: known?.caseNo ?? caseId, applicantMasked: name, idMasked, on, reason }
        })
      )
      return { ok: true, value }
    },

    async 'commitments.unblock'(input, caller, commandId) {
      const { caseId, reason } = input
      const known = await loadCase(terminal, caseId)
      const meta = metaOf(terminal, caller)
      const reply = await executor.run({
        lane: CASE_LANE,
        stream: caseStream(caseId),
        commandId,
        meta,
        decide: () =>
          decideUnblock(desk.cases.get(caseId) ?? known ?? initialCase, {
            date: meta.date,
            reason,
            blocked: [...desk.blocked.values()].some((block) => block.caseId === caseId)
          }),
        expected: (stream) => versionOf(terminal, stream)
      })
      return reply.ok ? { ok: true, value: null } : reply
    }
  }
}
