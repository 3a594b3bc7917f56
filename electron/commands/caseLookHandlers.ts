import { caseStream, ENDED } from '../../shared/domain/casework/case.ts'
import { compactNumber } from '../../shared/domain/people/halfWidth.ts'
import { sortByName } from '../../shared/domain/people/nameOrder.ts'
import { documentStream } from '../../shared/domain/printing/printing.ts'
import { refuse } from '../../shared/kernel/result.ts'
import { itemOfCase } from '../../shared/projections/caseLook.ts'
import { caseDetail, caseShown, type KnownCase } from '../../shared/projections/caseShown.ts'
import { paperShown } from '../../shared/projections/paperShown.ts'
import { timeline } from '../../shared/projections/timeline.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import { actOnCase, loadCase, senderOf } from './caseContext.ts'
import { papersOfCase } from './paperLookup.ts'
import type { Terminal } from './terminal.ts'

type Door =
  | 'casework.search'
  | 'casework.get'
  | 'casework.findOpen'
  | 'casework.mayCommit'
  | 'casework.revealIdentity'
  | 'staff.colleagues'

/** Doors that look at cases. */
export function caseLookHandlers(terminal: Terminal): Pick<Handlers, Door> {
  const { desk, store } = terminal
  const shown = (state: KnownCase) => caseShown(state, terminal.readCase)

  return {
    async 'casework.search'(input) {
      const text = input.text.trim()
      if (text === '') return { ok: true, value: { cases: [], complete: true } }
      const found = await store.searchCases(text, input.limit)
      return { ok: true, value: { cases: found.cases.map(shown), complete: found.complete } }
    },

    async 'casework.get'(input, caller) {
      const state = await loadCase(terminal, input.caseId)
      if (!state || state.status === 'none') return refuse('case-unknown')
      const papers = await papersOfCase(terminal, input.caseId)
      const streams = [caseStream(input.caseId), ...papers.map((p) => documentStream(p.docId))]
      const records = await Promise.all(streams.map((stream) => store.eventsOf(stream)))
      const { personId = '', roles = [] } = caller.session ?? {}
      const value = caseDetail(state, {
        item: itemOfCase(desk, state),
        papers: papers.map(paperShown),
        timeline: timeline(records.flat()),
        who: { personId, roles, today: terminal.ambient.today() },
        reading: terminal.readCase
      })
      return { ok: true, value }
    },

    'casework.findOpen'(input) {
      const number = compactNumber(input.idNumber)
      const open = [...desk.cases.values()].filter(
        (c): c is KnownCase => c.status !== 'none' && !ENDED.has(c.status) && c.applicant.idNumber === number
      )
      return Promise.resolve({ ok: true, value: open.map(shown) })
    },

    'casework.mayCommit'(input) {
      const block = desk.blocked.get(compactNumber(input.idNumber))
      return Promise.resolve({ ok: true, value: { may: !block, reason: block?.reason ?? null } })
    },

    async 'casework.revealIdentity'(input, caller, commandId) {
      const { caseId, field } = input
      const reply = await actOnCase(terminal, senderOf(terminal, caller, commandId), caseId, () => ({
        type: 'revealIdentity',
        field
      }))
      if (!reply.ok) return reply
      const state = await loadCase(terminal, caseId)
      if (!state || state.status === 'none') return refuse('case-unknown')
      const person = field === 'applicant' ? state.applicant : state.proxy
      // The numbers go to the screen only; the recorded reply holds none.
      return person ? { ok: true, value: { idNumber: person.idNumber, phone: person.phone } } : refuse('proxy-none')
    },

    'staff.colleagues'(_input, caller) {
      const others = [...desk.staff.values()].flatMap((person) =>
        person.status === 'registered' && person.personId !== caller.session?.personId
          ? [{ personId: person.personId, name: person.name, roles: person.roles }]
          : []
      )
      return Promise.resolve({ ok: true, value: sortByName(others, (person) => person.name) })
    }
  }
}
