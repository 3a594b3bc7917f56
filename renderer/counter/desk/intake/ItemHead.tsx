import { CASE_TYPES } from '../../../../shared/domain/catalogue/codes.ts'
import { limitText, statutoryLimitText } from '../../../../shared/domain/catalogue/limitText.ts'
import type { ServiceItem } from '../../../../shared/domain/catalogue/serviceItem.ts'
import type { CaseDetail } from '../../../../shared/projections/views.ts'
import { shortDate } from '../../../texts/index.ts'
import { Badge } from '../../../ui/index.ts'
import { isEnquiry } from '../model/returned.ts'
import { T } from '../texts.ts'
import { I } from './texts.ts'

/** What has to be known of the chosen item before the first sentence to the visitor. */
export function ItemHead({ item, returning }: { readonly item: ServiceItem; readonly returning: CaseDetail | null }) {
  return (
    <p className="itemHead">
      {returning && (
        <Badge tone="amber">
          {continuing(returning)}
          {returning.lastNotice?.lapseOn && ` · ${T.lapseOn(shortDate(returning.lastNotice.lapseOn))}`}
        </Badge>
      )}
      <Badge tone="blue">{CASE_TYPES[item.caseType].label}</Badge>
      <span>{`${T.promised} ${limitText(item.promisedLimit)}`}</span>
      <span>{`${T.statutory} ${statutoryLimitText(item.statutoryLimit)}`}</span>
      <span>{item.handlingOffice}</span>
      <span>{item.fee.charged ? `${T.fee} ${item.fee.note ?? ''}` : T.noFee}</span>
      {!item.agentAllowed && <Badge tone="amber">{T.inPersonOnly}</Badge>}
      {returning && returning.itemId === item.id && returning.itemVersion !== item.version && (
        <Badge tone="amber">{T.itemChanged}</Badge>
      )}
    </p>
  )
}

function continuing(returning: CaseDetail): string {
  if (isEnquiry(returning)) return I.continueEnquiry(returning.caseNo)
  return returning.status === 'received' ? I.continueReceived(returning.caseNo) : T.continuing(returning.caseNo)
}
