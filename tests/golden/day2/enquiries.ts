import type { HallRun } from '../../projections/support/hallRun.ts'
import { plainAnswers } from '../../support/answers.ts'
import { ELSEWHERE, itemOf, NOBODY, PEOPLE } from '../../support/builders.ts'
import { act, CLERK, CLOCK, idOf, LEAD } from './steps.ts'

const QIU = { personId: 'qiu', name: '仇文澜' } as const
const SHAN = { personId: LEAD.personId, name: LEAD.name } as const

/** Told everything at once: one with a name about a matter of several offices, and one who says no name. */
export function answeredAtOnce(run: HallRun): string {
  run.pass(5)
  const joint = { item: itemOf('GT-002'), itemVersion: 1, answers: {} }
  idOf(run.ask({ ...joint, applicant: PEOPLE.long, answer: { text: '', destination: null } }))
  const item = itemOf('MZ-001')
  const answers = { ...plainAnswers(item), s1: 'yes' }
  const answer = { text: '收入说明可以用承诺代替', destination: null }
  return idOf(run.ask({ item, itemVersion: 1, answers, ticketNo: 'A001', answer }))
}

/**
 * One that is owed overnight; one that is handed over and taken up; one whose first offer nobody takes up in time,
 * whose second is declined, and which the first responder answers after all. The first two are answered the next day.
 */
export function owed(run: HallRun): readonly [string, string] {
  run.pass(5)
  const named = { ...PEOPLE.plain, idKind: '', idNumber: '', address: '' }
  const overnight = idOf(run.ask({ topic: '自家林地的界桩被挪动了，找谁？', applicant: named }))
  const item = itemOf('MZ-003')
  const passedOn = idOf(run.ask({ item, itemVersion: 1, answers: {}, hasProxy: true, applicant: NOBODY }))
  act(run, passedOn, { type: 'offerHandOver', to: SHAN, reason: '由经办人答复' })
  act(run, passedOn, { type: 'acceptHandOver' }, LEAD)
  const back = idOf(run.ask({ topic: '门口的路灯不亮', counter: null }))
  act(run, back, { type: 'offerHandOver', to: QIU, reason: '归他管的片区' })
  run.pass(30)
  act(run, back, { type: 'returnHandOver' }, CLOCK)
  act(run, back, { type: 'offerHandOver', to: SHAN, reason: '请带班领导看一下' })
  act(run, back, { type: 'declineHandOver', reason: '路灯报修有现成的电话' }, LEAD)
  act(run, back, { type: 'answerEnquiry', text: '已代为报修，两天内修好', destination: null })
  return [overnight, passedOn]
}

/** The answers that were owed: one names where to go, one lists everything after the open question was asked. */
export function answers(run: HallRun, [overnight, passedOn]: readonly [string, string]): void {
  const text = '界桩由林业部门勘定'
  act(run, overnight, { type: 'answerEnquiry', text, destination: ELSEWHERE }, CLERK)
  const told = { s1: 'household' }
  act(run, passedOn, { type: 'answerEnquiry', answers: told, text: '', destination: null }, LEAD)
}
