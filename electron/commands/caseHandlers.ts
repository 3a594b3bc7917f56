import type { InputOf, ValueOf } from '../../shared/contract/contract.ts'
import { type CaseState, caseStream, initialCase } from '../../shared/domain/casework/case.ts'
import { decideCase, natureOf } from '../../shared/domain/casework/decideCase.ts'
import { caseNumber, serialKey } from '../../shared/domain/casework/numbers.ts'
import { compactNumber } from '../../shared/domain/people/halfWidth.ts'
import { documentStream } from '../../shared/domain/printing/printing.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import { caseDetail, caseShown, type KnownCase } from '../../shared/projections/caseShown.ts'
import { paperShown } from '../../shared/projections/paperShown.ts'
import { timeline } from '../../shared/projections/timeline.ts'
import type { Caller, Handlers } from '../ipc/bindContract.ts'
import { papersOfCase } from './paperLookup.ts'
import { hallOf, metaOf, type Terminal, versionOf } from './terminal.ts'

type Door =
  | 'casework.accept'
  | 'casework.giveOneTimeNotice'
  | 'casework.complete'
  | 'casework.revealIdentity'
  | 'casework.search'
  | 'casework.get'
  | 'casework.findOpen'

/** The state of a case: from the desk while it is open, else from the store's history. */
async function loadCase(terminal: Terminal, caseId: string): Promise<CaseState | null> {
  const live = terminal.desk.cases.get(caseId)
  if (live) return live
  return terminal.store.caseState(caseId)
}

export function caseHandlers(terminal: Terminal): Pick<Handlers, Door> {
  const { desk, executor, store } = terminal

  async function intake(
    type: 'acceptCase' | 'giveOneTimeNotice',
    input: InputOf<'casework.accept'> & { secondNoticeReason?: string | null },
    caller: Caller,
    commandId: string
  ): Promise<Reply<ValueOf<'casework.accept'>>> {
    const hall = hallOf(terminal)
    if (!hall.ok) return hall
    const kept = desk.items.get(input.itemId)
    if (!kept || !caller.session) return refuse('item-unknown')
    const known = input.caseId === null ? initialCase : await loadCase(terminal, input.caseId)
    if (!known || (input.caseId !== null && known.status === 'none')) return refuse('case-unknown')
    const meta = metaOf(terminal, caller)
    const serial = (): number => (desk.caseSerials.get(meta.date) ?? 0) + 1
    const { regionCode, terminal: terminalNo } = hall.value
    const caseId = (): string => input.caseId ?? caseNumber(regionCode, meta.date, terminalNo, serial())
    const { personId, name, roles, counter } = caller.session
    const day = desk.queues.get(meta.date)
    const served = counter !== null && day && day.status !== 'unopened' ? day.counters.get(counter)?.ticketId : null
    const ticketNo = served && day && day.status !== 'unopened' ? (day.tickets.get(served)?.no ?? null) : null
    const reply = await executor.run({
      // One lane for all intake of this terminal: running numbers are taken inside it and never twice.
      lane: 'casework',
      stream: () => caseStream(caseId()),
      commandId,
      meta,
      decide: () =>
        decideCase(input.caseId === null ? initialCase : (desk.cases.get(input.caseId) ?? known), {
          type,
          at: meta.at,
          date: meta.date,
          hall: hall.value,
          calendar: terminal.calendar,
          item: kept.item,
          itemVersion: kept.version,
          applicant: input.applicant,
          proxy: input.proxy,
          ticks: input.ticks,
          by: { personId, name, roles },
          counter,
          ticketNo,
          caseSerial: serial(),
          docSerial: (desk.docSerials.get(serialKey(natureOf(type), meta.date.slice(0, 4))) ?? 0) + 1,
          secondNoticeReason: input.secondNoticeReason ?? null
        }),
      expected: (stream) => (input.caseId === null ? 0 : versionOf(terminal, stream))
    })
    return reply as Reply<ValueOf<'casework.accept'>>
  }

  return {
    'casework.accept': (input, caller, commandId) => intake('acceptCase', input, caller, commandId),
    'casework.giveOneTimeNotice': (input, caller, commandId) => intake('giveOneTimeNotice', input, caller, commandId),

    async 'casework.complete'(input, caller, commandId) {
      const known = await loadCase(terminal, input.caseId)
      const meta = metaOf(terminal, caller)
      const reply = await executor.run({
        lane: 'casework',
        stream: caseStream(input.caseId),
        commandId,
        meta,
        decide: () =>
          decideCase(desk.cases.get(input.caseId) ?? known ?? initialCase, {
            type: 'completeCase',
            date: meta.date,
            note: input.note
          }),
        expected: () => versionOf(terminal, caseStream(input.caseId))
      })
      return reply.ok ? { ok: true, value: null } : reply
    },

    async 'casework.revealIdentity'(input, caller, commandId) {
      const known = await loadCase(terminal, input.caseId)
      const reply = await executor.run({
        lane: 'casework',
        stream: caseStream(input.caseId),
        commandId,
        meta: metaOf(terminal, caller),
        decide: () =>
          decideCase(desk.cases.get(input.caseId) ?? known ?? initialCase, {
            type: 'revealIdentity',
            field: input.field
          }),
        expected: () => versionOf(terminal, caseStream(input.caseId))
      })
      if (!reply.ok) return reply
      const state = desk.cases.get(input.caseId) ?? known
      if (!state || state.status === 'none') return refuse('case-unknown')
      const person = input.field === 'applicant' ? state.applicant : state.proxy
      // The numbers go to the screen only; the recorded reply holds none.
      return person ? { ok: true, value: { idNumber: person.idNumber, phone: person.phone } } : refuse('proxy-none')
    },

    async 'casework.search'(input) {
      const text = input.text.trim()
      if (text === '') return { ok: true, value: { cases: [], complete: true } }
      const found = await store.searchCases(text, input.limit)
      return { ok: true, value: { cases: found.cases.map(caseShown), complete: found.complete } }
    },

    async 'casework.get'(input) {
      const live = await loadCase(terminal, input.caseId)
      if (!live || live.status === 'none') return refuse('case-unknown')
      const papers = await papersOfCase(terminal, input.caseId)
      const streams = [caseStream(input.caseId), ...papers.map((p) => documentStream(p.docId))]
      const records = await Promise.all(streams.map((stream) => store.eventsOf(stream)))
      return { ok: true, value: caseDetail(live, papers.map(paperShown), timeline(records.flat())) }
    },

    async 'casework.findOpen'(input) {
      const number = compactNumber(input.idNumber)
      const open = [...desk.cases.values()].filter(
        (c): c is KnownCase => c.status !== 'none' && c.status !== 'completed' && c.applicant.idNumber === number
      )
      return { ok: true, value: open.map(caseShown) }
    }
  }
}
