import type { ScreenRole } from '../../shared/contract/entry.ts'
import type { ScreenPlan } from '../../shared/domain/hall/service.ts'

const NAMES: Readonly<Record<ScreenRole, string>> = {
  counter: '窗口',
  hall: '大厅屏',
  kiosk: '取号机',
  rating: '评价屏'
}

/** What a window is called in the task bar: never a person. Several of one kind are told apart by counter or id. */
export function titleOf(
  screen: { readonly role: ScreenRole } & Partial<Pick<ScreenPlan, 'id' | 'counter'>>,
  all: readonly Pick<ScreenPlan, 'role'>[]
): string {
  const { role, id = '', counter = null } = screen
  const name = `邻窗 · ${NAMES[role]}`
  if (counter !== null) return `${name}（${counter} 号窗口）`
  return all.filter((other) => other.role === role).length > 1 ? `${name} ${id}` : name
}
