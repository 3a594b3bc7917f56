import type { AppView, CaseDetail, DeskView, HallView, PaperShown } from '../../shared/projections/views.ts'
import { accepted, doorsOf, type RunningApp, settled } from './app.ts'
import { type Intake, intake, itemFor, noticeOf, visitor } from './e2eIntake.ts'

/** Everything that screens can show of a day's work. Two lives of the same log must give the same one. */
export interface Picture {
  readonly app: Pick<AppView, 'hall' | 'printers' | 'demoPeople' | 'person' | 'counter'>
  readonly desk: DeskView
  readonly hall: HallView
  /** What each search finds, in its order. */
  readonly found: Readonly<Record<string, readonly string[]>>
  readonly cases: readonly CaseDetail[]
  readonly papers: readonly PaperShown[]
}

/** Ids of what a day's work has made. */
export interface Work {
  readonly caseIds: readonly string[]
  readonly docIds: readonly string[]
  readonly searches: readonly string[]
}

/** A small day: tickets of which some are called, cases accepted, completed, waiting for papers, and papers printed. */
export async function workADay({ api }: RunningApp): Promise<Work> {
  const caseIds: string[] = []
  const docIds: string[] = []
  for (const group of 'AABCAAB')
    docIds.push(accepted(await api.command('queue.issueTicket', { group, priority: null })).docId)
  for (const end of ['finished', 'gone', 'here'] as const) {
    const { ticketId } = accepted(await api.command('queue.callNext', {}))
    if (end === 'gone') accepted(await api.command('queue.cancelTicket', { ticketId, reason: '改天再来' }))
    else accepted(await api.command('queue.startService', {}))
    if (end === 'finished') accepted(await api.command('queue.finishService', { saidEnd: null }))
  }
  const take = async (input: Intake): Promise<string> => {
    const gaps = input.ticks.some(({ result }) => result === 'missing')
    const { caseId, docId } = accepted(
      gaps
        ? await api.command('casework.giveOneTimeNotice', {
            ...noticeOf(input),
            secondNoticeReason: null,
            approval: null
          })
        : await api.command('casework.accept', input)
    )
    caseIds.push(caseId)
    docIds.push(docId)
    return caseId
  }
  const [allowance, pension] = [await itemFor(api, '低保'), await itemFor(api, '养老')]
  const first = await take(intake(allowance, visitor(0)))
  await take(intake(pension, visitor(1), 'some'))
  const returning = await take(intake(allowance, visitor(2), 'some'))
  await take({ ...intake(allowance, visitor(2)), caseId: returning })
  await take(intake(pension, visitor(4)))
  await finish(api, first)
  accepted(await api.command('casework.revealIdentity', { caseId: returning, field: 'applicant' }))
  for (const docId of docIds.slice(-2)) accepted(await api.command('papers.print', { docId }))
  const people = [0, 1, 2, 4].map(visitor)
  const searches = [
    ...people.map(({ name }) => name),
    ...people.map(({ idNumber }) => idNumber),
    '𠮷',
    'aygl',
    '500102'
  ]
  return { caseIds: [...new Set(caseIds)], docIds, searches }
}

/** The whole way to the end of a case that goes up: up, back, decided, handed out. */
async function finish(api: RunningApp['api'], caseId: string): Promise<void> {
  accepted(await api.command('casework.submitUpward', { caseId, to: '区民政局', expectedBack: null }))
  accepted(await api.command('casework.returnFromAbove', { caseId, result: 'approved', note: '同意' }))
  const decision = { reasons: '', certificateNo: null, validUntil: null, reviewers: [] }
  accepted(await api.command('casework.decide', { caseId, result: 'approved', ...decision }))
  const handed = { method: 'collect' as const, recipient: '本人', agent: null, trackingNo: null, place: '大厅' }
  accepted(await api.command('casework.deliver', { caseId, ...handed }))
}

/** Waits until the history is there and the printer rests, then looks at everything. */
export async function pictureOf(running: RunningApp, work: Work): Promise<Picture> {
  const { api } = running
  const { hall, printers, demoPeople, person, counter } = await settled(running)
  const searched = await api.queryAll(
    'casework.search',
    work.searches.map((text) => ({ text, limit: 50 }))
  )
  const details = await api.queryAll(
    'casework.get',
    work.caseIds.map((caseId) => ({ caseId }))
  )
  const papers = await api.queryAll(
    'papers.get',
    work.docIds.map((docId) => ({ docId }))
  )
  const found = searched.map((reply, i) => {
    const { cases, complete } = accepted(reply)
    if (!complete) throw new Error('the search was not over the whole history')
    return [work.searches[i] ?? '', cases.map(({ caseId }) => caseId)] as const
  })
  return {
    app: { hall, printers, demoPeople, person, counter },
    desk: await api.listenOnce('desk'),
    hall: await doorsOf(running.hall).listenOnce('hall'),
    found: Object.fromEntries(found),
    cases: details.map(accepted),
    papers: papers.map(accepted)
  }
}
