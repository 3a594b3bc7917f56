import type { Refusal } from '../../../../shared/kernel/result.ts'
import type { DeskView } from '../../../../shared/projections/views.ts'

/** What 号码操作 holds, in the order of its lines; always all of it, so that hands learn where things are. */
export const MENU = [
  { part: 'current', acts: ['hold', 'transfer', 'nextService', 'correct'] },
  { part: 'others', acts: ['chosen', 'priority', 'rejoin', 'takeBack', 'walkIn', 'cancel', 'lookUp'] },
  { part: 'counter', acts: ['pause', 'close', 'colleague', 'appointments'] }
] as const

export type MenuPart = (typeof MENU)[number]['part']
export type MenuAct = (typeof MENU)[number]['acts'][number]

/** Keys inside the menu, and those that lead to the same from anywhere on the desk. */
export const MENU_KEY: Readonly<Record<MenuAct, string>> = {
  hold: '1',
  transfer: '2',
  nextService: '3',
  correct: '4',
  chosen: '5',
  priority: '6',
  rejoin: '7',
  takeBack: '8',
  walkIn: '9',
  cancel: '0',
  lookUp: 'A',
  pause: 'B',
  close: 'C',
  colleague: 'D',
  appointments: 'E'
}

export const DIRECT_KEY: Partial<Readonly<Record<MenuAct, string>>> = {
  priority: 'Shift+F2',
  chosen: 'Shift+F5',
  lookUp: 'Shift+F6',
  rejoin: 'Shift+F7',
  hold: 'Shift+F8',
  takeBack: 'Ctrl+F8',
  transfer: 'Shift+F9',
  colleague: 'Alt+H'
}

type Seen = Pick<
  DeskView,
  'counter' | 'counterStatus' | 'current' | 'waitingHere' | 'held' | 'missed' | 'alarms' | 'queueSettings'
>

const refusal = (code: string, no?: string): Refusal => (no === undefined ? { code } : { code, no })

/** Why somebody cannot be taken at this counter now. */
function cannotTake({ counterStatus, current }: Seen): Refusal | null {
  if (counterStatus !== 'open') return refusal('counter-not-open')
  return current ? refusal('counter-busy', current.no) : null
}

/**
 * Why an act leads nowhere as the desk stands, as a refusal with its sentence; `null`: it leads somewhere. Codes are
 * main's where it would refuse, else `none-missed`, `none-held`, `alarm-on`, `appointments-off`, `counter-closed`.
 */
export function blockOf(act: MenuAct, desk: Seen): Refusal | null {
  const { current } = desk
  switch (act) {
    case 'priority':
    case 'cancel':
    case 'lookUp':
      return null
    case 'rejoin':
      return desk.missed.length === 0 ? refusal('none-missed') : null
    case 'appointments':
      return desk.queueSettings.appointments ? null : refusal('appointments-off')
    default:
  }
  if (desk.counter === null) return refusal('no-counter')
  switch (act) {
    case 'hold':
    case 'nextService':
      if (!current) return refusal('no-current-ticket')
      return current.status === 'serving' ? null : refusal('ticket-not-serving', current.no)
    case 'transfer':
    case 'correct':
      return current ? null : refusal('no-current-ticket')
    case 'chosen':
      return cannotTake(desk) ?? (desk.waitingHere === 0 ? refusal('nobody-waiting') : null)
    case 'walkIn':
      return cannotTake(desk)
    case 'takeBack':
      return desk.held.length === 0 ? refusal('none-held') : cannotTake(desk)
    case 'pause':
      return desk.counterStatus === 'closed' ? refusal('counter-not-open') : null
    case 'close':
      if (desk.counterStatus === 'closed') return refusal('counter-closed')
      return current ? refusal('counter-busy', current.no) : null
    case 'colleague':
      return desk.alarms.some(({ counter }) => counter === desk.counter) ? refusal('alarm-on') : null
  }
}
