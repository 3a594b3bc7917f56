import { compactNumber } from '../../../../shared/domain/people/halfWidth.ts'

interface Numbered {
  readonly no: string
}

/** Numbers that what was typed may mean: `12` and `a12` are A012. All of them for nothing, in the order given. */
export function ticketsFor<Ticket extends Numbered>(typed: string, tickets: readonly Ticket[]): readonly Ticket[] {
  const text = compactNumber(typed)
  const parts = /^([A-Z]?)(\d*)$/.exec(text)
  if (!parts) return []
  const [, letter = '', digits = ''] = parts
  return tickets.filter(({ no }) => no.startsWith(letter) && no.slice(1).includes(digits))
}

/** The whole number that was typed: `a12` is A012; a lone `12` is the only one offered that ends so. */
export function noTyped(typed: string, tickets: readonly Numbered[]): string {
  const text = compactNumber(typed)
  const parts = /^([A-Z]?)(\d{1,4})$/.exec(text)
  if (!parts) return text
  const [, letter = '', digits = ''] = parts
  const padded = digits.padStart(3, '0')
  if (letter !== '') return `${letter}${padded}`
  const same = tickets.filter(({ no }) => no.slice(1) === padded)
  return same.length === 1 ? (same[0]?.no ?? text) : text
}
