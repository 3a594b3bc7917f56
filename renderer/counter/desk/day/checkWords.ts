import type { DayCheck } from '../../../../shared/domain/day/openingChecks.ts'
import type { PrinterHealth } from '../../../../shared/projections/views.ts'
import { dayAndTime, longDate } from '../../../texts/index.ts'
import { HEALTH } from '../../admin/printer/texts.ts'
import { A } from '../../admin/texts.ts'

/** What a check found, in words. */
export interface CheckWords {
  readonly says: string
  /** What to do about it; empty where nothing is to be done. */
  readonly todo: string
}

/** Where something is set. */
const inAdmin = (tab: keyof typeof A.tabs): string => `“${A.manage} → ${A.tabs[tab]}”`

const says = (sentence: string, todo = ''): CheckWords => ({ says: sentence, todo })

function printerWords(paper: '号单' | '文书', health: string): CheckWords {
  if (health === 'folder') {
    return says(`${paper}现在存成文件，不打印`, `要打在纸上，请管理员在${inAdmin('printer')}里选一台打印机。`)
  }
  const known = HEALTH[health as PrinterHealth]
  if (!known) return says('打印机的状态看不出来', '请到打印机前看一下，再检查一遍。')
  return health === 'ready' ? says('打印机有回应，可以打印') : says(`打印机${known.word}`, known.sentence)
}

const SOUND: Readonly<Record<string, CheckWords>> = {
  off: says('语音播报关着', `现在只靠大厅屏叫号；要播报，请管理员在${inAdmin('hall')}里打开。`),
  untried: says('今天还没有播报过', '叫第一个号时听一下。'),
  voice: says('今天播报正常'),
  clips: says('今天播报正常'),
  replaced: says('今天播报正常'),
  chime: says('最近一次只响了提示音', `请管理员看一下${inAdmin('hall')}里选的声音。`),
  muted: says('最近一次在静音时段，没有播报'),
  failed: says('最近一次没有播出声音', '请检查音箱的电源、音量和连线，再叫一个号听一下。')
}

const HISTORY: Readonly<Record<string, CheckWords>> = {
  ready: says('以前的办件都能查到'),
  failed: says('历史记录没有恢复', '今天的业务不受影响；以前的办件暂时查不到，请告诉管理员。')
}

const RECOVERING = says('历史记录正在恢复', '今天的业务不用等；以前的办件过一会儿再查。')

function screenWords(detail: string): CheckWords {
  const [open = '0', planned = '0'] = detail.split('/')
  if (planned === '0') return says('没有设大厅屏', `请管理员在${inAdmin('screens')}里添加一块。`)
  if (Number(open) >= Number(planned)) return says(`${planned} 块大厅屏都开着`)
  return says(`${planned} 块大厅屏只开着 ${open} 块`, '请检查显示器的电源和连线；接好以后会自己打开。')
}

const MEGABYTES_A_GIGABYTE = 1024

function diskWords({ state, detail }: DayCheck): CheckWords {
  const megabytes = Number(detail)
  if (detail === 'unknown' || Number.isNaN(megabytes)) return says('看不出磁盘还有多少空间', '请管理员看一下磁盘。')
  const gigabytes = megabytes / MEGABYTES_A_GIGABYTE
  const left = gigabytes < 1 ? `磁盘只剩 ${megabytes} MB` : `磁盘还有 ${Math.floor(gigabytes)} GB`
  if (state === 'good') return says(left)
  return says(left, state === 'bad' ? '快要存不下了，请马上清理磁盘。' : '请在这几天里清理磁盘。')
}

function backlogWords(detail: string): CheckWords {
  const [days = '0', papers = '0'] = detail.split('/')
  if (days !== '0') return says(`前面有 ${days} 天没有结束`, '请退出程序，再打开一次。')
  if (papers === '0') return says('没有遗留')
  return says(`有 ${papers} 份文书没有打出来`, '在右边“未交到手的文书”里补打。')
}

/** One check as a sentence and what follows from it. Old details that nobody knows any more still say something. */
export function checkWords(found: DayCheck): CheckWords {
  const { check, state, detail } = found
  switch (check) {
    case 'ticketPrinter':
      return printerWords('号单', detail)
    case 'paperPrinter':
      return printerWords('文书', detail)
    case 'hallScreen':
      return screenWords(detail)
    case 'sound':
      return SOUND[detail] ?? says('播报的情况看不出来', '叫第一个号时听一下。')
    case 'disk':
      return diskWords(found)
    case 'clock':
      return state === 'good'
        ? says('电脑的时钟没有倒退')
        : says(
            `电脑的时钟比最新的记录（${dayAndTime(detail)}）还早`,
            '请校准日期和时间，再打开一次程序；时钟不对，到期日会算错。'
          )
    case 'holidays':
      if (state === 'good') return says(`放假安排有到 ${longDate(detail)}`)
      return says(
        detail === '' ? '没有放假安排' : `放假安排只到 ${longDate(detail)}`,
        `请负责人在${inAdmin('calendar')}里导入；导入以前，到期日标“暂定”。`
      )
    case 'history':
      return HISTORY[detail] ?? RECOVERING
    case 'log':
      return state === 'good' ? says('业务日志完好') : says('业务日志有损坏', '请马上告诉管理员，不要删除任何文件。')
    case 'backlog':
      return backlogWords(detail)
  }
}
