import type {
  APPLICANT_TYPES,
  DECIDERS,
  MATERIAL_FORMS,
  MATERIAL_SOURCES,
  STAGES
} from '../../../../shared/domain/catalogue/codes.ts'
import type { DeemedAcceptanceKind } from '../../../../shared/domain/catalogue/deemedAcceptance.ts'
import type { Commitment, Material, ServiceItem, Situation } from '../../../../shared/domain/catalogue/serviceItem.ts'

/** Names of the fields of an item, as the editor, the comparison and the preview of a file say them. */

export type ApplicantType = keyof typeof APPLICANT_TYPES
export type Decider = keyof typeof DECIDERS
export type MaterialFormCode = keyof typeof MATERIAL_FORMS
export type MaterialSource = keyof typeof MATERIAL_SOURCES
export type Stage = keyof typeof STAGES

export const ITEM_FIELD: Readonly<Record<keyof ServiceItem, string>> = {
  id: '事项编号',
  version: '版本',
  name: '事项名称',
  everydayNames: '俗称',
  category: '类别',
  publicGroup: '大厅屏显示',
  basicCode: '基本编码',
  taskCode: '实施编码',
  itemTypeCode: '事项类型',
  handlingOffice: '实施机构',
  decisionAuthority: '决定机关',
  caseType: '办件类型',
  promisedLimit: '承诺时限',
  statutoryLimit: '法定时限',
  statutoryNote: '法定时限说明',
  deemedAcceptance: '受理规则',
  lapse: '补正期限',
  excludedProcedures: '特别程序',
  publicity: '公示期限',
  applicantTypes: '服务对象',
  conditions: '受理条件',
  materials: '申请材料',
  situations: '情形',
  stages: '办理环节',
  result: '办理结果',
  fee: '收费',
  agentAllowed: '可以代办',
  doorToDoorAllowed: '可以上门',
  mustAppearInPerson: '须本人到场的原因',
  crossRegion: '通办范围',
  jointOffices: '联办机构',
  upperAuthority: '上级决定机关',
  localLimit: '本级办理时限',
  deliveryLimit: '送达时限',
  extensionMax: '延期上限',
  legalBasis: '设定依据',
  note: '备注',
  confidence: '数据可信度',
  illustrative: '示例数据'
}

export const MATERIAL_FIELD: Readonly<Record<keyof Material, string>> = {
  id: '材料编号',
  name: '材料名称',
  originalCount: '原件份数',
  copyCount: '复印件份数',
  necessity: '必要性',
  form: '形式',
  source: '来源',
  issuer: '出具机构',
  originalReturned: '原件退还',
  waiver: '免提交方式',
  condition: '特定情形',
  when: '需要的条件',
  deferLimit: '后补期限',
  commitment: '告知承诺书',
  note: '填报须知'
}

export const COMMITMENT_FIELD: Readonly<Record<keyof Commitment, string>> = {
  version: '承诺书版本',
  duty: '证明义务',
  content: '承诺内容',
  consequence: '不实承诺的后果',
  checkLimit: '核查期限'
}

export const SITUATION_FIELD: Readonly<Record<keyof Situation, string>> = {
  id: '情形编号',
  question: '问题',
  source: '回答方式',
  options: '选项'
}

export const DEEMED: Readonly<Record<DeemedAcceptanceKind, string>> = {
  LICENCE: '行政许可（五个工作日内一次告知，逾期视为受理）',
  HALL_PRACTICE: '参照行政许可',
  REAL_ESTATE: '不动产登记（当场告知）',
  DISCLOSURE: '政府信息公开（七个工作日内告知）',
  LEGAL_AID: '法律援助（七日内告知）',
  NONE: '不适用受理程序'
}

export const ASKED: Readonly<Record<Situation['source'], string>> = {
  ASKED: '问申请人',
  PROXY: '看有没有代办人'
}

export const CONFIDENCE: Readonly<Record<ServiceItem['confidence'], string>> = {
  sure: '确定',
  likely: '较确定',
  unsure: '不确定'
}
