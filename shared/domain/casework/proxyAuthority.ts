import { type Refusal, refuse } from '../../kernel/result.ts'
import { isValidDate } from '../calendar/civilDate.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import { isOrganisation } from '../people/otherDocuments.ts'
import type { CaseState } from './case.ts'
import type { Draft } from './draft.ts'
import type { ProxyAuthority, ProxyPerson } from './facts.ts'
import type { Issued } from './issue.ts'
import { idKindLabel, maskedId } from './paperFacts.ts'
import { checkPerson, sameAuthority } from './persons.ts'

type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal }

/**
 * A power of attorney names matters, powers and a period that covers today, and is signed by the principal, or drawn up
 * by the office for signature (民法典 165). Refuses `proxy-matters-missing`, `proxy-powers-missing`, `proxy-period`,
 * `proxy-unsigned`, each with its field.
 */
function checkAuthority(authority: ProxyAuthority, today: string): Checked<ProxyAuthority> {
  const no = (code: string, field: keyof ProxyAuthority) => refuse(code, { field: `proxy.authority.${field}` })
  const matters = authority.matters.trim()
  const powers = authority.powers.trim()
  const { from, until } = authority
  if (matters === '') return no('proxy-matters-missing', 'matters')
  if (powers === '') return no('proxy-powers-missing', 'powers')
  if (!isValidDate(from) || from > today) return no('proxy-period', 'from')
  if (!isValidDate(until) || until < from || until < today) return no('proxy-period', 'until')
  if (!authority.signed && !authority.drawUp) return no('proxy-unsigned', 'signed')
  return { ok: true, value: { ...authority, matters, powers } }
}

/**
 * Somebody who acts for the applicant. Refuses `proxy-refused` where the law wants the person, with the reason of the
 * item (许可法 29), `proxy-not-a-person`, `proxy-authority-missing` where nothing is said of the power of attorney (a legal guardian needs
 * none: `authority: null`), the codes of the power of attorney and those of `checkPerson`.
 */
export function checkProxy(item: ServiceItem, proxy: ProxyPerson | null, today: string): Checked<ProxyPerson | null> {
  if (proxy === null) return { ok: true, value: null }
  if (!item.agentAllowed) return refuse('proxy-refused', { field: 'proxy.name', reason: item.mustAppearInPerson })
  // Whoever acts for somebody is a person: an organisation sends one.
  if (isOrganisation(proxy.idKind)) return refuse('proxy-not-a-person', { field: 'proxy.idKind' })
  const checked = checkPerson(proxy, 'proxy', today)
  if (!checked.ok) return checked
  if (proxy.authority === undefined) return refuse('proxy-authority-missing', { field: 'proxy.authority' })
  if (proxy.authority === null) return { ok: true, value: checked.person }
  const authority = checkAuthority(proxy.authority, today)
  return authority.ok ? { ok: true, value: { ...checked.person, authority: authority.value } } : authority
}

/**
 * Draws the 授权委托书 up where that was asked for, once: a proxy who is on record with the same authority has the
 * paper already.
 */
export function drawUpAuthority(before: CaseState, draft: Draft): readonly Issued[] {
  const { proxy } = draft.known()
  const authority = proxy?.authority
  if (!proxy || !authority?.drawUp) return []
  const drawn = before.status === 'none' ? null : before.proxy
  if (sameAuthority(drawn, proxy)) return []
  const { matters, powers, from, until } = authority
  const agent = { name: proxy.name, idKindLabel: idKindLabel(proxy.idKind), idNumberMasked: maskedId(proxy.idNumber) }
  return [
    draft.paper('powerOfAttorney', (common) => ({
      kind: 'powerOfAttorney',
      ...common,
      agent,
      matters,
      powers,
      from,
      until
    }))
  ]
}
