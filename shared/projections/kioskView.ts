import type { HallConfig } from '../domain/hall/hall.ts'
import type { HallService } from '../domain/hall/service.ts'
import { estimateWait } from '../domain/queue/estimate.ts'
import { groupOpen } from '../domain/queue/groupOpen.ts'
import type { QueueState } from '../domain/queue/queue.ts'
import type { KioskView } from './hallViews.ts'
import { dayOf, groupsShown, waitingOf } from './queueShown.ts'

/** What the kiosk shows at `at`: numbers, never people. */
export function kioskView(
  hall: HallConfig,
  service: HallService,
  queue: QueueState | undefined,
  now: { readonly at: string; readonly date: string; readonly closingTime: string },
  reader: KioskView['reader'],
  card: KioskView['card'] = null
): KioskView {
  const day = dayOf(queue)
  const groups = groupsShown(hall, day)
  return {
    hallName: hall.name,
    demo: hall.demo,
    date: now.date,
    groups: groups.map((group) => ({
      ...group,
      open: groupOpen(day, service, group.code, now.at, now.closingTime),
      estimate: day ? estimateWait(day, hall, group.code) : null,
      counters: hall.counters.filter((counter) => counter.groups.includes(group.code)).map((counter) => counter.no)
    })),
    waitingAll: waitingOf(groups),
    enquiryPhone: hall.enquiryPhone,
    hours: hall.hours,
    appointments: service.appointments.on,
    idleSeconds: service.kiosk.idleSeconds,
    withoutPaper: service.kiosk.withoutPaper,
    priorities: service.kiosk.priorities,
    reader,
    card,
    hotline: service.board.hotline
  }
}
