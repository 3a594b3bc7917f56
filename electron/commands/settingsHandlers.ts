import type { InputOf } from '../../shared/contract/contract.ts'
import { calendarPreview, calendarShown } from '../../shared/domain/calendar/calendarShown.ts'
import type { CalendarYear } from '../../shared/domain/calendar/calendarYear.ts'
import { CALENDAR_STREAM, decideHolidays } from '../../shared/domain/calendar/holidays.ts'
import { yearsInForce } from '../../shared/domain/calendar/liveCalendar.ts'
import { shippedCalendarYears } from '../../shared/domain/calendar/shippedYears.ts'
import { decideRules } from '../../shared/domain/hall/decideRules.ts'
import { HALL_STREAM } from '../../shared/domain/hall/hall.ts'
import type { Meta } from '../../shared/kernel/messages.ts'
import type { Handlers } from '../ipc/bindContract.ts'
import { hallOf, metaOf, type Terminal } from './terminal.ts'

type Door = 'rules.get' | 'rules.set' | 'calendar.years' | 'calendar.preview' | 'calendar.load'

export interface SettingsOptions {
  /**
   * Counts the due dates of every open case anew by `terminal.calendar` and records what has changed; answers how many
   * cases got other dates. Doing it twice changes nothing more.
   */
  readonly recompute: (meta: Meta) => Promise<number>
}

/** What the hall sets for itself: its rules, and the years of the calendar. */
export function settingsHandlers(terminal: Terminal, options: SettingsOptions): Pick<Handlers, Door> {
  const { desk, executor, ambient } = terminal
  const shipped = shippedCalendarYears()
  const years = (): readonly CalendarYear[] => yearsInForce(shipped, desk.holidays)

  return {
    'rules.get': () => Promise.resolve({ ok: true, value: desk.rules }),

    async 'rules.set'({ rules }: InputOf<'rules.set'>, caller, commandId) {
      const hall = hallOf(terminal)
      if (!hall.ok) return hall
      const reply = await executor.run({
        lane: HALL_STREAM,
        stream: HALL_STREAM,
        commandId,
        meta: metaOf(terminal, caller),
        decide: () => decideRules(desk.rules, rules),
        expected: () => desk.versionOf(HALL_STREAM) ?? 0
      })
      if (!reply.ok) return reply
      terminal.changed()
      return { ok: true, value: null }
    },

    'calendar.years': () => Promise.resolve({ ok: true, value: calendarShown(years(), ambient.today()) }),

    'calendar.preview': ({ text }) =>
      Promise.resolve({ ok: true, value: calendarPreview(text, years(), ambient.today()) }),

    async 'calendar.load'({ text }, caller, commandId) {
      const meta = metaOf(terminal, caller)
      const reply = await executor.run({
        lane: CALENDAR_STREAM,
        stream: CALENDAR_STREAM,
        commandId,
        meta,
        decide: () => decideHolidays(years(), { text, by: { personId: meta.by, name: meta.byName } }),
        expected: () => desk.versionOf(CALENDAR_STREAM) ?? 0
      })
      if (!reply.ok) return reply
      const { years: changed } = reply.value as { readonly years: readonly number[] }
      // Also when nothing was new: a load whose counting was cut off is made good by loading once more.
      const recomputed = await options.recompute(meta)
      terminal.changed()
      return { ok: true, value: { years: changed, recomputed } }
    }
  }
}
