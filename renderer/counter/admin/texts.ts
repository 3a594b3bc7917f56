import type { Role } from '../../../shared/domain/staff/staff.ts'
import type { PrinterHealth } from '../../../shared/projections/views.ts'
import type { Tone } from '../../ui/index.ts'

/** Every sentence of the page 管理 that is not a refusal or a label shared with other screens. */

/** What a role may do beyond the ones before it. */
export const ROLE_HINT: Readonly<Record<Role, string>> = {
  clerk: '叫号、收件、出具和打印文书',
  lead: '另可写第二次告知的原因、选打印机、改事项库、定规则和节假日、看人员名单',
  administrator: '另可登记人员、设密码、停用账号'
}

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
  attention: { tone: 'amber', word: '需要处理', sentence: '请到打印机前看一下：盖子是否打开，墨粉是否用完。' },
  paused: { tone: 'amber', word: '已暂停', sentence: '打印机停着，请在打印机上或打印服务里让它继续。' },
  'not-accepting': { tone: 'amber', word: '不收文件', sentence: '打印机有回应，但现在不接收打印。' },
  'no-pdf': { tone: 'red', word: '不认 PDF', sentence: '这台打印机不能直接打印 PDF，请换一台，或经打印服务连接。' },
  'not-there': { tone: 'red', word: '没有这台', sentence: '这个地址有回应，但没有这台打印机，请核对地址的后半部分。' },
  unreachable: { tone: 'red', word: '连不上', sentence: '没有回应，请核对地址，检查打印机的电源和网线。' }
}

export const A = {
  manage: '管理',
  ownPassword: '改密码',
  back: '返回工作台',
  tabs: {
    people: '人员',
    printer: '打印机',
    catalogue: '事项库',
    rules: '规则设置',
    calendar: '节假日安排',
    blocked: '承诺限制名单',
    password: '我的密码'
  },

  people: '人员',
  loading: '正在读取……',
  again: '再读一次',
  register: '登记新人员',
  name: '姓名',
  login: '登录名',
  loginHint: '登录名用小写字母开头，可以有数字，例如 wangli；以后不能改。',
  roles: '角色',
  rolesNeeded: '请至少选一个角色。',
  state: '状态',
  demo: '演示',
  active: '正常',
  locked: (until: string) => `已锁定，${until} 解除`,
  ended: '已停用',
  you: '您自己',
  registered: (name: string, login: string) => `已登记 ${name}，可以用 ${login} 登录。`,

  firstPassword: '首次密码',
  newPassword: '新密码',
  repeated: '再输一次密码',
  show: '显示密码',
  rules: '密码要求',
  met: '，已满足',
  notMet: '，未满足',
  differs: '两次输入的密码不一样，请重新输入。',
  tooLong: '密码最多 200 位。',

  setPassword: '设新密码',
  setPasswordHint: '保存后马上生效，锁定同时解除。请当面告诉本人，并请本人登录后自己改一次。',
  savePassword: '保存新密码',
  passwordSet: (name: string) => `${name} 的新密码已生效。`,
  toOwnPassword: '这是您自己的账号，密码在“我的密码”里改；不能停用自己。',
  goToOwnPassword: '去改我的密码',
  leadOnly: '登记人员、设密码和停用由管理员办理。',
  endedNote: '这个账号不能再登录，也不能恢复；办过的业务和记录都在。',
  end: '停用账号',
  endTitle: '停用账号',
  endText: (name: string, login: string) =>
    `停用后 ${name} 不能再登录，登录名 ${login} 也不能再用，不能恢复。办过的业务和记录都会保留。`,
  endStay: '先不停用',
  endSure: '停用',
  endedNow: (name: string) => `${name} 的账号已停用。`,

  old: '现在的密码',
  ownHint: '换成只有您自己知道的密码。',
  changeOwn: '修改密码',
  changedOwn: '密码已修改，下次登录请用新密码。',

  targetNow: '现在文书送到',
  toFolderLong: '存成文件（文件夹）',
  toFolderHint: '不打印，每份文书存成一个 PDF 文件。',
  toPrinter: '打印机（IPP 地址）',
  toPrinterHint: '网络打印机，或者本机打印服务里的打印机。',
  target: '文书送到哪里',
  folder: '文件夹',
  openFolder: '打开文件夹',
  printerName: '名称',
  printerNameHint: '窗口人员怎样称呼它，例如“前台打印机”。',
  printerNameNeeded: '请填写名称。',
  printerNameLong: '名称最多 80 个字。',
  uri: '地址',
  uriHint: '例如 ipp://192.168.1.20/ipp/print 或 ipp://主机:631/printers/名称。',
  uriWrong: '请填写以 ipp:// 或 ipps:// 开头的地址。',
  test: '测试',
  testing: '正在测试……',
  callsItself: (name: string) => `打印机自称“${name}”。`,
  detail: (text: string) => `代码 ${text}`,
  save: '保存',
  savedFolder: '以后的文书存成文件。',
  savedPrinter: (name: string) => `以后的文书送到“${name}”。`,
  savedNote: '之前没打印成的，可以再打印一次。',
  found: '本机打印服务里的打印机',
  finding: '正在查找……',
  findAgain: '重新查找',
  noService: '这台电脑上没有打印服务（CUPS），请直接填写打印机的地址。',
  noneFound: '打印服务里还没有打印机，请先在系统里添加，或者直接填写地址。',
  choose: '选用'
} as const
