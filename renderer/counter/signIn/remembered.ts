/** The counter this PC stands at, kept on this PC so that nobody has to choose it every morning. Nothing of a person. */

const KEY = 'linchuang.counter'

/** What was chosen last, `null` for 不坐窗口; the first counter of the hall where nothing fits. */
export function rememberedCounter(counters: readonly { readonly no: number }[]): number | null {
  const kept = localStorage.getItem(KEY)
  if (kept === 'none') return null
  const found = counters.find((counter) => String(counter.no) === kept)
  return found?.no ?? counters[0]?.no ?? null
}

export const rememberCounter = (no: number | null): void => localStorage.setItem(KEY, no === null ? 'none' : String(no))
