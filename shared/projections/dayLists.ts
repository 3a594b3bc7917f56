import type { DayLine, DayLists } from '../documents/daySheetPaper.ts'
import { isCasePaper } from '../documents/papers.ts'
import type { WorkCalendar } from '../domain/calendar/workCalendar.ts'
import { ENDED, type KnownCaseState } from '../domain/casework/case.ts'
import type { CaseReading } from '../domain/casework/reading.ts'
import { followUpDue, nextFollowUpStep } from '../domain/feedback/followUp.ts'
import type { HallConfig } from '../domain/hall/hall.ts'
import type { OpenDay, Ticket } from '../domain/queue/queue.ts'
import { lapsedOf } from './dayMemory.ts'
import type { Desk, DeskPaper } from './desk.ts'
import { isUnprinted, paperShown } from './paperShown.ts'

/** What the lists of a day depend on beside the desk. */
export interface DayLook {
  /** `YYYY-MM-DD` */
  readonly today: string
  /** ISO instant. */
  readonly now: string
  readonly calendar: WorkCalendar
  readonly read: (state: KnownCaseState) => CaseReading
}

/** States in which a number stands in the way of closing the hall. */
export const UNDISPOSED = ['waiting', 'called', 'serving', 'held'] as const
export type Undisposed = (typeof UNDISPOSED)[number]

const WORD: Readonly<Record<Undisposed, string>> = {
  waiting: '等候中',
  called: '已叫号',
  serving: '办理中',
  held: '挂起'
}

export const isUndisposed = (status: Ticket['status']): status is Undisposed => status in WORD

/** `2026-11-03` → `11月3日`, of another year with it. */
function dayWord(date: string, today: string): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const short = `${Number(month)}月${Number(day)}日`
  return year === today.slice(0, 4) ? short : `${year}年${short}`
}

const byDue = (one: { readonly due: string | null }, other: { readonly due: string | null }): number =>
  (one.due ?? '9') < (other.due ?? '9') ? -1 : 1

/** Everything that somebody must know before the door is locked. `live`: today's queue, as far as it is open. */
export function dayLists(desk: Desk, hall: HallConfig, live: OpenDay | null, look: DayLook): DayLists {
  const groups = new Map(hall.groups.map(({ code, name }) => [code, name]))
  const groupName = (code: string): string => groups.get(code) ?? code
  const cases = [...desk.cases.values()].flatMap((state) => (state.status === 'none' ? [] : [state]))
  return {
    undisposed: [...(live?.tickets.values() ?? [])].flatMap(({ no, group, status, counter }) => {
      if (!isUndisposed(status)) return []
      const state = counter === null ? WORD[status] : `${WORD[status]}，${counter} 号窗口`
      return [{ no, about: groupName(group), state }]
    }),
    lapsed: lapsedLines(desk, look, groupName),
    unprinted: unprintedLines(desk),
    ...caseLines(cases, look),
    followUps: followUpLines(desk, look)
  }
}

/** What the last day before today left; and what today itself did, if the clock has closed it already. */
function lapsedLines(desk: Desk, { today }: DayLook, groupName: (code: string) => string): DayLine[] {
  const { lastDay, lapsedBefore } = desk
  const before = lastDay && lastDay.date >= today ? lapsedBefore : null
  return [before, lastDay && lapsedOf(lastDay)].flatMap((day) =>
    (day?.tickets ?? []).map(({ no, group, missed }) => ({
      no,
      about: groupName(group),
      state: `${dayWord(day?.date ?? '', today)}${missed ? '过号' : '没办完'}，已作废`
    }))
  )
}

/** Papers for visitors that nobody is known to have; test pages and the sheet itself are for the hall. */
export const unprintedPapers = (desk: Desk): DeskPaper[] =>
  [...desk.papers.values()].filter((known) => {
    const { kind } = known.paper
    return kind !== 'testPage' && kind !== 'daySheet' && !known.onScreen && isUnprinted(paperShown(known))
  })

const unprintedLines = (desk: Desk): DayLine[] =>
  unprintedPapers(desk).map((known) => {
    const { docNo, about } = paperShown(known)
    const what = isCasePaper(known.paper) ? '文书' : known.paper.kind === 'ticket' ? '号单' : '联系卡'
    return { no: docNo, about, state: `${what}没有打印` }
  })

function caseLines(
  cases: readonly KnownCaseState[],
  { today, calendar, read }: DayLook
): Pick<DayLists, 'dueTomorrow' | 'openNotices' | 'handOvers'> {
  const tomorrow = calendar.addWorkingDays(today, 1).date
  const line = ({ caseNo, item }: KnownCaseState, state: string): DayLine => ({ no: caseNo, about: item.name, state })
  const open = cases.filter(({ status }) => !ENDED.has(status) && status !== 'enquiry' && status !== 'answered')
  const dueTomorrow = open
    .map((state) => ({ state, ...read(state) }))
    .filter(({ due, watching }) => due !== null && due <= tomorrow && watching !== 'supplement' && watching !== 'none')
    .sort(byDue)
  const openNotices = open
    .filter(({ status }) => status === 'supplement')
    .map((state) => ({ state, due: state.notices.at(-1)?.lapseOn ?? null }))
    .sort(byDue)
  return {
    dueTomorrow: dueTomorrow.map(({ state, due }) =>
      line(state, `${dayWord(due ?? '', today)}${(due ?? '') < today ? '到期，已超期' : '到期'}`)
    ),
    openNotices: openNotices.map(({ state, due }) =>
      line(state, due === null ? '没有补正期限' : `${dayWord(due, today)}前补正`)
    ),
    handOvers: cases.flatMap((state) => {
      const { reasons } = read(state)
      if (reasons.includes('hand-over-returned')) return [line(state, '没人接，已退回')]
      return reasons.includes('hand-over-waiting') ? [line(state, '等人接收')] : []
    })
  }
}

const followUpLines = (desk: Desk, { today }: DayLook): DayLine[] =>
  [...desk.ratings.values()].flatMap((state) => {
    if (state.status !== 'rated' || !state.followUp) return []
    if (nextFollowUpStep(state.followUp, state.given.phone) === 'done') return []
    const due = dayWord(followUpDue(state.followUp), today)
    return [{ no: state.ticketNo, about: `${state.counter} 号窗口`, state: `${due}前办结` }]
  })
