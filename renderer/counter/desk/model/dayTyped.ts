import { addDays, isValidDate } from '../../../../shared/domain/calendar/civilDate.ts'
import { compactNumber } from '../../../../shared/domain/people/halfWidth.ts'

/** Years that a date without one may be moved by, so that 2-29 finds its leap year. */
const YEARS_AHEAD = 8

/**
 * A date as it is typed with few keys, given as `YYYY-MM-DD`; `null` for what is none. `+10` is ten days from `today`,
 * `1130`, `11-30`, `11.30` and `11月30日` are the next 30 November, `20261130` and `2026-11-30` say the year.
 */
export function dayTyped(text: string, today: string): string | null {
  const typed = compactNumber(text)
  const ahead = /^\+(\d{1,4})$/.exec(typed)
  if (ahead) return addDays(today, Number(ahead[1]))
  const full = /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ?? /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})日?$/.exec(typed)
  if (full) return valid(Number(full[1]), full[2], full[3])
  const short = /^(\d{2})(\d{2})$/.exec(typed) ?? /^(\d{1,2})[-./月](\d{1,2})日?$/.exec(typed)
  if (!short) return null
  const year = Number(today.slice(0, 4))
  const years = Array.from({ length: YEARS_AHEAD + 1 }, (_, ahead) => year + ahead)
  return years.map((one) => valid(one, short[1], short[2])).find((date) => date !== null && date >= today) ?? null
}

function valid(year: number, month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isValidDate(date) ? date : null
}
