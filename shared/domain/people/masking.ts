import { graphemes } from './codePoints.ts'

/**
 * Where a value is shown. `hall`: screen and voice of the hall; `publicNotice`: 公示; `receipt`: a paper handed to the
 * person; `list`: the clerk's lists; `detail`: the clerk's page of one case. Copying, export, print preview, logs, file
 * names and window titles count as showing.
 */
export type Scene = 'hall' | 'publicNotice' | 'receipt' | 'list' | 'detail'

export type PersonalDataKind = 'name' | 'idNumber' | 'phone' | 'bankCard' | 'address' | 'organisation' | 'health'

const STAR = '*'
/** Longer hidden runs are shown this long, so that the mask does not tell the length. */
const HIDDEN_MAX = 6

const stars = (count: number): string => STAR.repeat(Math.min(count, HIDDEN_MAX))

/** 张三 → 张*, 张三丰 → 张*丰, 欧阳娜娜 → 欧**娜, one character → *; parts joined by `·` are masked as one name. */
function maskHanName(name: string): string {
  const letters = graphemes(name).filter((char) => char !== '·').length
  let seen = 0
  return name
    .split('·')
    .map((part) => {
      const kept = graphemes(part).map((char) => {
        seen += 1
        const shown = (seen === 1 && letters > 1) || (seen === letters && letters > 2)
        return shown ? char : STAR
      })
      return kept.join('').replace(/\*{7,}/g, stars(HIDDEN_MAX))
    })
    .join('·')
}

/**
 * A name for the clerk's list. By grapheme; the first character and, from three on, the last one stay. Names in
 * letters keep the first word only (a single word its first letter), without telling lengths.
 * Source: custom of service halls; 个人信息保护法 6 (least impact).
 */
export function maskName(name: string): string {
  if (/\p{Script=Han}/u.test(name) || !/\p{L}/u.test(name)) return maskHanName(name)
  const words = name.trim().split(/\s+/u)
  if (words.length > 1) return [words[0], ...words.slice(1).map(() => stars(3))].join(' ')
  return /^\p{Script=Latin}/u.test(name) ? `${graphemes(name)[0]}${stars(3)}` : maskHanName(name)
}

/**
 * A document number. Of 18 digits the receipt shows area and last four (500102********9985: the birth is hidden), the
 * list four and four (5001**********9985); other numbers keep two at the front and three at the end, short ones two at
 * the end. Source: custom of service halls; 个人信息保护法 6, 居民身份证法 19.
 */
export function maskId(id: string, scene: 'list' | 'receipt'): string {
  if (id.length === 18) {
    const front = scene === 'receipt' ? 6 : 4
    return id.slice(0, front) + STAR.repeat(14 - front) + id.slice(-4)
  }
  const chars = graphemes(id)
  if (chars.length < 8) {
    const shown = chars.slice(1).slice(-2)
    return stars(chars.length - shown.length) + shown.join('')
  }
  return chars.slice(0, 2).join('') + stars(chars.length - 5) + chars.slice(-3).join('')
}

/** 138****8000; a landline keeps area and last four; public service numbers are nobody's and stay. Source: as above. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`
  const landline = /^(0\d{2,3})-(\d{7,8})(?:-\d+)?$/.exec(phone)
  if (landline) return `${landline[1]}-****${(landline[2] ?? '').slice(-4)}`
  if (/^(?:[48]00\d{7}|9[56]\d{3,6}|1\d{4})$/.test(phone) || phone === '') return phone
  return `${stars(HIDDEN_MAX)}${phone.length > 6 ? phone.slice(-2) : ''}`
}

/** Last four digits behind a fixed number of stars. */
export function maskBankCard(card: string): string {
  return card.length > 8 ? `****${card.slice(-4)}` : '****'
}

/** An address to its village or community (else to street, town or county); the rest is hidden. Source: as above. */
export function maskAddress(address: string): string {
  const kept =
    /^.*?(?:社区|居委会|村委会|村)/u.exec(address) ??
    /^.*?(?:街道|镇|乡)/u.exec(address) ??
    /^.*?(?:自治县|市|区|县|旗)/u.exec(address)
  if (kept && kept[0] === address) return address
  return `${kept?.[0] ?? ''}***`
}

const HIDDEN = (): string => ''
const FULL = (value: string): string => value
const forList = (id: string): string => maskId(id, 'list')

/**
 * The whole table of what is shown where (个人信息保护法 6, 28; custom of service halls). An empty result means: do not
 * show the field. Full numbers on the detail page come after a click that is recorded, so `detail` is masked here.
 */
const TABLE: Record<PersonalDataKind, Record<Scene, (value: string) => string>> = {
  name: { hall: HIDDEN, publicNotice: FULL, receipt: FULL, list: maskName, detail: FULL },
  idNumber: {
    hall: HIDDEN,
    publicNotice: HIDDEN,
    receipt: (id) => maskId(id, 'receipt'),
    list: forList,
    detail: forList
  },
  phone: { hall: HIDDEN, publicNotice: HIDDEN, receipt: maskPhone, list: maskPhone, detail: maskPhone },
  bankCard: { hall: HIDDEN, publicNotice: HIDDEN, receipt: maskBankCard, list: maskBankCard, detail: maskBankCard },
  address: { hall: HIDDEN, publicNotice: maskAddress, receipt: FULL, list: maskAddress, detail: FULL },
  organisation: { hall: HIDDEN, publicNotice: FULL, receipt: FULL, list: FULL, detail: FULL },
  health: { hall: HIDDEN, publicNotice: HIDDEN, receipt: HIDDEN, list: HIDDEN, detail: HIDDEN }
}

/** The value as it may be shown in that scene; empty where it must not be shown. Lists, papers, exports ask here. */
export function mask(kind: PersonalDataKind, scene: Scene, value: string): string {
  return TABLE[kind][scene](value)
}
