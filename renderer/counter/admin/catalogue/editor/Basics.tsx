import { ITEM_FIELD } from '../names.ts'
import { K } from '../texts.ts'
import { APPLICANT_TYPE, CONFIDENCES, ITEM_TYPE } from './choices.ts'
import { Choose, Line, Tick, Ticks, Words } from './fields.tsx'

/** 基本: what the item is called, for whom it is and what it rests on. The number is typed once, for a new item. */
export const Basics = ({ fresh }: { readonly fresh: boolean }) => (
  <>
    {fresh && <Line path="id" label={ITEM_FIELD.id} hint={K.idHint} required />}
    <Line path="name" label={ITEM_FIELD.name} required />
    <Words path="everydayNames" label={ITEM_FIELD.everydayNames} hint={K.everydayHint} required />
    <Line path="category" label={ITEM_FIELD.category} required />
    <Line path="publicGroup" label={ITEM_FIELD.publicGroup} hint={K.publicHint} required />
    <Choose path="itemTypeCode" label={ITEM_FIELD.itemTypeCode} options={ITEM_TYPE} />
    <Ticks path="applicantTypes" label={ITEM_FIELD.applicantTypes} options={APPLICANT_TYPE} />
    <Words path="conditions" label={ITEM_FIELD.conditions} hint={K.onePerLine} />
    <Line path="result" label={ITEM_FIELD.result} required />
    <Words path="legalBasis" label={ITEM_FIELD.legalBasis} hint={K.onePerLine} />
    <Line path="basicCode" label={ITEM_FIELD.basicCode} hint={K.mayBeEmpty} />
    <Line path="taskCode" label={ITEM_FIELD.taskCode} hint={K.mayBeEmpty} />
    <Line path="note" label={ITEM_FIELD.note} hint={K.mayBeEmpty} />
    <Choose path="confidence" label={ITEM_FIELD.confidence} options={CONFIDENCES} />
    <Tick path="illustrative" label={ITEM_FIELD.illustrative} hint={K.illustrativeHint} />
  </>
)
