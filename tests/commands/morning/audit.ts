import type { DomainEvent } from '../../../shared/domain/events.ts'
import type { RawRecord } from './hall.ts'

type Status = 'waiting' | 'called' | 'serving' | 'held' | 'finished' | 'missed' | 'cancelled' | 'expired'

interface Seen {
  readonly no: string
  readonly group: string
  readonly issued: number
  status: Status
  counter: number | null
  /** Nothing special about it: its place is that of its arrival. */
  plain: boolean
  readonly walkIn: boolean
  /** How it stood before each act that a counter may take back, newest last. */
  readonly before: { status: Status; counter: number | null }[]
}

const FINAL: readonly Status[] = ['finished', 'missed', 'cancelled', 'expired']

/**
 * Follows the records of a morning with a memory of its own, by nothing but their words, and says everything that must
 * not be: a number twice or left out, one called at two counters, a counter with two visitors, somebody overtaken
 * without a reason, somebody left over, an act twice.
 */
export function anomaliesIn(records: readonly RawRecord[]): string[] {
  const found: string[] = []
  const tickets = new Map<string, Seen>()
  const serials = new Map<string, number>()
  const at = new Map<number, string>()
  const commits = new Set<string>()
  const announced = new Set<string>()
  let last = ''
  let order = 0

  const expectStatus = (id: string, what: string, ...allowed: Status[]): Seen | null => {
    const ticket = tickets.get(id)
    if (!ticket) found.push(`${what}: ${id} was never given`)
    else if (!allowed.includes(ticket.status)) found.push(`${what}: ${ticket.no} was ${ticket.status}`)
    return ticket ?? null
  }
  const move = (id: string, what: string, from: Status[], to: Status, counter: number | null): Seen | null => {
    const ticket = expectStatus(id, what, ...from)
    if (!ticket) return null
    ticket.before.push({ status: ticket.status, counter: ticket.counter })
    ticket.status = to
    ticket.counter = counter
    return ticket
  }
  const take = (counter: number, id: string): void => {
    const other = at.get(counter)
    if (other !== undefined && other !== id) found.push(`counter ${counter} has ${other} and took ${id}`)
    at.set(counter, id)
  }
  const leave = (counter: number, id: string): void => {
    if (at.get(counter) !== id) found.push(`counter ${counter} let ${id} go, who was not there`)
    at.delete(counter)
  }

  const follow = (event: DomainEvent): void => {
    switch (event.type) {
      case 'TicketIssued': {
        const { ticketId, no, group, serial, priority, appointment } = event.data
        if (tickets.has(ticketId)) found.push(`${no} was given twice`)
        if (serial !== (serials.get(group) ?? 0) + 1) found.push(`${no} does not follow ${serials.get(group) ?? 0}`)
        if (no !== `${group}${String(serial).padStart(3, '0')}`) found.push(`${no} is not ${group} ${serial}`)
        serials.set(group, serial)
        order += 1
        const walkIn = event.data.source === 'walkIn'
        const plain = priority === undefined && appointment === undefined
        tickets.set(ticketId, { no, group, issued: order, status: 'waiting', counter: null, plain, walkIn, before: [] })
        return
      }
      case 'TicketCalled': {
        const { ticketId, counter, chosen } = event.data
        const ticket = move(ticketId, 'called', ['waiting'], 'called', counter)
        take(counter, ticketId)
        if (!ticket?.plain || chosen) return
        for (const other of tickets.values()) {
          const sooner = other.plain && other.status === 'waiting' && other.group === ticket.group
          if (sooner && other.issued < ticket.issued) found.push(`${ticket.no} was called before ${other.no}`)
        }
        return
      }
      case 'TicketRecalled':
        expectStatus(event.data.ticketId, 'recalled', 'called')
        return
      case 'ServiceStarted': {
        const { ticketId, counter } = event.data
        // Who has no ticket gets a number that is served at once.
        const walkIn = tickets.get(ticketId)?.walkIn === true
        move(ticketId, 'started', walkIn ? ['waiting', 'called'] : ['called'], 'serving', counter)
        take(counter, ticketId)
        return
      }
      case 'TicketMissed':
        move(event.data.ticketId, 'missed', ['called'], 'missed', null)
        leave(event.data.counter, event.data.ticketId)
        return
      case 'TicketRejoined': {
        const ticket = move(event.data.ticketId, 'back', ['missed'], 'waiting', null)
        if (ticket) ticket.plain = false
        return
      }
      case 'TicketHeld':
        move(event.data.ticketId, 'held', ['serving'], 'held', event.data.counter)
        leave(event.data.counter, event.data.ticketId)
        return
      case 'TicketTakenBack':
        move(event.data.ticketId, 'taken back', ['held'], 'serving', event.data.counter)
        take(event.data.counter, event.data.ticketId)
        return
      case 'TicketTransferred': {
        const ticket = move(event.data.ticketId, 'transferred', ['called', 'serving'], 'waiting', null)
        if (ticket) ticket.plain = false
        leave(event.data.counter, event.data.ticketId)
        return
      }
      case 'NextServiceBegun':
        expectStatus(event.data.ticketId, 'next matter', 'serving')
        return
      case 'ServiceFinished':
        move(event.data.ticketId, 'finished', ['serving'], 'finished', event.data.counter)
        leave(event.data.counter, event.data.ticketId)
        return
      case 'TicketCancelled': {
        const { ticketId } = event.data
        move(ticketId, 'cancelled', ['waiting', 'called', 'serving', 'held', 'missed'], 'cancelled', null)
        for (const [counter, id] of at) if (id === ticketId) at.delete(counter)
        return
      }
      case 'ActUndone': {
        const { ticketId, counter, act } = event.data
        const ticket = expectStatus(ticketId, 'undone', 'called', 'serving', 'held', 'waiting', 'finished', 'missed')
        const before = ticket?.before.pop()
        if (!ticket || !before) {
          found.push(`${act} of ${ticketId} undone, and there was none`)
          return
        }
        Object.assign(ticket, before)
        if (before.status === 'called' || before.status === 'serving') take(counter, ticketId)
        else if (at.get(counter) === ticketId) at.delete(counter)
        return
      }
      case 'CallAnnounced': {
        const { sayId } = event.data
        if (announced.has(sayId)) found.push(`${sayId} was announced twice`)
        announced.add(sayId)
        return
      }
      default:
        return
    }
  }

  records.forEach((record, n) => {
    if (record.seq !== (records[0]?.seq ?? 0) + n) found.push(`record ${record.seq} is out of its row`)
    if (record.meta.at < last) found.push(`record ${record.seq} is older than the one before`)
    last = record.meta.at
    if (commits.has(record.commitId)) found.push(`${record.commitId} stands twice`)
    commits.add(record.commitId)
    for (const event of record.events) follow(event)
  })
  for (const { no, status } of tickets.values())
    if (!FINAL.includes(status)) found.push(`${no} is left over: ${status}`)
  for (const [counter, id] of at) found.push(`counter ${counter} still has ${id}`)
  return found
}
