import type { CaseState } from '../domain/casework/case.ts'
import { mask } from '../domain/people/masking.ts'
import type { CaseDetail, CaseShown, PaperShown, TimelineEntry } from './views.ts'

export type KnownCase = Exclude<CaseState, { status: 'none' }>

/** A case as a list shows it: masked (domain §11, clerk list). */
export function caseShown(state: KnownCase): CaseShown {
  const accepted = state.status === 'accepted' || state.status === 'completed'
  return {
    caseId: state.caseId,
    caseNo: state.caseNo,
    itemId: state.item.itemId,
    itemName: state.item.name,
    applicantMasked: mask('name', 'list', state.applicant.name),
    idMasked: mask('idNumber', 'list', state.applicant.idNumber),
    status: state.status,
    receivedOn: state.receivedOn,
    promisedDue: accepted ? state.promisedDue : null,
    statutoryDue: accepted ? state.statutoryDue : null,
    notices: state.notices.length
  }
}

/** The clerk's page of one case: names in full, numbers masked until they are revealed by a recorded click. */
export function caseDetail(
  state: KnownCase,
  papers: readonly PaperShown[],
  timeline: readonly TimelineEntry[]
): CaseDetail {
  const { applicant, proxy } = state
  const last = state.notices.at(-1)
  const person = (p: { name: string; idKind: string; idNumber: string; phone: string | null }) => ({
    name: p.name,
    idKind: p.idKind,
    idMasked: mask('idNumber', 'detail', p.idNumber),
    phoneMasked: p.phone === null ? null : mask('phone', 'detail', p.phone)
  })
  return {
    ...caseShown(state),
    itemVersion: state.item.version,
    applicant: { ...person(applicant), address: applicant.address },
    proxy: proxy ? person(proxy) : null,
    ticketNo: state.ticketNo,
    firstResponder: state.firstResponder.name,
    acceptedOn: state.status === 'accepted' || state.status === 'completed' ? state.acceptedOn : null,
    ticks: state.ticks,
    lastNotice: last ? { docNo: last.docNo, givenOn: last.givenOn, lapseOn: last.lapseOn } : null,
    papers,
    timeline
  }
}
