import {
  APPLICANT_TYPES,
  CASE_TYPES,
  DECIDERS,
  EXCLUDED_PROCEDURES,
  ITEM_TYPES,
  MATERIAL_FORMS,
  MATERIAL_SOURCES,
  NECESSITIES,
  STAGES,
  WAIVERS
} from '../../../../../shared/domain/catalogue/codes.ts'
import type { Choice } from '../../../../ui/index.ts'
import { ASKED, CONFIDENCE, DEEMED } from '../names.ts'
import { K } from '../texts.ts'

/** Codes with what people read for them, as the selects of the editor offer them. */

const choices = (table: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(table).map(([value, label]) => ({ value, label }))

/** Objects put keys that look like numbers first; 行政许可 comes before 公共服务 all the same. */
export const ITEM_TYPE = choices(ITEM_TYPES).toSorted((a, b) => (a.value < b.value ? -1 : 1))
export const CASE_TYPE: readonly Choice[] = Object.entries(CASE_TYPES).map(([value, { label }]) => ({ value, label }))
export const PROCEDURE: readonly Choice[] = Object.entries(EXCLUDED_PROCEDURES).map(([value, one]) => ({
  value,
  label: one.label,
  ...(one.article45 && { hint: K.article45 })
}))
export const APPLICANT_TYPE = choices(APPLICANT_TYPES)
export const DECIDER = choices(DECIDERS)
export const STAGE = choices(STAGES)
export const NECESSITY = choices(NECESSITIES)
export const FORM = choices(MATERIAL_FORMS)
export const SOURCE = choices(MATERIAL_SOURCES)
export const WAIVER = choices(WAIVERS)
export const DEEMED_KIND = choices(DEEMED)
export const CONFIDENCES = choices(CONFIDENCE)
export const ASKED_KIND = choices(ASKED)
