import { layoutPaper } from '../../../shared/documents/layout/layoutPaper.ts'
import type { OneTimeNoticePaper, PaperMaterial } from '../../../shared/documents/papers.ts'
import { TEMPLATE } from '../../../shared/domain/printing/printing.ts'
import { htmlOf, shellOf } from './paperHtml.ts'
import { inventedApplicant, seeded } from './people.ts'

/** One-time notices of an invented hall, no two alike: for our program as data, for a browser as a page of the same words. */

const DOCUMENTS = [
  '居民身份证',
  '申请家庭居民户口簿',
  '不动产权证书',
  '营业执照副本',
  '公司章程',
  '房屋租赁合同',
  '法定代表人任职文件',
  '劳动合同',
  '社会保险缴费凭证',
  '出生医学证明',
  '残疾人证、疾病诊断等特殊情况材料',
  '居民家庭经济状况核对授权书',
  '收入、财产说明',
  '房屋安全鉴定报告',
  '消防安全承诺书',
  '从业人员健康证明',
  '经营场所平面布局图',
  '设施设备清单',
  '与经办人员近亲属关系申报',
  '诚信（告知）承诺书'
] as const
const REASONS = [
  '没有签名和日期，第2页的印章看不清楚',
  '复印件缺少骑缝章',
  '有效期已过，需要换发',
  '姓名与证件不一致，请到发证机关更正',
  '填写不完整，第3栏空白',
  '照片不符合规格',
  '缺少全体共同生活家庭成员的签字'
] as const
const WAYS = ['到所在的村（社区）开具', '核验原件后当场退还', '窗口提供格式文本', '可用告知承诺代替证明', null] as const
const STREETS = ['云溪', '滨河', '松岗', '南桥', '青石', '长宁', '柳林', '和平'] as const

const pick = <T>(from: readonly T[], n: number): T => from[n % from.length] as T
const nameOf = (n: number): string => inventedApplicant(seeded(n)).name

/** Rows of the table of what is missing. */
export const ROWS = 12

function material(n: number, row: number, inOrder: boolean): PaperMaterial {
  const missing = (n + row) % 3 === 0
  return {
    name: `${pick(DOCUMENTS, n * 3 + row)}${row % 4 === 0 ? '（原件及复印件）' : ''}`,
    originals: 1 + ((row + n) % 2),
    copies: (n + row) % 3,
    result: inOrder ? 'inOrder' : missing ? 'missing' : 'notMeeting',
    reason: inOrder ? null : missing ? '未提交' : pick(REASONS, n * 5 + row),
    note: pick(WAYS, n + row * 3)
  }
}

const rows = (n: number, count: number, from: number, inOrder: boolean): readonly PaperMaterial[] =>
  Array.from({ length: count }, (_, row) => material(n, from + row, inOrder))

function notice(n: number): OneTimeNoticePaper {
  const street = pick(STREETS, n)
  const serial = String(10_000 + n)
  return {
    kind: 'oneTimeNotice',
    // As a hall issues it that has set nothing.
    typeface: 'serif',
    hall: {
      name: `${street}街道便民服务中心`,
      authorityName: `${street}街道办事处`,
      address: `${street}路 ${n} 号一楼大厅`,
      hours: '工作日 9:00–17:30',
      enquiryPhone: '023-00001000',
      supervisionPhone: '023-00001001',
      demo: true
    },
    docNo: `${street}街办告〔2026〕${serial}号`,
    caseNo: `5001022026112301${serial}`,
    itemName: '最低生活保障申请（受理、初审）',
    itemCode: '11500102MB0000H0915500590001000',
    caseTypeLabel: '上报件',
    handlingOffice: '社会事务办公室',
    applicant: {
      name: nameOf(n),
      idKindLabel: '居民身份证',
      idNumberMasked: '500102********9985',
      phoneMasked: '138****0000',
      proxyName: n % 4 === 0 ? nameOf(n + 997) : null,
      proxyPhoneMasked: null
    },
    receivedOn: '2026-11-23',
    issuedOn: '2026-11-23',
    clerkName: nameOf(n % 9),
    counter: 1 + (n % 9),
    legalBasis: ['社会救助暂行办法 第11条', '最低生活保障审核确认办法（民发〔2021〕57号）'],
    promisedLimitText: '20个工作日',
    statutoryLimitText: '30个工作日',
    round: 1,
    gaps: rows(n, ROWS, 0, false),
    inOrder: rows(n, 3, ROWS, true),
    lapseOn: '2026-12-23'
  }
}

export interface Notice {
  readonly paper: OneTimeNoticePaper
  readonly template: number
  /** What a kept page has to show to print the same. */
  readonly html: string
}

export const notices = (count: number): readonly Notice[] =>
  Array.from({ length: count }, (_, n) => {
    const paper = notice(n)
    return { paper, template: TEMPLATE, html: htmlOf(layoutPaper(paper, { template: TEMPLATE, reprint: 0 })) }
  })

/** The page that is kept. `fontsFolder`: where the program's fonts lie, as a URL. */
export const shell = (fontsFolder: string): string => shellOf(fontsFolder)
