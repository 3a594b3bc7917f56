import type { PaperData, PaperHall, PaperMaterial } from '../../shared/documents/papers.ts'

/** Papers that say nothing, to run the code warm with: the first real paper is then as quick as the tenth. */

const hall: PaperHall = {
  name: '便民服务中心',
  authorityName: '街道办事处',
  address: '一楼大厅',
  hours: '工作日 9:00–17:30',
  enquiryPhone: '000-00000000',
  supervisionPhone: '000-00000001',
  demo: true
}

const material = (n: number): PaperMaterial => ({
  name: `第${n}项申请材料`,
  originals: 1,
  copies: 2,
  result: 'missing',
  reason: '缺少签名和日期，请补充完整',
  note: '到所在的村（社区）开具'
})

const materials = Array.from({ length: 12 }, (_, i) => material(i + 1))

const common = {
  hall,
  docNo: '某办告〔2026〕010001号',
  caseNo: '000000202601010100010',
  itemName: '示例事项',
  itemCode: '00000000000000000000000000000',
  caseTypeLabel: '承诺件',
  handlingOffice: '某办公室',
  applicant: {
    name: '示例',
    idKindLabel: '居民身份证',
    idNumberMasked: '000000********0000',
    phoneMasked: null,
    proxyName: null,
    proxyPhoneMasked: null
  },
  receivedOn: '2026-01-05',
  issuedOn: '2026-01-05',
  clerkName: '示例',
  counter: 1,
  legalBasis: ['某条例 第1条']
}

const limits = { promisedLimitText: '10个工作日', statutoryLimitText: '20个工作日' }

export const WARM_UP_PAPERS: readonly PaperData[] = [
  {
    kind: 'oneTimeNotice',
    ...common,
    ...limits,
    round: 1,
    gaps: materials,
    inOrder: materials.slice(0, 3),
    lapseOn: '2026-02-05'
  },
  {
    kind: 'acceptanceNotice',
    ...common,
    ...limits,
    acceptedOn: '2026-01-05',
    promisedDue: { date: '2026-01-19', provisional: false },
    statutoryDue: { date: '2026-02-02', provisional: true },
    materials,
    feeText: '不收费',
    resultName: '某决定书',
    excludedProcedures: ['公示']
  },
  {
    kind: 'enquiryNotice',
    ...common,
    ...limits,
    topic: '示例',
    situations: [{ question: '是否由他人代办', answer: '否' }],
    conditions: ['某项条件'],
    materials: materials.map((each) => ({ ...each, form: '纸质', issuer: '某机构', waiver: null })),
    steps: ['受理', '办结'],
    feeText: '不收费',
    resultName: '某决定书',
    jointOffices: [],
    presence: '可以委托他人',
    answer: '',
    destination: null,
    firstResponder: '示例'
  },
  {
    kind: 'ticket',
    hall,
    no: 'A001',
    groupName: '综合',
    ahead: 3,
    estimate: { low: 5, high: 10 },
    counters: [1],
    issuedAt: '2026-01-05T01:00:00.000Z',
    ticketId: '00000000-0000-4000-8000-000000000000'
  }
]
