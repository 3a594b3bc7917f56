import {
  type Booked,
  CLOSING,
  GROUPS,
  type ModelCounter,
  type ModelDay,
  type ModelTicket,
  SERVES,
  type Settings,
  type Step
} from './modelSteps.ts'

/**
 * The queue of a day once more, in the plainest words and with nothing of the product: lists, loops and whole copies
 * instead of facts and folds. Times are seconds since nine o'clock. What random days are compared with.
 */

/** `null`: done. `nothing`: accepted, and nothing happened by it. */
type Answer = string | null | 'nothing'

const pad = (n: number): string => String(n).padStart(3, '0')

export class Model {
  day: ModelDay = { tickets: [], counters: {}, given: {}, phase: 'unopened', extended: null }
  private readonly settings: Settings

  constructor(settings: Settings) {
    this.settings = settings
  }

  /** The refusal, `nothing`, or `null`. */
  run(step: Step, now: number): Answer {
    if (this.day.phase === 'open') return this.act(step, now)
    if (step.type === 'closeDay' || step.type === 'closeHall' || step.type === 'extendedService') return 'nothing'
    if (this.day.phase === 'closed' && 'kiosk' in step && step.kiosk) return 'hall-closed'
    // The day begins, or begins again with its numbers, if anything comes of it.
    const before = this.day
    this.day = { tickets: [], counters: {}, given: { ...before.given }, phase: 'open', extended: null }
    const answer = this.act(step, now)
    if (answer !== null) this.day = before
    return answer
  }

  /** Numbers in the order in which this counter calls them. */
  order(counterNo: number, by: string): string[] {
    const left = this.day.tickets.filter((t) => t.status === 'waiting' && this.callable(t, counterNo, by))
    const sorted: string[] = []
    while (left.length > 0) {
      let best = 0
      for (let i = 1; i < left.length; i += 1) {
        if ((left[i]?.order ?? 0) < (left[best]?.order ?? 0)) best = i
      }
      sorted.push(left[best]?.no ?? '')
      left.splice(best, 1)
    }
    return sorted
  }

  counterAt(no: number): ModelCounter {
    const known = this.day.counters[no]
    if (known) return known
    const fresh: ModelCounter = { status: 'closed', by: '', has: null, until: null, alarm: false, last: null }
    this.day.counters[no] = fresh
    return fresh
  }

  private callable(ticket: ModelTicket, counterNo: number, by: string): boolean {
    const open = Object.entries(this.day.counters).filter(([, c]) => c.status === 'open')
    if (ticket.forPerson !== null && open.some(([, c]) => c.by === ticket.forPerson)) return by === ticket.forPerson
    if (ticket.forCounter !== null && open.some(([no]) => Number(no) === ticket.forCounter)) {
      return counterNo === ticket.forCounter
    }
    return (SERVES[counterNo] ?? []).includes(ticket.group)
  }

  private ticket(no: string): ModelTicket | undefined {
    return this.day.tickets.find((t) => t.no === no)
  }

  private newTicket(group: string, now: number, change: Partial<ModelTicket>): ModelTicket {
    const nth = (this.day.given[group] ?? 0) + 1
    this.day.given[group] = nth
    const came = Math.max(now, ...this.day.tickets.map((t) => t.issued))
    const ticket: ModelTicket = {
      ...{ no: `${group}${pad(nth)}`, letter: group, group, status: 'waiting', counter: null },
      ...{ issued: now, came, order: came, priority: null, booking: null, walkIn: false, rejoins: 0 },
      ...{ forCounter: null, forPerson: null, calls: 0, firstCall: null, lastCall: null, began: null, changes: 0 },
      ...change
    }
    ticket.order = this.placeOf(ticket)
    this.day.tickets.push(ticket)
    return ticket
  }

  private placeOf({ came, issued, priority, booking }: ModelTicket): number {
    const { earlier, slotSeconds, headStart } = this.settings
    const places = [came]
    if (priority) places.push(came - earlier[priority.reason])
    if (booking && issued <= booking.slot + slotSeconds) places.push(booking.slot - headStart)
    return Math.min(...places)
  }

