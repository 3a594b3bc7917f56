import type { ProxyAuthority } from '../../../../shared/domain/casework/facts.ts'

/** How somebody acts for the applicant, as typed. */
export interface AuthorityFields {
  /** 委托代理, or a legal guardian (民法典 23), who needs no power of attorney. */
  kind: 'agent' | 'guardian'
  matters: string
  powers: string
  /** Dates as typed. */
  from: string
  until: string
  /** Empty: not answered. */
  paper: '' | 'handedIn' | 'drawUp'
}

/** What an agent at a counter usually may do; stands ready and can be changed. */
export const USUAL_POWERS = '代为提交材料、补正、领取文书'

/** How long a power of attorney lasts when nobody says otherwise. */
const MONTHS = 6

export const blankAuthority = (): AuthorityFields => ({
  kind: 'agent',
  matters: '',
  powers: '',
  from: '',
  until: '',
  paper: ''
})

/**
 * The fields with what stands to reason filled into the blank ones: the item as the matter, the usual powers, from today
 * for half a year. A matter that is merely the item chosen before follows the choice.
 */
export function suggestedAuthority(
  typed: AuthorityFields,
  item: { readonly name: string; readonly before: string | null },
  today: string
): AuthorityFields {
  const unsaid = typed.matters.trim() === '' || typed.matters === item.before
  return {
    ...typed,
    matters: unsaid ? item.name : typed.matters,
    powers: typed.powers.trim() === '' ? USUAL_POWERS : typed.powers,
    from: typed.from.trim() === '' ? today : typed.from,
    until: typed.until.trim() === '' && today !== '' ? monthsAfter(today, MONTHS) : typed.until
  }
}

/** The day some months later; where that month is shorter, its last day (民法典 202). */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const index = year * 12 + (month - 1) + months
  const to = { year: Math.floor(index / 12), month: (index % 12) + 1 }
  const last = new Date(Date.UTC(to.year, to.month, 0)).getUTCDate()
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${to.year}-${two(to.month)}-${two(Math.min(day, last))}`
}

/** What is sent: matters, powers, period and signature (民法典 165); `null` for a guardian. */
export function toAuthority(typed: AuthorityFields): ProxyAuthority | null {
  if (typed.kind === 'guardian') return null
  const { matters, powers, from, until, paper } = typed
  return {
    matters: matters.trim(),
    powers: powers.trim(),
    from: from.trim(),
    until: until.trim(),
    signed: paper === 'handedIn',
    drawUp: paper === 'drawUp'
  }
}

/**
 * The fields of a case that is taken up again. A paper drawn up at the counter the first time was signed and lies in the
 * file. `null` is a guardian.
 */
export function authorityFields(known: ProxyAuthority | null): AuthorityFields {
  if (known === null) return { ...blankAuthority(), kind: 'guardian' }
  const { matters, powers, from, until, signed, drawUp } = known
  return { kind: 'agent', matters, powers, from, until, paper: signed || drawUp ? 'handedIn' : '' }
}
