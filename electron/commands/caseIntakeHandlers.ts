import type { InputOf, ValueOf } from '../../shared/contract/contract.ts'
import { type CaseState, caseStream, initialCase, type PersonRef } from '../../shared/domain/casework/case.ts'
import type { CaseCommand, Intake } from '../../shared/domain/casework/commands.ts'
import { decideCase } from '../../shared/domain/casework/decideCase.ts'
import { caseNumber, enquiryNumber } from '../../shared/domain/casework/numbers.ts'
import { itemAtVersion, itemOn } from '../../shared/domain/catalogue/catalogue.ts'
import type { ServiceItem } from '../../shared/domain/catalogue/serviceItem.ts'
import { countersServing, servesItem } from '../../shared/domain/hall/itemsOfCounter.ts'
import { compactNumber } from '../../shared/domain/people/halfWidth.ts'
import type { Json, Meta } from '../../shared/kernel/messages.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import type { Caller, Handlers } from '../ipc/bindContract.ts'
import { approverOf } from './approval.ts'
import { actOf, CASE_LANE, loadCase, senderOf, servedTicket } from './caseContext.ts'
import { hallOf, type Terminal, versionOf } from './terminal.ts'

type Door =
  | 'enquiry.record'
  | 'casework.receive'
  | 'casework.accept'
  | 'casework.giveOneTimeNotice'
  | 'casework.decline'

type Taken = { readonly item: ServiceItem; readonly version: number }

/** The part of an intake that comes from the desk, as it stands inside the lane. */
type Given = Omit<Intake, 'ticks' | 'applicant' | 'proxy' | 'answers'> & { readonly enquirySerial: number }

