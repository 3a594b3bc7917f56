import type { CardFormat } from '../../../../shared/documents/papers.ts'
import type { BatchStop } from '../../../../shared/domain/outreach/batch.ts'
import type { CardChange } from '../../../../shared/domain/outreach/cardFacts.ts'
import type { ListError, ListErrorCode } from '../../../../shared/domain/outreach/households.ts'

/** Every sentence of the part 网格与联系卡. */

export const FORMAT: Readonly<Record<CardFormat, { readonly label: string; readonly hint: string }>> = {
  sheet90x54: { label: '名片卡', hint: 'A4 一页十张，90 × 54 毫米，有裁切线' },
  single85x54: { label: '证件卡', hint: '一页一张，85.6 × 54 毫米' },
  A6: { label: 'A6 卡', hint: '一页一张，贴在门后、冰箱上' },
  A5: { label: 'A5 墙卡', hint: '一页一张，字最大' }
}

export const CHANGE: Readonly<Record<CardChange, string>> = {
  person: '人员变了',
  phone: '电话变了',
  duty: '职责变了',
  grid: '网格信息变了',
  hall: '大厅信息变了',
  promises: '承诺内容变了'
}

/** Why a batch stands still, and what to do. */
export const STOP: Readonly<Record<BatchStop, string>> = {
  asked: '已暂停。按“继续”从下一页印起。',
  failed: '有一页没有印成，已停下。请检查打印机，再按“继续”，从这一页印起，前面的不会重印。',
  'list-lost': '这一批的名单文件不见了，后面的卡不知道印给谁。请取消这一批，再用名单印没有印到的住户。',
  refused: '这一批停下了：'
}

const LIST_ERROR: Readonly<Record<ListErrorCode, string>> = {
  'file-shape': '文件里没有名单',
  'column-missing': '缺少这一列，请在第一行写上列名',
  'column-twice': '这一列出现了两次，请只留一列',
  'too-many-rows': '行数太多，请分成几个文件',
  'no-households': '名单是空的',
  'cell-formula': '单元格里是公式，请改成文字',
  'cell-error': '单元格里的内容已经出错，请重新填写',
  'household-empty': '门牌和户主都没有填，至少填一个',
  'door-long': '门牌太长，最多 40 个字',
  'head-wrong': '户主姓名里有不能使用的符号，或者太长',
  'grid-missing': '没有填网格',
  'grid-unknown': '没有登记过这个网格',
  'grid-ambiguous': '有几个网格叫这个名字，请写成“社区名加网格名”或者网格编号',
  'household-twice': '和前面的一行重复'
}

/** Where, what, and what to do. */
export function listErrorText({ row, column, code, value }: ListError): string {
  const where = row === 0 ? '' : `第 ${row} 行`
  const what = column === '' ? '' : `“${column}”`
  const which = value === '' ? '' : code === 'household-twice' ? `（第 ${value} 行）` : `（${value}）`
  return `${[where, what].filter((one) => one !== '').join(' ')}${where || what ? '：' : ''}${LIST_ERROR[code]}${which}。`
}

