import { describe, expect, it } from 'vitest'
import { followPhone } from '../../electron/phone/followPhone.ts'
import { noPhonePages, type PhonePages } from '../../electron/phone/phonePages.ts'
import type { DomainEvent } from '../../shared/domain/events.ts'
import { checkHallService } from '../../shared/domain/hall/checkService.ts'
import { defaultHallService, type HallService, type PhoneSettings } from '../../shared/domain/hall/service.ts'
import type { PhonePage } from '../../shared/projections/phonePage.ts'
import { fakeTerminal } from '../commands/support/fakeTerminal.ts'
import { HALL, LEAD } from '../support/builders.ts'

/** A hall whose page for phones notes what it is told. */
async function hallWith(urlOf: PhonePages['urlOf']) {
  const hall = await fakeTerminal({ ...LEAD })
  const told: PhoneSettings[] = []
  let pageOf: (ticketId: string) => PhonePage | null = () => null
  const phone: PhonePages = {
    ...noPhonePages,
    urlOf,
    state: () => Promise.resolve({ on: true, address: null, problem: 'port-taken' }),
    follow(wanted, of) {
      told.push(wanted)
      pageOf = of
    }
  }
  // The terminal of the tests is made before its page for phones.
  Object.assign(hall.terminal, { phone })
  return { ...hall, told, page: (ticketId: string) => pageOf(ticketId) }
}

type Hall = Awaited<ReturnType<typeof hallWith>>

const set = async ({ handlers, caller }: Hall, change: Partial<PhoneSettings>): Promise<void> => {
  const service: HallService = { ...defaultHallService(), phone: { on: false, port: 8642, host: '', ...change } }
  const reply = await handlers['service.set'](
    { service } as Parameters<(typeof handlers)['service.set']>[0],
    caller,
    `set-${JSON.stringify(change)}`
  )
  expect(reply).toEqual({ ok: true, value: null })
}

const take = async ({ handlers, caller, log }: Hall, commandId: string) => {
  const reply = await handlers['queue.issueTicket']({ group: 'A', priority: null }, caller, commandId)
  if (!reply.ok) throw new Error(reply.refusal.code)
  const events = log.all().flatMap((r) => r.commit.events as readonly DomainEvent[])
  const papers = events.flatMap((e) =>
    e.type === 'DocumentIssued' && e.data.paper.kind === 'ticket' ? [e.data.paper] : []
  )
  return { ...reply.value, paper: papers.at(-1) }
}

describe('a ticket that is taken', () => {
  it('carries the address of its own page while there is one', async () => {
    const hall = await hallWith((ticketId) => `http://hall.test/${ticketId}`)
    const { ticketId, paper } = await take(hall, 'take-1')
    expect(paper?.phoneUrl).toBe(`http://hall.test/${ticketId}`)
  })

  it('carries none while there is none, and its record is as it always was', async () => {
    const { paper } = await take(await hallWith(() => null), 'take-1')
    expect(Object.keys(paper ?? {})).not.toContain('phoneUrl')
  })

  it('keeps the address it was given when the press is sent again', async () => {
    let count = 0
    const hall = await hallWith(() => `http://hall.test/${++count}`)
    const first = await take(hall, 'take-1')
    expect((await take(hall, 'take-1')).paper).toEqual(first.paper)
  })
})

describe('the switch', () => {
  it('is off in a hall that has set nothing, and followed from each record of the hall alone', async () => {
    const hall = await hallWith(() => null)
    followPhone(hall.terminal, hall.log)
    expect(hall.told).toEqual([defaultHallService().phone])
    expect(hall.told[0]?.on).toBe(false)
    await take(hall, 'take-1')
    expect(hall.told).toHaveLength(1)
    await set(hall, { on: true, port: 9000 })
    expect(hall.told.slice(1)).toEqual([{ on: true, port: 9000, host: '' }])
    await set(hall, { on: false })
    expect(hall.told.at(-1)?.on).toBe(false)
  })

  it('hands out today’s numbers as they stand', async () => {
    const hall = await hallWith(() => null)
    followPhone(hall.terminal, hall.log)
    const { ticketId } = await take(hall, 'take-1')
    expect(hall.page(ticketId)).toMatchObject({ no: 'A001', state: { kind: 'waiting', ahead: 0 } })
    expect(hall.page('20261122-A001')).toBeNull()
    hall.ambient.pass(24 * 3600)
    expect(hall.page(ticketId)).toBeNull()
  })

  it('takes a name or an IPv4 address of this PC, and nothing that would make another address of it', () => {
    const fits = (host: string): boolean =>
      checkHallService({ ...defaultHallService(), phone: { on: true, port: 8642, host } }, HALL).length === 0
    expect(['', '192.168.1.20', 'hall', 'hall-1.test'].filter(fits)).toHaveLength(4)
    const others = ['http://hall', 'hall:80', '[fe80::1]', 'fe80::1', 'a/b', 'a b', 'a@b', '.hall', 'hall-', '大厅']
    expect(others.filter(fits)).toEqual([])
  })

  it('can be asked how it is', async () => {
    const { handlers, caller } = await hallWith(() => null)
    expect(await handlers['phone.state']({}, caller)).toEqual({
      ok: true,
      value: { on: true, address: null, problem: 'port-taken' }
    })
  })
})