/** Doors that begin a case or bring papers to one. */
export function caseIntakeHandlers(terminal: Terminal): Pick<Handlers, Door> {
  const { desk, executor } = terminal

  /** The item in force today; of a case that was received before, the version it was received under. */
  function itemFor(itemId: string, state: CaseState, date: string): Taken | null {
    const shelf = desk.items.get(itemId)
    if (!shelf) return null
    if (state.status !== 'none' && state.status !== 'enquiry' && state.status !== 'answered') {
      const item = itemAtVersion(shelf, state.item.version)
      if (item) return { item, version: state.item.version }
    }
    return itemOn(shelf, date)
  }

  /** A counter with a list of items takes in no other; who serves it is said, so that the visitor can be sent there. */
  function notAtCounter(no: number | null, itemId: string): ReturnType<typeof refuse> | null {
    const counter = desk.hall?.counters.find((one) => one.no === no)
    if (!desk.hall || !counter || servesItem(counter, itemId)) return null
    return refuse('item-not-at-counter', { field: 'itemId', counters: countersServing(desk.hall, itemId) })
  }

  const serials = (date: string) => ({
    caseSerial: (desk.caseSerials.get(date) ?? 0) + 1,
    enquirySerial: (desk.enquirySerials.get(date) ?? 0) + 1
  })

  /** Records what `make` decides, on an existing case or on a new stream named `newId`. */
  async function run(
    caller: Caller,
    commandId: string,
    of: { readonly caseId: string | null; readonly itemId: string | null; readonly idNumber: string },
    newId: 'case' | 'enquiry',
    make: (given: Given, taken: Taken | null) => CaseCommand
  ): Promise<Reply<Json>> {
    const hall = hallOf(terminal)
    if (!hall.ok) return hall
    const { caseId, itemId, idNumber } = of
    const known = caseId === null ? initialCase : await loadCase(terminal, caseId)
    if (!known || (caseId !== null && known.status === 'none')) return refuse('case-unknown')
    // A question of long ago is history: whoever asked it is taken in anew.
    if (caseId !== null && known.status === 'answered' && !desk.cases.has(caseId)) return refuse('enquiry-too-old')
    const { meta, by } = senderOf(terminal, caller, commandId)
    const { regionCode, terminal: terminalNo } = hall.value
    const freshId = (): string => {
      const { caseSerial, enquirySerial } = serials(meta.date)
      return newId === 'case'
        ? caseNumber(regionCode, meta.date, terminalNo, caseSerial)
        : enquiryNumber(meta.date, terminalNo, enquirySerial)
    }
    return executor.run({
      lane: CASE_LANE,
      stream: () => caseStream(caseId ?? freshId()),
      commandId,
      meta,
      decide: () => {
        const state = caseId === null ? initialCase : (desk.cases.get(caseId) ?? known)
        const taken = itemId === null ? null : itemFor(itemId, state, meta.date)
        if (itemId !== null && !taken) return refuse('item-unknown', { field: 'itemId' })
        const act = actOf(terminal, hall.value, meta, by)
        const given = {
          ...act,
          item: taken?.item as ServiceItem,
          itemVersion: taken?.version ?? 0,
          ticketNo: servedTicket(terminal, meta.date, act.counter),
          commitmentBlocked: desk.blocked.has(compactNumber(idNumber)),
          ...serials(meta.date)
        }
        return decideCase(state, make(given, taken))
      },
      expected: (stream) => (caseId === null ? 0 : versionOf(terminal, stream))
    })
  }

  async function intake(
    input: InputOf<'casework.receive'>,
    caller: Caller,
    commandId: string,
    make: (papers: Intake) => CaseCommand
  ): Promise<Reply<ValueOf<'casework.receive'>>> {
    const { caseId, itemId, answers, applicant, proxy, ticks } = input
    const elsewhere = notAtCounter(caller.session?.counter ?? null, itemId)
    if (elsewhere) return elsewhere
    const of = { caseId, itemId, idNumber: applicant.idNumber }
    const reply = await run(caller, commandId, of, 'case', (given) =>
      make({ ...given, answers, applicant, proxy, ticks } as Intake)
    )
    return reply as Reply<ValueOf<'casework.receive'>>
  }

  return {
    async 'enquiry.record'(input, caller, commandId) {
      const { itemId, topic, answers, applicant, hasProxy, answer } = input
      const of = { caseId: null, itemId, idNumber: applicant.idNumber }
      const reply = await run(caller, commandId, of, 'enquiry', (given, taken) => {
        const asked = { topic, answers, applicant, hasProxy, answer }
        return { ...given, ...asked, type: 'recordEnquiry', item: taken?.item ?? null } as CaseCommand
      })
      return reply as Reply<ValueOf<'enquiry.record'>>
    },

    'casework.receive': (input, caller, commandId) =>
      intake(input, caller, commandId, (papers) => ({ ...papers, type: 'receiveCase' })),

    'casework.accept': (input, caller, commandId) =>
      intake(input, caller, commandId, (papers) => ({ ...papers, type: 'acceptCase', decideNow: input.decideNow })),

    async 'casework.giveOneTimeNotice'(input, caller, commandId) {
      const meta: Meta = senderOf(terminal, caller, commandId).meta
      const approver = await approverOf(terminal, input.approval, meta)
      if (!approver.ok) return approver
      const approved: PersonRef | null = approver.value
      const { secondNoticeReason } = input
      return intake(input, caller, commandId, (papers) => ({
        ...papers,
        type: 'giveOneTimeNotice',
        secondNoticeReason,
        approver: approved
      }))
    },

    async 'casework.decline'(input, caller, commandId) {
      const { caseId, itemId, applicant, answers, proxy, kind, reason, destination } = input
      const of = { caseId, itemId, idNumber: applicant.idNumber }
      // What needs no procedure at all consumes no case number (许可法 32(1)).
      const reply = await run(caller, commandId, of, kind === 'notRequired' ? 'enquiry' : 'case', (given) => {
        const told = { answers, applicant, proxy, kind, reason, destination }
        return { ...given, ...told, type: 'declineCase' } as CaseCommand
      })
      return reply as Reply<ValueOf<'casework.decline'>>
    }
  }
}
