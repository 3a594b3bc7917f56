import type {
  AcceptancePaper,
  CasePaperData,
  CommitmentPaper,
  DecisionPaper,
  DeferredMaterialsPaper,
  DeliveryReceiptPaper,
  EnquiryNoticePaper,
  ExcludedProcedurePaper,
  ExtensionPaper,
  HandOverPaper,
  NonAcceptancePaper,
  NotRequiredPaper,
  OneTimeNoticePaper,
  PaperHall,
  PaperMaterial,
  PowerOfAttorneyPaper,
  ReceiptPaper,
  ReturnPaper,
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

export const withName = <P extends CasePaperData>(paper: P, name: string): P => ({
  ...paper,
  applicant: { ...paper.applicant, name }
})

/** An enquiry's number has letters in front (咨询). */
export const ENQUIRY_NO = 'ZX202611230100013'

/** What every paper says; two kinds add limits to it. */
const { promisedLimitText, statutoryLimitText, ...plain } = common

const remedies = { reviewAuthority: '云溪区人民政府', reviewDays: 60, court: '云溪区人民法院', courtMonths: 6 } as const

const due = (date: string, provisional = false) => ({ date, provisional })

export const receipt: ReceiptPaper = {
  kind: 'receiptOfMaterials',
  ...plain,
  docNo: '云溪街办收〔2026〕010003号',
  materials: materials(4).map(({ name, originals, copies }, i) => ({ name, originals, copies, kept: i > 0 })),
  receivedAt: '2026-11-23T01:40:00.000Z',
  notifyBy: due('2026-11-30'),
  silence: { source: '行政许可法第三十二条' }
}

/** `count` materials as somebody is told who only asks. */
export const askedMaterials = (count: number): EnquiryNoticePaper['materials'] =>
  materials(count).map((material, i) => ({
    ...material,
    form: i % 3 === 0 ? '纸质或者电子证照' : '',
    issuer: i % 7 < 2 ? '公安派出所' : null,
    waiver: i % 3 === 1 ? '免提交：窗口联网核验' : null
  }))

export const enquiry: EnquiryNoticePaper = {
  kind: 'enquiryNotice',
  ...plain,
  caseNo: ENQUIRY_NO,
  docNo: '云溪街办询〔2026〕010004号',
  topic: '家里老人想申请低保，要带什么',
  situations: [
    { question: '是否由他人代办？', answer: '是' },
    { question: '家庭成员中有残疾人吗？', answer: '有，持残疾人证' }
  ],
  conditions: ['共同生活的家庭成员人均收入低于当地低保标准', '家庭财产状况符合当地规定'],
  materials: askedMaterials(4),
  steps: ['窗口受理', '入户调查、民主评议', '公示七天', '上报区民政局审核确认'],
  promisedLimitText,
  statutoryLimitText,
  feeText: '不收费',
  resultName: '最低生活保障审核确认决定',
  jointOffices: ['社会事务办公室', '云溪区民政局'],
  presence: '可以委托他人代办，代办人带授权委托书和双方身份证件',
  answer: '春节前后人多，建议避开上午。',
  destination: null,
  firstResponder: '王海'
}

/** An enquiry about a matter of no item, which belongs elsewhere. */
export const enquiryElsewhere: EnquiryNoticePaper = {
  ...enquiry,
  docNo: '云溪街办询〔2026〕010005号',
  itemName: '补办驾驶证',
  itemCode: '',
  caseTypeLabel: '咨询',
  handlingOffice: '',
  applicant: {
    name: '',
    idKindLabel: '',
    idNumberMasked: '',
    phoneMasked: null,
    proxyName: null,
    proxyPhoneMasked: null
  },
  legalBasis: [],
  topic: '驾驶证丢了怎么补办',
  situations: [],
  conditions: [],
  materials: [],
  steps: [],
  promisedLimitText: '',
  statutoryLimitText: null,
  feeText: '',
  resultName: '',
  jointOffices: [],
  presence: '',
  answer: '驾驶证由公安机关交通管理部门补发，不在街道办理。',
  destination: { name: '云溪区车辆管理所', place: '滨河路 20 号', phone: '023-00002000' }
}

export const nonAcceptance: NonAcceptancePaper = {
  kind: 'nonAcceptanceDecision',
  ...plain,
  docNo: '云溪街办不受〔2026〕010006号',
  reason: '占用农用地建住宅的审批由县级自然资源主管部门负责，街道办事处没有该项职权。',
  destination: { name: '云溪区规划和自然资源局', place: '政务路 8 号政务服务中心 3 楼', phone: '023-00003000' },
  remedies
}

export const notRequired: NotRequiredPaper = {
  kind: 'notRequiredNotice',
  ...plain,
  docNo: '云溪街办不告〔2026〕010007号',
  itemName: '房前屋后零星林木采伐',
  reason: '农村居民采伐自留地和房前屋后个人所有的零星林木，不需要申请采伐许可证（森林法第五十六条）。',
  remedies
}

export const excluded: ExcludedProcedurePaper = {
  kind: 'excludedProcedureNotice',
  ...plain,
  docNo: '云溪街办特〔2026〕010008号',
  procedureLabel: '专家评审',
  reason: '建设方案涉及边坡稳定，需要组织专家评审。',
  basis: '云溪区小型工程管理办法第十二条',
  from: '2026-11-25',
  expectedEnd: due('2026-12-09'),
  earlierPromisedDue: due('2026-12-21'),
  promisedDue: due('2027-01-05', true),
  statutoryDue: due('2027-01-19', true),
  moved: false
}

export const extension: ExtensionPaper = {
  kind: 'extensionNotice',
  ...plain,
  docNo: '云溪街办延〔2026〕010009号',
  days: 10,
  reason: '申请人户籍所在地的核查结果尚未收到，需要继续等待协查。',
  approvedBy: '云溪街道办事处主任 周平',
  earlierPromisedDue: due('2026-12-07'),
  promisedDue: due('2026-12-21'),
  statutoryDue: due('2026-12-30')
}

export const approved: DecisionPaper = {
  kind: 'decision',
  ...plain,
  docNo: '云溪街办决〔2026〕010010号',
  result: 'approved',
  onTheSpot: true,
  acceptedOn: '2026-11-23',
  decidedOn: '2026-11-23',
  reasons: '',
  resultName: '生育登记服务卡',
  certificate: { no: '云溪生登2026000123', validUntil: '2031-11-22' },
  deliverBy: due('2026-12-07'),
  remedies: null
}

export const refused: DecisionPaper = {
  ...approved,
  docNo: '云溪街办决〔2026〕010011号',
  result: 'refused',
  onTheSpot: false,
  decidedOn: '2026-12-18',
  issuedOn: '2026-12-18',
  reasons: '经核对，共同生活的家庭成员月人均收入1260元，高于当地最低生活保障标准，不符合认定条件。',
  certificate: null,
  deliverBy: null,
  remedies
}

export const delivery: DeliveryReceiptPaper = {
  kind: 'deliveryReceipt',
  ...plain,
  docNo: '云溪街办送〔2026〕010013号',
  delivered: ['准予办理决定书（云溪街办决〔2026〕010010号）', '生育登记服务卡（云溪生登2026000123）'],
  method: 'proxy',
  recipient: '张小满',
  agent: { name: '张大山', idNumberMasked: '500102********9977', relation: '父亲' },
  issuedOn: '2026-12-01',
  place: '云溪街道便民服务中心1号窗口',
  trackingNo: null,
  deliveredOn: '2026-12-01'
}

export const returned: ReturnPaper = {
  kind: 'returnNotice',
  ...plain,
  docNo: '云溪街办退〔2026〕010014号',
  cause: 'lapsed',
  reason: '2026年11月23日告知补正收入证明，期满前已提醒，至2026年12月23日没有补正，也没有说明情况。',
  handedBack: ['居民户口簿原件1份', '残疾人证原件1份'],
  remedies
}

export const commitment: CommitmentPaper = {
  kind: 'commitmentLetter',
  ...plain,
  docNo: '云溪街办诺〔2026〕010015号',
  materialName: '家庭收入证明',
  version: 3,
  duty: '申请最低生活保障，应当证明共同生活的家庭成员的收入情况。',
  content: '共同生活的家庭成员最近十二个月的全部收入已经如实申报，没有隐瞒。',
  consequence: '承诺不实的，终止办理；已经发放的，停发并追回，依法处理，并记入信用记录。',
  checkBy: due('2027-01-07', true)
}

export const deferredMaterials: DeferredMaterialsPaper = {
  kind: 'deferredMaterialsNotice',
  ...plain,
  docNo: '云溪街办容〔2026〕010016号',
  pieces: [
    { name: '残疾人证', originals: 0, copies: 1, due: due('2026-12-02') },
    { name: '近期一寸照片', originals: 2, copies: 0, due: due('2026-12-02') }
  ],
  promisedDue: due('2026-12-21')
}

export const mandate: PowerOfAttorneyPaper = {
  kind: 'powerOfAttorney',
  ...plain,
  applicant: { ...common.applicant, proxyName: '李秋实', proxyPhoneMasked: '139****0001' },
  docNo: '云溪街办委〔2026〕010017号',
  agent: { name: '李秋实', idKindLabel: '居民身份证', idNumberMasked: '500102********9969' },
  matters: '代为申请最低生活保障，代为领取办理结果',
  powers: '提交、补正申请材料；签收文书；领取办理结果。不包括代为作出承诺。',
  from: '2026-11-23',
  until: '2027-05-22'
}

export const handOver: HandOverPaper = {
  kind: 'handOverSlip',
  ...plain,
  docNo: '云溪街办转〔2026〕010018号',
  from: '王海（1号窗口）',
  to: '社会事务办公室 赵敏',
  reason: '来访人反映的困难需要社会事务办公室入户了解。',
  offeredAt: '2026-11-23T01:05:00.000Z',
  returnsAt: '2026-11-23T01:35:00.000Z'
}

/** Accepted in every way that is not the plain one. */
export const acceptedOtherwise: AcceptancePaper = {
  ...acceptance,
  docNo: '云溪街办受〔2026〕010019号',
  issuedOn: '2026-12-01',
  deemed: { since: '2026-12-01', source: '行政许可法第三十二条' },
  deferred: deferredMaterials.pieces,
  committed: ['家庭收入证明'],
  exempted: ['居民户口簿', '婚姻登记信息'],
  corrected: ['申请表：出生日期笔误']
}

/** Every kind of paper of a case, once at least. */
export const PAPERS: readonly CasePaperData[] = [
  acceptance,
  acceptedOtherwise,
  notice,
  receipt,
  enquiry,
  enquiryElsewhere,
  nonAcceptance,
  notRequired,
  excluded,
  extension,
  approved,
  refused,
  delivery,
  returned,
  commitment,
  deferredMaterials,
  mandate,
  handOver
]