  /** Waiting numbers of a group, first to last. */
  private groupOrder(group: string): ModelTicket[] {
    const waiting = this.day.tickets.filter((t) => t.status === 'waiting' && t.group === group)
    return waiting
      .map((t, i) => ({ t, i }))
      .sort((a, b) => a.t.order - b.t.order || a.i - b.i)
      .map(({ t }) => t)
  }

  private act(step: Step, now: number): Answer {
    switch (step.type) {
      case 'issue':
        return this.issue(step, now)
      case 'checkIn':
        return this.checkIn(step.booking, now)
      case 'extendedService':
        return this.extend(now)
      case 'closeDay':
        for (const t of this.day.tickets) {
          if (['waiting', 'called', 'serving', 'held', 'missed'].includes(t.status)) t.status = 'expired'
        }
        this.day.phase = 'closed'
        this.day.extended = null
        return null
      case 'closeHall':
        if (this.day.tickets.some((t) => ['waiting', 'called', 'serving', 'held'].includes(t.status))) {
          return 'hall-not-empty'
        }
        for (const counter of Object.values(this.day.counters)) counter.status = 'closed'
        this.day.phase = 'closed'
        this.day.extended = null
        return null
      case 'grantPriority': {
        const ticket = this.ticket(step.no)
        if (!ticket) return 'ticket-unknown'
        if (ticket.status !== 'waiting') return 'ticket-not-waiting'
        if (step.priority.reason === 'other' && step.priority.note === '') return 'reason-missing'
        if (JSON.stringify(ticket.priority) === JSON.stringify(step.priority)) return 'nothing'
        const had = ticket.priority
        ticket.priority = step.priority
        ticket.changes += 1
        if (ticket.rejoins === 0) ticket.order = this.placeOf(ticket)
        else if (!had) ticket.order -= this.settings.earlier[step.priority.reason]
        return null
      }
      case 'rejoin': {
        const ticket = this.ticket(step.no)
        if (!ticket) return 'ticket-unknown'
        if (ticket.status !== 'missed') return 'ticket-not-missed'
        if (ticket.rejoins >= this.settings.rejoins) return 'rejoined-already'
        const others = this.groupOrder(ticket.group)
        const before = others[this.settings.rejoinPlaces - 1]
        const last = others.at(-1)
        const place = before ? before.order + 0.001 : Math.max(now, last ? last.order + 0.001 : now)
        ticket.order = Math.round(Math.max(place, ticket.order) * 1000) / 1000
        Object.assign(ticket, { status: 'waiting', counter: null, calls: 0, firstCall: null, lastCall: null })
        ticket.rejoins += 1
        ticket.changes += 1
        return null
      }
      case 'cancelTicket': {
        const ticket = this.ticket(step.no)
        if (!ticket) return 'ticket-unknown'
        if (['finished', 'cancelled', 'expired'].includes(ticket.status)) return 'ticket-over'
        if (step.reason === '') return 'reason-missing'
        ticket.status = 'cancelled'
        ticket.changes += 1
        for (const counter of Object.values(this.day.counters)) {
          if (counter.has === ticket.no) Object.assign(counter, { has: null, last: null })
        }
        return null
      }
      default:
        return this.atCounter(step, now)
    }
  }

  private issue(step: Extract<Step, { type: 'issue' }>, now: number): Answer {
    const { group, priority, kiosk } = step
    if (!GROUPS.includes(group)) return 'group-unknown'
    if (priority?.reason === 'other' && priority.note === '') return 'reason-missing'
    if (kiosk && priority?.reason === 'other') return 'priority-not-offered'
    const { contingent, stopMinutes } = this.settings
    const free = this.day.tickets.filter((t) => t.letter === group && (t.booking !== null || t.walkIn)).length
    if (group === 'A' && contingent !== null && (this.day.given[group] ?? 0) - free >= contingent) return 'group-full'
    // Minutes of a clock count whole.
    if (stopMinutes !== null && Math.floor(now / 60) >= CLOSING / 60 - stopMinutes) return 'group-stopped'
    this.newTicket(group, now, { priority })
    return null
  }

