import type { Role } from '../../../shared/domain/staff/staff.ts'

/** Every sentence of the page 管理 that is not a refusal or a label shared with other screens. */

/** What a role may do beyond the ones before it. */
export const ROLE_HINT: Readonly<Record<Role, string>> = {
  clerk: '叫号、收件、出具和打印文书',
  lead: '另可写第二次告知的原因、选打印机、改事项库、定规则和节假日、看人员名单',
  administrator: '另可登记人员、设密码、停用账号'
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
    outreach: '网格与联系卡',
    feedback: '评价与回访',
    password: '我的密码',
    counters: '窗口与类别',
    queue: '排队与预约',
    hall: '大厅屏与语音',
    screens: '屏幕摆放',
    visitors: '取号机、评价、手机'
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
  changedOwn: '密码已修改，下次登录请用新密码。'
} as const
