import type { Refusal } from '../../kernel/result.ts'
import type { ServiceItem } from '../catalogue/serviceItem.ts'
import type { MaterialTick, TickResult } from './case.ts'

type Material = ServiceItem['materials'][number]

/** As typed at the desk: the name comes from the item. */
export interface TickInput {
  readonly materialId: string
  readonly result: TickResult
  readonly reason: string
}

/**
 * May the clerk say 不适用? Only for what depends on the case, may follow later, or may not be asked for at all because
 * the office can get it itself (在线政务服务若干规定 7).
 */
export const mayBeNotApplicable = (material: Material): boolean =>
  material.necessity !== 'REQUIRED' || material.waiver !== 'NONE'

export const isGap = (tick: { readonly result: TickResult }): boolean =>
  tick.result === 'missing' || tick.result === 'notMeeting'

/**
 * Every material of the item has exactly one answer, and whatever does not meet says why, so that the paper can.
 * Refuses `tick-unknown-material` (also for a second answer to the same material: which one holds is not ours to
 * guess), `tick-missing`, `tick-reason-missing`, each with its field.
 */
export function checkTicks(
  item: ServiceItem,
  inputs: readonly TickInput[]
): { readonly ok: true; readonly ticks: readonly MaterialTick[] } | { readonly ok: false; readonly refusal: Refusal } {
  const unanswered = new Set(item.materials.map((m) => m.id))
  const stray = inputs.findIndex((t) => !unanswered.delete(t.materialId))
  if (stray >= 0) return no('tick-unknown-material', `ticks.${stray}.materialId`, {})
  const ticks: MaterialTick[] = []
  for (const material of item.materials) {
    const index = inputs.findIndex((t) => t.materialId === material.id)
    const input = inputs[index]
    if (!input || (input.result === 'notApplicable' && !mayBeNotApplicable(material))) {
      return no('tick-missing', `ticks.${Math.max(index, 0)}.result`, {
        material: material.name,
        materialId: material.id
      })
    }
    const reason = input.reason.trim()
    if (input.result === 'notMeeting' && reason === '') {
      return no('tick-reason-missing', `ticks.${index}.reason`, { material: material.name, materialId: material.id })
    }
    ticks.push({ materialId: material.id, name: material.name, result: input.result, reason })
  }
  return { ok: true, ticks }
}

const no = (code: string, field: string, detail: Record<string, string>) =>
  ({ ok: false, refusal: { code, field, ...detail } }) as const