  private checkIn(booking: Booked, now: number): Answer {
    if (!booking.today) return 'appointment-other-day'
    if (booking.status !== 'booked') return `appointment-${booking.status}`
    if (this.day.tickets.some((t) => t.booking?.id === booking.id)) return 'checked-in-already'
    this.newTicket(booking.group, now, { booking })
    return null
  }

  private extend(now: number): Answer {
    const left = this.day.tickets.some((t) => ['waiting', 'called', 'serving', 'held'].includes(t.status))
    if (this.day.extended === null) {
      if (!left || Math.floor(now / 60) < CLOSING / 60) return 'nothing'
      this.day.extended = now
      return null
    }
    if (left) return 'nothing'
    this.day.extended = null
    return null
  }

  private atCounter(step: Extract<Step, { counter: number }>, now: number): Answer {
    if (!SERVES[step.counter]) return step.type === 'answerColleague' ? 'counter-unknown' : 'no-counter'
    const counter = this.counterAt(step.counter)
    const here = counter.has === null ? undefined : this.ticket(counter.has)
    const current = here && ['called', 'serving'].includes(here.status) ? here : undefined
    const { settings } = this
    /** Does it, and remembers how it was. */
    const remember = (ticket: ModelTicket, has: string | null, change: Partial<ModelTicket>): null => {
      const was = { ...ticket }
      Object.assign(ticket, change)
      ticket.changes += 1
      counter.last = { at: now, no: ticket.no, changes: ticket.changes, was, had: counter.has }
      counter.has = has
      return null
    }
    const call = (ticket: ModelTicket): null =>
      remember(ticket, ticket.no, {
        ...{ status: 'called', counter: step.counter, calls: ticket.calls + 1, lastCall: now },
        firstCall: ticket.firstCall ?? now
      })
    const taken = (): string | null => {
      if (counter.status !== 'open') return 'counter-not-open'
      return current ? 'counter-busy' : null
    }
    const notHere = (group: string): string | null => {
      if (!GROUPS.includes(group)) return 'group-unknown'
      return SERVES[step.counter]?.includes(group) ? null : 'group-not-here'
    }
    switch (step.type) {
      case 'openCounter':
        if (counter.status === 'open') return counter.by === step.by ? 'nothing' : 'counter-taken'
        if (counter.by !== step.by) counter.last = null
        Object.assign(counter, { status: 'open', by: step.by, until: null })
        return null
      case 'pauseCounter':
        if (counter.status === 'closed') return 'nothing'
        if (step.until !== null && step.until <= now) return 'pause-until-past'
        if (counter.status === 'paused' && counter.until === step.until) return 'nothing'
        Object.assign(counter, { status: 'paused', until: step.until })
        return null
      case 'closeCounter':
        if (counter.status === 'closed') return 'nothing'
        if (current) return 'counter-busy'
        Object.assign(counter, { status: 'closed', until: null, last: null, alarm: false })
        return null
      case 'callColleague':
        if (counter.alarm) return 'nothing'
        counter.alarm = true
        return null
      case 'answerColleague':
        if (!counter.alarm) return 'nothing'
        counter.alarm = false
        return null
      case 'callNext': {
        const busy = taken()
        if (busy) return busy
        const next = this.ticket(this.order(step.counter, step.by)[0] ?? '')
        return next ? call(next) : 'nobody-waiting'
      }
      case 'callChosen': {
        const busy = taken()
        if (busy) return busy
        const ticket = this.ticket(step.no)
        if (!ticket) return 'ticket-unknown'
        if (ticket.status !== 'waiting') return 'ticket-not-waiting'
        if (!this.callable(ticket, step.counter, step.by)) return 'ticket-not-here'
        if (step.reason === '') return 'reason-missing'
        if (settings.leadChooses && step.approvedBy === '') return 'choose-needs-lead'
        return call(ticket)
      }
      case 'serveWalkIn': {
        const busy = notHere(step.group) ?? taken()
        if (busy) return busy
        const ticket = this.newTicket(step.group, now, { walkIn: true, status: 'serving', counter: step.counter })
        Object.assign(ticket, { began: now, changes: 1 })
        Object.assign(counter, { has: ticket.no, last: null })
        return null
      }
      case 'takeBack': {
        const ticket = this.ticket(step.no)
        if (!ticket) return 'ticket-unknown'
        if (ticket.status !== 'held') return 'ticket-not-held'
        const busy = taken()
        if (busy) return busy
        Object.assign(ticket, { status: 'serving', counter: step.counter, began: now })
        ticket.changes += 1
        Object.assign(counter, { has: ticket.no, last: null })
        return null
      }
      case 'undo': {
        const { last } = counter
        const ticket = last ? this.ticket(last.no) : undefined
        if (!last || !ticket) return 'undo-nothing'
        if (now - last.at > settings.undoSeconds) return 'undo-too-late'
        if (ticket.changes !== last.changes) return 'undo-changed'
        if (current && current.no !== last.no) return 'counter-busy'
        const { changes } = ticket
        Object.assign(ticket, last.was, { changes: changes + 1 })
        Object.assign(counter, { has: last.had, last: null })
        return null
      }
      default:
        break
    }
    if (!current) return 'no-current-ticket'
    const { status } = current
    switch (step.type) {
      case 'recall': {
        if (status !== 'called') return 'ticket-not-called'
        const since = now - (current.lastCall ?? now)
        if (since >= 0 && since < settings.recallLock) return 'recall-too-soon'
        current.calls += 1
        current.lastCall = now
        current.changes += 1
        counter.last = null
        return null
      }
      case 'markNoShow': {
        if (status !== 'called') return 'ticket-not-called'
        const since = now - (current.firstCall ?? now)
        const early = since >= 0 && Math.floor(since) < settings.noShowSeconds
        if (early || current.calls < settings.noShowCalls) return 'no-show-too-soon'
        return remember(current, null, { status: 'missed' })
      }
      case 'startService':
        if (status !== 'called') return 'ticket-not-called'
        return remember(current, current.no, { status: 'serving', began: now })
      case 'transfer':
        return this.transfer(step, current) ?? remember(current, null, sentTo(step))
      case 'correctService': {
        const refused = notHere(step.group)
        if (refused) return refused
        if (current.group === step.group) return 'nothing'
        current.group = step.group
        current.changes += 1
        counter.last = null
        return null
      }
      default:
        break
    }
    if (status !== 'serving') return 'ticket-not-serving'
    switch (step.type) {
      case 'hold':
        return remember(current, null, { status: 'held' })
      case 'nextService': {
        const refused = notHere(step.group)
        if (refused) return refused
        Object.assign(current, { group: step.group, began: now })
        current.changes += 1
        counter.last = null
        return null
      }
      case 'stillServing':
        current.changes += 1
        return null
      case 'finishService':
        if (step.saidEnd !== null && (step.saidEnd < (current.began ?? 0) || step.saidEnd > now)) {
          return 'said-end-wrong'
        }
        return remember(current, null, { status: 'finished' })
      default:
        throw new Error(`the model does not know ${JSON.stringify(step)}`)
    }
  }

