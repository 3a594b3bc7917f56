import type { PersonWarning } from '../../../../shared/domain/people/identityWarnings.ts'
import { WARNING } from '../texts.ts'

/** What is unusual about a person or their document, in words. None of it stops the work. */
export const PERSON_WARNING: Readonly<Record<PersonWarning, string>> = {
  ...WARNING,
  'credit-code-inner-check': '代码第 9 至 17 位与组织机构代码的校验不符，请再看一眼证照。不影响办理。',
  'document-expired': '证件已过期，照常办理，请提醒尽快换领。',
  'person-under-14': '未满 14 周岁，由监护人代为办理；信息属敏感个人信息，只收必要的。',
  'proxy-under-age': '代理人未满 18 周岁，请再看一眼证件。不影响办理。'
}

export const P = {
  organisationName: '单位名称',
  creditCode: '统一社会信用代码',
  organisationAddress: '住所',
  organisationActs: '单位办理请勾选“由代理人代办”，填写到场的经办人。',
  validUntil: '有效期至',
  validUntilWrong: '请照证件填写，例如 2030-06-18；长期有效写“长期”；也可以不填。',
  longTerm: '长期有效'
} as const

/** A card on the reader. */
export const C = {
  bar: '读卡器',
  read: (maskedName: string) => (maskedName === '' ? '读到证件' : `读到证件：${maskedName}`),
  fill: '填入',
  applicant: '申请人',
  proxy: '代理人',
  filled: (who: string) => `已填入${who}。`,
  differs: (fields: string) => `${fields}和证件上的不一样。`,
  replace: '换成证件上的',
  keep: '保留已填的',
  fields: { name: '姓名', idKind: '证件种类', idNumber: '证件号码', idValidUntil: '有效期', address: '住址' }
} as const
