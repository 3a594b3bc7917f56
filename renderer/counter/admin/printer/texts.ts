import type { PrinterTarget, PrinterUse } from '../../../../shared/domain/hall/hall.ts'
import type { PrinterHealth } from '../../../../shared/projections/views.ts'
import type { Tone } from '../../../ui/index.ts'

/** Every sentence of 打印机 that is not a refusal or a label shared with other screens. */

interface HealthShown {
  readonly tone: Tone
  readonly word: string
  /** What it means and what to do. */
  readonly sentence: string
}

export const HEALTH: Readonly<Record<PrinterHealth, HealthShown>> = {
  ready: { tone: 'green', word: '就绪', sentence: '打印机有回应，可以打印。' },
  'paper-out': { tone: 'amber', word: '缺纸', sentence: '请给打印机装纸。' },
  jam: { tone: 'red', word: '卡纸', sentence: '请取出卡住的纸。' },
  offline: { tone: 'red', word: '离线', sentence: '打印服务连不到打印机，请检查电源和连接线。' },
  'cover-open': { tone: 'amber', word: '盖子开着', sentence: '请合上打印机的盖子。' },
  attention: { tone: 'amber', word: '需要处理', sentence: '请到打印机前看一下，墨粉是否用完。' },
  paused: { tone: 'amber', word: '已暂停', sentence: '打印机停着，请在打印机上或打印服务里让它继续。' },
  'not-accepting': { tone: 'amber', word: '不收文件', sentence: '打印机有回应，但现在不接收打印。' },
  'no-pdf': { tone: 'red', word: '不认 PDF', sentence: '这台打印机不能直接打印 PDF，请换一台，或经打印服务连接。' },
  'not-there': { tone: 'red', word: '没有这台', sentence: '这个地址有回应，但没有这台打印机，请核对地址。' },
  unreachable: { tone: 'red', word: '连不上', sentence: '没有回应，请核对地址，检查打印机的电源和网线。' }
}

export const USE: Readonly<Record<PrinterUse, string>> = { ticket: '号单', paper: 'A4 文书', card: '联系卡' }

export const USE_KEY: Readonly<Record<PrinterUse, string>> = { ticket: 'Alt+H', paper: 'Alt+W', card: 'Alt+K' }

export const KIND: Readonly<Record<PrinterTarget['kind'], { readonly label: string; readonly hint: string }>> = {
  folder: { label: '存成文件（文件夹）', hint: '不打印，每份存成一个 PDF 文件。' },
  spooler: { label: '本机打印服务里的打印机', hint: '已在这台电脑上装好的打印机。' },
  ipp: { label: '网络打印机（IPP 地址）', hint: '直接和打印机说话，状态最准。' },
  raw: { label: '小票打印机', hint: '热敏打印机，80 或 58 毫米的卷纸。' }
}

export const P = {
  group: '打印机',
  now: '现在送到',
  change: '更换',
  changeOf: (use: string) => `更换${use}的打印机`,
  asking: '正在询问……',
  testPage: '打印测试页',
  testPageOf: (use: string) => `打印${use}的测试页`,
  testSent: '测试页',
  title: (use: string) => `${use}送到哪里`,
  kind: '送到哪里',
  folder: '文件夹',
  openFolder: '打开文件夹',
  name: '名称',
  nameHint: '窗口人员怎样称呼它，例如“前台打印机”。',
  nameNeeded: '请填写名称。',
  nameLong: '名称最多 80 个字。',
  uri: '地址',
  uriHint: '例如 ipp://192.168.1.20/ipp/print。',
  uriWrong: '请填写以 ipp:// 或 ipps:// 开头的地址。',
  host: '主机',
  hostHint: '打印机的 IP 地址，例如 192.168.1.30。',
  hostWrong: '请填写 IP 地址或主机名，不要带 http:// 和端口。',
  port: '端口',
  portHint: '一般是 9100。',
  portWrong: '端口是 1 到 65535 的整数。',
  roll: '卷纸宽度',
  rolls: { '80': '80 毫米', '58': '58 毫米' },
  ticketWidthHint: '打印机里装的卷纸；号单按它排版。',
  narrow: '（58 毫米卷纸）',
  status: '能回答缺纸、开盖',
  statusHint: '不能回答的，只知道送到了，不知道印出来没有。',
  queue: '哪一台',
  queueNeeded: '请选一台打印机。',
  finding: '正在查找……',
  findAgain: '重新查找',
  noService: '这台电脑上没有打印服务，或者它没有回应，请填写打印机的地址。',
  noneFound: '打印服务里还没有打印机，请先在系统里添加，或者填写地址。',
  test: '询问状态',
  callsItself: (name: string) => `打印机自称“${name}”。`,
  detail: (text: string) => `代码 ${text}`,
  save: '保存',
  cancel: '不改了',
  saved: (use: string, name: string) => (name === '' ? `以后的${use}存成文件。` : `以后的${use}送到“${name}”。`),
  savedNote: '之前没打印成的，可以再打印一次。'
} as const
