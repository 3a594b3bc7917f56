/** Every sentence of the kiosk that is not a refusal. */
export const T = {
  starting: '取号机正在准备，请稍候。',
  lost: '取号机暂时连不上，不能取号。',
  lostDo: '请到窗口取号，或者稍等一会儿。',
  demo: '演示',
  title: '请选择要办的业务',
  titleElder: '请点要办的事',
  waiting: (people: number) => (people === 0 ? '没有人等' : `${people} 人在等`),
  noEstimate: '等候时间以现场叫号为准',
  ways: '其他办法',
  askCounter: '请到窗口说明',
  search: '不知道选哪个？按名称找',
  searchElder: '按名称找',
  checkIn: '我有预约，签到',
  priorityAsk: '是否需要优先？',
  priorityOn: (reason: string) => `优先：${reason}`,
  priorityOff: '取消优先',
  elderOn: '大字版',
  elderOff: '普通版',
  back: '返回',
  home: '回首页',
  cardHint: '可以刷身份证',
  cardElderly: '您可以按老年人优先取号。',
  cardYes: '优先取号',
  cardNo: '不用',
  cardGood: '知道了',
  cardRead: '证件已读，请选择业务。',
  cardWrong: '没有读出证件，请再刷一次，或者直接选业务。',
  printerNow: '现在取号不打票，请记住屏幕上的号码。',
  printerWindow: '现在打不出票，请到窗口取号。',
  seconds: (left: number) => `${left} 秒后回到首页`,
  stay: '再等一会儿',
  hours: (hours: string) => `服务时间 ${hours}`,
  enquiry: (phone: string) => `咨询 ${phone}`,
  hotline: (phone: string) => `热线 ${phone}`
} as const

export const S = {
  title: '按名称找',
  hint: '点拼音首字母，比如“身份证”点 S、F、Z；也可以用键盘输入。',
  field: '业务名称或拼音首字母',
  letters: '字母键',
  digits: '数字键',
  clear: '清空',
  erase: '退一格',
  found: (count: number) =>
    count === 0 ? '没有找到，请换几个字母，或者到咨询台问一问。' : `找到 ${count} 项，点一下就取号`,
  none: '输入后，这里列出能办的业务。',
  takes: (group: string) => `取“${group}”的号`,
  askDesk: '请到咨询台问一问在哪里办',
  failed: '暂时查不了，请返回选业务，或者到窗口询问。'
} as const

export const C = {
  title: '预约签到',
  hint: '请输入六位预约码。',
  field: '预约码',
  pad: '数字键',
  done: '签到取号',
  short: '预约码是六位数字，请接着输入。'
} as const

export const P = {
  title: '您属于哪一种？',
  hint: '请带上证件，窗口可能要看。',
  none: '不需要优先'
} as const

export const N = {
  title: '还没有取号',
  keep: '不要纸票，记住号码',
  keepHint: '号码会显示在屏幕上，可以拍照。',
  window: '请到窗口取号，工作人员会帮您。',
  home: '不取了，回首页'
} as const

export const R = {
  yours: '您的号码',
  ahead: (people: number) => (people === 0 ? '前面没有人，请留意叫号' : `前面还有 ${people} 人`),
  wait: (text: string) => `预计等候：${text}`,
  counters: (numbers: string) => `请留意 ${numbers} 号窗口`,
  priority: (reason: string) => `优先：${reason}`,
  printing: '正在打票，请从出票口取票。',
  printed: '票已打印，请取走。',
  failed: (no: string) => `票没有打出来，号码有效，请记住 ${no}`,
  shown: '请记住号码（可拍照）。',
  done: '记住了，回首页',
  refused: '没有取到号',
  unknown: '还不知道取到了没有',
  again: '再按一次（不会多取）'
} as const