  private transfer(step: Extract<Step, { type: 'transfer' }>, current: ModelTicket): string | null {
    const { group, toCounter, toPerson } = step
    if (!GROUPS.includes(group)) return 'group-unknown'
    if (toCounter === step.counter || toPerson === step.by) return 'transfer-self'
    if (toCounter !== null && !SERVES[toCounter]) return 'counter-unknown'
    if (toCounter !== null && this.counterAt(toCounter).status === 'closed') return 'transfer-counter-closed'
    const people = Object.values(this.day.counters).filter((c) => c.status !== 'closed')
    if (toPerson !== null && !people.some((c) => c.by === toPerson)) return 'transfer-person-absent'
    if (toCounter !== null || toPerson !== null || group !== current.group) return null
    const elsewhere = Object.keys(SERVES)
      .map(Number)
      .filter((no) => no !== step.counter && SERVES[no]?.includes(group))
    return elsewhere.some((no) => this.counterAt(no).status !== 'closed') ? null : 'transfer-self'
  }
}

const sentTo = ({ group, toCounter, toPerson }: Extract<Step, { type: 'transfer' }>): Partial<ModelTicket> => ({
  ...{ status: 'waiting', group, counter: null, forCounter: toCounter, forPerson: toPerson },
  ...{ calls: 0, firstCall: null, lastCall: null }
})
