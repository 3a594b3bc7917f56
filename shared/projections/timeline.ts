import type { PaperKind } from '../documents/papers.ts'
import { isGap } from '../domain/casework/ticks.ts'
import { EXCLUDED_PROCEDURES } from '../domain/catalogue/codes.ts'
import type { DomainEvent } from '../domain/events.ts'
import type { Recorded } from '../kernel/messages.ts'
import type { TimelineEntry } from './views.ts'

type Told = Pick<TimelineEntry, 'kind' | 'detail'>

/** What a supervisor reads in ten seconds: one line a thing that happened, none for bookkeeping. */
function told(event: DomainEvent): Told | null {
  switch (event.type) {
    case 'EnquiryRecorded':
      return { kind: 'asked', detail: { ticketNo: event.data.ticketNo, topic: event.data.topic } }
    case 'EnquiryAnswered': {
      const { docNo, answer, destination } = event.data
      return { kind: 'answered', detail: { docNo, answer, destination: destination?.name ?? null } }
    }
    case 'HandOverOffered': {
      const { to, reason, returnsAt } = event.data
      return { kind: 'handOverOffered', detail: { to: to.name, reason, returnsAt } }
    }
    case 'HandOverAccepted':
      return { kind: 'handOverAccepted', detail: { by: event.data.by.name } }
    case 'HandOverReturned':
      return { kind: 'handOverReturned', detail: { cause: event.data.cause, reason: event.data.reason } }
    case 'CaseReceived': {
      const { ticketNo, notifyBy } = event.data
      return { kind: 'received', detail: { ticketNo, notifyBy: notifyBy?.date ?? null } }
    }
    case 'ReceiptGiven':
      return { kind: 'receipt', detail: { docNo: event.data.docNo } }
    case 'ApplicantCorrected':
      return { kind: 'corrected', detail: {} }
    case 'MaterialsChecked': {
      const { ticks } = event.data
      const gaps = ticks.filter(isGap).length
      // What follows later or is promised is told with the acceptance.
      const settled = ticks.filter((t) => t.result === 'inOrder' || t.result === 'corrected' || t.result === 'exempt')
      return { kind: 'checked', detail: { inOrder: settled.length, gaps } }
    }
    case 'OneTimeNoticeGiven': {
      const { round, docNo, lapseOn, gaps, fault } = event.data
      return {
        kind: 'notice',
        detail: { round, docNo, lapseOn, gaps: names(gaps), fault: fault?.reason ?? null }
      }
    }
    case 'LapseReminded':
      return { kind: 'reminded', detail: { how: event.data.how, note: event.data.note } }
    case 'CaseAccepted': {
      const { docNo, promisedDue, statutoryDue, deemed, deferred = [], commitments = [], localDue } = event.data
      return {
        kind: 'accepted',
        detail: {
          docNo,
          promisedDue: promisedDue.date,
          provisional: promisedDue.provisional,
          statutoryDue: statutoryDue?.date ?? null,
          deemed: Boolean(deemed),
          deferred: names(deferred),
          commitments: names(commitments),
          localDue: localDue?.date ?? null
        }
      }
    }
    case 'AcceptanceDeclined': {
      const { kind, reason, destination } = event.data
      return { kind: 'declined', detail: { kind, reason, destination: destination?.name ?? null } }
    }
    case 'CaseReturned':
      return { kind: 'returned', detail: { cause: event.data.cause, reason: event.data.reason } }
    case 'CaseWithdrawn':
      return { kind: 'withdrawn', detail: { reason: event.data.reason } }
    default:
      return toldOfWork(event)
  }
}

const names = (list: readonly { readonly name: string }[]): string => list.map((one) => one.name).join('、')

