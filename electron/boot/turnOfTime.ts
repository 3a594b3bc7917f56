import { acceptByLaw, recomputeLimits, returnHandOvers } from '../commands/caseClock.ts'
import { closePastDays, queueByClock } from '../commands/queueClock.ts'
import type { Terminal } from '../commands/terminal.ts'
import type { Publisher } from '../ipc/publish.ts'
import type { Heart } from './heartbeat.ts'
import type { Logger } from './logging.ts'

/** Lights turn by the clock, without anything happening: the work list is drawn again this often. */
const REDRAW_MINUTES = 5

/** What time does by itself: days close, silence becomes acceptance, hand-overs go back, lights turn. */
export function followTime(beat: Heart, terminal: Terminal, publisher: Publisher, log: Logger): void {
  beat.onNewDay(terminal.ambient, async () => {
    await terminal.drafts.wipeOld()
    await closePastDays(terminal)
    await queueByClock(terminal, log)
    // A count that was cut off after holidays were loaded is made good here; where nothing changes nothing is recorded.
    await recomputeLimits(terminal, terminal.ambient.nowIso())
    await acceptByLaw(terminal, log)
    publisher.publishAll()
  })
  beat.onNewMinute(terminal.ambient, async () => {
    await queueByClock(terminal, log)
    // Before closing time numbers stop by the clock alone.
    publisher.publish('kiosk')
    await returnHandOvers(terminal, log)
    if (Number(terminal.ambient.nowIso().slice(14, 16)) % REDRAW_MINUTES === 0) publisher.publish('work')
  })
}
