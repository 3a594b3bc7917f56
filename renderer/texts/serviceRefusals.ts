import type { RefusalCode } from '../../shared/contract/refusals.ts'
import type { Refusal } from '../../shared/kernel/result.ts'

const word = (refusal: Refusal, key: string): string => {
  const value = refusal[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** What is said about settings of queue, screens, voice and counters that cannot be. */
export const SERVICE_REFUSALS = {
  'config-group-in-use': (refusal) =>
    `这一类还有没办完的号（${word(refusal, 'no')}）。请先办完、转到别的类别或者取消，再删掉这一类。`,
  'config-counter-on-screen': (refusal) =>
    `${word(refusal, 'counter')} 号窗口还有屏幕在用。请先在“屏幕摆放”里改掉那块屏幕，再删掉这个窗口。`,
  'config-counter-open': (refusal) =>
    `${word(refusal, 'counter')} 号窗口正在服务。请先在那个窗口暂停并关闭，再删掉它。`,
  'service-hours-empty': '结束时间要晚于开始时间，请改其中一个。',
  'service-page-empty': '标题和内容都要写。不需要这一页就把它删掉。',
  'service-phone-host':
    '地址写成这台电脑的 IP 地址或者名称，例如 192.168.1.20，不带 http 和端口。留空就用这台电脑的第一个地址。',
  'service-reader-address': '读卡服务的地址要在这台电脑上，例如 ws://127.0.0.1:8090/。没有读卡服务就留空。',
  'service-screen-counter': '没有这个号的窗口。请选一个已有的窗口。',
  'service-screen-twice': '屏幕的编号重复了，请换一个编号。',
  'service-screens-speak': '只让一块大厅屏出声，不然两处声音会叠在一起。请关掉其余几块的语音。',
  'service-text-long': (refusal) => `太长了，最多 ${word(refusal, 'most')} 个字，远处的人才看得完。请写短一些。`,
  'service-too-many': (refusal) => `太多了，最多 ${word(refusal, 'most')} 个。请删掉不用的。`
} as const satisfies Partial<Record<RefusalCode, string | ((refusal: Refusal) => string)>>
