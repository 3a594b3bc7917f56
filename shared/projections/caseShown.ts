import { ENDED, type KnownCaseState } from '../domain/casework/case.ts'
import { mostExtensionDays } from '../domain/casework/extension.ts'
import type { CaseReading } from '../domain/casework/reading.ts'
import { EXCLUDED_PROCEDURES } from '../domain/catalogue/codes.ts'
import type { ServiceItem } from '../domain/catalogue/serviceItem.ts'
import { situationsOf } from '../domain/catalogue/situations.ts'
import { maskPerson } from '../domain/people/personMasking.ts'
import { caseActions, type Looking } from './caseActions.ts'
import type { CaseAction, CaseDetail, CaseShown, LightShown, PaperShown, PersonOfCase, TimelineEntry } from './views.ts'

export type KnownCase = KnownCaseState

const isOver = (state: KnownCase): boolean => ENDED.has(state.status) || state.status === 'answered'

const lightShown = (reading: CaseReading): LightShown => {
  const { light, remaining, unit, due, watching, stoppedDays, reasons } = reading
  return { light, remaining, unit, due, watching, stoppedDays, reasons }
}

/** A case as a list shows it: masked (domain §11, clerk list). `reading` is asked for only where something is owed. */
export function caseShown(state: KnownCase, reading: (state: KnownCase) => CaseReading): CaseShown {
  const due = 'promisedDue' in state ? state : null
  const person = maskPerson('list', state.applicant)
  const promises = state.status === 'completed' && state.commitments.some((made) => made.checked === null)
  return {
    caseId: state.caseId,
    caseNo: state.caseNo,
    itemId: state.item.itemId,
    itemName: state.item.name,
    caseType: state.item.caseType,
    applicantMasked: person.name,
    idMasked: person.idNumber,
    status: state.status,
    receivedOn: state.receivedOn,
    promisedDue: due?.promisedDue ?? null,
    statutoryDue: due?.statutoryDue ?? null,
    notices: state.notices.length,
    owner: state.owner,
    offeredTo: state.handOver?.to ?? null,
    light: isOver(state) && !promises ? null : lightShown(reading(state))
  }
}

function personOfCase(
  person: Parameters<typeof maskPerson>[1] & { readonly idValidUntil?: string | null }
): PersonOfCase {
  const { name, idNumber, phone } = maskPerson('detail', person)
  return {
    name,
    idKind: person.idKind,
    idMasked: idNumber,
    phoneMasked: phone,
    ...(person.idValidUntil === undefined ? {} : { idValidUntil: person.idValidUntil })
  }
}

/** Whoever has to be reminded today is reminded before anything else is done. */
function firstDue(actions: readonly CaseAction[], light: LightShown | null): readonly CaseAction[] {
  const remind = light?.reasons.includes('lapse-reminder-due') && actions.includes('remindLapse')
  return remind ? ['remindLapse', ...actions.filter((action) => action !== 'remindLapse')] : actions
}

function situationsShown(state: KnownCase, item: ServiceItem | null) {
  return (item ? situationsOf(item) : []).flatMap(({ id, question, options }) => {
    const answer = options.find((option) => option.id === state.answers[id])
    return answer ? [{ question, answer: answer.label }] : []
  })
}

/** The clerk's page of one case: names in full, numbers masked until they are revealed by a recorded click. */
export function caseDetail(
  state: KnownCase,
  around: {
    readonly item: ServiceItem | null
    readonly papers: readonly PaperShown[]
    readonly timeline: readonly TimelineEntry[]
    readonly who: Looking
    readonly reading: (state: KnownCase) => CaseReading
  }
): CaseDetail {
  const { applicant, proxy } = state
  const { item, papers, timeline, who, reading } = around
  const last = state.notices.at(-1)
  const due = 'acceptedOn' in state ? state : null
  const shown = caseShown(state, reading)
  return {
    ...shown,
    itemVersion: state.item.version,
    topic: state.topic,
    answers: state.answers,
    situations: situationsShown(state, item),
    applicant: { ...personOfCase(applicant), address: applicant.address },
    proxy: proxy ? { ...personOfCase(proxy), authority: proxy.authority ?? null } : null,
    ticketNo: state.ticketNo,
    firstResponder: state.firstResponder.name,
    handOver: state.handOver,
    acceptedOn: due?.acceptedOn ?? null,
    deemed: due?.deemed ?? false,
    notifyBy: state.notifyBy,
    localDue: due?.localDue ?? null,
    ticks: state.ticks,
    lastNotice: last ? { docNo: last.docNo, givenOn: last.givenOn, lapseOn: last.lapseOn } : null,
    trips: state.trips,
    faults: state.faults,
    deferred: due?.deferred ?? [],
    commitments: due?.commitments ?? [],
    exclusions: due?.exclusions ?? [],
    extension: due?.extension ?? null,
    upward: due?.upward ?? null,
    opinions: due?.opinions ?? [],
    decision: 'decision' in state ? state.decision : null,
    ending: 'ending' in state ? state.ending : null,
    procedures: (item?.excludedProcedures ?? []).map((kind) => ({ kind, label: EXCLUDED_PROCEDURES[kind].label })),
    extensionMax: item ? mostExtensionDays(item) : 0,
    upperAuthority: item?.upperAuthority ?? '',
    licence: item?.itemTypeCode === '01',
    actions: firstDue(caseActions(state, item, who), shown.light),
    papers,
    timeline
  }
}
