import type { Reply } from '../../../../shared/kernel/result.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { send } from '../../../bridge/linchuang.ts'
import type { FullPeople } from '../model/returned.ts'
import { answered } from './answered.ts'

/** Full numbers of the people of a case, needed to send its form again. Each is a look, and recorded as one. */
export async function fullPeople(detail: CaseDetail): Promise<Reply<FullPeople>> {
  const { caseId } = detail
  const applicant = await answered(send('casework.revealIdentity', { caseId, field: 'applicant' }))
  if (!applicant.ok) return applicant
  if (detail.proxy === null) return { ok: true, value: { applicant: applicant.value, proxy: null } }
  const proxy = await answered(send('casework.revealIdentity', { caseId, field: 'proxy' }))
  return proxy.ok ? { ok: true, value: { applicant: applicant.value, proxy: proxy.value } } : proxy
}
