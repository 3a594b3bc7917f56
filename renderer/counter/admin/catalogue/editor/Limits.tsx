import { useFormContext, useWatch } from 'react-hook-form'
import type { ItemForm } from '../model/itemForm.ts'
import { ITEM_FIELD } from '../names.ts'
import { K } from '../texts.ts'
import { DEEMED_KIND } from './choices.ts'
import { Choose, LimitOf, Line } from './fields.tsx'

/** 时限. The local part is there for what is decided above. */
export function Limits() {
  const { control } = useFormContext<ItemForm>()
  const caseType = useWatch({ control, name: 'caseType' })
  return (
    <>
      <LimitOf path="promisedLimit" label={ITEM_FIELD.promisedLimit} hint={K.limitZero} required />
      <LimitOf path="statutoryLimit" label={ITEM_FIELD.statutoryLimit} hint={K.statutoryHint} />
      <Line path="statutoryNote" label={ITEM_FIELD.statutoryNote} hint={K.mayBeEmpty} />
      <Choose path="deemedAcceptance" label={ITEM_FIELD.deemedAcceptance} options={DEEMED_KIND} />
      <LimitOf path="lapse" label={ITEM_FIELD.lapse} hint={K.lapseHint} required />
      {caseType === 'ESCALATED' && <LimitOf path="localLimit" label={ITEM_FIELD.localLimit} hint={K.localHint} />}
      <LimitOf path="deliveryLimit" label={ITEM_FIELD.deliveryLimit} hint={K.deliveryHint} />
      <Line path="extensionMax" label={ITEM_FIELD.extensionMax} hint={K.extensionHint} numeric />
    </>
  )
}
