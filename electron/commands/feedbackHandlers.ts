import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { FollowUpCommand } from '../../shared/domain/feedback/decideFollowUp.ts'
import { followUpDates, type PersonOf } from '../../shared/domain/feedback/followUp.ts'
import type { RatingLevel } from '../../shared/domain/feedback/rating.ts'
import { type Reply, refuse } from '../../shared/kernel/result.ts'
import { type LeadLooking, ratingDetail, ratingsListed } from '../../shared/projections/ratingLead.ts'
import { ratingMonth } from '../../shared/projections/ratingMonth.ts'
import { ratingSheet } from '../../shared/projections/ratingSheet.ts'
import { excelInThread } from '../catalogue/excel.ts'
import { loadRating, runRating } from '../feedback/ratingRun.ts'
import type { Caller, Handlers } from '../ipc/bindContract.ts'
import { approverOf } from './approval.ts'
import { hallOf, metaOf, type Terminal } from './terminal.ts'

type Door = Extract<keyof Handlers, `rating.${string}` | `ratings.${string}`>

/** Main and its threads are bundled into one folder. */
const EXCEL = excelInThread(path.join(__dirname, 'excel.worker.cjs'))

type Act = FollowUpCommand extends infer C ? (C extends FollowUpCommand ? Omit<C, 'at' | 'on' | 'by'> : never) : never

/** The visitor's answer, and what leads do about it. */
export function feedbackHandlers(terminal: Terminal, excel = EXCEL): Pick<Handlers, Door> {
  const { desk, ambient, calendar } = terminal

  const looking = (caller: Caller): Reply<LeadLooking> => {
    const hall = hallOf(terminal)
    if (!hall.ok) return hall
    const personId = caller.session?.personId ?? ''
    return { ok: true, value: { personId, today: ambient.today(), calendar, hall: hall.value } }
  }

  const personOf = ({ session }: Caller): PersonOf => ({
    personId: session?.personId ?? '',
    name: session?.name ?? ''
  })

  async function act(ratingId: string, caller: Caller, commandId: string, what: Act): Promise<Reply<null>> {
    const meta = metaOf(terminal, caller)
    const by = personOf(caller)
    const command = { ...what, at: meta.at, on: meta.date, by } as FollowUpCommand
    const reply = await runRating(terminal, ratingId, commandId, meta, command)
    return reply.ok ? { ok: true, value: null } : reply
  }

  return {
    async 'rating.give'({ ratingId, level, ...said }, caller, commandId) {
      const meta = metaOf(terminal, { ...caller, session: null })
      const reply = await runRating(
        terminal,
        ratingId,
        commandId,
        { ...meta, by: 'visitor' },
        {
          type: 'give',
          at: meta.at,
          on: meta.date,
          level: level as RatingLevel,
          ...said,
          dates: followUpDates(calendar, meta.date, desk.service.rating)
        }
      )
      return reply.ok ? { ok: true, value: null } : reply
    },

    async 'rating.stay'({ ratingId }, caller, commandId) {
      const meta = { ...metaOf(terminal, { ...caller, session: null }), by: 'visitor' }
      const { timeoutSeconds: seconds } = desk.service.rating
      const reply = await runRating(terminal, ratingId, commandId, meta, { type: 'prolong', at: meta.at, seconds })
      return reply as Reply<{ until: string }>
    },

    'ratings.list'({ month }, caller) {
      const look = looking(caller)
      if (!look.ok) return Promise.resolve(look)
      return Promise.resolve({ ok: true, value: ratingsListed(desk.ratings.values(), month, look.value) })
    },

    async 'ratings.get'({ ratingId }, caller) {
      const look = looking(caller)
      if (!look.ok) return look
      const state = await loadRating(terminal, ratingId)
      if (state.status === 'none') return refuse('rating-unknown')
      if (state.status !== 'rated') return refuse('rating-not-given')
      if (state.personId === look.value.personId) return refuse('rating-own')
      return { ok: true, value: ratingDetail(state, look.value) }
    },

    'ratings.month'({ month }, caller) {
      const hall = hallOf(terminal)
      if (!hall.ok) return Promise.resolve(hall)
      const { session } = caller
      const people = session?.roles.includes('lead') ? { but: session.personId } : null
      const value = ratingMonth(desk.ratings.values(), month, ambient.today(), hall.value, people)
      return Promise.resolve({ ok: true, value })
    },

    async 'ratings.export'({ month }) {
      const hall = hallOf(terminal)
      if (!hall.ok) return hall
      const sheet = ratingSheet(desk.ratings.values(), month, hall.value)
      if (sheet.rows.length === 0) return refuse('rating-month-empty')
      const bytes = await excel.write([sheet]).catch(() => null)
      if (!bytes) return refuse('exchange-failed')
      const file = path.join(terminal.paperFolder, `好差评-${month}.xlsx`)
      try {
        await mkdir(terminal.paperFolder, { recursive: true })
        await writeFile(file, bytes)
      } catch {
        return refuse('export-not-saved')
      }
      return { ok: true, value: { path: file, count: sheet.rows.length } }
    },

    async 'ratings.revealPhone'({ ratingId }, caller, commandId) {
      const reply = await act(ratingId, caller, commandId, { type: 'revealPhone' })
      if (!reply.ok) return reply
      const state = await loadRating(terminal, ratingId)
      const phone = state.status === 'rated' ? state.given.phone : null
      // The number goes to the screen only; the recorded reply holds none.
      return phone === null ? refuse('rating-phone-none') : { ok: true, value: { phone } }
    },

    'ratings.start'({ ratingId, reviewer }, caller, commandId) {
      const person = desk.staff.get(reviewer)
      if (person?.status !== 'registered') return Promise.resolve(refuse('person-unknown', { field: 'reviewer' }))
      return act(ratingId, caller, commandId, { type: 'start', reviewer: { personId: reviewer, name: person.name } })
    },

    'ratings.callBack': ({ ratingId, reached, text }, caller, commandId) =>
      act(ratingId, caller, commandId, { type: 'callBack', reached, text }),

    async 'ratings.extend'({ ratingId, until, reason, approval }, caller, commandId) {
      const approver = await approverOf(terminal, approval, metaOf(terminal, caller))
      if (!approver.ok) return approver
      const approvedBy = approver.value ?? personOf(caller)
      return act(ratingId, caller, commandId, { type: 'extend', until, reason, approvedBy })
    },

    'ratings.close': ({ ratingId, outcome, text, secondLevel }, caller, commandId) =>
      act(ratingId, caller, commandId, { type: 'close', outcome, text, secondLevel }),

    'ratings.annotate': ({ ratingId, text }, caller, commandId) =>
      act(ratingId, caller, commandId, { type: 'annotate', text })
  }
}
