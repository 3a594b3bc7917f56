import type { ComponentType } from 'react'
import type { MenuAct } from '../../model/queueMenu.ts'
import { Appointments } from './Appointments.tsx'
import { Colleague, Hold } from './Away.tsx'
import type { QueueActProps } from './actProps.ts'
import { Chosen } from './Chosen.tsx'
import { Correct, NextService, WalkIn } from './InGroup.tsx'
import { Rejoin, TakeBack } from './Lists.tsx'
import { LookUp } from './LookUp.tsx'
import { Cancel, GrantPriority } from './OnTicket.tsx'
import { Pause } from './Pause.tsx'
import { Transfer } from './Transfer.tsx'

/** `close` is done without asking: opening again is one key. */
export type DialogAct = Exclude<MenuAct, 'close'>

export const ACTS: Readonly<Record<DialogAct, ComponentType<QueueActProps>>> = {
  hold: Hold,
  transfer: Transfer,
  nextService: NextService,
  correct: Correct,
  chosen: Chosen,
  priority: GrantPriority,
  rejoin: Rejoin,
  takeBack: TakeBack,
  walkIn: WalkIn,
  cancel: Cancel,
  lookUp: LookUp,
  pause: Pause,
  colleague: Colleague,
  appointments: Appointments
}
