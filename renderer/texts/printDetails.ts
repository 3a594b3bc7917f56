/** What the program itself writes down about a printer, in words. What a printer says of itself stays its own code. */

/** Of a printer that was asked how it is. */
const CHECKED: Readonly<Record<string, string>> = {
  'no-answer': '连得上，但它不回答状态。确认是这台打印机的，请去掉“能回答缺纸、开盖”。',
  'no-status': '只知道连得上；缺纸、开盖没有问。',
  'paper-near-end': '卷纸快用完了，请备好下一卷。'
}

/** Of a print whose outcome nobody knows. */
const IN_DOUBT: Readonly<Record<string, string>> = {
  'no-answer': '打印机不再回答。',
  'no-end-mark': '打印机收下了，但一直没有说打完。'
}

/** `null` for a printer's own code. */
export const checkDetail = (detail: string): string | null => CHECKED[detail] ?? null

/** `null` for what says nothing to whoever looks for the sheet. */
export const doubtDetail = (detail: string | null): string | null =>
  IN_DOUBT[(detail ?? '').replace(/^no contact: /, '')] ?? null
