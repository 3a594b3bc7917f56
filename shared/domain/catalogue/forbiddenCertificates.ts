import type { Material } from './serviceItem.ts'

/**
 * The 20 certificates that residents' and villagers' committees do not issue, with words by which a material is
 * recognised as one. Source: 民发〔2020〕20号 (list of matters in which communities issue no certificates).
 */
export const FORBIDDEN_CERTIFICATES: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: '亲属关系证明', pattern: /亲属关系.*证明/u },
  { name: '居民身份信息证明', pattern: /身份信息.*证明/u },
  { name: '户口登记项目内容变更申请证明', pattern: /户口登记.*变更.*证明/u },
  { name: '居民养犬证明', pattern: /养犬.*证明/u },
  { name: '无犯罪记录证明', pattern: /无犯罪.*证明/u },
  { name: '社区戒毒社区康复人员情况证明', pattern: /(?:戒毒|康复人员).*证明/u },
  { name: '人员失踪证明', pattern: /失踪.*证明/u },
  { name: '婚姻状况证明', pattern: /婚姻状况.*(?:证明|材料)/u },
  { name: '出生证明', pattern: /出生(?:情况)?证明/u },
  { name: '健在证明', pattern: /(?:健在|在世|生存)证明/u },
  { name: '死亡证明', pattern: /死亡.*证明/u },
  { name: '疾病状况证明', pattern: /(?:疾病|患病).*证明/u },
  { name: '残疾状况证明', pattern: /残疾(?:状况|情况)?证明/u },
  { name: '婚育状况证明', pattern: /婚育.*证明/u },
  { name: '居民就业状况证明', pattern: /(?:就业|失业|无业)(?:状况|情况)?证明/u },
  { name: '居民个人档案证明', pattern: /档案.*证明/u },
  { name: '居民财产证明', pattern: /财产.*证明/u },
  { name: '遗产继承权证明', pattern: /继承权.*证明/u },
  { name: '市场主体住所证明', pattern: /(?:市场主体|企业|经营场所).*(?:住所|场所).*证明/u },
  { name: '证件遗失证明', pattern: /遗失.*证明/u }
]

/** Words for the committees and what stands for them. */
const COMMUNITY = /村委会|居委会|村民委员会|居民委员会|村（居）|村（社区）|社区|村集体/u

/** Name of the certificate of the list that a material's name asks for, or null. */
export function forbiddenCertificate(materialName: string): string | null {
  return FORBIDDEN_CERTIFICATES.find((entry) => entry.pattern.test(materialName))?.name ?? null
}

/**
 * The certificate of the list that a material asks for, or null. A certificate of that kind may be asked for only where
 * the material names the authority that does issue it, and that is no committee: 死亡证明 of a hospital is in order.
 */
export function forbiddenMaterial(material: Pick<Material, 'name' | 'issuer'>): string | null {
  const certificate = forbiddenCertificate(material.name)
  if (certificate === null) return null
  return material.issuer !== undefined && !COMMUNITY.test(material.issuer) ? null : certificate
}
