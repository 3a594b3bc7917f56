import type { Refusal } from '../../kernel/result.ts'
import type { Material, ServiceItem } from '../catalogue/serviceItem.ts'
import { materialNeed } from '../catalogue/situations.ts'
import type { Answers, MaterialTick, TickResult } from './facts.ts'

/** As typed at the desk: the name comes from the item. */
export interface TickInput {
  readonly materialId: string
  readonly result: TickResult
  readonly reason: string
}

export interface TickChecks {
  /** A mere receipt: only what was handed in is ticked, the rest is looked at later. */
  readonly receiptOnly?: boolean
  /** This person may make no further promise (国办发〔2020〕42号). */
  readonly commitmentBlocked?: boolean
}

/** 免提交: the office gets it itself and may not ask for it (在线政务服务若干规定 7). */
const EXEMPTING: readonly Material['waiver'][] = ['DATA_SHARING', 'E_LICENSE']

/**
 * What a clerk may find of a material that is needed, in the order of a selection list. 免提交 only where data sharing
 * or an electronic licence stands for it, 告知承诺 only where the item has the words of the promise, 容缺后补 only for
 * what may follow. 不适用 is no finding: whether a material applies follows from the answers.
 */
export function resultsFor(material: Material): readonly TickResult[] {
  const special: TickResult[] = []
  if (EXEMPTING.includes(material.waiver)) special.push('exempt')
  if (material.waiver === 'COMMITMENT' && material.commitment) special.push('committed')
  if (material.necessity === 'DEFERRABLE') special.push('deferred')
  return ['inOrder', 'missing', 'notMeeting', 'corrected', ...special]
}

export const isGap = (tick: { readonly result: TickResult }): boolean =>
  tick.result === 'missing' || tick.result === 'notMeeting'

/** A promise and a later date belong to acceptance: only then the letter is signed and the notice handed over. */
const atAcceptance = (result: TickResult): boolean => result === 'committed' || result === 'deferred'

const needsReason = (result: TickResult): boolean => result === 'notMeeting' || result === 'corrected'

type Checked =
  | { readonly ok: true; readonly ticks: readonly MaterialTick[] }
  | { readonly ok: false; readonly refusal: Refusal }

/**
 * Every material that these (complete) answers ask for has exactly one finding; what they do not ask for is 不适用
 * without being ticked, whatever was ticked before the answer changed. What does not meet, and what was put right at the
 * counter, says why. Refuses `tick-unknown-material` (also for a second finding of the same material: which one holds is
 * not ours to guess), `tick-missing`, `tick-reason-missing`, `tick-not-exempt`, `tick-no-commitment`,
 * `tick-not-deferrable`, `tick-not-at-receipt`, `commitment-blocked`, each with field and material.
 */
export function checkTicks(
  item: ServiceItem,
  answers: Answers,
  inputs: readonly TickInput[],
  checks: TickChecks = {}
): Checked {
  const unanswered = new Set(item.materials.map((m) => m.id))
  const stray = inputs.findIndex((t) => !unanswered.delete(t.materialId))
  if (stray >= 0) return no('tick-unknown-material', `ticks.${stray}.materialId`)
  const ticks: MaterialTick[] = []
  for (const material of item.materials) {
    const index = inputs.findIndex((t) => t.materialId === material.id)
    const input = inputs[index]
    if (materialNeed(material, answers) === 'notNeeded') {
      if (!checks.receiptOnly) {
        ticks.push({ materialId: material.id, name: material.name, result: 'notApplicable', reason: '' })
      }
      continue
    }
    if (!input && checks.receiptOnly) continue
    const fault = input ? faultOf(material, input, checks) : 'tick-missing'
    if (!input || fault !== null) {
      const part = fault === 'tick-reason-missing' ? 'reason' : 'result'
      return no(fault ?? 'tick-missing', `ticks.${Math.max(index, 0)}.${part}`, material)
    }
    ticks.push({ materialId: material.id, name: material.name, result: input.result, reason: input.reason.trim() })
  }
  return { ok: true, ticks }
}

function faultOf(material: Material, { result, reason }: TickInput, checks: TickChecks): string | null {
  if (checks.receiptOnly && atAcceptance(result)) return 'tick-not-at-receipt'
  if (!resultsFor(material).includes(result)) {
    if (result === 'exempt') return 'tick-not-exempt'
    if (result === 'committed') return 'tick-no-commitment'
    return result === 'deferred' ? 'tick-not-deferrable' : 'tick-missing'
  }
  if (result === 'committed' && checks.commitmentBlocked) return 'commitment-blocked'
  return needsReason(result) && reason.trim() === '' ? 'tick-reason-missing' : null
}

const no = (code: string, field: string, material?: Material): Checked => ({
  ok: false,
  refusal: { code, field, ...(material && { material: material.name, materialId: material.id }) }
})
