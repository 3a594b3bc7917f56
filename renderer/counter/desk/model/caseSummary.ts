import type { DueDate } from '../../../../shared/domain/casework/case.ts'
import { isGap } from '../../../../shared/domain/casework/ticks.ts'
import { EXCLUDED_PROCEDURES } from '../../../../shared/domain/catalogue/codes.ts'
import { remainingText } from '../../../../shared/domain/catalogue/limitText.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { shortDate } from '../../../texts/index.ts'
import { stoppedText } from './lightText.ts'

/** What of a case the sentence is made of. */
export type Summarised = Pick<
  CaseDetail,
  | 'status'
  | 'light'
  | 'owner'
  | 'promisedDue'
  | 'statutoryDue'
  | 'localDue'
  | 'notifyBy'
  | 'ticks'
  | 'notices'
  | 'lastNotice'
  | 'deemed'
  | 'handOver'
  | 'deferred'
  | 'commitments'
  | 'exclusions'
  | 'extension'
  | 'upward'
  | 'opinions'
  | 'decision'
  | 'ending'
>

/** How a case stands, in one sentence: where it is, until when, and what is missing. `today` is `YYYY-MM-DD`. */
export function caseSummary(one: Summarised, today: string): string {
  return [main(one, today), ...owed(one, today), handOver(one)].filter((part) => part !== '').join('；')
}

const by = (due: DueDate): string => `${shortDate(due.date)}前${due.provisional ? '（暂定）' : ''}`

type Watching = NonNullable<Summarised['light']>['watching']

/** What the clock says about the date of `watching`, after a comma; nothing while another date is watched. */
function left({ light }: Summarised, watching: Watching): string {
  if (light === null || light.remaining === null || light.watching !== watching) return ''
  return `，${remainingText(light.remaining, light.unit)}`
}

function main(one: Summarised, today: string): string {
  switch (one.status) {
    case 'enquiry':
      return `来咨询，还欠答复，${one.owner.name}负责`
    case 'answered':
      return '咨询已答复，可以接着办成办件'
    case 'received':
      return one.notifyBy === null
        ? '已收件，材料还没有核对完'
        : `已收件，${by(one.notifyBy)}要受理或者一次告知${left(one, 'notify')}`
    case 'supplement':
      return supplement(one, today)
    case 'accepted':
      return accepted(one)
    case 'decided':
      return decided(one)
    case 'completed':
      return one.decision === null ? '已办结' : `已办结，结果：${result(one.decision.result)}`
    case 'declined':
      return ended(one.ending?.kind === 'notRequired' ? '不受理' : '不予受理', one)
    case 'returned':
      return ended('已退件', one)
    case 'withdrawn':
      return ended('申请人已撤回', one)
  }
}

const result = (what: 'approved' | 'refused'): string => (what === 'approved' ? '准予' : '不予批准')

function supplement({ ticks, notices, lastNotice }: Summarised, today: string): string {
  const gaps = ticks.filter(isGap).length
  const told = `${notices > 1 ? `第 ${notices} 次` : '已'}告知补正，缺 ${gaps} 份`
  const lapseOn = lastNotice?.lapseOn ?? null
  if (lapseOn === null) return `${told}，没有补齐期限`
  return lapseOn < today ? `${told}，${shortDate(lapseOn)}的期限已过` : `${told}，申请人${shortDate(lapseOn)}前补齐`
}

function accepted(one: Summarised): string {
  const head = one.deemed ? '逾期未告知，视为已受理' : '已受理'
  const { promisedDue, statutoryDue, light } = one
  const run = one.exclusions.find(({ endedOn }) => endedOn === null)
  if (run && light?.light === 'grey') {
    const { label } = EXCLUDED_PROCEDURES[run.procedure]
    const stopped = light.stoppedDays === 0 ? '' : stoppedText(light.stoppedDays)
    const parts = [head, `${label}进行中`, '时限暂停', stopped, `预计${shortDate(run.expectedEnd)}结束`]
    return parts.filter((part) => part !== '').join('，')
  }
  if (promisedDue === null) return head
  const statutory =
    light?.light === 'redStatutory' && statutoryDue ? `，法定期限${shortDate(statutoryDue.date)}已过` : ''
  const late = light?.light === 'red' || light?.light === 'redStatutory'
  const promised = late ? `承诺${shortDate(promisedDue.date)}办结` : `承诺${by(promisedDue)}办结`
  return `${head}，${promised}${left(one, 'decide')}${statutory}`
}

function decided(one: Summarised): string {
  if (one.decision === null) return '已作决定，还没有送达'
  const { deliverBy } = one.decision
  const until = deliverBy === null ? '' : `，${by(deliverBy)}送达${left(one, 'deliver')}`
  return `已决定${result(one.decision.result)}，还没有送达${until}`
}

function ended(head: string, { ending }: Summarised): string {
  if (ending === null) return head
  const where = ending.destination === null ? '' : `，已告知找${ending.destination.name}`
  return `${head}${ending.reason === '' ? '' : `：${ending.reason}`}${where}`
}

/** The earliest of some dates. */
const first = (dues: readonly DueDate[]): DueDate | null =>
  dues.reduce<DueDate | null>((least, due) => (least === null || due.date < least.date ? due : least), null)

const open = (count: number, words: (n: number) => string, dues: readonly DueDate[], today: string): string => {
  const due = first(dues)
  if (count === 0 || due === null) return ''
  const day = shortDate(due.date)
  const until = due.date < today ? `${day}已到期` : `${day}前${due.provisional ? '，暂定' : ''}`
  return `${words(count)}（${until}）`
}

/** What is still to come in while a case is worked on, or after it. */
function owed(one: Summarised, today: string): readonly string[] {
  const { extension, upward, commitments, status } = one
  const working = status === 'accepted'
  const broken = commitments.filter(({ checked }) => checked?.kept === false)
  const unchecked = commitments.filter(({ checked }) => checked === null)
  const missing = working ? one.deferred.filter(({ receivedOn }) => receivedOn === null) : []
  const silent = working ? one.opinions.filter(({ given }) => given === null) : []
  return [
    broken.length > 0 ? `承诺核查不属实（${broken.length} 项），依法处理后再继续` : '',
    open(
      missing.length,
      (n) => `缺 ${n} 件容缺材料`,
      missing.map(({ due }) => due),
      today
    ),
    working && upward ? way(upward, today) : '',
    working && upward === null && one.localDue ? `本级${by(one.localDue)}上报${left(one, 'local')}` : '',
    open(
      silent.length,
      (n) => `${n} 个部门还没有意见`,
      silent.map(({ due }) => due),
      today
    ),
    working && extension?.status === 'requested' ? `申请延长 ${extension.days} 个工作日，待批准` : '',
    working && extension?.status === 'approved' ? `已延长 ${extension.days} 个工作日` : '',
    open(
      unchecked.length,
      (n) => `${n} 项承诺待核查`,
      unchecked.map(({ checkBy }) => checkBy),
      today
    )
  ]
}

const FROM_ABOVE = { approved: '上级已同意', refused: '上级不同意', sentBack: '上级已退回，要补办' } as const

function way(upward: NonNullable<Summarised['upward']>, today: string): string {
  if (upward.returned !== null) return FROM_ABOVE[upward.returned.result]
  const { date } = upward.expectedBack
  const back = date < today ? `${shortDate(date)}该返回还没有返回` : `预计${shortDate(date)}返回`
  return `已上报${upward.to}，${back}`
}

const handOver = ({ handOver: offered }: Summarised): string =>
  offered === null ? '' : `正移交给${offered.to.name}，等对方接手`
