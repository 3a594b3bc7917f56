import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { CASE_STATUS } from '../../../texts/index.ts'

/** The status of a case in words. Not being taken in has two names by law (许可法 32(1), 32(2)), which a list puts together. */
export const statusWord = ({ status, ending }: Pick<CaseDetail, 'status' | 'ending'>): string =>
  status === 'declined' && ending?.kind === 'outsideAuthority' ? '不予受理' : CASE_STATUS[status]
