import { EXCLUDED_PROCEDURES, type ExcludedProcedure } from '../../../../../shared/domain/catalogue/codes.ts'
import type { ItemProblem } from '../../../../../shared/domain/catalogue/itemCheck.ts'
import { assertNever } from '../../../../../shared/kernel/assertNever.ts'
import type { Refusal } from '../../../../../shared/kernel/result.ts'
import { longDate } from '../../../../texts/format.ts'
import type { ItemForm } from './itemForm.ts'

/** The rows by whose keys problems name them; a form has them. */
export type ProblemRows = Pick<ItemForm, 'materials' | 'situations' | 'jointOffices'>

export interface ProblemShown {
  readonly sentence: string
  /** Field of the form that is to be changed. */
  readonly path: string
}

const procedureName = (code: string): string =>
  Object.hasOwn(EXCLUDED_PROCEDURES, code) ? EXCLUDED_PROCEDURES[code as ExcludedProcedure].label : code

const row = (rows: readonly { readonly key: string }[], id: string): number =>
  Math.max(
    0,
    rows.findIndex(({ key }) => key === id)
  )

const since = (start: string): string => `（例如 ${longDate(start)}收件）`

/** A rule of content that is not kept: what is the matter, in words, and where it is put right. */
export function problemShown(problem: ItemProblem, rows: ProblemRows): ProblemShown {
  const material = (materialId: string): number => row(rows.materials, materialId)
  const name = (materialId: string): string => rows.materials[material(materialId)]?.name ?? ''
  switch (problem.code) {
    case 'item-forbidden-certificate':
      return {
        sentence: `“${name(problem.materialId)}”要的是“${problem.certificate}”，村（社区）不得出具（民发〔2020〕20号）。`,
        path: `materials.${material(problem.materialId)}.name`
      }
    case 'item-clock-stopped-without-basis':
      return {
        sentence: `行政许可不能因“${procedureName(problem.procedure)}”停止计时（行政许可法第四十五条）。`,
        path: 'excludedProcedures'
      }
    case 'item-promise-after-statute':
      return { sentence: `承诺时限会晚于法定时限${since(problem.start)}。`, path: 'promisedLimit.value' }
    case 'item-defer-after-promise':
      return {
        sentence: `“${name(problem.materialId)}”的后补期限会晚于承诺时限${since(problem.start)}。`,
        path: `materials.${material(problem.materialId)}.deferLimit.value`
      }
    case 'item-part-after-promise': {
      const at = rows.jointOffices.findIndex(({ office }) => office.trim() === problem.office)
      return problem.office === '' || at < 0
        ? { sentence: `本级办理时限会晚于承诺时限${since(problem.start)}。`, path: 'localLimit.value' }
        : {
            sentence: `${problem.office}的办理时限会晚于承诺时限${since(problem.start)}。`,
            path: `jointOffices.${at}.limit.value`
          }
    }
    case 'item-delivery-too-late':
      return {
        sentence: `行政许可须在十个工作日内送达（行政许可法第四十四条）${since(problem.start)}。`,
        path: 'deliveryLimit.value'
      }
    case 'item-extension-too-long':
      return { sentence: `行政许可最多延期 ${problem.most} 日（行政许可法第四十二条）。`, path: 'extensionMax' }
    case 'item-question-unused':
      return {
        sentence: `问题“${problem.question}”不决定任何材料，请删去，或者让一份材料用到它。`,
        path: `situations.${row(rows.situations, problem.situation)}.question`
      }
    default:
      return assertNever(problem, 'item problem')
  }
}

const PLACE = /^item\./

/** The field that a refusal of main is about; `null`: the whole. */
export const refusedPath = ({ field }: Refusal): string | null =>
  typeof field === 'string' && PLACE.test(field) ? field.replace(PLACE, '') : null
