/** Every sentence of 承诺限制名单. */
export const B = {
  title: '承诺限制名单',
  intro: '作过不实承诺的人，信用修复以前不再适用告知承诺，证明材料照常提交。',
  loading: '正在读取……',
  again: '再读一次',
  nobody: '名单上没有人。',
  person: '姓名',
  idNumber: '证件号码',
  caseNo: '办件',
  since: '列入日期',
  why: '不实承诺的情况',
  lift: '解除',
  liftTitle: (name: string) => `解除对 ${name} 的限制`,
  liftText: '信用修复以后才能解除。解除后可以再办理告知承诺，原来的记录保留。',
  reason: '依据',
  reasonHint: '例如信用修复通知的文号和日期。',
  reasonMissing: '请写明信用修复的依据。',
  reasonLong: '最多 1000 个字，请写得短一些。',
  stay: '先不解除',
  sure: '解除限制',
  lifted: (name: string) => `已解除对 ${name} 的限制。`
} as const