export const G = {
  group: '网格与联系卡',
  grids: '网格',
  count: (all: number, vacant: number): string => `${all} 个${vacant > 0 ? `，${vacant} 个没有主责人` : ''}`,
  loading: '正在读取……',
  again: '再读一次',
  code: '编号',
  name: '网格',
  site: '村（社区）',
  primary: '主责网格员',
  marks: '提示',
  vacant: '空缺',
  unregistered: '未登记',
  closed: '已撤销',
  outdated: (n: number): string => `要换发 ${n} 张`,
  newGrid: '登记新网格',
  print: '印联系卡',
  nothing: '还没有网格。按“登记新网格”开始。',

  registerTitle: '登记网格',
  changeTitle: '修改网格信息',
  gridName: '网格名称',
  boundary: '范围（四至）',
  boundaryHint: '写到群众看得懂，卡片上要印，例如“东至云溪路，南至河边”。',
  households: '户数',
  stationPhone: '便民服务站（点）电话',
  stationPhoneHint: '没有就不填。',
  register: '登记',
  save: '保存',
  cancel: '不改了',
  registered: (name: string, code: string): string => `已登记${name}，编号 ${code}。`,
  saved: '已保存。',
  chooseSite: '请选择',
  wholeNumber: '请填写整数。',

  change: '修改信息',
  close: '撤销网格',
  closeTitle: '撤销网格',
  closeText: (name: string): string =>
    `撤销后${name}不能再登记人员、不能再印卡，编号不再使用。以前的登记和发放记录都保留。`,
  closeStay: '先不撤销',
  closeSure: '撤销',
  closedNow: (name: string): string => `${name}已撤销。`,
  version: '卡片版次',
  versionNo: (n: number): string => `第 ${n} 版`,
  vacantText: '这个网格现在没有主责网格员。请登记一位网格员并设为主责，否则不能印卡。',

  staff: '服务人员',
  role: '职责类别',
  person: '姓名',
  phone: '工作电话',
  phoneHint: '只填工作电话，卡片上要印给群众看；不要填私人号码。',
  duty: '负责什么',
  dutyHint: '例如“走访、收件、跑腿代办”，最多 20 个字。',
  from: '开始日期',
  dayHint: '写成 11-30 或 2026-11-30，+10 是十天以后。',
  dayWrong: '这不是一个日期，请写成 2026-11-30 这样。',
  makePrimary: '由他主责这个网格',
  addStaff: '登记人员',
  assigned: (name: string): string => `已登记 ${name}。`,
  isPrimary: '主责',
  coming: (day: string): string => `${day} 开始`,
  ended: (day: string): string => `${day} 结束`,
  until: (day: string): string => `到 ${day}`,
  elsewhere: (grids: string): string => `也在 ${grids}`,
  edit: '改',
  editTitle: (name: string): string => `修改 ${name} 的信息`,
  everywhere: (grids: string): string => `姓名和电话在 ${grids} 也一起改`,
  changedIn: (n: number): string => (n > 1 ? `已保存，${n} 个网格一起改了。` : '已保存。'),
  choosePrimary: '设为主责',
  primaryTitle: (name: string): string => `由 ${name} 主责`,
  primaryFrom: '从哪一天起',
  primaryChosen: (name: string): string => `主责网格员是 ${name}。`,
  end: '结束',
  endTitle: (name: string): string => `结束 ${name} 的任职`,
  endOn: '最后一天',
  endedNow: '已记下。发出去的卡如果要换，会列在“要换发”里。',
  sure: '确定',
  stay: '先不',

  outdatedTitle: '要换发的卡',
  outdatedText: '卡上的内容已经变了。按“换发”给这些住户重新印；备用卡请作废重印。',
  reprint: '换发',
  stock: '备用卡',
  holder: '住户',
  reason: '原因',

  printTitle: '印联系卡',
  back: '返回',
  format: '规格',
  bleed: '出血 3 毫米（送印刷厂裁切用）',
  what: '印给谁',
  forGrids: '备用卡：按网格印，不写住户',
  forList: '按住户名单印',
  forOutdated: '换发：给卡上内容已经变了的住户重印',
  forListHint: '名单印完就删除，只留发放登记。',
  cardsEach: '每个网格几张',
  whichGrids: '哪些网格',
  allGrids: '全部',
  list: '住户名单',
  listHint: 'Excel 文件，第一行写列名：门牌、户主、网格。门牌和户主可以只填一个。',
  template: '另存空白名单',
  templateSaved: (file: string) => `已保存到 ${file}。请把示例那一行换成自己的住户。`,
  openFolder: '打开文件夹',
  listUnreadable: '这个文件读不出来，请重新选择。',
  listTooLarge: '文件太大，请分成几个文件。',
  checking: '正在检查名单……',
  listGood: (households: number): string => `名单没有错误，共 ${households} 户。`,
  listBad: (n: number): string => `名单里有 ${n} 处错误。请在文件里改好，再选一次；现在一张也不会印。`,
  inGrid: (grid: string, n: number): string => `${grid}：${n} 户`,
  preview: '预览',
  previewOf: '看哪个网格的',
  start: '开始打印',
  started: '已开始打印。',
  noneChosen: '请至少选一个网格。',
  pieces: '请填 1 到 20000 之间的整数。',
  noPrintable: '还没有可以印卡的网格。请先登记网格和主责网格员。',

  batches: '打印进度',
  progress: (format: string, done: number, all: number): string => `${format}：${done} / ${all} 页`,
  batchOf: (cards: number, by: string, at: string): string => `${cards} 张，${by}，${at}`,
  waitsForPrinter: '正在打印……',
  running: '正在打印',
  paused: '已停下',
  done: '已印完',
  cancelled: '已取消',
  pause: '暂停',
  resume: '继续',
  cancelBatch: '取消这一批',
  cancelTitle: '取消这一批',
  cancelText: '已经印出来的卡照样有效，发放登记也保留；没有印的不再印。',
  cancelStay: '先不取消',
  unknownText: '和打印机失去了联系，不知道这一页出来没有。请看一下打印机。',
  oneAtATime: '印出来一页，才送下一页；断电、死机以后从停下的地方接着印，不会重印。',

  issued: '发放登记',
  issuedNone: '这一年还没有发过卡。',
  cardNo: '卡号',
  year: '年份',
  on: '日期',
  by: '经手人',
  cardVersion: '版次'
} as const
