import { isGap } from '../domain/casework/ticks.ts'
import type { DomainEvent } from '../domain/events.ts'
import type { Recorded } from '../kernel/messages.ts'
import type { TimelineEntry } from './views.ts'

type Told = Pick<TimelineEntry, 'kind' | 'detail'>

/** What a supervisor reads in ten seconds: one line a thing that happened, none for bookkeeping. */
function told(event: DomainEvent): Told | null {
  switch (event.type) {
    case 'CaseReceived':
      return { kind: 'received', detail: { ticketNo: event.data.ticketNo } }
    case 'ApplicantCorrected':
      return { kind: 'corrected', detail: {} }
    case 'MaterialsChecked': {
      const { ticks } = event.data
      return {
        kind: 'checked',
        detail: { inOrder: ticks.filter((t) => t.result === 'inOrder').length, gaps: ticks.filter(isGap).length }
      }
    }
    case 'OneTimeNoticeGiven': {
      const { round, docNo, lapseOn, gaps, fault } = event.data
      return {
        kind: 'notice',
        detail: { round, docNo, lapseOn, gaps: gaps.map((g) => g.name).join('、'), fault: fault?.reason ?? null }
      }
    }
    case 'CaseAccepted': {
      const { docNo, promisedDue, statutoryDue } = event.data
      return {
        kind: 'accepted',
        detail: {
          docNo,
          promisedDue: promisedDue.date,
          provisional: promisedDue.provisional,
          statutoryDue: statutoryDue?.date ?? null
        }
      }
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

/** Entries of a case from the records of its stream and of its papers' streams, oldest first. */
export function timeline(records: readonly Recorded[]): readonly TimelineEntry[] {
  return [...records]
    .sort((a, b) => a.position.seq - b.position.seq)
    .flatMap(({ commit }) =>
      commit.events.flatMap((event) => {
        const entry = told(event as DomainEvent)
        const { at, byName, counter } = commit.meta
        return entry ? [{ at, byName, counter: counter ?? null, ...entry }] : []
      })
    )
}
