import type { Reply } from '../../../../shared/kernel/result.ts'
import type { CaseDetail, PersonOfCase } from '../../../../shared/projections/views.ts'
import { send } from '../../../bridge/linchuang.ts'
import type { FullPeople } from '../model/returned.ts'
import { answered } from './answered.ts'

type Numbers = FullPeople['applicant']

const NOTHING: Numbers = { idNumber: '', phone: null }

/** Somebody who only asked may have told no number: then there is nothing to look at, and no look to record. */
const isTold = (person: PersonOfCase): boolean => person.idMasked !== '' || person.phoneMasked !== null

/** Full numbers of the people of a case, needed to send its form again. Each is a look, and recorded as one. */
export async function fullPeople(detail: CaseDetail): Promise<Reply<FullPeople>> {
  const look = async (field: 'applicant' | 'proxy', person: PersonOfCase): Promise<Reply<Numbers>> =>
    isTold(person)
      ? answered(send('casework.revealIdentity', { caseId: detail.caseId, field }))
      : { ok: true, value: NOTHING }
  const applicant = await look('applicant', detail.applicant)
  if (!applicant.ok) return applicant
  const told = isTold(detail.applicant)
  if (detail.proxy === null) return { ok: true, value: { applicant: applicant.value, proxy: null, looked: told } }
  const proxy = await look('proxy', detail.proxy)
  if (!proxy.ok) return proxy
  const looked = told || isTold(detail.proxy)
  return { ok: true, value: { applicant: applicant.value, proxy: proxy.value, looked } }
}
