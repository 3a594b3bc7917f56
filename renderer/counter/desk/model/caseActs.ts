import type { Refusal } from '../../../../shared/kernel/result.ts'
import type { CaseAction } from '../../../../shared/projections/views.ts'

/** What a key or a line of the menu says. */
export const ACT_NAME: Readonly<Record<CaseAction, string>> = {
  continue: '接着办',
  answer: '答复咨询',
  handOver: '移交给同事',
  acceptHandOver: '接手',
  declineHandOver: '不接手，退回',
  decline: '不予受理',
  remindLapse: '提醒补正',
  return: '退件',
  withdraw: '申请人撤回',
  startExcludedProcedure: '开始特别程序',
  prolongExcludedProcedure: '特别程序延长',
  endExcludedProcedure: '特别程序结束',
  requestExtension: '申请延长期限',
  approveExtension: '批准延长',
  declineExtension: '不同意延长',
  submitUpward: '上报',
  returnFromAbove: '上级返回',
  giveOpinion: '登记部门意见',
  receiveDeferred: '收容缺材料',
  checkCommitment: '核查承诺',
  decide: '作决定',
  deliver: '送达结果',
  complete: '办结'
}

/** Keys of the menu, in the order of its lines. */
const MENU_KEYS = '1234567890ABCDEFGHIJKLMN'

export interface MenuLine {
  readonly action: CaseAction
  readonly key: string
}

/** The menu holds every act, the first one too: whoever opens it looks for all there is. */
export const menuLines = (actions: readonly CaseAction[]): readonly MenuLine[] =>
  actions.map((action, index) => ({ action, key: MENU_KEYS[index] ?? '' }))

/** The key of one line up or down from `index`; round at the ends. */
export function nextLine(key: string, index: number, length: number): number | null {
  if (length === 0) return null
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % length
    case 'ArrowUp':
      return (index - 1 + length) % length
    case 'Home':
      return 0
    case 'End':
      return length - 1
    default:
      return null
  }
}

/**
 * The place of a form that a refusal belongs to: its own field, else the nearest part that the form has. `null`: it
 * stands on top. `also` names places of fields that the form calls otherwise.
 */
export function placeOfRefusal(
  refusal: Refusal,
  places: readonly string[],
  also: Readonly<Record<string, string>> = {}
): string | null {
  const { field } = refusal
  if (field === undefined || field === '') return null
  const parts = field.split('.')
  for (let length = parts.length; length > 0; length -= 1) {
    const path = parts.slice(0, length).join('.')
    const place = also[path] ?? path
    if (places.includes(place)) return place
    const below = places.find((one) => one.startsWith(`${place}.`))
    if (below !== undefined && length === parts.length) return below
  }
  return null
}
