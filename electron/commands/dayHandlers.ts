import { statfs } from 'node:fs/promises'
import { type DayEvent, dayStream, judgeOpening, type Seen } from '../../shared/domain/day/openingChecks.ts'
import type { HallConfig, PrinterTarget } from '../../shared/domain/hall/hall.ts'
import { paperHall } from '../../shared/domain/hall/paperHall.ts'
import { decideDaySheet } from '../../shared/domain/printing/daySheet.ts'
import { documentStream } from '../../shared/domain/printing/printing.ts'
import { accept, type Reply } from '../../shared/kernel/result.ts'
import { unprintedPapers } from '../../shared/projections/dayLists.ts'
import { daySheet } from '../../shared/projections/daySheet.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import { checkTarget } from '../printing/printerCheck.ts'
import { hallOf, metaOf, type Terminal, versionOfDay } from './terminal.ts'

type Door = 'day.check' | 'day.sheet' | 'day.printSheet'

/** A folder is no printer to ask; whether it is meant is for people to say. A check never fails: it says what is. */
async function healthOf(target: PrinterTarget): Promise<string> {
  if (target.kind === 'folder') return 'folder'
  try {
    return (await checkTarget(target)).health
  } catch {
    return 'unreachable'
  }
}

/**
 * Bytes that the folder's disk still takes; `null` where the system does not say. Network drives are known to tell
 * sizes that cannot be.
 */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    const free = bavail * bsize
    return Number.isFinite(free) && free >= 0 ? free : null
  } catch {
    return null
  }
}

/** Opening checks and the day sheet. */
export function dayHandlers(terminal: Terminal): Pick<Handlers, Door> {
  const { desk, executor, ambient, calendar } = terminal

  const sheet = (hall: HallConfig) =>
    daySheet(desk, hall, { today: ambient.today(), now: ambient.nowIso(), calendar, read: terminal.readCase })

  async function look(now: string, today: string): Promise<Seen> {
    const { hallScreens, history, logAlarm, dataFolder } = terminal.condition()
    // Before anything of this morning is recorded: the check itself would be the newest record.
    const newestRecord = desk.at === '' ? null : desk.at
    const [ticket, paper, diskFree] = await Promise.all([
      healthOf(desk.printers.ticket),
      healthOf(desk.printers.paper),
      freeBytes(dataFolder)
    ])
    return {
      printers: { ticket, paper },
      hallScreens: { planned: desk.service.screens.filter(({ role }) => role === 'hall').length, open: hallScreens },
      lastSaid: desk.lastSaid && { how: desk.lastSaid.how, today: desk.lastSaid.date === today },
      voiceOn: desk.service.voice.on,
      diskFree,
      now,
      newestRecord,
      holidaysMissing: calendar.needsNextYearWarning(today),
      coveredThrough: calendar.coveredThrough() ?? '',
      history,
      logAlarm,
      openDays: [...desk.queues].filter(([date, day]) => date < today && day.status === 'open').length,
      unprinted: unprintedPapers(desk).length
    }
  }

  return {
    async 'day.check'(_input, caller, commandId) {
      const meta = metaOf(terminal, caller)
      const checks = judgeOpening(await look(meta.at, meta.date))
      const stream = dayStream(meta.date)
      const event: DayEvent = { type: 'OpeningChecked', v: 1, data: { at: meta.at, by: meta.by, checks } }
      const reply = await executor.run({
        lane: 'day',
        stream,
        commandId,
        meta,
        decide: () => accept([event]),
        expected: () => versionOfDay(terminal, stream, meta.date)
      })
      return reply.ok ? { ok: true, value: { checks } } : reply
    },

    'day.sheet': () => {
      const hall = hallOf(terminal)
      return Promise.resolve(hall.ok ? { ok: true, value: sheet(hall.value) } : hall)
    },

    async 'day.printSheet'(_input, caller, commandId) {
      const hall = hallOf(terminal)
      if (!hall.ok) return hall
      const meta = metaOf(terminal, caller)
      const docId = `day-${ambient.newId()}`
      const stream = documentStream(docId)
      const { date, closed, extendedSince, figures, lists } = sheet(hall.value)
      const paper = {
        kind: 'daySheet' as const,
        hall: paperHall(hall.value),
        date,
        issuedAt: meta.at,
        issuedBy: meta.byName,
        closed,
        extendedSince,
        figures,
        lists
      }
      const reply = await executor.run({
        lane: stream,
        stream,
        commandId,
        meta,
        decide: () => decideDaySheet({ paper, target: desk.printers.paper, docId, jobId: ambient.newId() }),
        expected: () => 0
      })
      return reply as Reply<{ docId: string; jobId: string }>
    }
  }
}
