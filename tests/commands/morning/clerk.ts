import type { CommandName, InputOf } from '../../../shared/contract/contract.ts'
import type { OpenDay, Ticket } from '../../../shared/domain/queue/queue.ts'
import type { Reply } from '../../../shared/kernel/result.ts'
import type { Chance } from './chance.ts'
import type { MorningHall } from './hall.ts'
import type { Visitor } from './visitors.ts'

/** Sends a command as a screen would: now and then the same press arrives twice. Counts refusals by code. */
export type Press = <K extends CommandName>(no: number, name: K, input: InputOf<K>) => Promise<Reply<unknown>>

interface Matter {
  /** Which visit at this counter it belongs to. */
  readonly of: string
  until: number
}

/** Somebody at one counter: looks at what is before them and presses one key at a time, sometimes the wrong one. */
export class Clerk {
  readonly no: number
  private readonly hall: MorningHall
  private readonly chance: Chance
  private readonly press: Press
  private readonly visitorOf: (ticketId: string) => Visitor | undefined
  private wake = 0
  private regret = false
  private matter: Matter | null = null

  constructor(no: number, around: { hall: MorningHall; chance: Chance; press: Press; visitorOf: Clerk['visitorOf'] }) {
    this.no = no
    this.hall = around.hall
    this.chance = around.chance
    this.press = around.press
    this.visitorOf = around.visitorOf
  }

  /** One decision at most. `now`: seconds after the hall opened; `day`: as the desk has it. */
  async step(day: OpenDay | null, now: number): Promise<void> {
    if (now < this.wake) return
    const own = day?.counters.get(this.no)
    if (own?.status !== 'open') return void (await this.press(this.no, 'queue.openCounter', {}))
    const current = own.ticketId ? day?.tickets.get(own.ticketId) : undefined
    if (this.regret) {
      this.regret = false
      return void (await this.press(this.no, 'queue.undo', {}))
    }
    if (!day) return
    if (current?.status === 'called') return this.calling(current, now)
    if (current?.status === 'serving') return this.serving(current, now)
    return this.idle(day, now)
  }

  private async act<K extends CommandName>(name: K, input: InputOf<K>): Promise<boolean> {
    const { ok } = await this.press(this.no, name, input)
    if (ok && this.chance.is(0.03)) this.regret = true
    return ok
  }

  private async idle(day: OpenDay, now: number): Promise<void> {
    const { chance, no } = this
    const held = [...day.tickets.values()].filter((t) => t.status === 'held' && t.counter === no)
    const left = [...day.tickets.values()].some((t) => t.status === 'waiting')
    this.wake = now + 5
    if (held[0] && (!left || chance.is(0.2))) {
      return void (await this.press(no, 'queue.takeBack', { ticketId: held[0].ticketId }))
    }
    if (chance.is(0.004)) {
      this.wake = now + chance.between(60, 300)
      return void (await this.press(no, 'queue.pauseCounter', { reason: '取材料', until: null }))
    }
    const groups = this.hall.hall.counters.find((counter) => counter.no === no)?.groups ?? []
    if (left && chance.is(0.02)) {
      return void (await this.press(no, 'queue.serveWalkIn', { group: chance.of(groups) ?? 'A' }))
    }
    if (chance.is(0.04)) {
      const waiting = [...day.tickets.values()].filter((t) => t.status === 'waiting' && groups.includes(t.group))
      const ticketId = chance.of(waiting)?.ticketId
      if (ticketId) return void (await this.act('queue.callChosen', { ticketId, reason: '要赶车', approval: null }))
    }
    if (!(await this.act('queue.callNext', {}))) this.wake = now + chance.between(10, 20)
  }

  private async calling(ticket: Ticket, now: number): Promise<void> {
    const { chance, no } = this
    const visitor = this.visitorOf(ticket.ticketId)
    const first = Date.parse(ticket.firstCalledAt ?? '')
    const seconds = (Date.parse(this.hall.ambient.nowIso()) - first) / 1000
    this.wake = now + 5
    if (visitor?.away && ticket.rejoins === 0) {
      if (ticket.calls >= 3) return void (await this.act('queue.markNoShow', {}))
      return seconds < ticket.calls * 25 ? undefined : void (await this.press(no, 'queue.recall', {}))
    }
    if (seconds < (visitor?.walk ?? 10)) return
    if (chance.is(0.02)) return void (await this.act('queue.transfer', this.elsewhere()))
    await this.act('queue.startService', {})
  }

  private async serving(ticket: Ticket, now: number): Promise<void> {
    const { chance, no } = this
    const of = `${ticket.ticketId} ${ticket.services.length}`
    this.wake = now + 5
    if (this.matter?.of !== of) this.matter = { of, until: now + chance.about(280, 30) }
    if (now < this.matter.until) return
    this.matter.until = now + 60
    if (chance.is(0.05)) return void (await this.act('queue.hold', { reason: '去复印' }))
    if (chance.is(0.05)) return void (await this.act('queue.transfer', this.elsewhere()))
    const groups = this.hall.hall.counters.find((counter) => counter.no === no)?.groups ?? []
    if (chance.is(0.05)) return void (await this.press(no, 'queue.nextService', { group: chance.of(groups) ?? 'A' }))
    if (chance.is(0.02)) return void (await this.press(no, 'queue.correctService', { group: chance.of(groups) ?? 'A' }))
    if (chance.is(0.01)) return void (await this.press(no, 'queue.stillServing', {}))
    if (chance.is(0.01)) {
      const { ticketId } = ticket
      return void (await this.press(no, 'queue.cancelTicket', { ticketId, reason: '改天再来' }))
    }
    const began = Date.parse(ticket.services.at(-1)?.startedAt ?? '')
    const half = (Date.parse(this.hall.ambient.nowIso()) + began) / 2
    const saidEnd = chance.is(0.03) ? new Date(half).toISOString() : null
    await this.act('queue.finishService', { saidEnd })
  }

  /** Another group, counter or colleague. */
  private elsewhere(): InputOf<'queue.transfer'> {
    const { chance, no } = this
    const { groups, counters } = this.hall.hall
    const group = chance.of(groups)?.code ?? 'A'
    const other = chance.of(counters.filter((counter) => counter.no !== no))?.no ?? 1
    const how = chance.between(1, 3)
    return {
      group,
      toCounter: how === 2 ? other : null,
      toPerson: how === 3 ? `p${other}` : null,
      reason: ''
    }
  }
}
