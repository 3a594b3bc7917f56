/** Codes of a service item with what people read for them. National codes where the standard has them. */

/** 办件类型. `gb`: code of GB/T 39046-2020 A.6 (1 即办件, 2 承诺件, 9 其他), which knows fewer types than a hall. */
export const CASE_TYPES = {
  INSTANT: { label: '即办件', gb: '1' },
  COMMITMENT: { label: '承诺件', gb: '2' },
  JOINT: { label: '联办件', gb: '2' },
  ESCALATED: { label: '上报件', gb: '2' },
  UTILITY: { label: '便民代办件', gb: '9' }
} as const

/** 事项类型, GB/T 39046-2020 A.1, as far as street items use them. */
export const ITEM_TYPES = {
  '01': '行政许可',
  '05': '行政给付',
  '07': '行政确认',
  '08': '行政奖励',
  '09': '行政裁决',
  '10': '其他行政权力',
  '20': '公共服务'
} as const

/** 材料必要性; 容缺后补 materials may follow after acceptance. */
export const NECESSITIES = { REQUIRED: '必要', CONDITIONAL: '特定情形必要', DEFERRABLE: '容缺后补' } as const

/** 免提交方式. Source: 在线政务服务若干规定 7 (what is shared must not be asked for); 国办发〔2020〕42号 (commitment). */
export const WAIVERS = {
  NONE: '须提交',
  DATA_SHARING: '数据共享免提交',
  E_LICENSE: '电子证照免提交',
  COMMITMENT: '告知承诺代替'
} as const

export const MATERIAL_FORMS = { PAPER: '纸质', ELECTRONIC: '电子', BOTH: '纸质或电子' } as const

/** 来源渠道. */
export const MATERIAL_SOURCES = { SELF: '申请人自备', GOV_ISSUED: '政府部门核发', OTHER: '其他' } as const

/** Who decides. */
export const DECIDERS = {
  VILLAGE: '村（社区）',
  STREET: '街道（乡镇）',
  COUNTY: '区县部门',
  PROVINCE: '省级部门'
} as const

/** 服务对象; GB/T 39046-2020 A.4 in the names of our own. */
export const APPLICANT_TYPES = {
  NATURAL_PERSON: '自然人',
  ENTERPRISE: '企业',
  INDIVIDUAL_BUSINESS: '个体工商户',
  SOCIAL_ORG: '社会组织',
  OTHER_ORG: '其他组织'
} as const

/** 环节. */
export const STAGES = {
  ACCEPT: '受理',
  INITIAL_REVIEW: '初审',
  SUBMIT_UPWARD: '上报',
  AWAIT_UPPER_DECISION: '等待上级决定',
  REVIEW: '审查',
  PARALLEL_OPINIONS: '并联征求意见',
  SITE_CHECK_BEFORE: '建房前到场',
  DECIDE: '决定',
  DECIDE_ON_SPOT: '当场决定',
  DELIVER: '送达',
  STAKEOUT_CHECK: '放线到场',
  COMPLETION_CHECK: '竣工到场',
  RELAY: '转办',
  CONFIRM: '确认'
} as const

/**
 * 特别程序 during which a clock may stand still. `article45`: named by 行政许可法 45 and so open to licences; the others
 * need a rule of the item itself (public notice and site visits are not in article 45).
 */
export const EXCLUDED_PROCEDURES = {
  PUBLICITY: { label: '公示', article45: false },
  ABILITY_ASSESSMENT: { label: '生活自理能力评估', article45: false },
  GUARANTEE_INVESTIGATION: { label: '担保调查', article45: false },
  EXPERT_REVIEW: { label: '专家评审', article45: true },
  SITE_SURVEY: { label: '现场勘查', article45: false },
  APPRAISAL: { label: '鉴定', article45: true },
  MACHINE_INSPECTION: { label: '机具核验', article45: true },
  DISABILITY_ASSESSMENT: { label: '残疾评定', article45: false },
  ASSESSMENT: { label: '评估', article45: false },
  THIRD_PARTY_CONSULTATION: { label: '征求第三方意见', article45: false }
} as const

export type CaseType = keyof typeof CASE_TYPES
export type ItemTypeCode = keyof typeof ITEM_TYPES
export type Necessity = keyof typeof NECESSITIES
export type Waiver = keyof typeof WAIVERS
export type ExcludedProcedure = keyof typeof EXCLUDED_PROCEDURES
