import type { CardFormat, ContactCardPaper } from '../../shared/documents/papers.ts'
import { cardNumber, householdLabel } from '../../shared/domain/outreach/cards.ts'
import { CARD_PROMISES, HOTLINE } from '../../shared/domain/outreach/promises.ts'
import { hall } from './samples.ts'

/** Invented contact cards of the invented hall. */

type Staff = ContactCardPaper['staff'][number]

const person = (roleLabel: string, name: string, phone: string, duty: string): Staff => ({
  roleLabel,
  name,
  phone,
  duty
})

export const FEW: readonly Staff[] = [
  person('网格员', '单雨青', '13800138001', '走访、收件、跑腿代办'),
  person('社区民警', '仇文澜', '13800138002', '治安、户籍、调解'),
  person('家庭医生', '查敏之', '023-00001234', '慢病随访、预约挂号')
]

/** All nine roles. */
export const ALL_ROLES: readonly Staff[] = [
  ...FEW.slice(0, 1),
  person('网格助理员', '解晓东', '13800138003', '巡查、信息登记'),
  ...FEW.slice(1, 2),
  person('网格督导员', '区国栋', '13800138004', '督促办理、听取意见'),
  person('党支部书记', '朴正焕', '13800138005', '统筹协调、关心困难户'),
  person('司法工作者', '乐为先', '13800138006', '法律咨询、人民调解'),
  person('网格消防员', '尉迟敬', '13800138007', '消防检查、充电安全'),
  ...FEW.slice(2),
  person('代办员', '令狐雪', '13800138008', '帮老年人、残疾人代办')
]

/** The longest that the register takes: names of 25 characters, duties of 20, an extension on the phone. */
export const LONG_NAME = '阿卜杜热合曼·买买提吐尔逊江·艾力巴拉提肉孜克尔'
export const LONG: readonly Staff[] = [
  person('网格员', LONG_NAME, '023-00001234-801', '走访入户、收件代办、政策宣传、矛盾排查调'),
  person('社区民警', '𠮷', '13800138002', '治安、户籍、调解'),
  person('家庭医生', '𬭎𠮷雪', '13800138009', '慢病随访')
]

export function card(format: CardFormat, change: Partial<ContactCardPaper> = {}): ContactCardPaper {
  const count = format === 'sheet90x54' ? 10 : 1
  return {
    kind: 'contactCard',
    format,
    bleed: false,
    hall,
    street: '云溪街道',
    site: '云栖社区',
    gridCode: '50010200101',
    gridName: '第一网格',
    boundary: '东至云溪路，南至滨河，西至松涛小区西墙，北至环山步道',
    staff: FEW,
    stationPhone: '023-00001100',
    hotline: HOTLINE,
    promises: CARD_PROMISES,
    version: 3,
    issuedOn: '2026-11-23',
    cards: Array.from({ length: count }, (_, i) => ({
      cardNo: cardNumber('2026', '01', i + 1),
      household: householdLabel({ door: `3栋2单元${501 + i}`, head: '赵小满' })
    })),
    ...change
  }
}
