import { defaultHallService, type HallService } from '../../shared/domain/hall/service.ts'

const { queue, ...rest } = defaultHallService()

/** A hall in which nobody has to wait for a second call or a minute: for tests that are about something else. */
export const QUICK: HallService = {
  ...rest,
  queue: { ...queue, recallLockSeconds: 0, noShowCalls: 1, noShowSeconds: 0 }
}

/** What every command of the queue comes with beside its time and hall. */
export const QUICKLY = { service: QUICK, closingTime: '17:30' } as const

/** A number for somebody with nothing special about them. */
export const PLAIN_TICKET = {
  type: 'issueTicket',
  priority: null,
  source: 'counter',
  itemId: null,
  appointment: null
} as const

/** Commands whose own fields say nothing special. */
export const PLAIN = { reason: '', until: null, saidEnd: null } as const
