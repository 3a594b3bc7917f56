import type { DueDate } from '../../../../shared/domain/casework/case.ts'
import { EXCLUDED_PROCEDURES } from '../../../../shared/domain/catalogue/codes.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { dayAndTime, shortDate } from '../../../texts/index.ts'
import { C, ENDING, FROM_ABOVE } from '../cases/texts.ts'

export interface FactRow {
  readonly key: string
  readonly name: string
  /** At the right, in bold. */
  readonly said: string
  readonly tone?: 'good' | 'wanting' | 'bad'
  /** Small, below. */
  readonly more?: string
}

export interface FactBlock {
  readonly title: string
  readonly rows: readonly FactRow[]
}

const day = ({ date, provisional }: DueDate): string => `${shortDate(date)}${provisional ? '（暂定）' : ''}`

const awaited = (due: DueDate, today: string): 'wanting' | 'bad' => (due.date < today ? 'bad' : 'wanting')

/** What belongs to the work on a case, block by block; blocks about nothing are left out. */
export function workFacts(detail: CaseDetail, today: string): readonly FactBlock[] {
  const blocks: readonly FactBlock[] = [
    { title: C.handOver, rows: handOverRows(detail) },
    {
      title: C.deferred,
      rows: detail.deferred.map(({ materialId, name, due, receivedOn }) =>
        receivedOn === null
          ? { key: materialId, name, said: C.until(day(due)), tone: awaited(due, today) }
          : { key: materialId, name, said: C.receivedOn(shortDate(receivedOn)), tone: 'good' }
      )
    },
    {
      title: C.commitments,
      rows: detail.commitments.map(({ materialId, name, checkBy, checked }) =>
        checked === null
          ? { key: materialId, name, said: C.checkBy(day(checkBy)), tone: awaited(checkBy, today) }
          : {
              key: materialId,
              name,
              said: checked.kept ? C.kept : C.broken,
              tone: checked.kept ? 'good' : 'bad',
              more: checked.note
            }
      )
    },
    {
      title: C.opinions,
      rows: detail.opinions.map(({ office, due, given }) =>
        given === null
          ? { key: office, name: office, said: C.until(day(due)), tone: awaited(due, today) }
          : {
              key: office,
              name: office,
              said: given.agrees ? C.agrees : C.disagrees,
              tone: given.agrees ? 'good' : 'bad',
              more: given.note
            }
      )
    },
    { title: C.upward, rows: upwardRows(detail, today) },
    {
      title: C.exclusions,
      rows: detail.exclusions.map(({ exclusionId, procedure, basis, from, expectedEnd, endedOn }) => ({
        key: exclusionId,
        name: EXCLUDED_PROCEDURES[procedure].label,
        more: basis,
        said:
          endedOn === null
            ? C.running(shortDate(from), shortDate(expectedEnd))
            : C.ran(shortDate(from), shortDate(endedOn)),
        ...(endedOn === null ? { tone: expectedEnd < today ? ('bad' as const) : ('wanting' as const) } : {})
      }))
    },
    { title: C.extension, rows: extensionRows(detail) },
    { title: C.decision, rows: decisionRows(detail) },
    { title: C.ending, rows: endingRows(detail) }
  ]
  return blocks.filter(({ rows }) => rows.length > 0)
}

const handOverRows = ({ handOver }: CaseDetail): readonly FactRow[] =>
  handOver === null
    ? []
    : [
        {
          key: 'handOver',
          name: C.handOverTo(handOver.to.name),
          said: C.handOverBack(dayAndTime(handOver.returnsAt)),
          tone: 'wanting',
          more: handOver.reason
        }
      ]

function upwardRows({ upward }: CaseDetail, today: string): readonly FactRow[] {
  if (upward === null) return []
  const { to, submittedOn, expectedBack, returned } = upward
  const more = C.submittedOn(shortDate(submittedOn))
  return returned === null
    ? [{ key: 'upward', name: to, said: C.expectedBack(day(expectedBack)), tone: awaited(expectedBack, today), more }]
    : [
        {
          key: 'upward',
          name: to,
          said: FROM_ABOVE[returned.result],
          tone: returned.result === 'approved' ? 'good' : 'wanting',
          more: [more, returned.note].filter((part) => part !== '').join('；')
        }
      ]
}

const EXTENSION_TONE = { requested: 'wanting', approved: 'good', declined: 'bad' } as const

const extensionRows = ({ extension }: CaseDetail): readonly FactRow[] =>
  extension === null
    ? []
    : [
        {
          key: 'extension',
          name: C.days(extension.days),
          said: C.extensionStatus[extension.status],
          tone: EXTENSION_TONE[extension.status],
          more: `${C.requestedBy(extension.requestedBy.name, shortDate(extension.requestedOn))}：${extension.reason}`
        }
      ]

function decisionRows({ decision, status }: CaseDetail): readonly FactRow[] {
  if (decision === null) return []
  const certificate = decision.certificateNo === null ? '' : C.certificateNo(decision.certificateNo)
  const until = status === 'decided' && decision.deliverBy !== null ? C.deliverBy(day(decision.deliverBy)) : ''
  return [
    {
      key: 'decision',
      name: C.decidedOn(shortDate(decision.decidedOn)),
      said: C.decided[decision.result],
      tone: decision.result === 'approved' ? 'good' : 'bad',
      more: [decision.docNo, certificate, until].filter((part) => part !== '').join('；')
    }
  ]
}

function endingRows({ ending }: CaseDetail): readonly FactRow[] {
  if (ending === null) return []
  const { kind, on, reason, destination } = ending
  const where = destination && [destination.name, destination.place, destination.phone].filter((part) => part !== '')
  return [
    {
      key: 'ending',
      name: shortDate(on),
      said: ENDING[kind],
      tone: 'bad',
      more: [reason, where ? C.goTo(where.join(' ')) : ''].filter((part) => part !== '').join('；')
    }
  ]
}
