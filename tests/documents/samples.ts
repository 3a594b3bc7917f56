import type {
  AcceptancePaper,
  OneTimeNoticePaper,
  PaperHall,
  PaperMaterial,
  TicketPaper
} from '../../shared/documents/papers.ts'

/** Invented papers of an invented hall. */

export const hall: PaperHall = {
  name: '云溪街道便民服务中心',
  authorityName: '云溪街道办事处',
  address: '云溪路 1 号一楼大厅',
  hours: '工作日 9:00–17:30',
  enquiryPhone: '023-00001000',
  supervisionPhone: '023-00001001',
  demo: true
}

export const CASE_NO = '500102202611230100013'

export const ticket: TicketPaper = {
  kind: 'ticket',
  hall,
  no: 'A007',
  groupName: '民政',
  ahead: 3,
  estimate: { low: 10, high: 25 },
  counters: [1, 9],
  issuedAt: '2026-11-23T01:05:09.000Z',
  ticketId: '5f0f6c6e-6f43-4f0e-9c1b-2d8a7a3e9b10'
}

const NAMES: readonly (readonly [string, number, number, string | null])[] = [
  ['居民身份证', 1, 1, '核验原件后当场退还'],
  ['申请家庭居民户口簿', 1, 1, '公安户籍信息可共享时免提交'],
  ['诚信（告知）承诺书', 1, 0, '窗口提供格式文本'],
  ['居民家庭经济状况核对授权书', 1, 0, '全体共同生活家庭成员签字'],
  ['残疾人证、疾病诊断等特殊情况材料', 1, 1, null],
  ['收入、财产说明', 1, 0, '可用告知承诺代替证明'],
  ['与经办人员、村（居）委会成员近亲属关系申报', 1, 0, '须单独登记备案']
]

/** `count` materials, the seven of a real guide over and over. */
export const materials = (count: number, result: PaperMaterial['result'] = 'inOrder'): readonly PaperMaterial[] =>
  Array.from({ length: count }, (_, i) => {
    const [name, originals, copies, note] = NAMES[i % NAMES.length] ?? ['材料', 1, 0, null]
    const round = Math.floor(i / NAMES.length)
    const reasons = { inOrder: null, missing: '未提交', notMeeting: '没有签名和日期，第2页的印章看不清楚' } as const
    return {
      name: round === 0 ? name : `${name}（续${round}）`,
      originals,
      copies,
      result,
      reason: reasons[result],
      note
    }
  })

const common = {
  hall,
  caseNo: CASE_NO,
  itemName: '最低生活保障申请（受理、初审）',
  itemCode: '11500102MB0000H0915500590001000',
  caseTypeLabel: '上报件',
  handlingOffice: '社会事务办公室',
  applicant: {
    name: '张小满',
    idKindLabel: '居民身份证',
    idNumberMasked: '500102********9985',
    phoneMasked: '138****0000',
    proxyName: null,
    proxyPhoneMasked: null
  },
  receivedOn: '2026-11-23',
  issuedOn: '2026-11-23',
  clerkName: '李明',
  counter: 1,
  legalBasis: ['社会救助暂行办法 第11条', '最低生活保障审核确认办法（民发〔2021〕57号）'],
  promisedLimitText: '20个工作日',
  statutoryLimitText: '30个工作日'
} as const

export const acceptance: AcceptancePaper = {
  kind: 'acceptanceNotice',
  ...common,
  docNo: '云溪街办受〔2026〕010007号',
  acceptedOn: '2026-11-23',
  promisedDue: { date: '2026-12-21', provisional: false },
  statutoryDue: { date: '2027-01-05', provisional: true },
  materials: materials(6),
  feeText: '不收费',
  resultName: '最低生活保障审核确认决定（县级民政部门作出）',
  excludedProcedures: ['公示']
}

export const notice: OneTimeNoticePaper = {
  kind: 'oneTimeNotice',
  ...common,
  docNo: '云溪街办告〔2026〕010012号',
  round: 1,
  gaps: [...materials(2, 'missing'), ...materials(4, 'notMeeting').slice(2)],
  inOrder: materials(7).slice(4),
  lapseOn: '2026-12-23'
}

export const withName = <P extends AcceptancePaper | OneTimeNoticePaper>(paper: P, name: string): P => ({
  ...paper,
  applicant: { ...paper.applicant, name }
})
