import type { CasePaperData } from '../../documents/papers.ts'

/** Case and document numbers (design §6). */

/** ISO 7064 MOD 11,10 check digit of a string of digits. */
export function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10
    product = (sum * 2) % 11
  }
  return String((11 - product) % 10)
}

/** Last serial of a terminal and day (four digits). */
export const LAST_CASE_SERIAL = 9999

/**
 * Region (6) + date (8) + terminal (2) + serial of that terminal and day (4) + check digit: unique without a server.
 * `date` is `YYYY-MM-DD`; `serial` 1…9999.
 */
export function caseNumber(regionCode: string, date: string, terminal: string, serial: number): string {
  const body = `${regionCode}${date.replaceAll('-', '')}${terminal}${String(serial).padStart(4, '0')}`
  return body + checkDigit(body)
}

/** The serial inside a case number. */
export const serialOfCase = (caseNo: string): number => Number(caseNo.slice(16, 20))

/** Is this a case number whose check digit is right? Catches one mistyped digit and most swaps. */
export const isCaseNumber = (text: string): boolean =>
  /^\d{21}$/.test(text) && checkDigit(text.slice(0, -1)) === text.slice(-1)

/** Enquiry number: `ZX` (咨询) + date (8) + terminal (2) + serial of that terminal and day (4) + check digit. */
export function enquiryNumber(date: string, terminal: string, serial: number): string {
  const body = `${date.replaceAll('-', '')}${terminal}${String(serial).padStart(4, '0')}`
  return `ZX${body}${checkDigit(body)}`
}

/** The serial inside an enquiry number. */
export const serialOfEnquiry = (enquiryNo: string): number => Number(enquiryNo.slice(12, 16))

export const isEnquiryNumber = (text: string): boolean =>
  /^ZX\d{15}$/.test(text) && checkDigit(text.slice(2, -1)) === text.slice(-1)

/** 性质 in a document number, by kind of paper. Tickets have numbers of their own. */
export const NATURE = {
  acceptanceNotice: '受',
  oneTimeNotice: '告',
  receiptOfMaterials: '收',
  enquiryNotice: '询',
  nonAcceptanceDecision: '不受',
  notRequiredNotice: '不告',
  excludedProcedureNotice: '特',
  extensionNotice: '延',
  decision: '决',
  deliveryReceipt: '送',
  returnNotice: '退',
  commitmentLetter: '诺',
  deferredMaterialsNotice: '容',
  powerOfAttorney: '委',
  handOverSlip: '转'
} as const satisfies Record<CasePaperData['kind'], string>

export type Nature = (typeof NATURE)[keyof typeof NATURE]

/**
 * 机关简称 + 性质 + 〔年份〕 + serial + 号, with U+3014/U+3015. The serial carries the terminal's two digits in front, so
 * that two terminals of one authority never give the same number.
 */
export function documentNumber(
  authorityShort: string,
  nature: Nature,
  year: string,
  terminal: string,
  serial: number
): string {
  return `${authorityShort}${nature}〔${year}〕${terminal}${String(serial).padStart(4, '0')}号`
}

/** Key of the running serial a document number is taken from. */
export const serialKey = (nature: Nature, year: string): string => `${nature}-${year}`