function toldOfWork(event: DomainEvent): Told | null {
  switch (event.type) {
    case 'ExcludedProcedureStarted': {
      const { procedure, expectedEnd, promisedDue, docNo } = event.data
      const { label } = EXCLUDED_PROCEDURES[procedure]
      return {
        kind: 'procedureStarted',
        detail: { procedure: label, expectedEnd, promisedDue: promisedDue.date, docNo }
      }
    }
    case 'ExcludedProcedureProlonged': {
      const { expectedEnd, promisedDue, docNo } = event.data
      return { kind: 'procedureProlonged', detail: { expectedEnd, promisedDue: promisedDue.date, docNo } }
    }
    case 'ExcludedProcedureEnded': {
      const { endedOn, promisedDue } = event.data
      return { kind: 'procedureEnded', detail: { endedOn, promisedDue: promisedDue.date } }
    }
    case 'ExtensionRequested':
      return { kind: 'extensionRequested', detail: { days: event.data.days, reason: event.data.reason } }
    case 'ExtensionApproved': {
      const { days, head, promisedDue, docNo } = event.data
      return { kind: 'extensionApproved', detail: { days, head, promisedDue: promisedDue.date, docNo } }
    }
    case 'ExtensionDeclined':
      return { kind: 'extensionDeclined', detail: { reason: event.data.reason } }
    case 'SubmittedUpward':
      return { kind: 'submittedUpward', detail: { to: event.data.to, expectedBack: event.data.expectedBack.date } }
    case 'ReturnedFromAbove':
      return { kind: 'returnedFromAbove', detail: { result: event.data.result, note: event.data.note } }
    case 'JointOpinionGiven': {
      const { office, agrees, note } = event.data
      return { kind: 'opinion', detail: { office, agrees, note } }
    }
    case 'DeferredMaterialReceived':
      return { kind: 'deferredReceived', detail: { material: event.data.materialId } }
    case 'CommitmentChecked': {
      const { materialId, kept, note } = event.data
      return { kind: 'commitmentChecked', detail: { material: materialId, kept, note } }
    }
    case 'CommitmentBlocked':
      return { kind: 'commitmentBlocked', detail: { lifted: false } }
    case 'CommitmentUnblocked':
      return { kind: 'commitmentBlocked', detail: { lifted: true } }
    case 'LimitsRecomputed': {
      const { dues, lapseOn } = event.data
      return {
        kind: 'recomputed',
        detail: { promisedDue: dues?.promisedDue.date ?? null, lapseOn: lapseOn?.date ?? null }
      }
    }
    case 'CaseDecided': {
      const { result, docNo, reasons, certificateNo, deliverBy } = event.data
      return { kind: 'decided', detail: { result, docNo, reasons, certificateNo, deliverBy: deliverBy?.date ?? null } }
    }
    case 'ResultDelivered': {
      const { method, recipient, docNo } = event.data
      return { kind: 'delivered', detail: { method, recipient, docNo } }
    }
    case 'CaseCompleted':
      return { kind: 'completed', detail: { note: event.data.note } }
    case 'IdentityRevealed':
      return { kind: 'revealed', detail: { field: event.data.field } }
    case 'PrintQueued':
      return event.data.reprint === 0 ? null : { kind: 'printQueued', detail: { reprint: event.data.reprint } }
    case 'Printed':
      return { kind: 'printed', detail: { evidence: event.data.evidence } }
    case 'PrintFailed':
      return { kind: 'printFailed', detail: { reason: event.data.reason } }
    case 'PrintUnknown':
      return { kind: 'printUnknown', detail: {} }
    default:
      // Events of other streams do not belong to a case; a timeline tells what it knows and refuses nothing.
      return null
  }
}

/** Kinds of the papers that these records issue, by their ids. */
function paperKinds(records: readonly Recorded[]): ReadonlyMap<string, PaperKind> {
  const issued = records.flatMap((r) => r.commit.events as readonly DomainEvent[])
  return new Map(
    issued.flatMap((e) => (e.type === 'DocumentIssued' ? [[e.data.docId, e.data.paper.kind] as const] : []))
  )
}

/** A print says of which paper it is: of several sheets each has its line. */
function ofPaper(entry: Told | null, event: DomainEvent, kinds: ReadonlyMap<string, PaperKind>): Told | null {
  const docId = PRINTS.has(event.type) && 'docId' in event.data ? event.data.docId : null
  const paper = docId === null ? undefined : kinds.get(docId)
  return entry && paper ? { ...entry, detail: { ...entry.detail, paper } } : entry
}

const PRINTS: ReadonlySet<DomainEvent['type']> = new Set(['PrintQueued', 'Printed', 'PrintFailed', 'PrintUnknown'])

/** Entries of a case from the records of its stream and of its papers' streams, oldest first. */
export function timeline(records: readonly Recorded[]): readonly TimelineEntry[] {
  const kinds = paperKinds(records)
  return [...records]
    .sort((a, b) => a.position.seq - b.position.seq)
    .flatMap(({ commit }) =>
      commit.events.flatMap((event) => {
        const entry = ofPaper(told(event as DomainEvent), event as DomainEvent, kinds)
        const { at, byName, counter } = commit.meta
        return entry ? [{ at, byName, counter: counter ?? null, ...entry }] : []
      })
    )
}
