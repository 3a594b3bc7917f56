import type { KioskTicket } from '../../shared/contract/visitorDoors.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { groupOfItem } from '../../shared/domain/hall/groupOfItem.ts'
import { ageReached } from '../../shared/domain/people/cardText.ts'
import { type AnnouncedEvent, voiceStream } from '../../shared/domain/queue/announced.ts'
import { accept, type Decision, type Reply, refuse } from '../../shared/kernel/result.ts'
import { paperShown } from '../../shared/projections/paperShown.ts'
import type { Caller, Handlers } from '../ipc/bindContract.ts'
import { checkTarget } from '../printing/printerCheck.ts'
import { checkInBy } from './checkIn.ts'
import { itemLookup } from './itemLookup.ts'
import { type Asked, onQueue } from './onQueue.ts'
import { hallOf, metaOf, type Terminal, versionOfDay } from './terminal.ts'

type Door = Extract<keyof Handlers, `kiosk.${string}` | 'hall.said'>

/** A visitor waits for the answer; a printer that is well answers within this, in milliseconds. */
const ASK_MS = 1_500
/** More than a kiosk has room for. */
const FOUND_SHOWN = 24

/** The number is read off the screen: its paper is issued, and printed only when somebody asks for it. */
function onScreen(decision: Decision<DomainEvent>): Decision<DomainEvent> {
  if (!decision.ok) return decision
  const events = decision.events.map((event) =>
    event.type === 'DocumentIssued' ? { ...event, data: { ...event.data, onScreen: true as const } } : event
  )
  return { ...decision, events }
}

/** Doors of the screens that visitors stand before: nobody is signed in there and nothing personal comes out. */
export function visitorHandlers(terminal: Terminal, check: typeof checkTarget = checkTarget): Pick<Handlers, Door> {
  const { desk, executor, ambient } = terminal
  const find = itemLookup(terminal)

  const printerHealth = async (): Promise<string> => (await check(desk.printers.ticket, ASK_MS)).health

  /**
   * A number at the kiosk. The printer is asked first: where it cannot print no number is taken, unless the visitor was
   * told so and takes it from the screen. A press that is sent again gets its first number, whatever the printer is now.
   */
  async function take(
    caller: Caller,
    commandId: string,
    paper: boolean,
    asked: Asked | (() => Reply<Asked>)
  ): Promise<Reply<KioskTicket>> {
    if (executor.answered(commandId) === null && (paper || !desk.service.kiosk.withoutPaper)) {
      const health = await printerHealth()
      if (health !== 'ready') return refuse('ticket-printer-not-ready', { health })
    }
    const how: KioskTicket['paper'] = paper ? 'printing' : 'shown'
    const reply = await onQueue(terminal, { meta: metaOf(terminal, caller), commandId }, asked, (decision) => {
      const placed = paper ? decision : onScreen(decision)
      return placed.ok ? { ...placed, reply: { ...(placed.reply as object), paper: how } } : placed
    })
    return reply as Reply<KioskTicket>
  }

  return {
    'kiosk.take': ({ group, itemId, priority, paper }, caller, commandId) =>
      take(caller, commandId, paper, {
        type: 'issueTicket',
        group,
        // A visitor gives a reason, never words: those could tell anything of anybody.
        priority: priority && { reason: priority.reason, note: '' },
        source: 'kiosk',
        itemId,
        appointment: null
      }),

    async 'kiosk.printer'() {
      const health = await printerHealth()
      return { ok: true, value: { ready: health === 'ready', health } }
    },

    'kiosk.paper'({ docId }) {
      const known = desk.papers.get(docId)
      if (known?.paper.kind !== 'ticket') return Promise.resolve(refuse('paper-unknown'))
      const { status } = paperShown(known)
      const value = status === 'printed' ? 'printed' : status === 'failed' || status === 'unknown' ? 'failed' : 'queued'
      return Promise.resolve({ ok: true, value })
    },

    'kiosk.checkIn': ({ code, paper }, caller, commandId) =>
      take(caller, commandId, paper, () => checkInBy(desk, ambient.today(), (one) => one.code === code, 'kiosk')),

    'kiosk.search'({ text }) {
      const hall = hallOf(terminal)
      if (!hall.ok) return Promise.resolve(hall)
      const value = find(text, FOUND_SHOWN).map(({ item, shown }) => ({
        ...shown,
        group: groupOfItem(hall.value, item)
      }))
      return Promise.resolve({ ok: true, value })
    },

    'kiosk.readCard'({ text }) {
      const elderly = ageReached(text, desk.service.kiosk.elderlyAge, ambient.today())
      return Promise.resolve({ ok: true, value: elderly === null ? null : { elderly } })
    },

    async 'hall.said'(input, caller) {
      const meta = metaOf(terminal, caller)
      const stream = voiceStream(meta.date)
      const said: AnnouncedEvent = { type: 'CallAnnounced', v: 1, data: input }
      const reply = await executor.run({
        lane: 'voice',
        stream,
        // One fact a saying, however many screens tell of it; no screen can send an id with a colon.
        commandId: `said:${input.sayId}`,
        meta,
        decide: () => accept([said]),
        expected: () => versionOfDay(terminal, stream, meta.date)
      })
      return reply.ok ? { ok: true, value: null } : reply
    }
  }
}
